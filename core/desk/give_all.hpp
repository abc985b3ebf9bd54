// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"

#include <string>
#include <vector>

/// Several commands to one case that stand in one line.
namespace casus::desk {

/// All of them are done, and then each answer has the case as it is after the last; or none, and then the one answer
/// says which could not be and why. `each`: who does each of them; empty: `by` does them all. `id`: of the whole, sent
/// twice it is done once; may be empty.
std::vector<service::Answer> give_all(Desk& desk, const std::string& case_id, const std::string& by,
                                      const std::vector<CommandBody>& bodies, const std::string& id,
                                      const std::vector<std::string>& each = {});

}  // namespace casus::desk
