// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "core/web/sign_in/admission.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::web::openid {

/// The file of `casus serve --sign-in`: which provider, and who of those that it knows is who in which team.
struct Settings : Admission {
  std::string issuer;
  std::string client;
  std::string secret_file;
  std::string address;  ///< under which browsers reach the page: "https://casus.example.nl"
  std::vector<std::string> scopes;
  /// Which claims say who somebody is and in which groups: a name, or the JSON pointer of one that lies deeper.
  struct Claims {
    std::string person;
    std::string groups = "groups";

    bool operator==(const Claims&) const = default;

    static void fields(auto& self, auto&& visit) {
      visit.required("person", self.person);
      visit.optional("groups", self.groups);
    }
  };
  Claims claims;

  std::string secret;  ///< what `secret_file` holds; the caller reads it
  std::string base;    ///< where our pages begin under `address` (base.hpp); the caller knows it
};

/// Reads the file; everything that is wrong in it, with its place.
std::pair<Settings, Problems> settings_from(std::string_view bytes);

}  // namespace casus::web::openid
