// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/phases.hpp"

namespace casus::engine {

bool comes(const Case& state, const Library& library, Phase phase) {
  const auto* method = library.pinned_method(state.method(phase));
  return method == nullptr || !method->leaves_out(phase);
}

Phase first_phase(const Case& state, const Library& library, const workflow::Workflow& workflow) {
  for (const auto& rule : workflow.phases)
    if (comes(state, library, rule.phase)) return rule.phase;
  return workflow.first();
}

std::optional<Phase> phase_after(const Case& state, const Library& library, const workflow::Workflow& workflow,
                                 Phase phase) {
  auto next = workflow.after(phase);
  while (next && !comes(state, library, *next)) next = workflow.after(*next);
  return next;
}

std::optional<Phase> phase_before(const Case& state, const Library& library, const workflow::Workflow& workflow,
                                  Phase phase) {
  std::optional<Phase> last;
  for (const auto& rule : workflow.phases) {
    if (rule.phase == phase) break;
    if (comes(state, library, rule.phase)) last = rule.phase;
  }
  return last;
}

std::vector<Phase> left_out_on_the_way(const Case& state, const Library& library, const workflow::Workflow& workflow,
                                       std::optional<Phase> from, Phase to) {
  std::vector<Phase> left_out;
  bool on_the_way = !from;
  for (const auto& rule : workflow.phases) {
    if (rule.phase == to) break;
    if (on_the_way && !comes(state, library, rule.phase)) left_out.push_back(rule.phase);
    on_the_way = on_the_way || rule.phase == from;
  }
  return on_the_way ? left_out : std::vector<Phase>{};
}

bool plan_ends_with(const Case& state, const Library& library, const workflow::Workflow& workflow, Phase phase) {
  if (phase == Phase::plan_of_action || comes(state, library, Phase::plan_of_action))
    return phase == Phase::plan_of_action;
  const auto next = phase_after(state, library, workflow, phase);
  return workflow.before(phase, Phase::plan_of_action) && (!next || workflow.before(Phase::plan_of_action, *next));
}

}  // namespace casus::engine
