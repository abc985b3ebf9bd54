// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/repeating.hpp"

#include "core/engine/explain/case_view.hpp"
#include "core/engine/floor/course.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/model/case/repeat_items.hpp"

#include <algorithm>
#include <ranges>

namespace casus::engine {
namespace {

using Ids = std::vector<std::string>;

bool stands_in(const Ids& list, std::string_view id) { return std::ranges::find(list, id) != list.end(); }

const method::Step& last_step(const InRepeat& repeat) { return (*repeat.steps)[repeat.places.last]; }

bool is_of(const Case& state, const InRepeat& repeat, const Visit& visit) {
  if (visit.round != state.round || visit.phase != repeat.phase) return false;
  for (auto at = repeat.places.first; at <= repeat.places.last; ++at)
    if ((*repeat.steps)[at].id == visit.step) return true;
  return false;
}

/// The stay of the time that is going on; nullptr when the case is elsewhere.
const Visit* here_in(const Case& state, const InRepeat& repeat) {
  const auto* here = state.here();
  return here != nullptr && is_of(state, repeat, *here) ? here : nullptr;
}

/// What it went through in this round. Where the table left by going back, it is not done with it.
Ids gone_through(const Case& state, const InRepeat& repeat) {
  Ids seen, done;
  for (const auto& visit : std::views::reverse(state.visits)) {
    const auto about = std::string(state.became(visit.about));
    if (!is_of(state, repeat, visit) || stands_in(seen, about)) continue;
    seen.push_back(about);
    if (visit.left && !visit.back) done.push_back(about);
  }
  return done;
}

/// All that there is to go through, in the order in which it was said, or in which people joined.
Ids all_of_it(const Case& state, const InRepeat& repeat) {
  const auto& each = *repeat.places.how->for_each;
  if (!each.role)
    return said_to_go_through(state, state.round, each.kind, each.step,
                              [&](const Visit& visit) { return is_of(state, repeat, visit); });
  Ids all;
  for (const auto* person : with_any_role(state, {*each.role})) all.push_back(person->id);
  return all;
}

/// That, and what the table is at.
Ids gone_through_now(const Case& state, const InRepeat& repeat) {
  auto done = gone_through(state, repeat);
  const auto* here = here_in(state, repeat);
  const auto about = here == nullptr ? std::string() : std::string(state.became(here->about));
  if (here != nullptr && !stands_in(done, about)) done.push_back(about);
  return done;
}

Ids left_of_it(const Case& state, const InRepeat& repeat, const Ids& done) {
  auto left = all_of_it(state, repeat);
  std::erase_if(left, [&](const std::string& id) { return stands_in(done, id); });
  return left;
}

std::optional<Repetition> next_of_all(const Case& state, const InRepeat& repeat) {
  const auto done = gone_through_now(state, repeat);
  const auto left = left_of_it(state, repeat, done);
  const auto count = static_cast<int>(done.size());
  if (left.empty() || count >= repeat.places.how->at_most) return std::nullopt;
  return Repetition{left.front(), count};
}

}  // namespace

std::optional<Repetition> first_time(const Case& state, const InRepeat& repeat) {
  if (repeat.places.how->for_each) return next_of_all(state, repeat);
  return Repetition{};
}

std::optional<Repetition> next_time(const Case& state, Time at, const Library& library, const InRepeat& repeat) {
  if (repeat.places.how->for_each) return next_of_all(state, repeat);
  if (!may_come_again(state, repeat)) return std::nullopt;
  const auto& until = *repeat.places.how->until;
  const bool ends = until.holds ? method::holds_of_some(*until.holds, CaseView(state, at, library))
                                : branch_taken(state, last_step(repeat)) != method::kAgain;
  if (ends) return std::nullopt;
  const auto* here = here_in(state, repeat);
  return Repetition{{}, here == nullptr ? 0 : here->again + 1};
}

bool may_come_again(const Case& state, const InRepeat& repeat) {
  if (repeat.places.how->for_each) return next_of_all(state, repeat).has_value();
  const auto* here = here_in(state, repeat);
  return here == nullptr || here->again + 1 < repeat.places.how->at_most;
}

const Visit* latest_in(const Case& state, const InRepeat& repeat) {
  for (const auto& visit : std::views::reverse(state.visits))
    if (is_of(state, repeat, visit)) return &visit;
  return nullptr;
}

const Visit* latest_before(const Case& state, const InRepeat& repeat) {
  const auto* here = here_in(state, repeat);
  if (here == nullptr) return nullptr;
  for (const auto& visit : std::views::reverse(state.visits))
    if (is_of(state, repeat, visit) && visit.again == here->again - 1) return &visit;
  return nullptr;
}

bool came_this_time(const Case& state, const InRepeat& repeat, const method::Step& step) {
  const auto* here = here_in(state, repeat);
  return here != nullptr && std::ranges::any_of(state.visits, [&](const Visit& visit) {
           return is_of(state, repeat, visit) && visit.step == step.id && visit.again == here->again &&
                  visit.about == here->about;
         });
}

int times_to_come(const Case& state, const InRepeat& repeat, bool more, int people) {
  const auto& how = *repeat.places.how;
  const auto* here = here_in(state, repeat);
  if (!how.for_each) return how.at_most - (here == nullptr ? 0 : here->again + 1);
  const auto done = gone_through_now(state, repeat);
  const auto may = std::max(0, how.at_most - static_cast<int>(done.size()));
  if (more) return may;
  if (how.for_each->role && all_of_it(state, repeat).empty() && here == nullptr) return std::min(may, people);
  return std::min(may, static_cast<int>(left_of_it(state, repeat, done).size()));
}

TimeNow time_now(const Case& state, const InRepeat& repeat) {
  const auto* here = here_in(state, repeat);
  TimeNow now;
  if (here == nullptr) return now;
  now.which = {here->about, here->again};
  const auto& how = *repeat.places.how;
  now.of = how.at_most;
  if (!how.for_each) return now;
  const auto done = gone_through_now(state, repeat);
  now.left_out = left_of_it(state, repeat, done);
  const auto all = static_cast<int>(done.size() + now.left_out.size());
  now.of = std::max(std::min(all, how.at_most), here->again + 1);
  now.sure = true;
  const auto still = std::max(0, all - std::max(0, all - now.of) - static_cast<int>(done.size()));
  now.left_out.erase(now.left_out.begin(),
                     now.left_out.begin() + std::min<std::ptrdiff_t>(still, std::ssize(now.left_out)));
  return now;
}

std::vector<std::string> not_gone_through(const Case& state, const InRepeat& repeat) {
  if (!repeat.places.how->for_each) return {};
  return left_of_it(state, repeat, gone_through_now(state, repeat));
}

}  // namespace casus::engine
