// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"

#include <cctype>
#include <string_view>
#include <vector>

/// Words and lists as they stand in a text. Internal to core/training.
namespace casus::training {

/// A letter or digit; a byte of any letter beyond ASCII too.
inline bool is_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// What stands between the separators, without the spaces around it.
inline std::vector<std::string_view> divided(std::string_view text, std::string_view by) {
  std::vector<std::string_view> all;
  for (auto at = text.find(by); at != std::string_view::npos; at = text.find(by)) {
    all.push_back(trimmed(text.substr(0, at)));
    text.remove_prefix(at + by.size());
  }
  all.push_back(trimmed(text));
  return all;
}

}  // namespace casus::training
