// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/area_counts.hpp"

#include <map>
#include <string>
#include <string_view>

namespace casus::report {
namespace {

using Lines = std::map<std::string, std::int64_t>;

void add_table(std::vector<AreaCount>& out, std::string_view name, const Lines& lines) {
  std::int64_t all = 0;
  for (const auto& [line, count] : lines) {
    if (count == 0) continue;
    out.push_back({std::string(name), line.empty() ? "-" : line, count});
    all += count;
  }
  if (all > 0) out.push_back({std::string(name), "", all});
}

}  // namespace

std::vector<AreaCount> area_counts(const Team& team, const AreaFigures& figures, const Period& period) {
  Lines signals, opened;
  for (const auto& group : signal_groups(team.signals, period)) signals[group.theme] += group.count();
  for (const auto& [name, noted] : figures.opened) opened[name] = counted(noted, period);
  std::vector<AreaCount> out;
  add_table(out, "signals", signals);
  add_table(out, "opened", opened);
  std::int64_t all = 0;
  const auto add_rung = [&](std::string line, const ByQuarter& noted) {
    const auto count = counted(noted, period);
    if (count > 0) out.push_back({"rungs", std::move(line), count});
    all += count;
  };
  for (const auto& rung : names_of(Rung{}))
    add_rung(std::string(rung.key), figures.actions[static_cast<std::size_t>(rung.value)]);
  add_rung("-", figures.actions_without_rung);
  if (all > 0) out.push_back({"rungs", "", all});
  return out;
}

}  // namespace casus::report
