// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "core/web/sign_in/admission.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace casus::web::gateway {

/// The file of `casus serve --sign-in-by-header`: in which headers the proxy in front says who it signed in, and who of
/// those is who in which team.
struct Settings : Admission {
  struct Headers {
    std::string person;  ///< in lower case, as a request has them
    std::string groups;
    std::string separator = ",";  ///< between two groups

    static void fields(auto& self, auto&& visit) {
      visit.required("person", self.person);
      visit.required("groups", self.groups);
      visit.optional("separator", self.separator);
    }
  };
  Headers headers;
  std::string sign_out;  ///< where a browser signs out there: an address or a path; empty: it is told nowhere
};

/// Reads the file; everything that is wrong in it, with its place.
std::pair<Settings, Problems> settings_from(std::string_view bytes);

}  // namespace casus::web::gateway
