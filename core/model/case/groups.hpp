// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Who sits with whom in a step that goes on in several groups. Command and event.
namespace casus {

struct PeopleGroup {
  std::string id;                   ///< "k1", "k2", ...: of one stay in a step
  std::vector<std::string> people;  ///< ids, in the order of turns
  std::string one{};                ///< id of who has the place in it; empty: there is none

  bool operator==(const PeopleGroup&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("people", self.people);
    visit.optional("one", self.one);
  }
};

/// Command. Somebody goes to another group of the step that is going on.
struct MoveToGroup {
  static constexpr std::string_view kName = "MoveToGroup";

  std::string person;  ///< name or id
  int group = 0;       ///< its number, from 1; one more than there are begins a new one

  static void fields(auto& self, auto&& visit) {
    visit.required("person", self.person);
    visit.required("group", self.group);
  }
};

/// All groups of the stay that is going on; one that was there and is not named here is no more.
struct GroupsMade {
  static constexpr std::string_view kName = "GroupsMade";
  static constexpr int kVersion = 2;

  std::vector<PeopleGroup> groups;
  std::string place{};  ///< key of the place that one person in each group has; empty: there is none

  static void fields(auto& self, auto&& visit) {
    visit.required("groups", self.groups);
    visit.optional("place", self.place);
  }
};

}  // namespace casus
