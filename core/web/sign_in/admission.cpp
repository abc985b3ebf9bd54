// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/admission.hpp"

#include "core/base/files/settings_file.hpp"

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

/// Of two people of one name in a team the one would come in as the other.
void check_name(const Admission& it, std::size_t row, Problems& problems) {
  const auto& person = it.people[row];
  for (std::size_t i = 0; i < row; ++i) {
    const auto& other = it.people[i];
    const bool meet = person.team.empty() || other.is_for(person.team);
    if (other.id == person.id || other.name != person.name || !meet) continue;
    problems.push_back(
        {fmt::format("/people/{}/name", row), tell("wrong.name_of_two", {{"name", person.name}, {"id", other.id}})});
    return;
  }
}

void check_people(const Admission& it, Problems& problems) {
  if (it.people.empty()) problems.push_back({"/people", tell("wrong.at_least_one")});
  std::set<std::pair<std::string, std::string>> ids;
  for (std::size_t i = 0; i < it.people.size(); ++i) {
    const auto& row = it.people[i];
    const auto path = fmt::format("/people/{}", i);
    check_not_empty(path + "/id", row.id, problems);
    check_not_empty(path + "/name", row.name, problems);
    if (!ids.emplace(row.id, row.team).second)
      problems.push_back({path + "/id", tell("wrong.another_person", {{"name", row.id}})});
    if (!row.team.empty() && !it.leads_to(row.team))
      problems.push_back({path + "/team", tell("wrong.no_group_leads", {{"team", row.team}})});
    check_name(it, i, problems);
  }
}

}  // namespace

bool Admission::leads_to(const std::string& team) const {
  return !team.empty() && std::ranges::find(groups, team, &Group::team) != groups.end();
}

const Admission::Person* Admission::person(const std::string& id, const std::string& team) const {
  const Person* anywhere = nullptr;
  for (const auto& row : people) {
    if (row.id != id || !row.is_for(team)) continue;
    if (!row.team.empty()) return &row;
    anywhere = &row;
  }
  return anywhere;
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
  const auto* const person = tables.person(told.person, team);
  if (person == nullptr) return failure(NotAdmitted::unknown);
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
