// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_at.hpp"

#include <nlohmann/json.hpp>

namespace casus {

std::string text_at(const nlohmann::json& in, std::string_view name) {
  const auto found = in.find(name);
  return found != in.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace casus
