// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/role.hpp"
#include "core/model/made.hpp"

#include <string>
#include <vector>

/// Of a case: who sits with whom, and who has a role for now.
namespace casus {

/// People who talk with each other in a step that goes on in several groups.
struct TableGroup : Made {
  std::string id;
  std::vector<std::string> people;  ///< ids, in the order of turns; they may have left since
  std::string one{};                ///< id of who has the place in it; empty: there is none
  std::string place{};              ///< key of that place in the method
};

/// A role that goes round came to somebody in this stay.
struct TurnOfRole : Made {
  Role role{};
  std::string person;
  std::string from;  ///< who had it before; empty: nobody
};

/// The roles that somebody had until an event gave them others.
struct RolesUntil {
  std::int64_t event = 0;
  std::string person;
  std::vector<Role> roles;
};

}  // namespace casus
