// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/screen.hpp"
#include "cli/tree.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::cli {

/// Whether somebody sits at a terminal who can be asked.
bool can_ask(const Globals& globals);

/// Asks for what a line lacks, one question at a time, until it is whole: each with what it is about and its choices.
/// The line as it is then; nothing when the person stopped (an empty answer, or the end of input).
std::optional<std::vector<std::string>> asked_for(const Parsed& parsed, std::vector<std::string> arguments,
                                                  Screen& screen, const Spelling& how);

/// The same for what may be left out and most people fill in: an empty answer leaves it out. `parsed` is whole.
std::vector<std::string> asked_besides(const Parsed& parsed, std::vector<std::string> arguments, Screen& screen,
                                       const Spelling& how);

/// One question, and what was answered; empty when nothing was.
std::string ask(Screen& screen, const std::string& question);

}  // namespace casus::cli
