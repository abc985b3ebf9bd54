// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/role.hpp"

#include <string>
#include <string_view>

namespace casus {

/// A role that goes round came to somebody; who had it takes the other's place.
struct RoleTurned {
  static constexpr std::string_view kName = "RoleTurned";
  static constexpr int kVersion = 1;

  Role role{};
  std::string person;

  static void fields(auto& self, auto&& visit) {
    visit.required("role", self.role);
    visit.required("person", self.person);
  }
};

}  // namespace casus
