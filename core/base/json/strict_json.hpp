// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string_view>

namespace casus {

struct JsonBounds {
  std::size_t bytes;           ///< the most it may be long
  std::size_t depth;           ///< the most levels it may have
  std::string_view first_key;  ///< with which the object begins; empty: any
};

/// Reads JSON that somebody sent: one strict object in well-formed UTF-8 within the bounds, no key twice in one object,
/// no control characters in texts other than line feed and tab (a terminal obeys them). Null when there is nothing to
/// go on with. Duplicate keys and control characters are told with their pointers while the value is still given, so
/// that the rest can be told too.
nlohmann::json strict_json(std::string_view bytes, const JsonBounds& bounds, Problems& problems);

}  // namespace casus
