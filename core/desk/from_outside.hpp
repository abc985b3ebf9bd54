// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/desk/seat.hpp"
#include "core/model/refusal.hpp"

#include <string>
#include <vector>

namespace casus::desk {

class Desk;

/// Somebody of a case who does not work in it: the resident, or a person of the circle.
struct FromOutside {
  std::string name;
  Sureness sureness = Sureness::resident;  ///< how a link of their own would seat them
};

/// Who of a case could have a page of their own, for who is at its table.
Outcome<std::vector<FromOutside>, Refusal> from_outside(Desk& desk, const std::string& case_id);

/// What such a seat may do, in the order in which it is offered: paths of the catalogue.
std::vector<std::string> done_from_outside(Sureness sureness);

}  // namespace casus::desk
