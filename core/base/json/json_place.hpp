// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus {

/// Where a byte stands.
FilePlace place_at(std::string_view bytes, std::size_t at);

/// Where each JSON pointer stands in a file: a member at its key, an item of a list at its value, the last one of a key
/// that stands twice. What is not there (a key that is missing, a default) gets the place of the nearest that holds it.
/// One pass, however many are asked. `bytes` is well-formed; of what is not, nothing is found.
std::vector<FilePlace> places_of(const std::vector<std::string>& pointers, std::string_view bytes);

/// Gives every problem without one its place. For any list of structs with `pointer` and `at`.
void place(auto& problems, std::string_view bytes) {
  std::vector<std::string> pointers;
  for (const auto& problem : problems)
    if (problem.at == FilePlace{}) pointers.push_back(problem.pointer);
  if (pointers.empty()) return;
  const auto places = places_of(pointers, bytes);
  auto next = places.begin();
  for (auto& problem : problems)
    if (problem.at == FilePlace{}) problem.at = *next++;
}

}  // namespace casus
