// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/verbs/case/pages.hpp"

/// Deciding, the plan of the circle, and looking back: decide, circle-plan, review, tell, evaluate, round.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, RaiseDecision& body) {
  slots.word(body.question, "help.what_must_decided");
  slots.flag(body.heavy, "help.heavy_first_opinions_come_first");
}

void parameters_of(Slots& slots, GiveOpinion& body) {
  slots.word(body.decision, "help.id_decision_like_d1");
  slots.word(body.stance, "help.against_unsure");
  slots.word(body.text, "help.why");
}

void parameters_of(Slots& slots, TakeDecision& body) {
  slots.word(body.decision, "help.id_decision_like_d1");
  slots.word(body.outcome, "help.what_decided");
  slots.option(body.because, "help.why").usual = true;
  slots.option(body.dissent, "help.another_view_may_repeated");
  slots.option(body.without_opinions, "help.why_everyone_gave_first_opinion");
}

void parameters_of(Slots& slots, PresentPlan& body) { slots.word(body.text, "help.plan_words_circle"); }

void parameters_of(Slots& slots, AnswerPlan& body) {
  slots.word(body.accepted, "help.yes");
  slots.option(body.ground, "help.only_safety_law");
  slots.option(body.because, "help.why_2");
}

void parameters_of(Slots& slots, SetReview& body) { slots.word("DAY", body.on, "help.day_look_back_like_6w"); }

void parameters_of(Slots& slots, TellResident& body) {
  slots.word(body.what, "help.what_resident_told");
  slots.option(body.who, "help.told_else");
  Slots::looks_back(slots.option(body.on, "help.which_day_else_today"), body.on);
  slots.flag(body.later, "help.told_later");
}

void parameters_of(Slots& slots, Evaluate& body) {
  slots.word(body.better, "help.what_better");
  slots.option(body.keep, "help.what_keep").usual = true;
  slots.option(body.change, "help.what_change").usual = true;
  slots.option(body.stop, "help.what_stop").usual = true;
}

void parameters_of(Slots& slots, StartRound& body) {
  slots.option(body.phase, "help.phase_begin_else_first");
  slots.option("because", body.because, "help.why");
}

}  // namespace

Entries decision_verbs() {
  return {
      {"case decide raise", "help.bring_up_decision", "help.case_decide_raise_2026_001",
       fresh<Plain<RaiseDecision, parameters_of>>},
      {"case decide opinion", "help.first_opinion_hidden_until_decision", "help.case_decide_opinion_2026_001",
       fresh<Plain<GiveOpinion, parameters_of>>},
      {"case decide take", "help.take_decision", "help.case_decide_take_2026_001",
       fresh<Plain<TakeDecision, parameters_of>>},
      {"case circle-plan present", "help.circle_presents_own_plan", "help.case_circle_plan_present_2026",
       fresh<Plain<PresentPlan, parameters_of>>},
      {"case circle-plan answer", "help.answer_circles_plan_same_day", "help.case_circle_plan_answer_2026",
       fresh<Plain<AnswerPlan, parameters_of>>},
      {"case review", "help.day_look_back", "help.case_review_2026_001_6w", fresh<Plain<SetReview, parameters_of>>},
      {"case tell", "help.record_resident_told", "help.case_tell_2026_001_what",
       fresh<Plain<TellResident, parameters_of>>},
      {"case evaluate", "help.look_back_first_what_better", "help.case_evaluate_2026_001_mail",
       fresh<Plain<Evaluate, parameters_of>>},
      {"case evaluation", "help.looking_back_one_sheet_then", "help.case_evaluation_2026_001_format",
       fresh<EvaluationPage>},
      {"case round", "help.next_round_after_evaluation", "help.case_round_2026_001_because",
       fresh<Plain<StartRound, parameters_of>>},
  };
}

}  // namespace casus::desk
