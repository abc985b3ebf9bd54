// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/case_line.hpp"

#include "core/desk/desk.hpp"
#include "core/text/label.hpp"
#include "core/workflow/terms.hpp"

#include <fmt/format.h>

namespace casus::desk {

std::string standing(Desk& desk, const service::CaseLine& line) {
  const auto voice = desk.voice();
  if (!line.into.empty()) return text::msg("merging.standing", "into"_is = line.into).in(voice);
  if (!line.team.empty()) return text::msg("transfer.standing", "team"_is = line.team).in(voice);
  auto out = label(line.stage.life, voice);
  if (line.stage.life == Life::open) {
    const auto* method = desk.methods().find(line.method);
    const auto* step = method == nullptr ? nullptr : method->definition.step(line.stage.phase, line.step);
    out = fmt::format("{}: {}", label(line.stage.phase, voice), step == nullptr ? line.step : step->name.in(voice));
  }
  if (line.stage.safety != Safety::clear) out += fmt::format(" · {}", label(line.stage.safety, voice));
  return out;
}

std::optional<TermAhead> term_ahead(Desk& desk, const service::CaseLine& line) {
  if (!line.glance || line.stage.life == Life::closed || line.stage.life == Life::erased) return std::nullopt;
  const auto* workflow = desk.service().library().pinned_workflow(line.glance->workflow);
  if (workflow == nullptr) return std::nullopt;
  std::vector<GroundSince> grounds;
  for (const auto& one : line.glance->grounds) grounds.push_back({one.basis, one.reported_on});
  const auto today = desk.today();
  std::optional<TermAhead> ahead;
  for (const auto& it : workflow::running_terms(*workflow, grounds)) {
    const bool sooner = !ahead || (ahead->on < today ? it.end > ahead->on : it.end >= today && it.end < ahead->on);
    if (!sooner) continue;
    const std::string law(it.basis ? law_of(*it.basis) : "");
    ahead =
        TermAhead{it.end, (law.empty() ? workflow::cited(*it.term).in(desk.voice()) : law) + ": " + to_string(it.end)};
  }
  return ahead;
}

}  // namespace casus::desk
