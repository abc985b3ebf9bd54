// SPDX-License-Identifier: EUPL-1.2
#include "core/model/team.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace casus {

template class OneOf<TeamVariant>;
template class OneOf<TeamEventVariant>;

const Member* Team::member(std::string_view called) const {
  const auto wanted = folded(trimmed(called));
  const auto found = std::ranges::find(members, wanted, [](const Member& one) { return folded(one.name); });
  return found == members.end() ? nullptr : &*found;
}

bool Team::is_away(std::string_view called, Date on) const {
  const auto wanted = folded(trimmed(called));
  return std::ranges::any_of(absences, [&](const Absence& one) {
    return folded(one.name) == wanted && one.from <= on && (!one.to || on <= *one.to);
  });
}

}  // namespace casus
