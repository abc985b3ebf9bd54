// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"

#include <string>
#include <vector>

namespace casus::cli {

/// The whole program: `arguments` without the program's name; the exit code. Throws nothing.
int run(const std::vector<std::string>& arguments);

/// One line inside a program that is running: the exit code, and all that was said. A verb that needs the terminal for
/// itself is a matter of usage here. `globals` hold for what the line does not say.
struct Inside {
  int code = 0;
  std::string said;
};
Inside run_inside(const std::vector<std::string>& arguments, const Globals& globals);

}  // namespace casus::cli
