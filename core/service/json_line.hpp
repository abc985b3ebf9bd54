// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string_view>

namespace casus::service {

inline constexpr std::size_t kLineLimit = 1024 * 1024;
inline constexpr std::size_t kLineDepth = 32;

/// Reads one line that somebody sent: one strict JSON object in well-formed UTF-8, at most `kLineLimit` bytes, nested
/// at most `kLineDepth` deep, no key twice in one object, no control characters in texts (a terminal obeys them). Null
/// when there is nothing to go on with. Duplicate keys and control characters are told with their pointers while the
/// value is still given, so that the rest can be told too.
nlohmann::json json_line(std::string_view line, Problems& problems);

}  // namespace casus::service
