// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/vocabulary.hpp"
#include "core/model/commands.hpp"

#include <optional>
#include <type_traits>

/// Which commands a case takes in which stage, as lists of their types: a new command belongs where it is named here.
/// Internal to decide.
namespace casus::engine {

template <class Command, class... Others>
constexpr bool is_one_of = (std::is_same_v<Command, Others> || ...);

/// Who is around the resident can be put right at any time that the case takes people.
template <class C>
constexpr bool is_about_people =
    is_one_of<C, NameForNetwork, LeaveNetwork, EndTie, PlaceInFamily, LinkParent, LinkPartners, CutFamily>;

/// Who is who, and what the law gives the resident, waits for no step.
template <class C>
constexpr bool is_at_any_time =
    is_one_of<C, HandOver, MergePersons, AskRight, AnswerRight, EraseDue, AddBasis, DropBasis, MergeCase, SeparateCase,
              LiftRestriction, TransferCase, ConfirmTransfer, CallBackTransfer>;

/// Danger waits for no question and no pause.
template <class C>
constexpr bool is_about_safety = is_one_of<C, RaiseConcern, RaiseAcute, TakeMeldcodeStep, HandleAcute, ClearSafety>;

/// What was said can be put right at any time.
template <class C>
constexpr bool puts_it_right = is_one_of<C, Correct, Withdraw, Restore, Destroy, MoveOver>;

/// Commands that make sense before the first step.
template <class C>
constexpr bool in_intake =
    is_one_of<C, SetBasis, AskQuestion, AskForPlace, AddParticipant, RemoveParticipant, ChangeMethod, AdoptDefinitions,
              NextStep, OptInDomain, SetGoal, SetReview, TellResident, AddNetworkPerson, AskPerson, AddTie, ErasePerson,
              EraseCase, ChangeGoal, AgreePlan, AttachFile> ||
    is_at_any_time<C> || is_about_people<C> || is_about_safety<C> || puts_it_right<C>;

/// Commands that a paused case takes: people, agreements and terms go on, the review itself does not.
template <class C>
constexpr bool while_paused =
    is_one_of<C, ResumeCase, SetBasis, AddParticipant, RemoveParticipant, SetReview, TellResident, FinishAction,
              MoveAction, AddNetworkPerson, AskPerson, AddTie, AdoptDefinitions, ChangeMethod, ErasePerson, EraseCase,
              ChangeGoal, ChangeAction, AgreePlan, AttachFile> ||
    is_at_any_time<C> || is_about_people<C> || is_about_safety<C> || puts_it_right<C>;

/// A closed case takes what came of its agreements, what the resident was told, and what it needs to open again: people
/// who are still there and a method that is.
template <class C>
constexpr bool when_closed = is_one_of<C, ReopenCase, AddParticipant, TellResident, FinishAction, AdoptDefinitions,
                                       ChangeMethod, ErasePerson, EraseCase> ||
                             is_at_any_time<C> || puts_it_right<C>;

/// What acute danger interrupts (R14).
template <class C>
constexpr bool interrupted = is_one_of<C, NextStep, BackStep, Say, Record, Vote, Pass, ChooseBranch, MoveToGroup,
                                       StartRound, CloseCase, PauseCase>;

/// What private time still takes (R13): moving on, and safety.
template <class C>
constexpr bool in_private_time = is_one_of<C, NextStep, BackStep, PauseCase, CloseCase, ChangeMethod, AdoptDefinitions,
                                           RemoveParticipant, ErasePerson, EraseCase, Destroy> ||
                                 is_at_any_time<C> || is_about_safety<C>;

/// What ends private time: the circle does not go on, or off to another method, at the word of the team.
template <class C>
constexpr bool ends_private_time = is_one_of<C, NextStep, BackStep, CloseCase, ChangeMethod, AdoptDefinitions>;

/// What needs the method to be there: everything that walks through its steps.
template <class C>
constexpr bool needs_method =
    is_one_of<C, NextStep, BackStep, Say, Record, Vote, Pass, ChooseBranch, MoveToGroup, StartRound>;

/// What a case still takes that went to another team: what belongs to the transfer, to what stays here of it by law,
/// and to who leaves. What was written down of a request is put right there as well (mends_a_request).
template <class C>
constexpr bool when_transferred = is_one_of<C, ConfirmTransfer, CallBackTransfer, AskRight, AnswerRight,
                                            LiftRestriction, EraseDue, EraseCase, ErasePerson, Destroy, HandOver>;

/// What is noted beside the talk; under the floor where the step says so.
template <class C>
constexpr std::optional<method::Beside> kBeside = is_one_of<C, GiveScore, ScoreGoal>
                                                      ? std::optional(method::Beside::scores)
                                                  : std::is_same_v<C, AddAction>
                                                      ? std::optional(method::Beside::actions)
                                                  : is_one_of<C, AddNetworkPerson, NameForNetwork>
                                                      ? std::optional(method::Beside::network)
                                                      : std::nullopt;

/// What somebody does who has a seat and is not at the table now: as in a pause what was agreed goes on, the talk does
/// not.
template <class C>
constexpr bool from_elsewhere = is_one_of<C, AskForPlace> ||
                                (while_paused<C> && !kBeside<C>.has_value() &&
                                 !is_one_of<C, ResumeCase, ChangeMethod, AdoptDefinitions>);

}  // namespace casus::engine
