// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/session.hpp"
#include "core/model/access.hpp"
#include "core/service/stream.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// The kinds of streams there are. Internal to core/service.
namespace casus::service {

/// "case/<id>": a case, with a line in the index.
struct CaseStream {
  using State = Case;
  using Command = casus::Command;
  using Event = casus::Event;

  static constexpr bool kAsksFirst = false;  ///< whether it was done before, before anything else

  static std::string stream_of(const std::string& id) { return "case/" + id; }
  static const std::string& id_of(const Command& command) { return command.case_id; }
  static Case empty(const std::string& id);
  static Time changed_at(const Case& it) { return it.changed_at; }
  static bool is_over(const Case& it) { return it.stage.life == Life::erased; }
  static void evolve(Case& it, const Event& event);
  /// Of what was said to have happened earlier: when it was typed, in events that give somebody rights.
  static void was_written(Events& decided, Time now);
  static std::int64_t content(const Command& command) { return content_of(command); }
  static std::optional<std::int64_t> expected(const Command& command) { return command.expect; }
  /// Steps through the case: deciding such a command again on what somebody else left could move it twice.
  static bool is_told(const Command& command);
  /// Erasing: nobody who is writing may keep it waiting.
  static bool is_final(const Command& command);
  static store::IndexRow index_line(const Case& it);

  /// What events that were destroyed leave is told by later ones; nothing when the key of the whole case is gone.
  static std::optional<Events> events_of(const std::vector<store::StoredEvent>& stored);
  /// Whether these say that earlier ones read otherwise: then the case is folded from its beginning.
  static bool puts_right(const std::vector<store::StoredEvent>& stored);

  /// False when the key is gone: then nothing is left but the fact, and from when to when there was a case.
  bool fold(Case& it, const std::vector<store::StoredEvent>& stored);
  static void fold_erased(Case& it, const std::vector<store::StoredEvent>& all);

  static std::string snapshot_of(const Case& it);
  static std::optional<Case> from_snapshot(std::string_view bytes);
  /// Whether nothing in these is destroyed, or is still to be.
  bool is_whole(const std::vector<store::StoredEvent>& stored) const;

  /// Case and person ("" for the whole case) of whom it was said that they are erased, and whose keys may still be
  /// there: a process can end between the two, and leaves it for the next.
  std::vector<std::pair<std::string, std::string>> to_erase{};
};

/// "file/<case>/<id>": what is in an attachment, one event of plain bytes.
std::string file_stream(const std::string& case_id, const std::string& id);
/// False, and nothing is kept, when there is one by this id.
bool keep_file(store::Store& store, const std::string& case_id, const std::string& id, Time at,
               const std::string& bytes);
/// The answer to a command that was not done.
Answer refused(const Command& command, Refusal refusal);
/// An attachment comes with its bytes (Service::attach); without, nothing is kept.
Answer no_bytes(const Command& command);
/// A case is handed out in a file (Service::hand_out); without, nothing is kept.
Answer no_file(const Command& command);

/// "team/main": the one team of a store.
struct TeamStream {
  struct Command : TeamCommand {
    std::int64_t asked = 0;  ///< content as it was sent, when something was filled in since
  };
  using State = Team;
  using Event = TeamEvent;

  static constexpr bool kAsksFirst = false;
  static constexpr const char* kId = "main";

  static std::string stream_of(const std::string& id) { return "team/" + id; }
  static std::string id_of(const Command&) { return kId; }
  static Team empty(const std::string&) { return {}; }
  static Time changed_at(const Team&) { return {}; }
  static void evolve(Team& team, const TeamEvent& event);
  /// As of a case.
  static void was_written(std::vector<TeamEvent>& decided, Time now);
  static std::int64_t content(const Command& command) {
    return command.asked != 0 ? command.asked : content_of(command);
  }
  static std::optional<std::int64_t> expected(const Command&) { return std::nullopt; }
  static bool is_told(const Command&) { return false; }
  static bool is_final(const Command&) { return false; }
  static std::optional<std::vector<TeamEvent>> events_of(const std::vector<store::StoredEvent>& stored);
  static bool puts_right(const std::vector<store::StoredEvent>& stored);
  static bool fold(Team& team, const std::vector<store::StoredEvent>& stored);
  static void fold_erased(Team&, const std::vector<store::StoredEvent>&) {}
};

/// "meeting/<day>".
struct MeetingStream {
  using State = Meeting;
  using Command = MeetingCommand;
  using Event = MeetingEvent;

  /// Taking a case seats people in it before the meeting says so: nothing of that may be done for a command that was
  /// done before.
  static constexpr bool kAsksFirst = true;
  static constexpr std::string_view kPrefix = "meeting/";

  static std::string stream_of(const std::string& id) { return std::string(kPrefix) + id; }
  static const std::string& id_of(const MeetingCommand& command) { return command.meeting; }
  static Meeting empty(const std::string& id);
  static Time changed_at(const Meeting& it) { return it.changed_at; }
  static void evolve(Meeting& it, const MeetingEvent& event);
  static std::int64_t content(const MeetingCommand& command) { return content_of(command); }
  static std::optional<std::int64_t> expected(const MeetingCommand& command) { return command.expect; }
  static bool is_told(const MeetingCommand& command);
  static bool is_final(const MeetingCommand&) { return false; }
  /// What each says now: of one whose words were destroyed, what is left; nothing of one that is gone as a whole. A
  /// later one says what is left, so they are read together.
  static std::vector<std::optional<MeetingEvent>> events_of(const std::vector<store::StoredEvent>& stored);
  /// Whether these say that earlier ones lost a name: then the meeting is folded from its beginning.
  static bool puts_right(const std::vector<store::StoredEvent>& stored);
  static bool fold(Meeting& it, const std::vector<store::StoredEvent>& stored);
  static void fold_erased(Meeting&, const std::vector<store::StoredEvent>&) {}
};

/// "learning/<session>".
struct LearningStream {
  using State = learning::Session;
  using Command = LearningCommand;
  using Event = LearningEvent;

  static constexpr bool kAsksFirst = false;
  static constexpr std::string_view kPrefix = "learning/";

  static std::string stream_of(const std::string& id) { return std::string(kPrefix) + id; }
  static const std::string& id_of(const LearningCommand& command) { return command.session; }
  static learning::Session empty(const std::string& id);
  static Time changed_at(const learning::Session& it) { return it.changed_at; }
  static void evolve(learning::Session& it, const LearningEvent& event);
  static std::int64_t content(const LearningCommand& command) { return content_of(command); }
  static std::optional<std::int64_t> expected(const LearningCommand& command) { return command.expect; }
  static bool is_told(const LearningCommand&) { return false; }
  static bool is_final(const LearningCommand& command) { return std::holds_alternative<ForgetLearner>(command.body); }
  /// What is left of each whose texts are destroyed; nothing for what was of somebody and went with them.
  static std::vector<std::optional<LearningEvent>> events_of(const std::vector<store::StoredEvent>& stored);
  /// An event of which nothing is left is passed over: a later one says what it takes away.
  static bool fold(learning::Session& it, const std::vector<store::StoredEvent>& stored);
  static void fold_erased(learning::Session&, const std::vector<store::StoredEvent>&) {}
};

/// Something to keep about who looked at a case.
struct AccessCommand {
  std::string id;
  std::string case_id;
  Time at{};
  AccessEventBody body;
};

/// A look is what happened, and never asked for again.
inline bool is_content(std::int64_t kept, std::int64_t now, const AccessCommand&) { return kept == now; }

/// "access/<case>": only counted, because nothing is decided on what it holds.
struct AccessStream {
  struct State {
    std::int64_t version = 0;
  };
  using Command = AccessCommand;
  using Event = AccessEvent;

  static constexpr bool kAsksFirst = false;

  static std::string stream_of(const std::string& id) { return "access/" + id; }
  static const std::string& id_of(const AccessCommand& command) { return command.case_id; }
  static State empty(const std::string&) { return {}; }
  static Time changed_at(const State&) { return {}; }
  static void evolve(State& state, const AccessEvent&) { ++state.version; }
  static void counted(State& state, std::int64_t head) { state.version = head; }
  static std::int64_t content(const AccessCommand&) { return 0; }
  static std::optional<std::int64_t> expected(const AccessCommand&) { return std::nullopt; }
  static bool is_told(const AccessCommand&) { return false; }
  static bool is_final(const AccessCommand&) { return false; }
  static bool fold(State&, const std::vector<store::StoredEvent>&) { return true; }
};

}  // namespace casus::service
