// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/says_nothing.hpp"

#include "core/base/text.hpp"
#include "core/engine/remarks/word_lists.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace casus::engine {
namespace {

/// Signs that are no ASCII, and no letters.
constexpr std::array<std::string_view, 7> kWideSigns{"\u2026", "\u2013", "\u2014", "\u2018",
                                                     "\u201c", "\u201d", "\u201e"};
/// As a phone types it in "don't know", and behind a quote.
constexpr std::string_view kApostrophe = "\u2019";

}  // namespace

bool says_nothing(std::string_view text) {
  auto words = folded(trimmed(text));
  for (const auto sign : kWideSigns)
    for (auto at = words.find(sign); at != std::string::npos; at = words.find(sign, at)) words.erase(at, sign.size());
  for (auto at = words.find(kApostrophe); at != std::string::npos; at = words.find(kApostrophe, at))
    words.replace(at, kApostrophe.size(), "'");
  const auto is_sign = [](char c) {
    return static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0;
  };
  while (!words.empty() && is_sign(words.back())) words.pop_back();
  words.erase(words.begin(), std::ranges::find_if_not(words, is_sign));
  return words.empty() || word_lists().fills_a_field(words);
}

}  // namespace casus::engine
