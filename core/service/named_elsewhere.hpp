// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/remarks.hpp"
#include "core/store/store.hpp"

#include <optional>
#include <string>

namespace casus::service {

/// Where somebody who is erased from a case is named outside it: in what the team wrote down, and on agendas. Nothing
/// when nowhere. Internal to core/service.
std::optional<engine::Remark> named_elsewhere(store::Store& store, const std::string& name);

/// What stands with the team's meetings about a case that is erased, and how to destroy it there.
std::optional<engine::Remark> said_elsewhere(store::Store& store, const std::string& case_id);

}  // namespace casus::service
