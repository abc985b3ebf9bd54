// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

namespace casus {

/// Roles that a person can have in a case. Sources: domain.md 2.1, 3.2, 4.3, 6.2.
enum class Role {
  presenter,
  chair,
  member,
  coach,
  note_taker,
  observer,
  resident,
  circle,
  coordinator,
  referrer,
  case_manager,
  professional,
  safety_expert,
};

constexpr std::array<Named<Role>, 13> names_of(Role) {
  return {{{Role::presenter, "presenter", "casusinbrenger", "presenter"},
           {Role::chair, "chair", "gespreksleider", "chair"},
           {Role::member, "member", "teamlid", "team member"},
           {Role::coach, "coach", "coach", "coach"},
           {Role::note_taker, "note_taker", "verslaglegger", "note-taker"},
           {Role::observer, "observer", "observator", "observer"},
           {Role::resident, "resident", "inwoner", "resident"},
           {Role::circle, "circle", "iemand uit de kring", "member of the circle"},
           {Role::coordinator, "coordinator", "Eigen Kracht-coördinator", "Eigen Kracht coordinator"},
           {Role::referrer, "referrer", "aanmelder", "referrer"},
           {Role::case_manager, "case_manager", "casusregisseur", "case manager"},
           {Role::professional, "professional", "professional", "professional"},
           {Role::safety_expert, "safety_expert", "aandachtsfunctionaris veiligheid", "safety expert"}}};
}

}  // namespace casus
