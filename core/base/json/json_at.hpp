// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace casus {

/// The text under this name; empty where it is no object, has no such name, or has something else there.
std::string text_at(const nlohmann::json& in, std::string_view name);

}  // namespace casus
