// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/case_line.hpp"

#include "core/desk/desk.hpp"
#include "core/text/label.hpp"

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

}  // namespace casus::desk
