// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/engine.hpp"
#include "core/engine/refusing.hpp"
#include "core/lifecycle/lifecycle.hpp"
#include "core/model/person_name.hpp"

#include <fmt/format.h>
#include <algorithm>

#include <string>
#include <string_view>
#include <vector>

/// What the deciders of the different nouns share. Internal to core/engine.
namespace casus::engine {

using Decided = Outcome<Events, Refusal>;

/// Everything a decider may look at.
struct Deciding {
  const Case& c;
  const Command& command;
  const Library& library;
  const Events* history = nullptr;               ///< that made the case; only for what puts it right
  const Case* other = nullptr;                   ///< the case that it is one with; only for what says so
  const Person* actor = nullptr;                 ///< who does it; nullptr only for OpenCase
  const method::Definition* method = nullptr;    ///< of the current phase, nullptr when it is not to be had
  const workflow::Workflow* workflow = nullptr;  ///< nullptr when it is not to be had
  const method::Step* step = nullptr;            ///< the step that is going on, nullptr in intake or without definition

  Time at() const { return command.at; }
  Date today() const { return date_of(command.at); }
  /// The day on which it was typed, whatever day it says.
  Date typed_on() const { return date_of(std::max(command.at, command.typed)); }

  /// Who does it, for the history: the id in the case; the name of somebody who has no place in it. Who opens a case is
  /// the first person of it.
  std::string acting() const {
    if (actor != nullptr) return actor->id;
    return c.exists() ? command.by : "p1";
  }

  template <class Body>
  Event event(Body body) const {
    return {command.at, acting(), EventBody(std::move(body))};
  }
  Decided one(auto body) const {
    Events events;
    events.push_back(event(std::move(body)));
    return events;
  }

  /// The person meant by a name, an id, a role word ("inwoner"), the beginning of a name that only one here has, or the
  /// name that a colleague has or had in the team; nullptr when nobody is, or when it could be more than one (`nobody`
  /// says which).
  const Person* person(std::string_view text) const;
};

/// With who does it and where the case stands. The arguments live as long as what is made of them.
Deciding deciding_on(const Case& state, const Command& command, const Library& library, const Events* history = nullptr,
                     const Case* other = nullptr);

/// Writes beside each event who sat at the keys, where that was not who did it.
void say_who_typed(const Case& state, const Command& command, const Person* actor, Events& decided);

/// The role that a word stands for, with or without its article: "inwoner", "the resident".
std::optional<Role> role_meant(std::string_view text);

/// Why somebody with a link of their own may not do this; nothing when they may. Asked for such a seat alone.
std::optional<Refusal> not_theirs(const Deciding& d);

/// That the resident says something by a link of their own. It waits for no step, no turn, no end of a pause and no end
/// of danger, and moves none of them. Not in private time, of which nothing is kept (R13).
bool said_from_home(const Deciding& d);

/// That who has a link of their own does this from where they are, at the table or not, also who never sat there. What
/// is asked of the table itself, a vote or a record, takes a seat at it.
bool answers_from_home(const Deciding& d);

/// Why the resident, somebody of the circle or who looks on from elsewhere may not do this, from whatever seat: who
/// else sits at the table, on which ground and by which method, and whether the case ends is the work of colleagues.
std::optional<Refusal> not_for_those_around(const Deciding& d);

/// Before the first step. A case that nobody talks about any more is not closed then: nothing came of it to keep.
Refusal not_begun(const Deciding& d, bool would_close);

/// Why nothing that follows the workflow can be done: its definition is not to be had.
Refusal workflow_missing(const Deciding& d);

/// Refuses because nobody is called that; names the nearest who is.
tl::unexpected<Refusal> nobody(const Deciding& d, std::string_view text);

/// Whoever sits here to work does not become somebody around the resident by having the name of one.
std::optional<Refusal> name_of_colleague(const Person* known);

/// Where a colleague may be meant: the name is that of somebody around the resident, and of a colleague of the team who
/// has no place in the case. Which of the two it is, nobody guesses; the number in the case says it.
std::optional<Refusal> two_of_one_name(const Deciding& d, std::string_view text);

/// Refuses because there is no such goal, action, decision, ...; names those that are there, or where there is none how
/// one comes.
tl::unexpected<Refusal> nothing(Message what, std::string_view id, const std::vector<std::string_view>& known,
                                std::optional<text::Way> add = {});

/// The next id of a list: "a1", "a2", ...
inline std::string next_id(char letter, std::size_t have) { return letter + std::to_string(have + 1); }
/// The same for records of a case, of which some may have been taken back: an id is never given twice.
inline std::string next_id(const Case& c, char letter, std::size_t have) {
  return next_id(letter, have + c.taken_back_of(letter));
}

/// The name of a role in this method, else the general word.
Message role_name(const method::Definition* method, Role role);

/// "teamlid of gespreksleider": roles in words.
Message role_words(const method::Definition* method, const std::vector<Role>& roles);

Decided decide_on(const Deciding& d, const OpenCase& command);
Decided decide_on(const Deciding& d, const SetBasis& command);
Decided decide_on(const Deciding& d, const AskQuestion& command);
Decided decide_on(const Deciding& d, const AskForPlace& command);
Decided decide_on(const Deciding& d, const AddParticipant& command);
Decided decide_on(const Deciding& d, const RemoveParticipant& command);
Decided decide_on(const Deciding& d, const ChangeMethod& command);
Decided decide_on(const Deciding& d, const AdoptDefinitions& command);
Decided decide_on(const Deciding& d, const NextStep& command);
Decided decide_on(const Deciding& d, const BackStep& command);
Decided decide_on(const Deciding& d, const Say& command);
Decided decide_on(const Deciding& d, const Record& command);
Decided decide_on(const Deciding& d, const Vote& command);
Decided decide_on(const Deciding& d, const Pass& command);
Decided decide_on(const Deciding& d, const ChooseBranch& command);
Decided decide_on(const Deciding& d, const MoveToGroup& command);
Decided decide_on(const Deciding& d, const OptInDomain& command);
Decided decide_on(const Deciding& d, const GiveScore& command);
Decided decide_on(const Deciding& d, const CountLearning& command);
Decided decide_on(const Deciding& d, const CountSignal& command);
Decided decide_on(const Deciding& d, const SetGoal& command);
Decided decide_on(const Deciding& d, const ScoreGoal& command);
Decided decide_on(const Deciding& d, const AddAction& command);
Decided decide_on(const Deciding& d, const FinishAction& command);
Decided decide_on(const Deciding& d, const MoveAction& command);
Decided decide_on(const Deciding& d, const RaiseDecision& command);
Decided decide_on(const Deciding& d, const GiveOpinion& command);
Decided decide_on(const Deciding& d, const TakeDecision& command);
Decided decide_on(const Deciding& d, const PresentPlan& command);
Decided decide_on(const Deciding& d, const AnswerPlan& command);
Decided decide_on(const Deciding& d, const SetReview& command);
Decided decide_on(const Deciding& d, const TellResident& command);
Decided decide_on(const Deciding& d, const Evaluate& command);
Decided decide_on(const Deciding& d, const AddNetworkPerson& command);
Decided decide_on(const Deciding& d, const AskPerson& command);
Decided decide_on(const Deciding& d, const AddTie& command);
Decided decide_on(const Deciding& d, const RaiseConcern& command);
Decided decide_on(const Deciding& d, const RaiseAcute& command);
Decided decide_on(const Deciding& d, const TakeMeldcodeStep& command);
Decided decide_on(const Deciding& d, const HandleAcute& command);
Decided decide_on(const Deciding& d, const ClearSafety& command);
Decided decide_on(const Deciding& d, const StartRound& command);
Decided decide_on(const Deciding& d, const PauseCase& command);
Decided decide_on(const Deciding& d, const ResumeCase& command);
Decided decide_on(const Deciding& d, const CloseCase& command);
Decided decide_on(const Deciding& d, const ReopenCase& command);
Decided decide_on(const Deciding& d, const ErasePerson& command);
Decided decide_on(const Deciding& d, const EraseCase& command);
Decided decide_on(const Deciding& d, const ChangeGoal& command);
Decided decide_on(const Deciding& d, const ChangeAction& command);
Decided decide_on(const Deciding& d, const AgreePlan& command);
Decided decide_on(const Deciding& d, const NameForNetwork& command);
Decided decide_on(const Deciding& d, const LeaveNetwork& command);
Decided decide_on(const Deciding& d, const EndTie& command);
Decided decide_on(const Deciding& d, const PlaceInFamily& command);
Decided decide_on(const Deciding& d, const LinkParent& command);
Decided decide_on(const Deciding& d, const LinkPartners& command);
Decided decide_on(const Deciding& d, const CutFamily& command);
Decided decide_on(const Deciding& d, const HandOver& command);
Decided decide_on(const Deciding& d, const MergePersons& command);
Decided decide_on(const Deciding& d, const AskRight& command);
Decided decide_on(const Deciding& d, const AnswerRight& command);
Decided decide_on(const Deciding& d, const EraseDue& command);
Decided decide_on(const Deciding& d, const AddBasis& command);
Decided decide_on(const Deciding& d, const DropBasis& command);
Decided decide_on(const Deciding& d, const Correct& command);
Decided decide_on(const Deciding& d, const Withdraw& command);
Decided decide_on(const Deciding& d, const Restore& command);
Decided decide_on(const Deciding& d, const Destroy& command);
Decided decide_on(const Deciding& d, const MoveOver& command);
Decided decide_on(const Deciding& d, const AttachFile& command);
Decided decide_on(const Deciding& d, const MergeCase& command);
Decided decide_on(const Deciding& d, const SeparateCase& command);
Decided decide_on(const Deciding& d, const LiftRestriction& command);
Decided decide_on(const Deciding& d, const TransferCase& command);
Decided decide_on(const Deciding& d, const ConfirmTransfer& command);
Decided decide_on(const Deciding& d, const CallBackTransfer& command);

}  // namespace casus::engine
