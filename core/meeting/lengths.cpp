// SPDX-License-Identifier: EUPL-1.2
#include "core/meeting/lengths.hpp"

#include "core/engine/floor/course.hpp"
#include "core/engine/floor/phases.hpp"
#include "core/method/course.hpp"

#include <algorithm>
#include <cmath>

namespace casus::meeting {

namespace {

/// Minutes of a phase from the step where the case is, of the steps that can still come; those of the whole phase when
/// the case is not in it.
double phase_minutes(const Case& state, const engine::Library& library, Phase phase, int people) {
  const auto* method = library.pinned_method(state.method(phase));
  if (method == nullptr) return 0;
  return engine::minutes_to_come(state, state.changed_at, library, *method, phase, people);
}

Length rounded(double minutes, int own) {
  if (minutes <= 0) return {own, false};
  return {static_cast<int>(std::ceil(minutes)), true};
}

}  // namespace

Length follow_up_length(const Case& state, const engine::Library& library, int owners) {
  const auto* method = library.pinned_method(state.method(Phase::evaluation));
  if (method == nullptr || method->steps(Phase::evaluation).empty()) return {kFollowUp, false};
  return rounded(method::minutes_with(method->steps(Phase::evaluation).front(), owners), kFollowUp);
}

Length evaluation_length(const Case& state, const engine::Library& library, int people) {
  return rounded(phase_minutes(state, library, Phase::evaluation, people), kReview);
}

Length review_length(const Case& state, const engine::Library& library, int people, int room) {
  const auto* workflow = library.pinned_workflow(state.workflow);
  auto phase = state.stage.phase;
  if (state.here() == nullptr && workflow != nullptr) phase = engine::first_phase(state, library, *workflow);
  const auto now = phase_minutes(state, library, phase, people);
  double sitting = now;
  if (workflow != nullptr)
    for (auto later = workflow->after(phase); later; later = workflow->after(*later)) {
      if (phase == Phase::plan_of_action || !workflow->before(phase, Phase::plan_of_action)) break;
      sitting += phase_minutes(state, library, *later, people);
      if (*later == Phase::plan_of_action) break;
    }
  if (sitting > room) sitting = now;
  if (sitting > room) sitting = 0;
  return rounded(sitting, std::min(kReview, std::max(room, 1)));
}

}  // namespace casus::meeting
