// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>

namespace casus {

/// The first of a list of which something is so; nullptr when there is none. It points into the list.
template <class List, class Is>
auto first_that(List& list, Is is) -> decltype(&*list.begin()) {
  const auto found = std::ranges::find_if(list, std::move(is));
  return found == list.end() ? nullptr : &*found;
}

/// The first of a list whose `of` (a member, or what is made of it) is `value`.
template <class List, class Value, class Of>
auto first_with(List& list, const Value& value, Of of) -> decltype(&*list.begin()) {
  const auto found = std::ranges::find(list, value, std::move(of));
  return found == list.end() ? nullptr : &*found;
}

template <class List>
auto with_id(List& list, std::string_view id) -> decltype(&*list.begin()) {
  return first_with(list, id, [](const auto& one) { return std::string_view(one.id); });
}

}  // namespace casus
