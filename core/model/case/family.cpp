// SPDX-License-Identifier: EUPL-1.2
#include "core/model/case/family.hpp"

#include "core/base/first_that.hpp"

#include <algorithm>

namespace casus {

namespace {

using GroupOf = std::map<std::string, std::string>;

/// Partners, and the partners of partners, stand on one row: each person with the first of its group.
GroupOf groups_of_partners(const Family& family) {
  GroupOf group;
  for (const auto& member : family.members) group[member.person] = member.person;
  for (const auto& couple : family.partners) {
    const auto from = group[couple.other];
    const auto to = group[couple.one];
    for (auto& [person, first] : group)
      if (first == from) first = to;
  }
  return group;
}

/// Whether a line from `a` to `b` joins these two, whichever way round.
bool joins(std::string_view a, std::string_view b, std::string_view one, std::string_view other) {
  return (a == one && b == other) || (a == other && b == one);
}

}  // namespace

const FamilyMember* Family::find(std::string_view person) const {
  return first_with(members, person, &FamilyMember::person);
}

void Family::add(const ParentLink& link) {
  std::erase_if(parents, [&](const ParentLink& old) { return joins(old.parent, old.child, link.parent, link.child); });
  parents.push_back(link);
}

void Family::add(const PartnerLink& link) {
  std::erase_if(partners, [&](const PartnerLink& old) { return joins(old.one, old.other, link.one, link.other); });
  partners.push_back(link);
}

void Family::cut(std::string_view one, std::string_view other) {
  std::erase_if(parents, [&](const ParentLink& link) { return joins(link.parent, link.child, one, other); });
  std::erase_if(partners, [&](const PartnerLink& link) { return joins(link.one, link.other, one, other); });
}

std::optional<std::map<std::string, int>> generations(const Family& family) {
  auto group = groups_of_partners(family);
  std::map<std::string, int> row;
  for (const auto& [person, first] : group) row[first] = 0;
  // A child goes one row below its lowest parent. As many rounds as there are groups are enough, unless it goes round.
  bool moved = true;
  for (std::size_t i = 0; moved; ++i) {
    if (i > row.size()) return std::nullopt;
    moved = false;
    for (const auto& link : family.parents) {
      const int below = row[group[link.parent]] + 1;
      auto& child = row[group[link.child]];
      if (child >= below) continue;
      child = below;
      moved = true;
    }
  }
  // Who has no parents on the sheet stands just above the first child, not at the top.
  for (auto& [first, at] : row) {
    const auto in_group = [&, &key = first](const std::string& person) { return group[person] == key; };
    if (std::ranges::any_of(family.parents, [&](const ParentLink& link) { return in_group(link.child); })) continue;
    std::optional<int> child;
    for (const auto& link : family.parents)
      if (in_group(link.parent)) child = std::min(child.value_or(row[group[link.child]]), row[group[link.child]]);
    if (child) at = *child - 1;
  }
  std::map<std::string, int> out;
  for (const auto& [person, first] : group) out[person] = row[first];
  return out;
}

}  // namespace casus
