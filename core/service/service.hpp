// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/engine/access/access.hpp"
#include "core/engine/decide/attaching.hpp"
#include "core/engine/engine.hpp"
#include "core/engine/remarks/remarks.hpp"
#include "core/meeting/glance.hpp"
#include "core/model/team/team.hpp"
#include "core/plugin/catalogue.hpp"
#include "core/store/store.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace casus {
struct HiddenName;    // model/redaction.hpp
struct MeetingEvent;  // model/meeting/meeting.hpp
}  // namespace casus

namespace casus::service {

struct CasePackage;      // case_package.hpp
struct KeptDefinitions;  // kept_definitions.hpp

/// What came of a command. Exactly one of: done (perhaps `repeated`), refused, in conflict.
template <class Events>
struct AnswerWith {
  std::string command_id;
  std::int64_t version = 0;  ///< of the case or meeting, after
  Events events;             ///< that this command led to; empty when it was done before, or nothing had to change
  bool repeated = false;     ///< the same command id was done before; nothing was done now
  std::optional<Refusal> refusal;
  std::optional<store::Conflict> conflict;  ///< somebody else was first; look again
  /// Of what was done, or of what an erasure will leave that waits for a second person: told now, kept nowhere.
  std::vector<engine::Remark> remarks{};

  bool done() const { return !refusal && !conflict; }
};

struct Answer : AnswerWith<Events> {
  std::string case_id;                ///< empty for a command to the team
  std::shared_ptr<const Case> after;  ///< the case as it is then, when that was asked for (see Service::told)
};

/// A case that somebody was let in to see, as it was then. Copies of it share the case, which may be long.
struct ShownCase {
  std::shared_ptr<const Case> held;
  Sight sight = Sight::refused;  ///< on what ground

  const Case& state() const { return *held; }
};

/// Which looks are kept.
struct LookLog {
  bool refusals = true;  ///< false for who goes through all cases, and asks for none in particular
  std::optional<Sight>
      before{};      ///< the case stays on the screen, and was asked for before: only another answer is kept
  bool keep = true;  ///< false for the second form of a page that was asked for once
};

/// One line of the list of cases.
struct CaseLine {
  std::string id;
  std::string title;  ///< "(gewist)" style text is the caller's; empty when the case is erased
  Stage stage;
  int round = 1;
  std::string step;
  std::string workflow;
  std::string method;
  std::string neighbourhood;
  std::string into{};  ///< id of the case that it goes on in; empty when it stands by itself
  std::string team{};  ///< the other team that gets it, or has it; empty when it is here
  std::optional<Date> review_on;
  std::optional<Date> action_due;
  Date opened_on{};
  Time changed_at{};
  std::optional<meeting::Glance> glance{};  ///< nothing in a line of before it was kept
};

const Clock& system_clock();

/// Joins engine and store: load, fold, decide, append (stream.hpp, once for cases, team, meetings and looks). One for a
/// store in a process.
///
/// Any number of threads may use one Service, and the Meetings beside it. Each call is done as a whole, one after the
/// other; what is given back is the caller's own. `library()` may be used by all of them while the Service lives, and
/// what it gives stays as it is then. Nobody else may use the store meanwhile: see `store()`.
class Service {
 public:
  Service(store::Store& store, const plugin::Catalogue& methods, const workflow::Catalogue& workflows,
          const Clock& clock = system_clock());
  ~Service();

  /// Decides one command and keeps what follows, durably, before it answers. A command without an id gets one; one
  /// without a time (`Time{}`) happens now.
  /// An id belongs to one command: sent again with the same sender, case and content it is answered `repeated`, with
  /// another it is refused (IdOfAnother). When it happened and what it expects may differ.
  /// Who does it is read as a person (service_people.cpp): a member of the team by the beginning of the name; refused
  /// when it could be several.
  /// A moment that is still to come is refused, with a minute of grace for clocks that differ: whatever stood after it
  /// could not be kept any more.
  /// Two writers: an addition (a contribution, an action, ...) is decided again on what the other left, so both are
  /// kept; a move (next, back, close, ...) or a command with `expect` is answered with the conflict. An erasure is
  /// decided while nobody else can write, so that nobody keeps it waiting.
  Answer handle(Command command);
  /// The same, for a face that tells what happened: with the case as it is then.
  Answer told(Command command);
  /// A contribution with what it leaves out (see service::completed, in table.hpp); any other command as it is.
  Command completed(Command command);
  /// What the method of the step that a case is in declares of records of this kind, by its id or a name of it; nothing
  /// for another kind.
  std::optional<method::RecordType> record_type(const std::string& case_id, std::string_view kind);
  /// At a table where all type on one screen: what is corrected or withdrawn there, by whoever said it. Without a ref
  /// it is what was recorded last in this step. Any other command as it is.
  Command by_whoever_said_it(Command command);
  /// A withdrawal of the last line of this step that still stands, by whoever said it; what was taken back or put right
  /// since is left as it is. Nothing when no line stands.
  std::optional<Command> withdrawing_last(Command command);

  /// Several commands in one durable transaction, decided in order; an answer for each. Refused ones do not stop the
  /// rest.
  std::vector<Answer> handle_together(std::vector<Command> commands);

  /// The same, but when one of them is refused or in conflict, or when `keep` is false (a dry run), nothing happened at
  /// all. The answers then end with the first that could not be done.
  std::vector<Answer> handle_all(std::vector<Command> commands, bool keep);

  /// A letter or photo comes with the case: the event, and its bytes in a stream of their own, in one transaction. Told
  /// like `told`.
  Answer attach(Command command, const std::string& bytes, const engine::Found& found);

  /// Why a case cannot be handed out now; nothing when it can. Keeps nothing.
  std::optional<Refusal> cannot_hand_out(Command command);
  /// The case goes to another team, in a file sealed with a passphrase: `deliver` is given its bytes, and what it
  /// throws undoes all of it. Asks this team for its name. Told like `told`.
  Answer hand_out(Command command, const std::string& passphrase,
                  const std::function<void(const std::string& bytes)>& deliver);
  /// A case that another team handed out comes in with its history, under its own id when that is free here.
  /// `command` says who takes it over, and when. Taken over before, it is answered `repeated`. Refused when what it
  /// holds makes no case; then nothing was kept. `members`: see engine::receive.
  Answer take_over(Command command, const CasePackage& package, const std::string& code,
                   const std::map<std::string, std::string>& members = {});

  bool exists(const std::string& case_id);

  /// By what name this case knows whom somebody means: the unique beginning of a member's name is that member. As it
  /// was given when it is not plain who is meant.
  std::string called_in(const Case& it, const std::string& given);
  /// Whether nothing of a case can be read any more, by anybody.
  bool is_erased(const std::string& case_id);
  /// The case that this one goes on in, when it was merged; else itself.
  std::string leads_to(const std::string& case_id);
  /// All case ids, for hints on a mistyped one.
  std::vector<std::string> case_ids();
  /// A free id for a new case: year and number, "2026-014".
  std::string free_case_id(Date today);

  /// Definitions as the cases of this store see them, with what the team listens for now.
  const engine::Library& library() const;
  /// The same as last heard from the team; asks the store only when it was never asked.
  const engine::Library& library_as_heard() const;

  /// Pins of a case that differ from what this machine offers now: id, pinned version, offered version (empty:
  /// missing).
  struct Changed {
    std::string id, pinned, offered;
  };
  std::vector<Changed> changed_definitions(const Case& state) const;
  /// What this machine has no good file of any more, though the case goes by it: it goes on by what was kept when it
  /// was pinned, and this says so. Of a method whose library cannot be used: that the case stands still in its phases,
  /// and what helps.
  std::vector<text::Message> kept_in_use(const Case& state) const;
  /// Of what a case that goes on is pinned to: that this machine offers a newer version, and how the case takes it.
  std::vector<text::Message> newer_definitions(const Case& state) const;
  /// The file of a definition that a case of this store was pinned to, by its content hash.
  std::optional<std::string> kept_definition(const std::string& hash);
  /// Does `work` with what a run keeps going before what this machine offers; other threads wait meanwhile.
  void going_by(const KeptDefinitions& run, const std::function<void()>& work);

  /// Empties the index and makes it again from the events. Returns the number of lines. `progress(done, of)` now and
  /// then.
  std::int64_t rebuild(const std::function<void(std::int64_t, std::int64_t)>& progress);

  /// Ids of the cases that cannot be read, because their key is not in the key file and was not erased.
  std::vector<std::string> cases_without_key();
  /// Those that were asked for since this service began, and whose key is not here.
  const std::set<std::string>& met_without_key() const;

  /// Of a case whose key is not here, and in no copy: it counts as erased from then on, and the newest key file, should
  /// it turn up after all, brings nothing back. That it was given up, by whom and why, stands with who looked at it.
  Outcome<CaseGivenUp, Refusal> give_up(const std::string& case_id, CaseGivenUp wanted);

  struct GivenUp {
    std::string case_id;
    Time at{};
    std::string because;
  };
  std::vector<GivenUp> given_up();

  /// After an older copy was put back: of each case that the keys say is erased, and of which nothing tells so there,
  /// that it was erased before. Their ids; each once. Goes by the index.
  std::vector<std::string> say_erased_before();

  /// Somebody who was erased after the copy was made that was put back here, so that the case does not know of it.
  /// Their name, which nobody knows any more, may stand again in what was said there, until it is said again that they
  /// are erased.
  struct ErasedSince {
    std::string case_id;
    std::string person;  ///< id in the case

    auto operator<=>(const ErasedSince&) const = default;
  };
  /// All cases are read.
  std::set<ErasedSince> erased_since();

  /// Where the index says something else of a case than its events, or of a case that is not there: the lines are
  /// derived, and nothing vouches for them. Reads all cases; gives `since`, too, who it came across on the way.
  std::vector<store::Finding> index_findings(std::set<ErasedSince>* since = nullptr);

  /// The team of this store; nothing before `team init`.
  std::optional<Team> team();
  /// All that happened to it, as it was written down; of what was destroyed, what is left. Nothing of a case.
  std::vector<TeamEvent> team_history();
  /// A member leaves the team only when nothing is theirs any more (see still_has). What they gave to the team's
  /// learning for themselves goes with them, for good.
  Answer handle(TeamCommand command);

  /// What a member of the team still has in a case: roles beyond a seat, and open actions that they do or check.
  struct StillHas {
    std::string case_id;
    std::string person;  ///< id in the case
    std::vector<Role> roles;
    int actions = 0;
  };
  /// By case, in order of id; all cases are read. Nothing of what is said in them.
  std::vector<StillHas> still_has(const std::string& member);

  /// What keeps the team from being closed: a case that is not closed, or was handed out and is not known to have come.
  struct StillOpen {
    std::string case_id;
    std::string who;    ///< who answers for it: its case manager, else its presenter; empty when nobody is there
    std::string team;   ///< that it was handed out to
    bool begun = true;  ///< its review, or it is handed out: before that it is not closed
  };
  /// By case, in order of id; all cases are read. Nothing of what is said in them.
  std::vector<StillOpen> still_open();

  /// A learning line or signal that comes up in a case (R15): the text is kept with the team, without names of people
  /// in the case, and the case only counts it. `count` is CountLearning or CountSignal. Sent twice, done once.
  Answer note(Command count, TeamCommand line);

  /// Only the line, for what comes up outside a case. `names` may not stand in it.
  Answer note_line(TeamCommand line, const std::vector<std::string>& names);

  /// Somebody looks at a part of a case; of one that was merged, at the case that it goes on in. The look is kept,
  /// durably, before it is allowed or refused (a refusal too); nothing is kept of looks that show nothing, nor of a
  /// case that was erased. Throws Fault(store) when there is no such case.
  Outcome<ShownCase, Refusal> look(const std::string& case_id, const engine::LookWanted& wanted,
                                   const LookLog& log = {});
  /// The same at many cases for one page, in the order of the ids: their looks are kept in one transaction, before any
  /// of it is given. Nothing for one that may not be seen, was erased or merged, or is not there.
  std::vector<std::optional<ShownCase>> look_at_all(const std::vector<std::string>& case_ids,
                                                    const engine::LookWanted& wanted, const LookLog& log = {});

  /// What is kept to answer for a case, each oldest first: who looked, and what was erased by whom, with whom and why;
  /// also of a case that was merged into it. It stays when the case is erased.
  struct Accountability {
    Looks looks;
    Erasures erasures;
    std::vector<LooksGone> gone;  ///< looks whose term had ended
    int unread = 0;               ///< lines of the log that cannot be read here: their key is gone otherwise
  };

  /// Destroys the looks at a case whose term has ended, by two (see engine::decide_looks_due); what was done. Nothing
  /// else of the log goes. `asked`: who does it, of which case, when.
  Outcome<LooksErased, Refusal> erase_looks(const Command& asked, const std::string& with);
  /// Days of the looks that are kept, oldest first: nothing of who looked or why.
  std::vector<Date> days_looked(const std::string& case_id);

  /// For what is not about one stream (verifying, counting); from one thread, while no other uses the service.
  store::Store& store() { return store_; }

 protected:
  // What nobody asked to see and no look is kept of: for what is below the desk, through unlogged.hpp.
  friend class Unlogged;

  /// The case as it is now; of an erased one only that it is erased. Throws Fault(store) when it does not exist.
  Case open(const std::string& case_id);
  /// Throws Fault(store) when the case does not exist or is erased.
  Events history(const std::string& case_id);
  /// Every case that is not erased or merged into another, by id, as it is now; not one whose key is not here. Other
  /// threads wait meanwhile.
  void each_case(const std::function<void(const Case&)>& visit);
  /// Nothing when its key is not here.
  const Case* readable(const std::string& case_id);
  /// Cases by the index; titles opened.
  std::vector<CaseLine> cases(const store::IndexQuery& query);
  Accountability accountability(const std::string& case_id);
  /// What is in an attachment. Throws Fault(store) when it is not there any more.
  std::string file(const std::string& case_id, const std::string& id);
  Erasures erasures(const std::string& case_id);
  /// A case that was merged into this one, as it ended; throws Fault(store) when it was not.
  Case taken_in(const Case& into, const std::string& case_id);

 private:
  friend class Meetings;  // one session, and cases read once
  friend class Learning;
  friend class TakingIn;  // of another team, whose service it has beside this one (taking_in.hpp)

  Case& current(const std::string& case_id);
  Answer decide_and_keep(Command& command);
  Answer put_right(Command& command);
  Answer one_case(Command& command);
  Answer confirm(Command& command);
  Answer confirm_seen(Command command);
  Answer hand_out_as(Command command, const std::function<std::string(const std::string& text)>& seal,
                     const std::function<void(const std::string& bytes)>& deliver);
  CasePackage packed(const Case& it, const Command& command);
  std::map<std::string, std::string> ids_here(const CasePackage& package);
  void keep_packed(const std::string& id, const std::vector<store::StoredEvent>& events);
  std::optional<Case> beside(const Command& command);
  void refer_here(Command& command);
  std::optional<Answer> destroy_left_there(const Command& command);
  void forget_why_erased(const std::string& case_id, const std::string& person);
  void forget_why_in_ended(const std::string& case_id, const ErasureRecorded& erased);
  std::vector<std::string> erased_cases();
  void add_erased_since(const std::string& case_id, std::set<ErasedSince>& found);
  std::optional<Refusal> forget_why_there(const Command& command, const std::vector<TakenIn>& taken,
                                          const std::string& person, DestroyGround ground);
  std::vector<engine::Remark> named_beside(const Case& it, const std::string& whom, const Events& so_far);
  std::optional<engine::Remark> named_in_ended(const Case& it, const Person& erased);
  void destroy_texts(const std::string& case_id, const Events& events);
  std::optional<Refusal> destroyed(const Command& command, const std::string& case_id, const Events& events);
  std::optional<Refusal> destroy_there(const Command& command, const std::string& case_id, std::int64_t number,
                                       DestroyGround ground);
  void erase_there(const Command& command, const Case& it, const Event& erased);
  Outcome<std::string, Refusal> bring_over(const Command& command, const Contribution& said, std::string_view sayer,
                                           bool keep);
  bool in_one_transaction(const std::function<bool()>& work, const store::Coming* coming = nullptr);
  void hear_team() const;
  /// `asked`: the content as it was sent (command_content.hpp), when something was filled in since.
  Answer keep_line(TeamCommand command, const std::vector<std::string>& names, std::int64_t asked = 0);
  Outcome<std::string, Refusal> named(const Case& it, const std::string& given);
  std::optional<Refusal> name_people(const Case& it, Command& command);
  std::optional<Refusal> hand_over_first(const std::string& member);
  std::optional<Refusal> close_first();
  std::optional<Refusal> meeting_goes_on();
  Case& end_seats(const std::string& case_id);
  std::optional<Refusal> closed_here(const std::string& command_id);
  void leave_tables(const std::vector<std::string>& names, const TeamCommand& left);
  void taken_back_with_the_team(const Command& command, const Events& events);
  void withdraw_line(const std::string& line, std::int64_t event, const Command& command, std::int64_t number);
  Answer leave(TeamCommand command, const std::string& member, std::int64_t asked);
  Answer put_line_right(TeamCommand command, std::int64_t asked);
  void erase_pending();
  void keep_access(const std::string& case_id, AccessEvent event);
  Answer handled(Command command);
  std::optional<Answer> mend_look(const Command& asked);
  Answer with_stranger_kept(const std::optional<Typist>& seat, Answer answer);
  bool answers_for_erased(const std::string& case_id, const std::string& by);
  void record_erasure(const Case& before, const Event& event);
  void mask_beside(const Case& before, const Event& erased);
  void mask_looks(const std::string& case_id, const std::vector<HiddenName>& names);
  void mask_guests(const std::string& case_id, const std::vector<HiddenName>& names, const Event& erased);
  void forget_in_meeting(const std::string& day, std::string_view whose, const std::string& by, Time at,
                         const std::function<bool(MeetingEvent&)>& forget);
  void forget_in_meetings(const std::vector<std::string>& names, const TeamEvent& erased);
  std::optional<engine::Remark> named_in_cases(const std::vector<std::string>& names, const std::string& by,
                                               const std::string& mends);
  std::optional<engine::Remark> called_as_somebody(const std::string& name, const std::string& by);
  void remark_strangers(const std::string& by, const Events& decided, std::vector<engine::Remark>& remarks);

  struct State;
  store::Store& store_;
  std::unique_ptr<State> state_;
};

}  // namespace casus::service
