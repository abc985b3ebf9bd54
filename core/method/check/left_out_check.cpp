// SPDX-License-Identifier: EUPL-1.2
#include "core/method/check/definition_check.hpp"

#include <fmt/format.h>

#include <algorithm>

/// What is wrong with a phase that a method leaves out.
namespace casus::method::checks {

void check_left_out(Check& check) {
  const auto& d = check.definition;
  for (const auto phase : kAllPhases) {
    const auto& why = d.leaves_out(phase);
    if (!why) continue;
    const auto place = fmt::format("/phases/{}/left_out", key(phase));
    check.words(*why, place);
    check.origin(why->mark, why->source, tell("wrong.a_left_out"), place);
  }
  const auto others = std::ranges::count_if(d.left_out, [](const auto& why) { return !why.has_value(); });
  if (others == 1) check.add("/phases", tell("wrong.only_evaluation"));
  for (std::size_t i = 0; i < d.before.size(); ++i) {
    check.phase(key(d.before[i].first), fmt::format("/needs/before/{}/0", i));
    check.phase(key(d.before[i].second), fmt::format("/needs/before/{}/1", i));
  }
}

}  // namespace casus::method::checks
