// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"

#include <optional>
#include <string>
#include <vector>

/// Who somebody is in a team, by what was told of them elsewhere and by the tables of a file alone. Nothing is guessed
/// from names that are alike: who is not in these tables comes in nowhere.
namespace casus::fields {
class ObjectReader;
}

namespace casus::web {

/// What somebody of a group is in a team.
enum class Place { member, keeper };

constexpr std::array<Named<Place>, 2> names_of(Place) {
  return {{{Place::member, "member"}, {Place::keeper, "keeper"}}};
}

/// What every file about a sign-in elsewhere says, whichever way people come.
struct Admission {
  std::string name;  ///< as people call who signs them in: "de gemeente"
  struct Group {
    std::string group;
    std::string team;
    Place role = Place::member;

    bool operator==(const Group&) const = default;

    static void fields(auto& self, auto&& visit) {
      visit.required("group", self.group);
      visit.required("team", self.team);
      visit.required("role", self.role);
    }
  };
  std::vector<Group> groups;
  struct Person {
    std::string id;         ///< exactly as it is told
    std::string name;       ///< exactly as the team calls them
    std::string team = {};  ///< where they are called so; empty: in every team for which there is no other row of them

    bool is_for(const std::string& a_team) const { return team.empty() || team == a_team; }

    bool operator==(const Person&) const = default;

    static void fields(auto& self, auto&& visit) {
      visit.required("id", self.id);
      visit.required("name", self.name);
      visit.optional("team", self.team);
    }
  };
  std::vector<Person> people;
  int hours = 12;  ///< after which somebody signs in again

  /// Whether there is a group that leads to this team.
  bool leads_to(const std::string& team) const;
  /// The row of whom is told by this id, as the team calls them; nothing when there is none.
  const Person* person(const std::string& id, const std::string& team) const;
};

/// All but the name, which a file has where it likes.
void read_admission(fields::ObjectReader& file, Admission& out);
void check_admission(const Admission& it, Problems& problems);

/// What was told of somebody.
struct Subject {
  std::string subject;                             ///< by which a provider knows them itself; of a header empty
  std::string person;                              ///< that says who it is; empty: it was not told
  std::optional<std::vector<std::string>> groups;  ///< nothing: it was not told
};

struct Admitted {
  std::string name;
  Place role = Place::member;

  bool operator==(const Admitted&) const = default;
};

enum class NotAdmitted {
  no_person,    ///< it was not told who it is
  unknown,      ///< no row of the table of people is about them
  no_group,     ///< in no group that leads to this team
  not_in_team,  ///< the team has nobody of the name that the table gives
};

/// In both roles: the member, who may read cases.
Outcome<Admitted, NotAdmitted> admitted(const Subject& told, const Admission& tables, const std::string& team,
                                        const std::vector<std::string>& members);

}  // namespace casus::web
