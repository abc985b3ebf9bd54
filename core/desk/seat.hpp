// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/person_name.hpp"
#include "core/model/typist.hpp"

#include <string>

namespace casus::desk {

using casus::same_name;
using casus::Sureness;

/// Who acts at a face. Identity is a seat, not a string: the name alone says too little.
struct Seat {
  std::string name;  ///< empty when nobody said who
  Sureness sureness = Sureness::named;
  std::string account;     ///< the system's user of a `named` or `table` seat; empty when there is none
  std::string in_name_of;  ///< whose words these are, when somebody else types them; empty for the own

  bool operator==(const Seat&) const = default;
};

}  // namespace casus::desk
