// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/history/naming.hpp"

#include <string>
#include <vector>

namespace casus::report {

/// What the numbers that each wrote unseen in a stay say together, and in those that count as the same: the lowest, the
/// one in the middle and the highest, a sentence for each scale. One number of each person counts; nothing of fewer
/// than three people, nothing where somebody wrote several in one stay, and nothing before it is shown. It names
/// nobody, and a record with two scales has two sentences.
std::vector<std::string> number_spreads(const Case& state, const Naming& names, int visit);

}  // namespace casus::report
