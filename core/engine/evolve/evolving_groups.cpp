// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/evolve/evolving.hpp"
#include "core/method/vocabulary.hpp"

#include <algorithm>

/// Who sits with whom, and who has the place in each group.
namespace casus::engine {

void sit_in_groups(Case& c, const Made& here, const GroupsMade& made) {
  std::erase_if(c.groups, [&](const TableGroup& known) {
    return known.visit == here.visit && std::ranges::find(made.groups, known.id, &PeopleGroup::id) == made.groups.end();
  });
  for (const auto& one : made.groups) {
    auto known = std::ranges::find(c.groups, one.id, &TableGroup::id);
    if (known == c.groups.end()) {
      known = c.groups.insert(known, TableGroup{here, one.id, {}});
      ++c.groups_made;
    }
    known->people = one.people;
    known->one = one.one;
    known->place = one.one.empty() ? std::string() : made.place;
  }
}

void leave_groups(Case& c, const Person& person) {
  const auto here = c.visit_index();
  if (c.groups.empty() || here < 0) return;
  for (auto& group : c.groups) {
    if (group.visit != here) continue;
    if (c.has_place(group, person.id))
      group.one = behind(c, group, [&](std::string_view id) { return id != person.id; });
    std::erase_if(group.people, [&](const std::string& id) { return c.became(id) == person.id; });
  }
  std::erase_if(c.groups, [&](const TableGroup& group) { return group.visit == here && group.people.empty(); });
}

std::string group_of_said(const Case& c, std::string_view by, std::string_view re) {
  if (c.groups.empty()) return {};
  if (const auto* own = c.group_of(by)) return own->id;
  const auto about = std::ranges::find(c.contributions, re, &Contribution::id);
  return re.empty() || about == c.contributions.end() || about->visit != c.visit_index() ? std::string() : about->group;
}

std::string behind(const Case& c, const TableGroup& group, const std::function<bool(std::string_view)>& may) {
  const auto& people = group.people;
  const auto now = std::ranges::find_if(people, [&](const std::string& id) { return c.has_place(group, id); });
  const auto start = now == people.end() ? std::size_t{0} : static_cast<std::size_t>(now - people.begin()) + 1;
  for (std::size_t i = 0; i < people.size(); ++i) {
    const auto id = c.became(people[(start + i) % people.size()]);
    if (may(id)) return std::string(id);
  }
  return {};
}

void say_in_group(const Case& c, Contribution& it) {
  it.group = group_of_said(c, it.by, it.re);
  const auto* own = c.groups.empty() ? nullptr : c.group_of(it.by);
  if (own == nullptr || own->place.empty()) return;
  it.speaker = c.has_place(*own, it.by) ? own->place : std::string(method::kOthers);
}

}  // namespace casus::engine
