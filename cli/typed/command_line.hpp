// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/face.hpp"
#include "core/desk/forms/spelling.hpp"
#include "core/desk/typed/command_text.hpp"

#include <optional>
#include <string>
#include <vector>

/// Lines that a person types, read back.
namespace casus::cli {

/// Of `typed`: the command that these arguments (without "casus") give, or nothing when they give none. Days may be
/// relative to `today`.
std::optional<Command> parse_typed(const std::vector<std::string>& arguments, const Spelling& how);

}  // namespace casus::cli
