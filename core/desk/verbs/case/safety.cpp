// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/verbs/case/export.hpp"
#include "core/desk/verbs/case/pages.hpp"
#include "core/report/documents/dossier_parts.hpp"

#include <nlohmann/json.hpp>

/// Safety: a concern with the steps of the meldcode, and acute danger.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, RaiseConcern& body) { slots.word(body.text, "help.what_saw_heard"); }

void parameters_of(Slots& slots, RaiseAcute& body) { slots.word(body.text, "help.danger_now_why"); }

void parameters_of(Slots& slots, HandleAcute& body) { slots.word(body.text, "help.what_done"); }

void parameters_of(Slots& slots, TakeMeldcodeStep& body) {
  slots.word(body.step, "help.1_signals_2_consult_3");
  slots.word(body.text, "help.what_happened_step");
  slots.option(body.who, "help.did_else");
  Slots::looks_back(slots.option(body.on, "help.which_day_else_today"), body.on);
  slots.option(body.consulted, "help.step_2_consulted");
  slots.option(body.not_held, "help.step_3_not_held");
  slots.option(body.children, "help.step_4_children");
  slots.option(body.suspicion, "help.step_4_suspicion");
  slots.option(body.unsafe, "help.step_4_unsafe");
  slots.option(body.help_works, "help.step_4_help_works");
  slots.option(body.help_taken, "help.step_4_help_taken");
  slots.option(body.safe_in_time, "help.step_4_safe_in_time");
  slots.option(body.report_needed, "help.step_5_reporting_needed");
  slots.option(body.help_possible, "help.step_5_help_also_possible");
}

void parameters_of(Slots& slots, ClearSafety& body) {
  slots.option("because", body.because, "help.what_came_of_concern").needed_by_rules();
}

/// The resident reads of safety what the table wrote in the extract for them, after weighing it.
class SafetyShow final : public CasePage {
 protected:
  CasePart part() const override { return CasePart::overview; }
  void page(Desk& desk, Reply& reply, const Case& state, Sight sight) override {
    if (sight == Sight::resident) return show_extract(desk, reply, state);
    if (desk.json())
      reply.json(parts_of_case(state, desk.definitions(), {"safety", "safety_notes", "meldcode_step", "meldcode"}));
    else reply.page(report::dossier::safety_page(state, desk.definitions(), desk.voice()));
  }
};

}  // namespace

Entries safety_verbs() {
  return {
      {"case safety show", "help.safety_as_it_stands", "help.case_safety_show_2026_001", fresh<SafetyShow>},
      {"case safety concern", "help.safety_concern_meldcode_begins", "help.case_safety_concern_2026_001",
       fresh<Plain<RaiseConcern, parameters_of>>},
      {"case safety step", "help.step_meldcode", "help.case_safety_step_2026_001",
       fresh<Plain<TakeMeldcodeStep, parameters_of>>},
      {"case safety acute", "help.somebody_danger_now_everything_waits", "help.case_safety_acute_2026_001",
       fresh<Plain<RaiseAcute, parameters_of>>},
      {"case safety handle", "help.what_done_about_acute_danger", "help.case_safety_handle_2026_001",
       fresh<Plain<HandleAcute, parameters_of>>},
      {"case safety clear", "help.concern_over", "help.case_safety_clear_2026_001",
       fresh<Plain<ClearSafety, parameters_of>>},
  };
}

}  // namespace casus::desk
