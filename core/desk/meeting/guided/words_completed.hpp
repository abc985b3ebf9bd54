// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/words/line.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace casus::desk {

/// What a line says without naming a kind, with the one that it gets in the step at hand, by whoever says it, else by
/// `acting`; nothing for any other line. Internal to the meeting that is led.
inline std::optional<Say> words_completed(Desk& desk, const std::string& case_id, const GiveCommand* given,
                                          const std::string& acting) {
  const auto* said = given == nullptr ? nullptr : std::get_if<Say>(&given->body);
  if (said == nullptr || !said->kind.empty()) return std::nullopt;
  Command command{.case_id = case_id, .by = given->by.empty() ? acting : given->by, .body = *said};
  return std::get<Say>(desk.service().completed(std::move(command)).body);
}

}  // namespace casus::desk
