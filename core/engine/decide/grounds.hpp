// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <optional>
#include <string_view>
#include <vector>

/// On what ground data are used (R2): what it takes, and the grounds beside the first.
namespace casus::engine {

/// What lacks before a case may be discussed on such a ground; nothing when it may.
std::optional<Refusal> ground_missing(std::optional<Privacy> privacy, std::optional<Basis> basis,
                                      std::string_view purpose, std::string_view basis_text);

/// What lacks of what this opening must say. Who asked for a workflow in which colleagues look at their own work too is
/// told how that opens without a ground.
std::optional<Refusal> ground_missing(const Library& library, const OpenCase& command);

/// The grounds beside the first, each once, for the purpose of the case.
std::vector<BasisAdded> others_of(const OpenCase& command);

}  // namespace casus::engine
