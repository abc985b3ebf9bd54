// SPDX-License-Identifier: EUPL-1.2
#include "core/method/course.hpp"

#include "core/base/each_language.hpp"
#include "core/base/matching.hpp"
#include "core/method/grouping.hpp"

#include <algorithm>

namespace casus::method {
namespace {

void add(std::vector<std::size_t>& ways, std::size_t place) {
  if (std::ranges::find(ways, place) == ways.end()) ways.push_back(place);
}

/// Adds `place`, and what is looked at when the step there is passed over, up to a step that always comes. `within`:
/// the repeat that it is come to from, which is left behind its last step, or begins again.
void add_ways(const std::vector<Step>& steps, std::size_t place, const std::optional<Repeated>& within,
              std::vector<std::size_t>& ways) {
  const auto inside = [&] { return within && within->holds(place); };
  if (within && !inside()) add(ways, within->first);
  while (true) {
    add(ways, place);
    if (place >= steps.size()) return;
    const auto repeat = inside() ? std::nullopt : repeated_at(steps, place);
    if (repeat ? !steps[place].in_passable : !steps[place].when) return;
    const bool was_inside = inside();
    place = place_after(steps, repeat ? repeat->last : place, {});
    if (was_inside && !inside()) add(ways, within->first);
  }
}

/// The places of one time of a repeat before `place`, the nearest first, up to one that came in every time.
void add_back_within(const std::vector<Step>& steps, const Repeated& repeat, std::size_t place,
                     std::vector<std::size_t>& ways) {
  for (auto at = place; at-- > repeat.first;) {
    add(ways, at);
    if (at == repeat.first || !steps[at].when) return;
  }
}

/// Rows of these are only ever added, and what a filter sees of them does not change, as long as nobody goes back.
bool only_grows(Collection rows) {
  return rows == Collection::contributions || rows == Collection::turns || rows == Collection::scores ||
         rows == Collection::branches || rows == Collection::records;
}

enum class Still { yes, no, never };  ///< holds, not now, not any more

Still other_way(Still now, bool for_good) {
  if (now != Still::yes) return Still::yes;
  return for_good ? Still::never : Still::no;
}

/// Whether what is counted stays counted. What was said in this phase does as long as the case is in it.
bool stays(Scope scope, bool in_phase) {
  return scope == Scope::round || scope == Scope::everything || (in_phase && scope == Scope::phase);
}

/// Whether what holds now will always: enough of something that only grows.
bool for_good(const Criterion& it, bool in_phase) {
  using Op = Criterion::Op;
  const auto part = [&](const Criterion& one) { return for_good(one, in_phase); };
  if (it.op == Op::all) return std::ranges::all_of(it.parts, part);
  if (it.op == Op::any) return std::ranges::any_of(it.parts, part);
  return it.op == Op::count && it.at_least && !it.at_most && only_grows(it.collection) && stays(it.scope, in_phase);
}

Still still(const Criterion& it, const View& view, bool in_phase) {
  using Op = Criterion::Op;
  switch (it.op) {
    case Op::all: {
      auto worst = Still::yes;
      for (const auto& part : it.parts) worst = std::max(worst, still(part, view, in_phase));
      return worst;
    }
    case Op::any: {
      auto best = Still::never;
      for (const auto& part : it.parts) best = std::min(best, still(part, view, in_phase));
      return best;
    }
    case Op::negation: return other_way(still(it.parts.front(), view, in_phase), for_good(it.parts.front(), in_phase));
    default: break;
  }
  if (holds(it, view)) return Still::yes;
  if (it.op != Op::count || !it.at_most || !only_grows(it.collection)) return Still::no;
  if (!stays(it.scope, in_phase)) return Still::no;
  const auto open = unmet(it, view);
  return !open.empty() && open.front().found > *it.at_most ? Still::never : Still::no;
}

}  // namespace

std::optional<Repeated> repeated_at(const std::vector<Step>& steps, std::size_t place) {
  if (place >= steps.size() || steps[place].in_repeat.empty()) return std::nullopt;
  const auto& id = steps[place].in_repeat;
  auto first = place, last = place;
  while (first > 0 && (!steps[first].repeat || steps[first].id != id)) --first;
  while (last + 1 < steps.size() && steps[last + 1].in_repeat == id) ++last;
  return Repeated{first, last, &*steps[first].repeat};
}

int most_times(const Repeat& repeat, int people) {
  if (repeat.for_each && repeat.for_each->role && people > 0) return std::min(repeat.at_most, people);
  return repeat.at_most;
}

bool may_not_come(const Step& step) { return step.when || !step.in_menu.empty() || step.in_passable; }

bool in_one_branch(const Step& a, const Step& b) { return a.in_menu == b.in_menu && a.in_branch == b.in_branch; }

std::size_t place_after(const std::vector<Step>& steps, std::size_t place, std::string_view branch) {
  const auto& here = steps[place];
  const bool has_branches = here.menu && !here.menu->of_repeat;
  auto next = place + 1;
  if (has_branches && !branch.empty())
    for (auto at = next; at < steps.size() && steps[at].in_menu == here.id; ++at)
      if (steps[at].in_branch == branch) return at;
  const std::string_view left_behind = has_branches ? here.id : here.in_menu;
  if (next < steps.size() && !has_branches && in_one_branch(here, steps[next])) return next;
  while (next < steps.size() && !left_behind.empty() && steps[next].in_menu == left_behind) ++next;
  return next;
}

std::vector<std::size_t> ways_on(const std::vector<Step>& steps, std::size_t place) {
  std::vector<std::size_t> ways;
  const auto within = repeated_at(steps, place);
  if (!steps[place].menu) {
    add_ways(steps, place_after(steps, place, {}), within, ways);
    return ways;
  }
  for (const auto& branch : steps[place].menu->branches)
    add_ways(steps, place_after(steps, place, branch.id), within, ways);
  return ways;
}

std::vector<std::size_t> ways_in(const std::vector<Step>& steps) {
  std::vector<std::size_t> ways;
  if (!steps.empty()) add_ways(steps, 0, std::nullopt, ways);
  return ways;
}

std::vector<std::size_t> ways_back(const std::vector<Step>& steps, std::size_t place) {
  std::vector<std::size_t> ways;
  auto from = place;
  if (const auto within = repeated_at(steps, place)) {
    add_back_within(steps, *within, place, ways);
    if (place > within->first) return ways;
    add_back_within(steps, *within, within->last + 1, ways);  // the time before
    from = within->first;
  }
  for (auto at = from; at-- > 0;) {
    const auto& step = steps[at];
    const bool beside = place < steps.size() && !step.in_menu.empty() && step.in_menu == steps[place].in_menu &&
                        step.in_branch != steps[place].in_branch;
    if (beside) continue;
    if (const auto repeat = repeated_at(steps, at)) {
      add_back_within(steps, *repeat, at + 1, ways);
      at = repeat->first;
      if (!steps[at].in_passable && steps[at].in_menu.empty()) return ways;
      continue;
    }
    ways.push_back(at);
    if (!may_not_come(step)) return ways;
  }
  ways.push_back(steps.size());
  return ways;
}

namespace {

/// How often this step comes at most.
int times_in(const std::vector<Step>& steps, const Step& step) {
  const auto repeat = repeated_at(steps, static_cast<std::size_t>(&step - steps.data()));
  return repeat ? repeat->how->at_most : 1;
}

using MinutesOf = std::function<double(const Step&)>;

/// The first of those that take longest, or shortest.
std::string_view branch_by_length(const std::vector<Step>& steps, const Step& menu, const MinutesOf& minutes_of,
                                  bool longest) {
  std::string_view found;
  if (!menu.menu) return found;
  double best = 0;
  for (const auto& branch : menu.menu->branches) {
    double sum = 0;
    for (const auto& step : steps)
      if (step.in_menu == menu.id && step.in_branch == branch.id) sum += minutes_of(step) * times_in(steps, step);
    if (found.empty() || (longest ? sum > best : sum < best)) found = branch.id, best = sum;
  }
  return found;
}

std::vector<const Step*> way_through(const std::vector<Step>& steps, const MinutesOf& minutes_of, int people,
                                     bool longest) {
  std::vector<const Step*> way;
  for (std::size_t place = 0; place < steps.size();) {
    if (const auto repeat = repeated_at(steps, place)) {
      for (int time = 0; time < most_times(*repeat->how, people); ++time)
        for (place = repeat->first; place <= repeat->last; ++place) way.push_back(&steps[place]);
      place = place_after(steps, repeat->last, {});
      continue;
    }
    way.push_back(&steps[place]);
    place = place_after(steps, place, branch_by_length(steps, steps[place], minutes_of, longest));
  }
  return way;
}

}  // namespace

std::string_view longest_branch(const std::vector<Step>& steps, const Step& menu, const MinutesOf& minutes_of) {
  return branch_by_length(steps, menu, minutes_of, true);
}

std::vector<const Step*> longest_way(const std::vector<Step>& steps, const MinutesOf& minutes_of, int people) {
  return way_through(steps, minutes_of, people, true);
}

std::vector<const Step*> shortest_way(const std::vector<Step>& steps, const MinutesOf& minutes_of, int people) {
  return way_through(steps, minutes_of, people, false);
}

const Branch* branch_meant(const Menu& menu, std::string_view typed) {
  const auto wanted = matched(trimmed(typed));
  const Branch* begins = nullptr;
  bool several = false;
  for (std::size_t i = 0; i < menu.branches.size(); ++i) {
    const auto& branch = menu.branches[i];
    if (wanted == branch.id || wanted == std::to_string(i + 1)) return &branch;
    for (const auto words : each_language(branch.name)) {
      const auto name = matched(words);
      if (name == wanted) return &branch;
      if (wanted.empty() || !name.starts_with(wanted) || begins == &branch) continue;
      several = several || begins != nullptr;
      begins = &branch;
    }
  }
  return several ? nullptr : begins;
}

bool can_still_hold(const Criterion& criterion, const View& view, bool in_phase) {
  return still(criterion, view, in_phase) != Still::never;
}

bool presenter_moves(const Definition& method, const Step& step) {
  return step.choice_moves == Role::presenter ||
         std::ranges::any_of(method.rotations, [](const Rotation& one) { return one.role == Role::presenter; });
}

int speakers_of(const Step& step, int in_group) {
  if (!step.floor.one || in_group < 2) return in_group;
  return *step.floor.one == PartOfOne::speaks ? 1 : in_group - 1;
}

double minutes_with(const Step& step, int people) {
  if (!step.minutes_per_person) return step.minutes;
  return step.minutes *
         (step.parallel ? speakers_of(step, largest_group(*step.parallel, people)) : std::max(people, 1));
}

}  // namespace casus::method
