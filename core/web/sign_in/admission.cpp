// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/admission.hpp"

#include "core/base/settings_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace casus::web {
namespace {

constexpr int kMostHours = 12;

void check_groups(const Admission& it, Problems& problems) {
  if (it.groups.empty()) problems.push_back({"/groups", tell("wrong.at_least_one")});
  std::set<std::pair<std::string, std::string>> seen;
  for (std::size_t i = 0; i < it.groups.size(); ++i) {
    const auto& row = it.groups[i];
    const auto path = fmt::format("/groups/{}", i);
    check_not_empty(path + "/group", row.group, problems);
    check_not_empty(path + "/team", row.team, problems);
    if (!seen.emplace(row.group, row.team).second)
      problems.push_back({path, tell("wrong.another_group", {{"group", row.group}, {"team", row.team}})});
  }
}

void check_people(const Admission& it, Problems& problems) {
  if (it.people.empty()) problems.push_back({"/people", tell("wrong.at_least_one")});
  std::set<std::string> ids;
  for (std::size_t i = 0; i < it.people.size(); ++i) {
    const auto& row = it.people[i];
    const auto path = fmt::format("/people/{}", i);
    check_not_empty(path + "/id", row.id, problems);
    check_not_empty(path + "/name", row.name, problems);
    if (!ids.insert(row.id).second)
      problems.push_back({path + "/id", tell("wrong.another_person", {{"name", row.id}})});
  }
}

}  // namespace

bool Admission::leads_to(const std::string& team) const {
  return !team.empty() && std::ranges::find(groups, team, &Group::team) != groups.end();
}

void read_admission(fields::ObjectReader& file, Admission& out) {
  file.required("groups", out.groups);
  file.required("people", out.people);
  file.optional("hours", out.hours);
}

void check_admission(const Admission& it, Problems& problems) {
  check_groups(it, problems);
  check_people(it, problems);
  if (it.hours < 1 || it.hours > kMostHours)
    problems.push_back({"/hours", tell("wrong.hours", {{"got", it.hours}, {"most", kMostHours}})});
}

Outcome<Admitted, NotAdmitted> admitted(const Subject& told, const Admission& tables, const std::string& team,
                                        const std::vector<std::string>& members) {
  if (told.person.empty()) return failure(NotAdmitted::no_person);
  const auto person = std::ranges::find(tables.people, told.person, &Admission::Person::id);
  if (person == tables.people.end()) return failure(NotAdmitted::unknown);
  std::optional<Place> role;
  const auto groups = told.groups.value_or(std::vector<std::string>());
  for (const auto& row : tables.groups)
    if (row.team == team && std::ranges::find(groups, row.group) != groups.end() && role != Place::member)
      role = row.role;
  if (!role) return failure(NotAdmitted::no_group);
  if (*role == Place::member && std::ranges::find(members, person->name) == members.end())
    return failure(NotAdmitted::not_in_team);
  return Admitted{person->name, *role};
}

}  // namespace casus::web
