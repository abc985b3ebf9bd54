// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/session.hpp"

#include <string_view>

/// What an event changes in a session of a kind, a source for each kind. Internal to core/learning.
namespace casus::learning {

[[noreturn]] void damaged(std::string_view what);

void evolve_more(Session& it, const CircleBegun& e, Date on);
void evolve_more(Session& it, const RoundAsked& e, Date on);
void evolve_more(Session& it, const CardWritten& e, Date on);
void evolve_more(Session& it, const CardTakenBack& e, Date on);
void evolve_more(Session& it, const CardsShown& e, Date on);
void evolve_more(Session& it, const CardsClustered& e, Date on);
void evolve_more(Session& it, const DotsPlaced& e, Date on);
void evolve_more(Session& it, const DotsShown& e, Date on);
void evolve_more(Session& it, const StoodOnLine& e, Date on);
void evolve_more(Session& it, const LineShown& e, Date on);
void evolve_more(Session& it, const HarvestNoted& e, Date on);
void evolve_more(Session& it, const CircleStepAgreed& e, Date on);
void evolve_more(Session& it, const CircleStepAnswered& e, Date on);
void evolve_more(Session& it, const StruckFromCircle& e, Date on);
void evolve_more(Session& it, const CircleCancelled& e, Date on);
void evolve_more(Session& it, const CircleReported& e, Date on);
void evolve_more(Session& it, const CircleObjected& e, Date on);
void evolve_more(Session& it, const CircleSettled& e, Date on);

void evolve_more(Session& it, const SentenceProposed& e, Date on);
void evolve_more(Session& it, const SentenceBacked& e, Date on);
void evolve_more(Session& it, const SentenceReworded& e, Date on);
void evolve_more(Session& it, const SentenceTried& e, Date on);
void evolve_more(Session& it, const SentenceAdopted& e, Date on);
void evolve_more(Session& it, const SentenceLapsed& e, Date on);
void evolve_more(Session& it, const SentenceDestroyed& e, Date on);
void evolve_more(Session& it, const SentenceObjected& e, Date on);
void evolve_more(Session& it, const ObjectionHeard& e, Date on);

void evolve_more(Session& it, const PaperBegun& e, Date on);
void evolve_more(Session& it, const OwnLineWritten& e, Date on);
void evolve_more(Session& it, const OwnLineOffered& e, Date on);
void evolve_more(Session& it, const PaperCardWritten& e, Date on);
void evolve_more(Session& it, const PaperRoundTurned& e, Date on);
void evolve_more(Session& it, const PaperLineSettled& e, Date on);
void evolve_more(Session& it, const TakenOutOfPaper& e, Date on);
void evolve_more(Session& it, const PaperPromised& e, Date on);
void evolve_more(Session& it, const PromiseAnswered& e, Date on);
void evolve_more(Session& it, const PaperProofed& e, Date on);
void evolve_more(Session& it, const PaperPublished& e, Date on);
void evolve_more(Session& it, const PaperCancelled& e, Date on);

void evolve_more(Session& it, const CoursePlanned& e, Date on);
void evolve_more(Session& it, const CourseMeetingChanged& e, Date on);
void evolve_more(Session& it, const CourseMeetingFilled& e, Date on);
void evolve_more(Session& it, const CourseMeetingDropped& e, Date on);
void evolve_more(Session& it, const CourseMeetingHeld& e, Date on);
void evolve_more(Session& it, const HomeworkWritten& e, Date on);
void evolve_more(Session& it, const HomeworkFinished& e, Date on);
void evolve_more(Session& it, const TakenAlong& e, Date on);
void evolve_more(Session& it, const StruckFromCourse& e, Date on);
void evolve_more(Session& it, const CourseCancelled& e, Date on);

void evolve_more(Session& it, const AreaCycleBegun& e, Date on);
void evolve_more(Session& it, const AreaCycleTurned& e, Date on);
void evolve_more(Session& it, const AreaQuestionAnswered& e, Date on);
void evolve_more(Session& it, const AreaCycleCancelled& e, Date on);
void evolve_more(Session& it, const AreaFigureNoted& e, Date on);
void evolve_more(Session& it, const AreaVoiceNoted& e, Date on);
void evolve_more(Session& it, const AreaPointNoted& e, Date on);
void evolve_more(Session& it, const StruckFromArea& e, Date on);

/// What a person gave is not there any more.
void forget_in(Circle& circle, const std::string& person, Date on);
void forget_in(Playbook& book, const std::string& person);
void forget_in(Paper& paper, const std::string& person);
void forget_in(Course& course, const std::string& person);

}  // namespace casus::learning
