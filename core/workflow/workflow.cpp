// SPDX-License-Identifier: EUPL-1.2
#include "core/workflow/workflow.hpp"

#include <algorithm>
#include <cassert>

namespace casus::workflow {
namespace {

auto find(const Workflow& workflow, Phase phase) {
  const auto found = std::ranges::find(workflow.phases, phase, &PhaseRule::phase);
  assert(found != workflow.phases.end());  // a workflow without problems has all four
  return found;
}

}  // namespace

std::optional<Phase> Workflow::after(Phase phase) const {
  const auto next = std::next(find(*this, phase));
  return next == phases.end() ? std::nullopt : std::optional(next->phase);
}

bool Workflow::before(Phase a, Phase b) const { return find(*this, a) < find(*this, b); }

const PhaseRule& Workflow::rule(Phase phase) const { return *find(*this, phase); }

std::optional<std::pair<Phase, Phase>> Workflow::misfit(const method::Definition& method) const {
  for (const auto& need : method.before)
    if (!before(need.first, need.second)) return need;
  return std::nullopt;
}

}  // namespace casus::workflow
