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
  return {{{Role::presenter, "presenter", "word.role.presenter"},
           {Role::chair, "chair", "word.role.chair"},
           {Role::member, "member", "word.role.member"},
           {Role::coach, "coach", "word.role.coach"},
           {Role::note_taker, "note_taker", "word.role.note_taker"},
           {Role::observer, "observer", "word.role.observer"},
           {Role::resident, "resident", "word.role.resident"},
           {Role::circle, "circle", "word.role.circle"},
           {Role::coordinator, "coordinator", "word.role.coordinator"},
           {Role::referrer, "referrer", "word.role.referrer"},
           {Role::case_manager, "case_manager", "word.role.case_manager"},
           {Role::professional, "professional", "word.role.professional"},
           {Role::safety_expert, "safety_expert", "word.role.safety_expert"}}};
}

}  // namespace casus
