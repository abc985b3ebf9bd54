// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/documents/area.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What can be worked out by taking the counts of one period from those of another: a cycle of the area analysis covers
/// whole quarters, every other table a calendar year, this one up to its last whole quarter.
namespace casus::report {

/// Beside a table over a calendar year: the cycles that were counted.
Elsewhere beside_cycles(const Period& year, const std::vector<Period>& cycles, Date last_whole);
/// Beside the counts of a cycle: the tables of the calendar years that it lies in.
Elsewhere beside_years(const Period& cycle, Date last_whole);

/// What a case adds to what is left over.
void add_case(Elsewhere& elsewhere, const Case& state);

/// Whether what is left over somewhere is a count that is not shown.
bool leaves_few(const Elsewhere& elsewhere, const std::vector<TeamLine>& signals, std::string_view theme);
bool leaves_few_signals(const Elsewhere& elsewhere, const std::vector<TeamLine>& signals);
template <class Count>
bool leaves_few(const Elsewhere& elsewhere, Count count) {
  for (const auto& rest : elsewhere.figures)
    if (const auto left = count(rest); left > 0 && left < kLeastShown) return true;
  return false;
}

/// Cases opened, in a neighbourhood and in all, as `leaves_few` counts them.
int all_opened(const AreaFigures& figures);
inline auto opened_in(const std::string& neighbourhood) {
  return [&neighbourhood](const AreaFigures& rest) {
    const auto found = rest.opened.find(neighbourhood);
    return found == rest.opened.end() ? 0 : found->second;
  };
}

}  // namespace casus::report
