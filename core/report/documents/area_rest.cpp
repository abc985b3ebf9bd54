// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/area_rest.hpp"

#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"

#include <algorithm>

namespace casus::report {
namespace {

/// The days of one period that are not in another.
std::vector<Period> without(const Period& all, const Period& part) {
  if (part.to < all.from || all.to < part.from) return {all};
  std::vector<Period> left;
  if (all.from < part.from) left.push_back({all.from, plus_days(part.from, -1)});
  if (part.to < all.to) left.push_back({plus_days(part.to, 1), all.to});
  return left;
}

/// The calendar years that a period lies in, as far as they are counted.
Period years_around(const Period& period, Date last_whole) {
  using std::chrono::day;
  using std::chrono::month;
  const Date end{period.to.year(), month(12), day(31)};
  return {{period.from.year(), month(1), day(1)}, std::max(period.to, std::min(end, last_whole))};
}

template <class Is>
bool few(const Elsewhere& elsewhere, const std::vector<TeamLine>& signals, Is is) {
  return std::ranges::any_of(elsewhere.rests, [&](const std::vector<Period>& rest) {
    const auto left = std::ranges::count_if(signals, [&](const TeamLine& signal) {
      return is(signal) && std::ranges::any_of(rest, [&](const Period& part) { return part.holds(signal.on); });
    });
    return left > 0 && left < kLeastShown;
  });
}

void add_rest(Elsewhere& elsewhere, std::vector<Period> rest) {
  if (rest.empty()) return;
  elsewhere.rests.push_back(std::move(rest));
  elsewhere.figures.emplace_back();
}

}  // namespace

Elsewhere beside_cycles(const Period& year, const std::vector<Period>& cycles, Date last_whole) {
  Elsewhere elsewhere;
  for (const auto& cycle : cycles) {
    if (cycle.to < year.from || year.to < cycle.from) continue;
    elsewhere.cycles.push_back(cycle);
    add_rest(elsewhere, without(years_around(cycle, last_whole), cycle));
    add_rest(elsewhere, without(cycle, year));
  }
  return elsewhere;
}

Elsewhere beside_years(const Period& cycle, Date last_whole) {
  Elsewhere elsewhere;
  add_rest(elsewhere, without(years_around(cycle, last_whole), cycle));
  return elsewhere;
}

void add_case(Elsewhere& elsewhere, const Case& state) {
  for (std::size_t i = 0; i < elsewhere.rests.size(); ++i)
    for (const auto& part : elsewhere.rests[i]) add_case(elsewhere.figures[i], state, part);
}

bool leaves_few(const Elsewhere& elsewhere, const std::vector<TeamLine>& signals, std::string_view theme) {
  return few(elsewhere, signals,
             [&](const TeamLine& signal) { return folded(page::one_line(signal.theme)) == folded(theme); });
}

int all_opened(const AreaFigures& figures) {
  int all = 0;
  for (const auto& [name, count] : figures.opened) all += count;
  return all;
}

bool leaves_few_signals(const Elsewhere& elsewhere, const std::vector<TeamLine>& signals) {
  return few(elsewhere, signals, [](const TeamLine&) { return true; });
}

}  // namespace casus::report
