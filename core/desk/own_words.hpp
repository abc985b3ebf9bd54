// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/meeting/leading.hpp"

#include <string>
#include <vector>

namespace casus::desk {

/// What the seat at this desk said itself in a case and stands there now, the newest first, to be put right. It stands
/// beside a page of the case that was asked for and logged; nothing for who does not work at its table.
std::vector<OwnWord> own_words_of(Desk& desk, const std::string& case_id);

}  // namespace casus::desk
