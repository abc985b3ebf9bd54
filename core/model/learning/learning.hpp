// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/one_of.hpp"
#include "core/model/learning/area_cycle.hpp"
#include "core/model/learning/circle.hpp"
#include "core/model/learning/course.hpp"
#include "core/model/learning/line_gone.hpp"
#include "core/model/learning/own.hpp"
#include "core/model/learning/paper.hpp"
#include "core/model/learning/people.hpp"
#include "core/model/learning/playbook.hpp"
#include "core/model/learning/scan.hpp"
#include "core/model/typist.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The team's own learning, beside the cases: a stream "learning/<session>" each. Nothing of a case is in it.
namespace casus {

/// The session in which the goals and logs of everybody lie, each under a key of their own.
inline constexpr std::string_view kOwnSession = "own";

using LearningVariant =
    std::variant<ForgetLearner, StartScan, AnswerScan, CloseScan, CancelScan, SetOwnGoal, ChangeOwnGoal, AddOwnEvidence,
                 ReviewOwnGoal, WriteOwnLog, StrikeOwn, BeginCircle, AskRound, WriteCard, TakeCardBack, ShowCards,
                 ClusterCards, PlaceDots, ShowDots, StandOnLine, ShowLine, NoteHarvest, AgreeCircleStep,
                 StrikeFromCircle, AnswerCircleStep, CancelCircle, ReportCircle, ObjectToCircle, SettleCircle,
                 ProposeSentence, RewordSentence, TrySentence, AdoptSentence, LapseSentence, ObjectToSentence,
                 HearObjection, BeginPaper, WriteOwnLine, OfferOwnLine, WritePaperCard, TurnPaperRound, SettlePaperLine,
                 TakeOutOfPaper, PromiseInPaper, AnswerPromise, ProofPaper, PublishPaper, CancelPaper, PlanCourse,
                 ChangeCourseMeeting, FillCourseMeeting, DropCourseMeeting, HoldCourseMeeting, WriteHomework,
                 FinishHomework, TakeAlong, StrikeFromCourse, CancelCourse, BeginAreaCycle, TurnAreaCycle,
                 AnswerAreaQuestion, CancelAreaCycle, NoteAreaFigure, NoteAreaVoice, NoteAreaPoint, StrikeFromArea,
                 DestroySentence, DestroySessionLine>;
extern template class OneOf<LearningVariant>;
struct LearningBody : OneOf<LearningVariant> {
  using OneOf::OneOf;
};
using LearningEventVariant =
    std::variant<LearnerJoined, LearnerForgotten, ScanStarted, ScanAnswered, ScanClosed, ScanCancelled, OwnGoalSet,
                 OwnGoalChanged, OwnEvidenceAdded, OwnGoalReviewed, OwnLogWritten, OwnStruck, CircleBegun, RoundAsked,
                 CardWritten, CardTakenBack, CardsShown, CardsClustered, DotsPlaced, DotsShown, StoodOnLine, LineShown,
                 HarvestNoted, CircleStepAgreed, CircleStepAnswered, StruckFromCircle, CircleCancelled, CircleReported,
                 CircleObjected, CircleSettled, SentenceProposed, SentenceBacked, SentenceReworded, SentenceTried,
                 SentenceAdopted, SentenceLapsed, SentenceObjected, ObjectionHeard, PaperBegun, OwnLineWritten,
                 OwnLineOffered, PaperCardWritten, PaperRoundTurned, PaperLineSettled, TakenOutOfPaper, PaperPromised,
                 PromiseAnswered, PaperProofed, PaperPublished, PaperCancelled, CoursePlanned, CourseMeetingChanged,
                 CourseMeetingFilled, CourseMeetingDropped, CourseMeetingHeld, HomeworkWritten, HomeworkFinished,
                 TakenAlong, StruckFromCourse, CourseCancelled, AreaCycleBegun, AreaCycleTurned, AreaQuestionAnswered,
                 AreaCycleCancelled, AreaFigureNoted, AreaVoiceNoted, AreaPointNoted, StruckFromArea, SentenceDestroyed,
                 SessionLineDestroyed>;
extern template class OneOf<LearningEventVariant>;
struct LearningEventBody : OneOf<LearningEventVariant> {
  using OneOf::OneOf;
};

struct LearningCommand {
  std::string id;       ///< sent twice, done once
  std::string session;  ///< "scan-1"; may be left out where there is one that can be meant (desk/completed)
  std::string by;       ///< name of who does it
  Time at{};
  std::optional<std::int64_t> expect;
  LearningBody body;
  std::optional<Typist> seat{};  ///< who sat at the keys; nothing: the one who does it
};

struct LearningEvent {
  Time at{};
  std::string by;  ///< id in this session
  LearningEventBody body;
  std::optional<Typist> seat{};  ///< who sat at the keys, by id too, when that was somebody else
};

using LearningEvents = std::vector<LearningEvent>;

std::string_view name_of(const LearningEventBody& body);

}  // namespace casus
