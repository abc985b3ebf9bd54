// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/service.hpp"

#include <optional>
#include <string>

namespace casus::desk {

class Desk;

/// Where a case of a list stands: "Analyse: Luisteren · zorg over veiligheid".
std::string standing(Desk& desk, const service::CaseLine& line);

/// The legal term of a case of a list that ends next; of those that are over, the last.
struct TermAhead {
  Date on{};
  std::string words;  ///< "Wmo 2015: 2026-04-13": never without its law
};
std::optional<TermAhead> term_ahead(Desk& desk, const service::CaseLine& line);

}  // namespace casus::desk
