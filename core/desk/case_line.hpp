// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"

#include <string>

namespace casus::desk {

class Desk;

/// Where a case of a list stands: "Analyse: Luisteren · zorg over veiligheid".
std::string standing(Desk& desk, const service::CaseLine& line);

}  // namespace casus::desk
