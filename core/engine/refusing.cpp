// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/refusing.hpp"

#include <fmt/format.h>

namespace casus::engine {

tl::unexpected<Refusal> empty_text(std::string_view what_nl, std::string_view what_en, std::string rule) {
  return refuse("EmptyText", std::move(rule),
                both(fmt::format("Hier ontbreekt {}.", what_nl), fmt::format("Here is missing: {}.", what_en)),
                both("Vul het in en probeer het opnieuw.", "Fill it in and try again."));
}

tl::unexpected<Refusal> reason_missing(std::string_view nl, std::string_view en) {
  return refuse("ReasonMissing", "", both(std::string(nl), std::string(en)),
                both("Geef de reden: --because \"...\".", "Give the reason: --because \"...\"."));
}

std::optional<Refusal> minutes_off(int minutes) {
  if (minutes >= 15 && minutes <= 480) return std::nullopt;
  return Refusal{"MinutesOff",
                 "",
                 both(fmt::format("Een overleg van {} minuten kan niet.", minutes),
                      fmt::format("A meeting of {} minutes is not possible.", minutes)),
                 both("Kies 15 tot 480 minuten.", "Choose 15 to 480 minutes."),
                 {}};
}

}  // namespace casus::engine
