// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/area_counts.hpp"

#include "core/base/text.hpp"
#include "core/page/safe_text.hpp"

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace casus::report {
namespace {

using Counts = std::vector<std::pair<std::string, int>>;

void add_table(std::vector<AreaCount>& out, std::string_view name, const Counts& counts) {
  if (counts.empty()) return;
  std::vector<std::string> lines;
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  for (const auto& [line, count] : counts) {
    marks.insert(marks.end(), static_cast<std::size_t>(count), {lines.size(), 0});
    lines.push_back(line.empty() ? "-" : line);
  }
  auto table = count_table(lines, {}, marks);
  hide_small(table);
  for (std::size_t row = 0; row < table.cells.size(); ++row) {
    const auto& cell = table.cells[row].back();
    out.push_back({std::string(name), row < lines.size() ? lines[row] : std::string(),
                   cell.hidden ? std::nullopt : std::optional(cell.count)});
  }
}

}  // namespace

std::vector<AreaCount> area_counts(const Team& team, const AreaFigures& figures, const Period& period) {
  std::map<std::string, std::pair<std::string, int>> themes;  // by what is the same, in capitals or not
  for (const auto& signal : team.signals) {
    if (!period.holds(signal.on)) continue;
    const auto theme = page::one_line(signal.theme);
    auto& counted = themes.try_emplace(folded(theme), theme, 0).first->second;
    ++counted.second;
  }
  Counts signals, opened, rungs;
  for (const auto& [same, counted] : themes) signals.push_back(counted);
  for (const auto& [name, count] : figures.opened) opened.emplace_back(name, count);
  int agreed = figures.actions_without_rung;
  for (const auto& rung : names_of(Rung{})) {
    const auto count = figures.actions[static_cast<std::size_t>(rung.value)];
    rungs.emplace_back(std::string(rung.key), count);
    agreed += count;
  }
  if (figures.actions_without_rung > 0) rungs.emplace_back("-", figures.actions_without_rung);
  std::vector<AreaCount> out;
  add_table(out, "signals", signals);
  add_table(out, "opened", opened);
  if (agreed > 0) add_table(out, "rungs", rungs);
  return out;
}

}  // namespace casus::report
