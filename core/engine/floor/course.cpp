// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/course.hpp"

#include "core/engine/explain/case_view.hpp"
#include "core/engine/floor/repeating.hpp"
#include "core/method/course.hpp"

#include <algorithm>
#include <optional>
#include <ranges>
#include <utility>

namespace casus::engine {
namespace {

using method::Step;

std::size_t place_of(const std::vector<Step>& steps, const Step& step) {
  return static_cast<std::size_t>(&step - steps.data());
}

InRepeat in_phase(Phase phase, const std::vector<Step>& steps, const method::Repeated& places) {
  return {phase, &steps, places};
}

/// Looks for the first step that is entered.
class Way {
 public:
  Way(const Case& state, Time at, const Library& library, Phase phase, const std::vector<Step>& steps)
      : state_(state), at_(at), library_(library), phase_(phase), steps_(steps) {}

  /// `within`: the repeat that `place` is come to from, in the time that is going on.
  Onward from(std::size_t place, std::optional<method::Repeated> within) {
    Onward way;
    while (true) {
      if (within && !within->holds(place)) {
        if (auto time = next_time(state_, at_, library_, in_phase(phase_, steps_, *within)))
          return enter(std::move(way), within->first, std::move(*time));
        within.reset();
      }
      if (place >= steps_.size()) return way;
      const auto repeat = within ? std::nullopt : method::repeated_at(steps_, place);
      const bool comes = !steps_[place].when || holds(*steps_[place].when);
      if (within && comes) return enter(std::move(way), place, {state_.here()->about, state_.here()->again});
      if (comes && !repeat) return enter(std::move(way), place, {});
      if (comes)
        if (auto time = first_time(state_, in_phase(phase_, steps_, *repeat)))
          return enter(std::move(way), place, std::move(*time));
      const auto last = repeat ? repeat->last : place;
      for (auto over = place; over <= last; ++over) way.passed_over.push_back(&steps_[over]);
      place = method::place_after(steps_, last, {});
    }
  }

 private:
  bool holds(const method::When& when) const { return method::holds(when.holds, CaseView(state_, at_, library_)); }

  Onward enter(Onward way, std::size_t place, Repetition time) const {
    way.step = &steps_[place];
    way.about = std::move(time.about);
    way.again = time.again;
    return way;
  }

  const Case& state_;
  Time at_;
  const Library& library_;
  Phase phase_;
  const std::vector<Step>& steps_;
};

}  // namespace

const Step* step_here(const Case& state, const Library& library) {
  const auto* here = state.here();
  const auto* method = here == nullptr ? nullptr : library.pinned_method(state.method(here->phase));
  return method == nullptr ? nullptr : method->step(here->phase, here->step);
}

Onward onward(const Case& state, Time at, const Library& library, const method::Definition& method, Phase phase,
              const Step& from) {
  const auto& steps = method.steps(phase);
  const auto place = place_of(steps, from);
  const auto branch = from.menu ? branch_taken(state, phase, from.id) : std::string_view{};
  return Way(state, at, library, phase, steps)
      .from(method::place_after(steps, place, branch), method::repeated_at(steps, place));
}

Onward way_in(const Case& state, Time at, const Library& library, const method::Definition& method, Phase phase) {
  return Way(state, at, library, phase, method.steps(phase)).from(0, std::nullopt);
}

std::string_view branch_taken(const Case& state, Phase phase, std::string_view menu) {
  for (auto it = state.branches.rbegin(); it != state.branches.rend(); ++it) {
    if (it->visit < 0) continue;
    const auto& visit = state.visits[static_cast<std::size_t>(it->visit)];
    if (visit.round == state.round && visit.phase == phase && visit.step == menu) return it->branch;
  }
  return {};
}

std::string_view branch_taken(const Case& state, const Step& step) {
  const auto* here = state.here();
  if (here == nullptr || !step.menu) return {};
  if (!step.menu->of_repeat) return branch_taken(state, here->phase, step.id);
  const auto last = std::ranges::find(state.branches.rbegin(), state.branches.rend(), state.visit_index(),
                                      [](const TakenBranch& it) { return it.visit; });
  return last == state.branches.rend() ? std::string_view{} : std::string_view(last->branch);
}

bool choice_counts(const Case& state, const Library& library, int visit) {
  if (visit == state.visit_index()) return true;
  if (!counts_here(state, visit)) return false;
  const auto* step = step_here(state, library);
  return step == nullptr || !step->menu || !step->menu->of_repeat;
}

bool offers_choice(const Case& state, const method::Definition& method, const Step& step) {
  if (!step.menu) return false;
  if (!step.menu->of_repeat) return true;
  const auto phase = state.here()->phase;
  const auto& steps = method.steps(phase);
  const auto places = method::repeated_at(steps, place_of(steps, step));
  return places && may_come_again(state, in_phase(phase, steps, *places));
}

std::vector<Role> who_choose(const method::Menu& menu) {
  return menu.who.empty() ? std::vector{Role::chair} : menu.who;
}

bool lies_behind(const Case& state, Phase phase, const Step& step) {
  if (!method::may_not_come(step)) return true;
  if (!step.in_menu.empty() && branch_taken(state, phase, step.in_menu) != step.in_branch) return false;
  // Over a repeat the case also passes when all was gone through: that it came still counts.
  const bool alone = step.in_repeat.empty();
  for (const auto& visit : std::views::reverse(state.visits)) {
    if (visit.round != state.round) continue;
    if (visit.phase == phase && visit.step == step.id) return true;
    if (alone && std::ranges::find(visit.passed_over, PassedStep{phase, step.id}) != visit.passed_over.end())
      return false;
  }
  return false;
}

Backward one_before(const Case& state, const method::Definition& method, Phase phase, const Step* before) {
  const auto& steps = method.steps(phase);
  auto place = before == nullptr ? steps.size() : place_of(steps, *before);
  if (const auto within = method::repeated_at(steps, place)) {
    const auto repeat = in_phase(phase, steps, *within);
    while (place > within->first)
      if (came_this_time(state, repeat, steps[--place]))
        return {&steps[place], state.here()->about, state.here()->again};
    if (const auto* visit = latest_before(state, repeat))
      return {method.step(phase, visit->step), visit->about, visit->again};
  }
  while (place-- > 0) {
    if (!lies_behind(state, phase, steps[place])) continue;
    const auto places = method::repeated_at(steps, place);
    const auto* visit = places ? latest_in(state, in_phase(phase, steps, *places)) : nullptr;
    if (visit != nullptr) return {method.step(phase, visit->step), visit->about, visit->again};
    return back_to(state, method, phase, steps[place]);
  }
  return {};
}

Backward back_to(const Case& state, const method::Definition& method, Phase phase, const Step& step) {
  const auto& steps = method.steps(phase);
  const auto places = method::repeated_at(steps, place_of(steps, step));
  if (!places) return {&step};
  const auto repeat = in_phase(phase, steps, *places);
  if (came_this_time(state, repeat, step)) return {&step, state.here()->about, state.here()->again};
  for (const auto& visit : std::views::reverse(state.visits))
    if (visit.round == state.round && visit.phase == phase && visit.step == step.id)
      return {&step, visit.about, visit.again};
  const auto first = first_time(state, repeat);
  return first ? Backward{&step, first->about, first->again} : Backward{&step};
}

namespace {

/// Whether what a repeat of this phase goes through can still be said before it comes: in one of the steps that come
/// before it here, or in a phase that the case is still in or comes to before this one.
bool more_can_be_said(const Case& state, const Library& library, Phase phase, const method::Repeated& repeat,
                      const std::vector<const Step*>& before) {
  if (!repeat.how->for_each || repeat.how->for_each->kind.empty()) return false;
  const auto& each = *repeat.how->for_each;
  const auto says = [&](const Step& step) {
    return (each.step.empty() || each.step == step.id) && step.fits(each.kind);
  };
  if (std::ranges::any_of(before, [&](const Step* step) { return says(*step); })) return true;
  const auto* workflow = library.pinned_workflow(state.workflow);
  const auto* here = state.here();
  if (workflow == nullptr || (here != nullptr && here->phase == phase)) return false;
  bool comes = here == nullptr;
  for (const auto& rule : workflow->phases) {
    if (rule.phase == phase) return false;
    comes = comes || rule.phase == here->phase;
    const auto* method = comes ? library.pinned_method(state.method(rule.phase)) : nullptr;
    if (method == nullptr) continue;
    bool ahead = here == nullptr || rule.phase != here->phase;
    for (const auto& step : method->steps(rule.phase)) {
      ahead = ahead || step.id == here->step;
      if (ahead && says(step)) return true;
    }
  }
  return false;
}

}  // namespace

double minutes_to_come(const Case& state, Time at, const Library& library, const method::Definition& method,
                       Phase phase, int people) {
  const auto& steps = method.steps(phase);
  const bool straight = std::ranges::all_of(steps, [](const Step& step) {
    return !step.when && !step.menu && step.in_menu.empty() && step.in_repeat.empty();
  });
  double sum = 0;
  if (!straight) {
    for (const auto* step : still_to_come(state, at, library, method, phase, people))
      sum += method::minutes_with(*step, people);
    return sum;
  }
  const auto* here = state.here();
  const auto* now = here != nullptr && here->phase == phase ? method.step(phase, here->step) : nullptr;
  for (auto place = now == nullptr ? std::size_t{0} : place_of(steps, *now); place < steps.size(); ++place)
    sum += method::minutes_with(steps[place], people);
  return sum;
}

std::vector<const Step*> still_to_come(const Case& state, Time at, const Library& library,
                                       const method::Definition& method, Phase phase, int people) {
  const auto& steps = method.steps(phase);
  const auto* here = state.here();
  const auto* now = here != nullptr && here->phase == phase ? method.step(phase, here->step) : nullptr;
  const CaseView view(state, at, library);
  std::vector<const Step*> coming;
  auto place = now == nullptr ? std::size_t{0} : place_of(steps, *now);
  const auto may_come = [&](const Step& step) {
    return &step == now || !step.when || method::can_still_hold(step.when->holds, view, now != nullptr);
  };
  while (place < steps.size()) {
    const auto& step = steps[place];
    const bool comes = may_come(step);
    if (const auto repeat = method::repeated_at(steps, place)) {
      const bool more = more_can_be_said(state, library, phase, *repeat, coming);
      const auto times = times_to_come(state, in_phase(phase, steps, *repeat), more, people);
      if (&step == now)
        for (auto at = place; at <= repeat->last; ++at)
          if (may_come(steps[at])) coming.push_back(&steps[at]);
      for (int time = 0; comes && time < times; ++time)
        for (auto at = repeat->first; at <= repeat->last; ++at)
          if (at == repeat->first || may_come(steps[at])) coming.push_back(&steps[at]);
      place = method::place_after(steps, repeat->last, {});
      continue;
    }
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
