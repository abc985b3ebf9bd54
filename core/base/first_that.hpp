// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>

namespace casus {

/// The first of a list of which something is so; nullptr when there is none. It points into the list.
auto first_that(auto& list, auto is) -> decltype(&*list.begin()) {
  const auto found = std::ranges::find_if(list, std::move(is));
  return found == list.end() ? nullptr : &*found;
}

/// The first of a list whose `of` (a member, or what is made of it) is `value`.
auto first_with(auto& list, const auto& value, auto of) -> decltype(&*list.begin()) {
  const auto found = std::ranges::find(list, value, std::move(of));
  return found == list.end() ? nullptr : &*found;
}

auto with_id(auto& list, std::string_view id) -> decltype(&*list.begin()) {
  return first_with(list, id, [](const auto& one) { return std::string_view(one.id); });
}

}  // namespace casus
