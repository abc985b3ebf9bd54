// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/json_at.hpp"

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// JSON that a provider sent: strict, of a bounded size, no key twice. Internal to this folder.
namespace casus::web::openid {

/// An object; nothing when it is none.
std::unique_ptr<nlohmann::json> answer_json(std::string_view bytes);

/// A list of texts, or one text as a list of one; empty when it is neither.
std::vector<std::string> texts_at(const nlohmann::json& in, std::string_view name);

}  // namespace casus::web::openid
