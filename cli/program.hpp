// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

namespace casus::cli {

/// The whole program: `arguments` without the program's name; the exit code. Throws nothing.
int run(const std::vector<std::string>& arguments);

}  // namespace casus::cli
