// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/field_walk.hpp"
#include "core/model/commands.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace casus::simulation {

/// Calls `each` with every text of a command, in the order of its fields.
void each_text(CommandBody& body, auto each) {
  const auto take = [&](std::string_view, std::string& text) { each(text); };
  std::visit([&](auto& command) { fields::walk(command, take); }, body);
}

}  // namespace casus::simulation
