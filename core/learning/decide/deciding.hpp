// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/decide/decide.hpp"

#include <string>
#include <utility>
#include <vector>

/// How every decider of a learning session works. Internal to core/learning.
namespace casus::learning {

using text::gap;
using text::Message;
using text::msg;
using text::way;

Refusal no(std::string name, Message reason, Message remedy);
inline tl::unexpected<Refusal> refuse(std::string name, Message reason, Message remedy) {
  return failure(no(std::move(name), std::move(reason), std::move(remedy)));
}
inline bool blank(std::string_view text) { return trimmed(text).empty(); }

/// Events under way: who does it comes first, when they are new in this session.
class Deciding {
 public:
  Deciding(const Session& it, const LearningCommand& command, const Facts& facts);

  /// The id of who does it, or of a named person: joined when they are new.
  const std::string& actor() { return actor_; }
  std::string person(const std::string& name);
  void add(LearningEventBody body);
  LearningEvents events() && { return std::move(events_); }

  const Session& it;
  const LearningCommand& command;
  const Facts& facts;
  const Date today;

 private:
  std::vector<std::pair<std::string, std::string>> joined_;  ///< id and name
  LearningEvents events_;
  std::string actor_;
  std::optional<Typist> seat_;
};

/// A text that lies with the team: no names of `names`, no number of a case, nothing that leads back to somebody (R15).
std::optional<Refusal> leads_back(std::string_view text, const std::vector<std::string>& names);
std::optional<Refusal> empty_text(std::string_view text, Message what);
/// Both, for a text that the team reads: names of the team are not in it either.
std::optional<Refusal> text_off(const Deciding& at, std::string_view text, Message what);
/// Both, for what somebody says in their own name.
std::optional<Refusal> own_text_off(std::string_view text, Message what);
/// Of why a session is cancelled: that it says nothing, or leads back to somebody.
std::optional<Refusal> cancel_reason_off(const Deciding& at, std::string_view because);
/// There is no instrument of that kind called so; names the nearest.
Refusal no_instrument(const Deciding& at, std::string_view wanted);
/// A day that can only come, and is over.
std::optional<Refusal> day_is_past(Date on, Date today);
/// Signs, not bytes.
std::size_t letters_in(std::string_view text);
/// Names of the team, for `leads_back`.
std::vector<std::string> names_of_team(const Facts& facts);
/// What is meant in an instrument, or a refusal that names what there is: "team (integraal wijkteam), ...".
Outcome<const Item*, Refusal> item_meant(const Instrument& instrument, std::string_view typed,
                                         const std::vector<std::string_view>& groups);
/// "a, b".
std::string in_a_row(const std::vector<std::string>& parts, std::string_view separator = ", ");
/// "Ik: hoe sta ik erin?" of a round of the paper.
Message paper_round_name(std::string_view round);

LearningDecision decide_scan(Deciding& at, const StartScan& c);
LearningDecision decide_scan(Deciding& at, const AnswerScan& c);
LearningDecision decide_scan(Deciding& at, const CloseScan& c);
LearningDecision decide_scan(Deciding& at, const CancelScan& c);
LearningDecision decide_own(Deciding& at, const SetOwnGoal& c);
LearningDecision decide_own(Deciding& at, const ChangeOwnGoal& c);
LearningDecision decide_own(Deciding& at, const AddOwnEvidence& c);
LearningDecision decide_own(Deciding& at, const ReviewOwnGoal& c);
LearningDecision decide_own(Deciding& at, const WriteOwnLog& c);
LearningDecision decide_own(Deciding& at, const StrikeOwn& c);
LearningDecision decide_circle(Deciding& at, const BeginCircle& c);
LearningDecision decide_circle(Deciding& at, const AskRound& c);
LearningDecision decide_circle(Deciding& at, const WriteCard& c);
LearningDecision decide_circle(Deciding& at, const TakeCardBack& c);
LearningDecision decide_circle(Deciding& at, const ShowCards& c);
LearningDecision decide_circle(Deciding& at, const ClusterCards& c);
LearningDecision decide_circle(Deciding& at, const PlaceDots& c);
LearningDecision decide_circle(Deciding& at, const ShowDots& c);
LearningDecision decide_circle(Deciding& at, const StandOnLine& c);
LearningDecision decide_circle(Deciding& at, const ShowLine& c);
LearningDecision decide_circle(Deciding& at, const NoteHarvest& c);
LearningDecision decide_circle(Deciding& at, const AgreeCircleStep& c);
LearningDecision decide_circle(Deciding& at, const AnswerCircleStep& c);
LearningDecision decide_circle(Deciding& at, const StrikeFromCircle& c);
LearningDecision decide_circle(Deciding& at, const CancelCircle& c);
LearningDecision decide_circle(Deciding& at, const ReportCircle& c);
LearningDecision decide_circle(Deciding& at, const ObjectToCircle& c);
LearningDecision decide_circle(Deciding& at, const SettleCircle& c);
LearningDecision decide_playbook(Deciding& at, const ProposeSentence& c);
LearningDecision decide_playbook(Deciding& at, const RewordSentence& c);
LearningDecision decide_playbook(Deciding& at, const TrySentence& c);
LearningDecision decide_playbook(Deciding& at, const AdoptSentence& c);
LearningDecision decide_playbook(Deciding& at, const LapseSentence& c);
LearningDecision decide_playbook(Deciding& at, const DestroySentence& c);
LearningDecision decide_playbook(Deciding& at, const ObjectToSentence& c);
LearningDecision decide_playbook(Deciding& at, const HearObjection& c);
LearningDecision decide_paper(Deciding& at, const BeginPaper& c);
LearningDecision decide_paper(Deciding& at, const WriteOwnLine& c);
LearningDecision decide_paper(Deciding& at, const OfferOwnLine& c);
LearningDecision decide_paper(Deciding& at, const WritePaperCard& c);
LearningDecision decide_paper(Deciding& at, const TurnPaperRound& c);
LearningDecision decide_paper(Deciding& at, const SettlePaperLine& c);
LearningDecision decide_paper(Deciding& at, const TakeOutOfPaper& c);
LearningDecision decide_paper(Deciding& at, const PromiseInPaper& c);
LearningDecision decide_paper(Deciding& at, const AnswerPromise& c);
LearningDecision decide_paper(Deciding& at, const ProofPaper& c);
LearningDecision decide_paper(Deciding& at, const PublishPaper& c);
LearningDecision decide_paper(Deciding& at, const CancelPaper& c);
LearningDecision decide_course(Deciding& at, const PlanCourse& c);
LearningDecision decide_course(Deciding& at, const ChangeCourseMeeting& c);
LearningDecision decide_course(Deciding& at, const FillCourseMeeting& c);
LearningDecision decide_course(Deciding& at, const DropCourseMeeting& c);
LearningDecision decide_course(Deciding& at, const HoldCourseMeeting& c);
LearningDecision decide_course(Deciding& at, const WriteHomework& c);
LearningDecision decide_course(Deciding& at, const FinishHomework& c);
LearningDecision decide_course(Deciding& at, const TakeAlong& c);
LearningDecision decide_course(Deciding& at, const StrikeFromCourse& c);
LearningDecision decide_course(Deciding& at, const CancelCourse& c);
LearningDecision decide_area(Deciding& at, const BeginAreaCycle& c);
LearningDecision decide_area(Deciding& at, const TurnAreaCycle& c);
LearningDecision decide_area(Deciding& at, const AnswerAreaQuestion& c);
LearningDecision decide_area(Deciding& at, const CancelAreaCycle& c);
LearningDecision decide_area(Deciding& at, const NoteAreaFigure& c);
LearningDecision decide_area(Deciding& at, const NoteAreaVoice& c);
LearningDecision decide_area(Deciding& at, const NoteAreaPoint& c);
LearningDecision decide_area(Deciding& at, const StrikeFromArea& c);

}  // namespace casus::learning
