// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/problem.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::web::openid {

/// What somebody of a group is in a team.
enum class Place { member, keeper };

constexpr std::array<Named<Place>, 2> names_of(Place) {
  return {{{Place::member, "member"}, {Place::keeper, "keeper"}}};
}

/// The file of `casus serve --sign-in`: which provider, and who of those that it knows is who in which team. Nothing is
/// guessed from names that are alike: who is not in these tables comes in nowhere.
struct Settings {
  std::string issuer;
  std::string client;
  std::string secret_file;
  std::string address;  ///< under which browsers reach the page: "https://casus.example.nl"
  std::string name;     ///< as people call the provider: "de gemeente"
  std::vector<std::string> scopes;
  /// Which claims say who somebody is and in which groups: a name, or the JSON pointer of one that lies deeper.
  struct Claims {
    std::string person;
    std::string groups = "groups";

    bool operator==(const Claims&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
      visit.required("person", self.person);
      visit.optional("groups", self.groups);
    }
  };
  Claims claims;
  struct Group {
    std::string group;
    std::string team;
    Place role = Place::member;

    bool operator==(const Group&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
      visit.required("group", self.group);
      visit.required("team", self.team);
      visit.required("role", self.role);
    }
  };
  std::vector<Group> groups;
  struct Person {
    std::string id;    ///< exactly what the claim says
    std::string name;  ///< exactly as the team calls them

    bool operator==(const Person&) const = default;

    template <class Self, class Visitor>
    static void fields(Self& self, Visitor&& visit) {
      visit.required("id", self.id);
      visit.required("name", self.name);
    }
  };
  std::vector<Person> people;
  int hours = 12;  ///< after which somebody signs in again

  std::string secret;  ///< what `secret_file` holds; the caller reads it
  std::string base;    ///< where our pages begin under `address` (base.hpp); the caller knows it
};

/// Reads the file; everything that is wrong in it, with its place.
std::pair<Settings, Problems> settings_from(std::string_view bytes);

}  // namespace casus::web::openid
