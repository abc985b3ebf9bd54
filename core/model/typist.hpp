// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <string>

namespace casus {

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
  return {{{Sureness::named, "named", "word.sureness.named"},
           {Sureness::invited, "invited", "word.sureness.invited"},
           {Sureness::signed_in, "signed_in", "word.sureness.signed_in"},
           {Sureness::table, "table", "word.sureness.table"},
           {Sureness::resident, "resident", "word.sureness.resident"},
           {Sureness::circle, "circle", "word.sureness.circle"},
           {Sureness::keeper, "keeper", "word.sureness.keeper"}}};
}

/// Who came by a link of their own is what that link says, whatever name is typed: no colleague.
constexpr bool comes_from_outside(Sureness sureness) {
  return sureness == Sureness::resident || sureness == Sureness::circle;
}

/// Who sat at the keys when something was done in somebody's name. On a command: the seat that gave it. On an event:
/// only when that was another than the actor; then `name` is the id of the person, when it is one of the case.
struct Typist {
  std::string name;  ///< as typed; empty: nobody said
  Sureness sureness = Sureness::named;
  std::string account;  ///< the system's user of a `named` or `table` seat; empty when there is none

  bool operator==(const Typist&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("sureness", self.sureness);
    visit.optional("account", self.account);
  }
};

}  // namespace casus
