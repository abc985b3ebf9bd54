// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/case_line.hpp"

#include "core/desk/desk.hpp"

#include <fmt/format.h>

namespace casus::desk {

std::string standing(Desk& desk, const service::CaseLine& line) {
  const auto lang = desk.lang();
  std::string out(label(line.stage.life, lang));
  if (line.stage.life == Life::open) {
    const auto* method = desk.methods().find(line.method);
    const auto* step = method == nullptr ? nullptr : method->definition.step(line.stage.phase, line.step);
    out = fmt::format("{}: {}", label(line.stage.phase, lang), step == nullptr ? line.step : step->name.in(lang));
  }
  if (line.stage.safety != Safety::clear) out += fmt::format(" · {}", label(line.stage.safety, lang));
  return out;
}

}  // namespace casus::desk
