// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus {

/// A sentence for people, in both languages of the product; of a definition in more, if its maker speaks them.
struct Text {
  struct Other {
    Lang lang{};
    std::string words;

    bool operator==(const Other&) const = default;
  };

  std::string nl;
  std::string en;
  std::vector<Other> more{};  ///< read from a definition, and kept in no event

  /// For whom reads another language than the text has: in English, else in Dutch.
  const std::string& in(Lang lang) const {
    if (lang == Lang::nl) return nl;
    if (lang != Lang::en)
      for (const auto& one : more)
        if (one.lang == lang) return one.words;
    return lang == Lang::en || !en.empty() ? en : nl;
  }
  bool empty() const { return nl.empty() && en.empty(); }
  bool operator==(const Text&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("nl", self.nl);
    visit.required("en", self.en);
    if constexpr (requires { visit.languages(self.more); }) visit.languages(self.more);
  }
};

/// Without white space at both ends.
std::string_view trimmed(std::string_view text);

/// Lower case for matching: ASCII and the Latin letters of Dutch (é, ë, ï, ö, ü, ...), UTF-8 in and out.
std::string folded(std::string_view text);

/// Whether the bytes are well-formed UTF-8.
bool is_utf8(std::string_view text);

/// Whether there are control characters other than line feed and tab, those of Latin-1 (U+0080-U+009F) too. A terminal
/// obeys them, so they come into no case and no definition.
bool has_control(std::string_view text);

/// A question as the methods ask for one: has words, and ends in a question mark.
bool is_question(std::string_view text);

/// Short names that are safe in a shell, a file name and a URL: a-z, 0-9, '-' and '.', 1-64 long, starting with a
/// letter or digit.
bool is_id(std::string_view text);

/// Three numbers, as in 1.0.0, at most 15 long (the stamp of a library holds no more).
bool is_version(std::string_view text);

/// The known name that `text` most likely meant, or empty when none is near: a beginning of three letters, one slip (a
/// letter more, less, other, or swapped with its neighbour), of longer ones that begin alike one slip in three letters.
std::string nearest(std::string_view text, const std::vector<std::string_view>& known);

/// " (did you mean 'x'?)" or an empty string; for English technical messages.
std::string hint(std::string_view text, const std::vector<std::string_view>& known);

/// "a, b, c".
std::string joined(const std::vector<std::string_view>& parts, std::string_view separator = ", ");

}  // namespace casus
