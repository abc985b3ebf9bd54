// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <map>
#include <string>
#include <vector>

namespace casus::desk {

/// Who has only the words to choose by cannot choose between two that read the same: those have their number in front,
/// as it stands in the case ("d2: Vragen we de school erbij?"). What is its own number, such as a name, stays.
template <class Choice>
void tell_apart(std::vector<Choice>& choices, std::string Choice::*number, std::string Choice::*words) {
  std::map<std::string, int, std::less<>> times;
  for (const auto& one : choices) ++times[one.*words];
  for (auto& one : choices)
    if (times[one.*words] > 1 && one.*number != one.*words) one.*words = one.*number + ": " + one.*words;
}

}  // namespace casus::desk
