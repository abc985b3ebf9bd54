// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"

namespace casus::desk {

Entries proof_verbs();  ///< store verify, anchor

}  // namespace casus::desk
