// SPDX-License-Identifier: EUPL-1.2
#include "core/model/team/team.hpp"

#include "core/base/first_that.hpp"
#include "core/base/text.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

namespace casus {

template class OneOf<TeamVariant>;
template class OneOf<TeamEventVariant>;

const Partner* Team::partner(std::string_view called) const {
  const auto wanted = folded(trimmed(called));
  return first_with(partners, wanted, [](const Partner& one) { return folded(one.name); });
}

const Member* Team::member(std::string_view called) const {
  if (trimmed(called).empty()) return nullptr;
  for (const auto& one : members)
    if (same_name(one.name, called)) return &one;
  for (const auto& one : members)
    if (std::ranges::any_of(one.formerly, [&](const std::string& name) { return same_name(name, called); }))
      return &one;
  return nullptr;
}

std::vector<const Member*> Team::members_meant(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const auto& one : members) names.push_back(one.name);
  std::vector<const Member*> out;
  for (const auto place : who_is_meant(name, names)) out.push_back(&members[place]);
  if (out.size() == 1 && same_name(out.front()->name, name)) return out;
  // Who was called so once may be meant as well as who is called nearly so now.
  if (const auto* once = member(name); once != nullptr && std::ranges::find(out, once) == out.end())
    out.push_back(once);
  return out;
}

bool Team::is_away(std::string_view called, Date on) const {
  return std::ranges::any_of(absences, [&](const Absence& one) {
    return same_name(one.name, called) && one.from <= on && (!one.to || on <= *one.to);
  });
}

}  // namespace casus
