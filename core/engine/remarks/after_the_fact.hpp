// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/remarks/remarks.hpp"

#include <optional>

namespace casus::engine {

/// A day on which something is said to have happened, more than a year before it is written down: a term that counts
/// from it would be over at once and stand at the top of every list.
std::optional<Remark> long_past(const Command& command);

/// A request of the resident was granted, and nothing is done by that alone: how it is done. Nothing where granting
/// does it (a restriction), or for another answer.
std::optional<Remark> granted_only(const Case& before, const Command& command);

/// A request in a case under the Jeugdwet of which nobody said how old the resident is: from 12 to 16 a youth asks
/// together with who has authority, before that these ask, and from 16 the youth alone.
std::optional<Remark> age_of_youth(const Case& before, const Command& command);

}  // namespace casus::engine
