// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string_view>

namespace casus::method {

inline constexpr std::size_t kFileLimit = 1024 * 1024;
inline constexpr std::size_t kDepthLimit = 64;

/// Reads a definition file that somebody sent us: strict JSON in well-formed UTF-8, at most `kFileLimit` bytes, nested
/// at most `kDepthLimit` deep, one object whose first key is "format", no key twice in one object, no control
/// characters in texts (a terminal obeys them). Null when there is nothing to go on with; duplicate keys and control
/// characters are told with their pointers, and the value is still given, so that the rest can be told too.
nlohmann::json definition_json(std::string_view bytes, Problems& problems);

}  // namespace casus::method
