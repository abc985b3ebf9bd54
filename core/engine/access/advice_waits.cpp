// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/advice_waits.hpp"

#include "core/engine/floor/floor_limits.hpp"

namespace casus::engine {

namespace {

/// The first step of this method in which advice of this kind can be given, by `who` or, without one, by anybody;
/// nullptr when there is none.
const method::Step* step_for_advice(const Deciding& d, std::string_view kind, const Person* who = nullptr) {
  for (const auto phase : kAllPhases)
    for (const auto& step : d.method->steps(phase)) {
      if (who != nullptr && !who->has_any(step.floor.speakers)) continue;
      for (const auto& fits : step.kinds)
        if (fits == kind || (kind != "option" && (fits == "advice" || fits == "idea"))) return &step;
    }
  return nullptr;
}

/// What this person can do: only who asks here makes a question of it, and keeps it for a step in which they speak.
Message instead_of_advice(const Deciding& d, const std::string& kind, const Text& kinds) {
  const auto* later = step_for_advice(d, kind, d.actor);
  if (can_ask(d))
    return later == nullptr ? msg("floor.advice_too_soon_do", "kinds"_is = kinds)
                            : msg("floor.advice_too_soon_do_2", "later"_is = later->name, "kinds"_is = kinds);
  return later == nullptr ? msg("floor.fits_here", "kinds"_is = kinds)
                          : msg("floor.advice_keep_do", "later"_is = later->name, "kinds"_is = kinds);
}

}  // namespace

bool is_advice(std::string_view kind) { return kind == "advice" || kind == "idea" || kind == "option"; }

Refusal advice_too_soon(const Deciding& d, const std::string& kind, const Text& kinds) {
  auto reason = step_for_advice(d, kind) == nullptr ? msg("floor.advice_too_soon", "step"_is = d.step->name)
                                                    : msg("floor.advice_too_soon_2", "step"_is = d.step->name);
  return no("AdviceTooSoon", "R6", std::move(reason), instead_of_advice(d, kind, kinds));
}

}  // namespace casus::engine
