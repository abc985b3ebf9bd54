// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/remarks/remarks.hpp"
#include "core/store/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::service {

/// Where somebody who is erased from a case is named outside it: in what the team wrote down, and on agendas. Nothing
/// when nowhere. Internal to core/service.
std::optional<engine::Remark> named_elsewhere(store::Store& store, const std::string& name);

/// Where the team's own words name somebody who left it and is erased there. `mends`: who of the team can put it right,
/// when who erases is of no team.
std::optional<engine::Remark> member_named(store::Store& store, const std::vector<std::string>& names,
                                           const std::string& mends);

/// What stands with the team's meetings about a case that is erased, and how to destroy it there.
std::optional<engine::Remark> said_elsewhere(store::Store& store, const std::string& case_id);

}  // namespace casus::service
