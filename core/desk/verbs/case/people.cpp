// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"

/// Who is who in a case, and what the resident asks for under the law: handover, same, request, answer.
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
  slots.option(body.because, "help.how_know_one_person");
}

void parameters_of(Slots& slots, AskRight& body) {
  slots.word(body.right, "help.what_about");
  slots.word(body.text, "help.what_resident_asks");
  slots.option(body.on, "help.when_asked_else_today");
  slots.option(body.asked_by, "help.asked_when_another_parent_representative");
  slots.option(body.age, "help.age_when_resident_youth");
}

void parameters_of(Slots& slots, AnswerRight& body) {
  slots.word(body.request, "help.request_like_r1");
  slots.word(body.answer, "help.what_decided");
  slots.option(body.because, "help.why_needed_refuse_put_off");
  slots.option(body.on, "help.when_resident_heard_else_today");
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
  };
}

}  // namespace casus::desk
