// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/model/case.hpp"
#include "core/model/commands.hpp"

#include <string>

namespace casus::service {

/// Fills in what somebody typing in a meeting leaves out: which of the step's kinds it is when none was given, and
/// which question an answer answers where the step asks for that. What was given stays.
Say completed(const Case& state, const engine::Library& library, const std::string& by, Say say);

}  // namespace casus::service
