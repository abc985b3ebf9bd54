// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

#include <string>
#include <vector>

namespace casus::engine {

/// Ids of those who still sit at the table, and whose seat was for a time that is over on this day. None when nobody
/// else sits there: a case is somebody's, so they stay until another comes.
std::vector<std::string> seats_over(const Case& state, Date today);

}  // namespace casus::engine
