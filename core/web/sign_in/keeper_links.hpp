// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/visit.hpp"

/// The other half of a link that a keeper made for somebody of the team.
namespace casus::web {

/// For who works with cases here: each open link that a keeper made, with its code to be told to whose it is (a keeper
/// who is of the team too does not see it), and for whose name it was that somebody came in by one.
Html keeper_links(const Visit& visit, House& house);

}  // namespace casus::web
