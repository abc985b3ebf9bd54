// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace casus::learning {

/// The number behind the letter of an id: "g12" is 12.
int number_of(std::string_view id);

/// Ids of what people keep for themselves, each counting their own: a number that ran over all would say how much the
/// others have. Never given twice to the same person. In older streams numbers ran over all, so they begin anywhere.
class OwnNumbers {
 public:
  void given(std::string_view person, std::string_view id) {
    auto& last = last_[std::string(person)];
    last = std::max(last, number_of(id));
  }
  /// "g3"
  std::string next(std::string_view letter, std::string_view person) const {
    const auto found = last_.find(person);
    return std::string(letter) + std::to_string(found == last_.end() ? 1 : found->second + 1);
  }

 private:
  std::map<std::string, int, std::less<>> last_;
};

/// Whether this is what a person calls so.
bool is_own(const auto& one, std::string_view person, std::string_view id) {
  return one.person == person && one.id == id;
}

}  // namespace casus::learning
