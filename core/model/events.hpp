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
#include "core/model/case/role_turned.hpp"
#include "core/model/case/talk.hpp"
#include "core/model/case/transfer.hpp"
#include "core/model/case/voting.hpp"
#include "core/model/typist.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus {

using EventVariant =
    std::variant<CaseOpened, BasisSet, QuestionAsked, PlaceAsked, ParticipantAdded, ParticipantLeft, MethodChanged,
                 DefinitionsAdopted, StepEntered, StepLeft, Contributed, TurnPassed, DomainOptedIn, Scored,
                 LearningCounted, SignalCounted, GoalSet, GoalScored, ActionAdded, ActionFinished, ActionMoved,
                 DecisionRaised, OpinionGiven, DecisionTaken, PlanPresented, PlanAnswered, ReviewSet, ResidentTold,
                 Evaluated, NetworkPersonAdded, PersonAsked, TieAdded, ConcernRaised, AcuteRaised, MeldcodeStepTaken,
                 AcuteHandled, SafetyCleared, RoundStarted, CasePaused, CaseResumed, CaseClosed, CaseReopened,
                 PersonErased, CaseErased, GoalChanged, ActionChanged, PlanAgreed, NamedForNetwork, NetworkLeft,
                 TieEnded, FamilyMemberPlaced, ParentLinked, PartnersLinked, FamilyCut, Corrected, Withdrawn, Restored,
                 TextDestroyed, PersonNamed, BroughtOver, FileAttached, HandedOver, PersonsMerged, RightAsked,
                 RightAnswered, BasisAdded, BasisDropped, CaseMerged, CaseTakenIn, CaseSeparated, CaseGivenBack,
                 RestrictionLifted, BranchChosen, CaseTransferred, TransferConfirmed, TransferCalledBack, CaseReceived,
                 GroupsMade, RoleTurned, Recorded, Voted, TurnTaken, SeatLimited>;
extern template class OneOf<EventVariant>;
struct EventBody : OneOf<EventVariant> {
  using OneOf::OneOf;
};

/// What happened. People are named by their id; `by` is the one who did it. What an event and its command both hold
/// stands in a struct of fields; the day that they differ, each takes its own. Fields that change are a new `kVersion`,
/// with a step in core/store/codec/upcast.cpp.
struct Event {
  Time at{};
  std::string by;
  EventBody body;
  std::optional<Typist> seat{};  ///< who sat at the keys, when that was somebody else
};

using Events = std::vector<Event>;

std::string_view name_of(const EventBody& body);

/// What somebody said in a step, in one text or in declared fields.
struct SaidInStep {
  std::string_view id;
  bool hidden = false;
  const std::vector<Noticed>* noticed = nullptr;  ///< never nullptr; lives as long as the event
};
/// Nothing for an event of another kind.
std::optional<SaidInStep> said_in_step(const EventBody& body);

}  // namespace casus
