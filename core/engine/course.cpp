// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/course.hpp"

#include "core/engine/case_view.hpp"
#include "core/method/course.hpp"

#include <algorithm>

namespace casus::engine {
namespace {

using method::Step;

/// From `place` on to the first step that is entered.
Onward first_entered(const Case& state, Time at, const Library& library, const std::vector<Step>& steps,
                     std::size_t place) {
  Onward way;
  for (; place < steps.size(); place = method::place_after(steps, place, {})) {
    const auto& step = steps[place];
    if (!step.when || method::holds(step.when->holds, CaseView(state, at, library))) {
      way.step = &step;
      break;
    }
    way.passed_over.push_back(&step);
  }
  return way;
}

std::size_t place_of(const std::vector<Step>& steps, const Step& step) {
  return static_cast<std::size_t>(&step - steps.data());
}

}  // namespace

const Step* step_here(const Case& state, const Library& library) {
  const auto* here = state.here();
  const auto* method = here == nullptr ? nullptr : library.pinned_method(state.method(here->phase));
  return method == nullptr ? nullptr : method->step(here->phase, here->step);
}

Onward onward(const Case& state, Time at, const Library& library, const method::Definition& method, Phase phase,
              const Step& from) {
  const auto& steps = method.steps(phase);
  const auto branch = from.menu ? branch_taken(state, phase, from.id) : std::string_view{};
  return first_entered(state, at, library, steps, method::place_after(steps, place_of(steps, from), branch));
}

Onward way_in(const Case& state, Time at, const Library& library, const method::Definition& method, Phase phase) {
  return first_entered(state, at, library, method.steps(phase), 0);
}

std::string_view branch_taken(const Case& state, Phase phase, std::string_view menu) {
  for (auto it = state.branches.rbegin(); it != state.branches.rend(); ++it) {
    if (it->visit < 0) continue;
    const auto& visit = state.visits[static_cast<std::size_t>(it->visit)];
    if (visit.round == state.round && visit.phase == phase && visit.step == menu) return it->branch;
  }
  return {};
}

std::vector<Role> who_choose(const method::Menu& menu) {
  return menu.who.empty() ? std::vector{Role::chair} : menu.who;
}

bool lies_behind(const Case& state, Phase phase, const Step& step) {
  if (!method::may_not_come(step)) return true;
  if (!step.in_menu.empty() && branch_taken(state, phase, step.in_menu) != step.in_branch) return false;
  return std::ranges::any_of(state.visits, [&](const Visit& visit) {
    return visit.round == state.round && visit.phase == phase && visit.step == step.id;
  });
}

const Step* one_before(const Case& state, const method::Definition& method, Phase phase, const Step* before) {
  const auto& steps = method.steps(phase);
  for (auto place = before == nullptr ? steps.size() : place_of(steps, *before); place-- > 0;)
    if (lies_behind(state, phase, steps[place])) return &steps[place];
  return nullptr;
}

std::vector<const Step*> still_to_come(const Case& state, Time at, const Library& library,
                                       const method::Definition& method, Phase phase, int people) {
  const auto& steps = method.steps(phase);
  const auto* here = state.here();
  const auto* now = here != nullptr && here->phase == phase ? method.step(phase, here->step) : nullptr;
  const CaseView view(state, at, library);
  std::vector<const Step*> coming;
  auto place = now == nullptr ? std::size_t{0} : place_of(steps, *now);
  while (place < steps.size()) {
    const auto& step = steps[place];
    const bool comes = &step == now || !step.when || method::can_still_hold(step.when->holds, view, now != nullptr);
    if (comes) coming.push_back(&step);
    std::string_view branch;
    if (step.menu && comes) {
      branch = branch_taken(state, phase, step.id);
      if (branch.empty())
        branch = method::longest_branch(steps, step, [&](const Step& it) { return method::minutes_with(it, people); });
    }
    place = method::place_after(steps, place, branch);
  }
  return coming;
}

}  // namespace casus::engine
