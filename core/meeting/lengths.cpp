// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/lengths.hpp"

#include <algorithm>
#include <cmath>

namespace casus::meeting {

namespace {

double step_minutes(const method::Step& step, int people) {
  return step.minutes * (step.minutes_per_person ? std::max(people, 1) : 1);
}

/// Minutes of a phase from the step where the case is; the whole phase when it is not in it.
double phase_minutes(const Case& state, const engine::Library& library, Phase phase, int people) {
  const auto* method = library.pinned_method(state.method(phase));
  if (method == nullptr) return 0;
  const auto* here = state.here();
  const bool in_it = here != nullptr && here->phase == phase && method->step(phase, here->step) != nullptr;
  double sum = 0;
  bool counts = !in_it;
  for (const auto& step : method->steps(phase)) {
    counts = counts || step.id == here->step;
    if (counts) sum += step_minutes(step, people);
  }
  return sum;
}

Length rounded(double minutes, int own) {
  if (minutes <= 0) return {own, false};
  return {static_cast<int>(std::ceil(minutes)), true};
}

}  // namespace

Length follow_up_length(const Case& state, const engine::Library& library, int owners) {
  const auto* method = library.pinned_method(state.method(Phase::evaluation));
  if (method == nullptr || method->steps(Phase::evaluation).empty()) return {kFollowUp, false};
  return rounded(step_minutes(method->steps(Phase::evaluation).front(), owners), kFollowUp);
}

Length evaluation_length(const Case& state, const engine::Library& library, int people) {
  return rounded(phase_minutes(state, library, Phase::evaluation, people), kReview);
}

Length review_length(const Case& state, const engine::Library& library, int people, int room) {
  const auto* workflow = library.pinned_workflow(state.workflow);
  auto phase = state.stage.phase;
  if (state.here() == nullptr && workflow != nullptr) phase = workflow->first();
  const auto now = phase_minutes(state, library, phase, people);
  double sitting = now;
  if (workflow != nullptr)
    for (auto later = workflow->after(phase); later && sitting > 0; later = workflow->after(*later)) {
      if (phase == Phase::plan_of_action || !workflow->before(phase, Phase::plan_of_action)) break;
      sitting += phase_minutes(state, library, *later, people);
      if (*later == Phase::plan_of_action) break;
    }
  if (sitting > room) sitting = now;
  if (sitting > room) sitting = 0;
  return rounded(sitting, std::min(kReview, std::max(room, 1)));
}

}  // namespace casus::meeting
