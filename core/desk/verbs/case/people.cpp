// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"

/// Who is who in a case, what the resident asks for under the law, and cases that are one: handover, same, request,
/// answer, lift, merge, separate.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, HandOver& body) {
  slots.word(body.person, "help.hands_over");
  slots.option(body.to, "help.takes_over");
  slots.option(body.because, "help.why_needed_when_table");
}

void parameters_of(Slots& slots, MergePersons& body) {
  slots.word(body.person, "help.twice");
  slots.option(body.into, "help.under_which_name_goes");
  slots.option(body.because, "help.how_know_one_person").needed_by_rules();
}

void parameters_of(Slots& slots, AskRight& body) {
  slots.word(body.right, "help.what_about");
  slots.word(body.text, "help.what_resident_asks");
  Slots::looks_back(slots.option(body.on, "help.when_asked_else_today"), body.on);
  slots.option(body.asked_by, "help.asked_when_another_parent_representative");
  slots.option(body.age, "help.age_when_resident_youth");
}

void parameters_of(Slots& slots, AnswerRight& body) {
  slots.word(body.request, "help.request_like_r1");
  slots.word(body.answer, "help.what_decided");
  slots.option(body.because, "help.why_needed_refuse_put_off");
  Slots::looks_back(slots.option(body.on, "help.when_resident_heard_else_today"), body.on);
}

void parameters_of(Slots& slots, LiftRestriction& body) {
  slots.word(body.request, "help.request_like_r1");
  slots.option(body.told, "help.when_resident_heard_it_would_end").needed_by_rules();
  slots.option(body.because, "help.why_restriction_ends").needed_by_rules();
  slots.option(body.on, "help.from_when_lifted_else_today");
}

void parameters_of(Slots& slots, MergeCase& body) {
  slots.option(body.into, "help.case_it_goes_on_in");
  slots.option(body.because, "help.how_know_one_case").needed_by_rules();
  slots.option(body.with, "help.owner_of_other_case").usual = true;
}

void parameters_of(Slots& slots, SeparateCase& body) {
  slots.option(body.because, "help.why_two_cases").needed_by_rules();
  slots.option(body.with, "help.owner_of_other_case").usual = true;
}

}  // namespace

Entries people_verbs() {
  return {
      {"case handover", "help.hand_roles_actions_over_colleague", "help.case_handover_2026_001_daan",
       fresh<Plain<HandOver, parameters_of>>},
      {"case same", "help.two_names_same_person", "help.case_same_2026_001_aunt",
       fresh<Plain<MergePersons, parameters_of>>},
      {"case request", "help.resident_asks_access_rectification_erasure", "help.case_request_2026_001_rectification",
       fresh<Plain<AskRight, parameters_of>>},
      {"case answer", "help.what_resident_told_request", "help.case_answer_2026_001_r1",
       fresh<Plain<AnswerRight, parameters_of>>},
      {"case lift", "help.end_restriction_of_resident", "help.case_lift_2026_001_r1",
       fresh<Plain<LiftRestriction, parameters_of>>},
      {"case merge", "help.two_cases_are_one", "help.case_merge_2026_002_into_2026_001",
       fresh<Plain<MergeCase, parameters_of>>},
      {"case separate", "help.two_cases_after_all", "help.case_separate_2026_002",
       fresh<Plain<SeparateCase, parameters_of>>},
  };
}

}  // namespace casus::desk
