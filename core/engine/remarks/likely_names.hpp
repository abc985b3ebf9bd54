// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace casus::engine {

/// A word as it is written, without the marks around it.
struct Word {
  std::string_view text;
  std::string lower;
  bool first = false;    ///< of a sentence
  bool initial = false;  ///< "J." or "J.P."
  char after = 0;        ///< the mark behind it
};

std::vector<Word> words_of(std::string_view text);

bool is_capital(std::string_view word);

/// Finds what looks like a name or an address, by lists of words and by how it is written: no finding is no proof.
class LikelyNames {
 public:
  /// `allowed`: names that are no secret here, each word of them.
  explicit LikelyNames(const std::vector<std::string_view>& allowed);

  /// The first likely name, or empty.
  std::string name(std::string_view text) const;
  std::string address(std::string_view text) const;

 private:
  bool is_name_word(const Word& word) const;
  /// "Van Dijk": whether the words from `between` to `name` are what somebody is called.
  bool is_called_so(const std::vector<Word>& words, std::size_t between, std::size_t name) const;
  /// A first name in small letters, or a name in capitals, that is no word: "sanne", "FATIMA".
  bool is_written_otherwise(const Word& word) const;
  /// "jansen"; `announced`, by a title: also "bakker".
  bool is_in_small(const Word& word, bool announced) const;

  std::set<std::string> allowed_;
};

}  // namespace casus::engine
