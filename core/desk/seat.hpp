// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <array>
#include <string>

namespace casus::desk {

/// How sure it is who acts (DESIGN 2).
enum class Sureness {
  named,      ///< the name was typed on a computer that holds the keys
  invited,    ///< came by a link that was meant for this person
  signed_in,  ///< by the sign-in of the municipality
  table,      ///< the screen that all share
  resident,   ///< the resident, by the own link and code
  circle,     ///< a person of the network, by the own link and code
  keeper,     ///< looks after the store, and reads no case
};

constexpr std::array<Named<Sureness>, 7> names_of(Sureness) {
  return {{{Sureness::named, "named", "genoemd", "named"},
           {Sureness::invited, "invited", "uitgenodigd", "invited"},
           {Sureness::signed_in, "signed_in", "aangemeld", "signed in"},
           {Sureness::table, "table", "gedeeld scherm", "shared screen"},
           {Sureness::resident, "resident", "inwoner", "resident"},
           {Sureness::circle, "circle", "iemand uit de kring", "somebody of the circle"},
           {Sureness::keeper, "keeper", "beheerder", "keeper"}}};
}

/// Who acts at a face. Identity is a seat, not a string: the name alone says too little.
struct Seat {
  std::string name;  ///< empty when nobody said who
  Sureness sureness = Sureness::named;
  std::string account;     ///< the system's user of a `named` or `table` seat; empty when there is none
  std::string in_name_of;  ///< whose words these are, when somebody else types them; empty for the own

  bool operator==(const Seat&) const = default;
};

}  // namespace casus::desk
