// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/one_of.hpp"
#include "core/model/case/attachment.hpp"
#include "core/model/case/decision.hpp"
#include "core/model/case/ending.hpp"
#include "core/model/case/family.hpp"
#include "core/model/case/groups.hpp"
#include "core/model/case/identity.hpp"
#include "core/model/case/mending.hpp"
#include "core/model/case/merged_case.hpp"
#include "core/model/case/network.hpp"
#include "core/model/case/opening.hpp"
#include "core/model/case/plan.hpp"
#include "core/model/case/recorded.hpp"
#include "core/model/case/rights.hpp"
#include "core/model/case/talk.hpp"
#include "core/model/case/transfer.hpp"
#include "core/model/case/voting.hpp"
#include "core/model/typist.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace casus {

using CommandVariant =
    std::variant<OpenCase, SetBasis, AskQuestion, AskForPlace, AddParticipant, RemoveParticipant, ChangeMethod,
                 AdoptDefinitions, NextStep, BackStep, Say, Pass, OptInDomain, GiveScore, CountLearning, CountSignal,
                 SetGoal, ScoreGoal, AddAction, FinishAction, MoveAction, RaiseDecision, GiveOpinion, TakeDecision,
                 PresentPlan, AnswerPlan, SetReview, TellResident, Evaluate, AddNetworkPerson, AskPerson, AddTie,
                 RaiseConcern, RaiseAcute, TakeMeldcodeStep, HandleAcute, ClearSafety, StartRound, PauseCase,
                 ResumeCase, CloseCase, ReopenCase, ErasePerson, EraseCase, ChangeGoal, ChangeAction, AgreePlan,
                 NameForNetwork, LeaveNetwork, EndTie, PlaceInFamily, LinkParent, LinkPartners, CutFamily, Correct,
                 Withdraw, Restore, Destroy, MoveOver, AttachFile, HandOver, MergePersons, AskRight, AnswerRight,
                 EraseDue, AddBasis, DropBasis, MergeCase, SeparateCase, LiftRestriction, ChooseBranch, TransferCase,
                 ConfirmTransfer, CallBackTransfer, MoveToGroup, Record, Vote>;
extern template class OneOf<CommandVariant>;
struct CommandBody : OneOf<CommandVariant> {
  using OneOf::OneOf;
};

/// What somebody wants of a case. Everything that the engine may know arrives here: who, when, what.
struct Command {
  std::string id;  ///< sent twice, done once
  std::string case_id;
  std::string by;  ///< name or person id of who does it
  Time at{};
  std::optional<std::int64_t> expect;  ///< version of the case that the sender saw
  CommandBody body;
  std::optional<Typist> seat{};  ///< who sat at the keys; nothing: the one who does it
  std::chrono::seconds away{0};  ///< of the step that goes on: while the meeting spoke of something else, or was over
  Time typed{};                  ///< when it came in, when `at` says that it was earlier; else nothing
  bool of_meeting = false;       ///< the meeting seats those present: who may is decided there. In no line of JSON
};

std::string_view name_of(const CommandBody& body);

}  // namespace casus
