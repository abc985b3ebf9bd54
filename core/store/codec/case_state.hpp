// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace casus::store {

/// A case as it stands, as bytes: for the same program on the same machine, and for nobody else. What is kept for good
/// are its events (codec.hpp).
std::string state_bytes(const Case& it);

/// The same back; nothing when the bytes are not whole.
std::optional<Case> case_from_state(std::string_view bytes);

}  // namespace casus::store
