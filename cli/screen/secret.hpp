// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>

namespace casus::cli {

/// A line typed on the terminal without being shown, after `question` on standard error; from a pipe, the next line of
/// it. Nothing at the end of the input.
std::optional<std::string> ask_secret(const std::string& question);

}  // namespace casus::cli
