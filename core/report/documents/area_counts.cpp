// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/area_counts.hpp"

#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/documents/area_rest.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace casus::report {
namespace {

/// One line of a table; `few`: what is left over of it elsewhere is not shown.
struct Line {
  std::string name;
  int count = 0;
  bool few = false;
};

void add_table(std::vector<AreaCount>& out, std::string_view name, const std::vector<Line>& counts, bool few_in_all) {
  if (counts.empty()) return;
  std::vector<std::string> lines;
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  for (const auto& line : counts) {
    marks.insert(marks.end(), static_cast<std::size_t>(line.count), {lines.size(), 0});
    lines.push_back(line.name.empty() ? "-" : line.name);
  }
  auto table = count_table(lines, {}, marks);
  for (std::size_t row = 0; row < counts.size(); ++row) table.cells[row].back().hidden = counts[row].few;
  table.cells.back().back().hidden = few_in_all;
  hide_small(table);
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    const auto& cell = table.cells[row].back();
    out.push_back({std::string(name), row < lines.size() ? lines[row] : std::string(),
                   cell.hidden ? std::nullopt : std::optional(cell.count)});
  }
}

}  // namespace

std::vector<AreaCount> area_counts(const Team& team, const AreaFigures& figures, const Period& period,
                                   const Elsewhere& elsewhere) {
  std::map<std::string, std::pair<std::string, int>> themes;  // by what is the same, in capitals or not
  for (const auto& signal : team.signals) {
    if (!period.holds(signal.on)) continue;
    const auto theme = page::one_line(signal.theme);
    auto& counted = themes.try_emplace(folded(theme), theme, 0).first->second;
    ++counted.second;
  }
  std::vector<Line> signals, opened, rungs;
  for (const auto& [same, counted] : themes)
    signals.push_back({counted.first, counted.second, leaves_few(elsewhere, team.signals, counted.first)});
  for (const auto& [name, count] : figures.opened)
    opened.push_back({name, count, leaves_few(elsewhere, opened_in(name))});
  for (const auto& rung : names_of(Rung{})) {
    const auto place = static_cast<std::size_t>(rung.value);
    const auto left = [&](const AreaFigures& rest) { return rest.actions[place]; };
    rungs.push_back({std::string(rung.key), figures.actions[place], leaves_few(elsewhere, left)});
  }
  if (figures.actions_without_rung > 0)
    rungs.push_back({"-", figures.actions_without_rung,
                     leaves_few(elsewhere, [](const AreaFigures& rest) { return rest.actions_without_rung; })});
  std::vector<AreaCount> out;
  add_table(out, "signals", signals, leaves_few_signals(elsewhere, team.signals));
  add_table(out, "opened", opened, leaves_few(elsewhere, all_opened));
  if (all_actions(figures) > 0) add_table(out, "rungs", rungs, leaves_few(elsewhere, all_actions));
  return out;
}

}  // namespace casus::report
