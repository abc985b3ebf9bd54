// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/catalogue.hpp"

namespace casus::desk {

Entries packing_verbs();     ///< method key, pack
Entries installing_verbs();  ///< method install
Entries removing_verbs();    ///< method remove

}  // namespace casus::desk
