// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"

#include <optional>
#include <string>

/// Events of an earlier version, read as the present one. What is on disk stays as it was written.
namespace casus::store {

/// The payload as version `to` of its type has it, one version after another. Nothing when a step between them is
/// missing, or the payload is no JSON object. The payload must be there.
std::optional<std::string> upcast(const StoredEvent& stored, int to);

}  // namespace casus::store
