// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/reply.hpp"

#include <nlohmann/json.hpp>

namespace casus::desk {

void Reply::json(nlohmann::json document) { document_ = std::make_shared<const nlohmann::json>(std::move(document)); }

}  // namespace casus::desk
