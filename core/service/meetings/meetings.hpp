// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/meeting/meeting.hpp"
#include "core/meeting/proposal.hpp"
#include "core/meeting/reasons.hpp"
#include "core/service/service.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace casus::service {

struct MeetingAnswer : AnswerWith<MeetingEvents> {
  std::string meeting;
  std::shared_ptr<const Meeting> after;  ///< as it is then; null when nothing had to change
  std::vector<Answer> seats;             ///< who joined or left the table of the case that was taken
};

/// The team's meetings: streams "meeting/<day>" beside the cases. Everything that is said of a case goes through
/// `Service` into that case; a meeting keeps what was on the table, when, and who was there. For any number of threads,
/// as the Service is.
class Meetings {
 public:
  explicit Meetings(Service& service, const Clock& clock = system_clock());
  ~Meetings();

  /// The code of the first checkpoint that covers the whole of this meeting: for its minutes on paper. Empty while it
  /// goes on, and when none was made yet.
  std::string checkpoint_code(const Meeting& meeting);

  /// Decides one command and keeps what follows, durably, before it answers; ids, times, two writers and expected
  /// versions as in Service. Taking a case, and taking the chair of one, first seats those present at its table:
  /// who is missing joins, a team member who is not in the meeting leaves it (their turn would keep the case back), and
  /// one chair takes over from the other. The presenter stays, and so does everybody from outside the team.
  MeetingAnswer handle(MeetingCommand command);

  /// A signal or line of learning that comes up in the meeting: the text lies with the team, the meeting counts it
  /// (R15). `count` is CountMeetingSignal or CountMeetingLearning.
  MeetingAnswer note(MeetingCommand count, TeamCommand line);

  /// The agenda that proposes itself for a day, from all cases of this store, the team and the last 52 meetings before
  /// that day; only cases that may come on it are opened. Nothing is kept. `chair` and `note_taker` as somebody chose;
  /// empty: by the rota. Without `minutes` as long as the team's meeting.
  meeting::Proposal propose(Date on, std::optional<int> minutes, const std::string& chair = {},
                            const std::string& note_taker = {});

  bool exists(const std::string& day);
  /// Nothing when there is none.
  std::optional<Meeting> find(const std::string& day);
  /// The same as it was kept, for how it stands: a line may name a case that goes on in another. Reads no case.
  std::optional<Meeting> kept(const std::string& day);
  /// Throws Fault(store) when there is none.
  Meeting open(const std::string& day);
  MeetingEvents history(const std::string& day);

  /// Days of all meetings, the earliest first.
  std::vector<std::string> days();
  /// The meeting that is going on: the last that started and was not finished.
  std::optional<Meeting> running();
  /// How long the step that a case is in was not on the table, while a meeting that had it there spoke of something
  /// else or was over; 0 when the step was entered outside a meeting. At the moment `at`, without one now.
  std::chrono::seconds away(const std::string& case_id, Time at);

  /// What was said in the meeting of this day, and in the last ones before it, and is in no case yet; the earliest
  /// first.
  struct Aside {
    std::string day;
    LineAside line;
  };
  std::vector<Aside> aside(const std::string& day);

  /// Meetings of a day before `today` that started and were never finished; they keep nothing else back.
  std::vector<Meeting> forgotten(Date today);

 private:
  const Case* about(const std::string& case_id);
  Meeting led_on(Meeting meeting);
  meeting::Facts facts(const Meeting& at, const MeetingBody& body, const std::optional<Team>& team);
  void see_guests_off(const Meeting& at, const MeetingCommand& command, const MeetingEvents& decided,
                      std::vector<Answer>& seats, const std::optional<Team>& team);
  std::optional<Refusal> seat(const Meeting& at, const MeetingCommand& command, const MeetingEvents& decided,
                              std::vector<Answer>& seats, const std::optional<Team>& team);
  void add_cases(meeting::Situation& situation, meeting::Unopened& unopened, Life life);
  void prove();

  struct State;
  Service& service_;
  const Clock& clock_;
  std::unique_ptr<State> state_;
};

}  // namespace casus::service
