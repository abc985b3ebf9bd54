// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/screen/screen.hpp"
#include "cli/typed/tree.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::cli {

/// Whether somebody sits at a terminal who can be asked.
bool can_ask(const Globals& globals);

/// Asks who it is, if that lacks, for what a line lacks and then for what most people fill in, one question at a time:
/// each as a person would ask it, with its choices, of which a number or a part will do. Nothing typed leaves out what
/// may be left out; what is needed is asked once more. "terug" goes to the question before, "stop", Ctrl-C or the end
/// of input stops: then nothing comes back, else the line as it is then.
std::optional<std::vector<std::string>> asked_for(const Parsed& parsed, std::vector<std::string> arguments,
                                                  Screen& screen, const Spelling& how);

/// One question, and what was answered; empty when nothing was.
std::string ask(Screen& screen, const std::string& question);

}  // namespace casus::cli
