// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/text.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

/// The words by which remarks are made (words.json, compiled into the program). Our own lists: they find words, not
/// meaning, so they only ever remark. Internal to core/engine.
namespace casus::engine {

/// Words that tell of a special kind of personal data.
struct SpecialWords {
  std::string id;
  std::string article;             ///< of the law that asks for care
  Text text;                       ///< what the words are about
  std::vector<std::string> words;  ///< lower case; a '*' at the end stands for any ending

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("article", self.article);
    visit.required("text", self.text);
    visit.required("words", self.words);
  }
};

class WordLists {
 public:
  WordLists();

  /// Words of a text that tell of a kind.
  struct Special {
    const SpecialWords* of = nullptr;  ///< nullptr: none
    std::string_view words;            ///< all that told of it: "verdacht van"
  };

  /// The kind that these words of a text begin with. `rest`: lower case, one space between words, from the beginning of
  /// a word on.
  Special special(std::string_view rest) const;

  bool is_first_name(const std::string& word) const { return is_plain_name(word) || words_as_names_.contains(word); }
  /// Whether a word, in lower case, is a first name and no word: a name however it is written.
  bool is_plain_name(const std::string& word) const { return first_names_.contains(word); }
  bool is_no_name(const std::string& word) const { return no_names_.contains(word); }
  /// Whether a word, in lower case, is a town or a country: a name where a title stands before it.
  bool is_place(const std::string& word) const { return places_.contains(word); }
  /// Whether a word, in lower case, says who somebody is to another: "oma", "huisarts", "de".
  bool is_role_word(std::string_view word) const { return role_words_.contains(std::string(word)); }
  /// Whether this text, in lower case and without the marks around it, fills a field that has to be filled, and says
  /// nothing: "niets", "n.v.t".
  bool fills_a_field(const std::string& text) const { return fill_a_field_.contains(text); }
  /// Whether a word, in lower case, is a common last name and no word: "jansen"; where a title announces it, also
  /// one that is a word as well: "mevrouw bakker".
  bool is_last_name(const std::string& word, bool announced) const;
  /// Whether a word, in lower case, ends as streets do.
  bool is_street(std::string_view word) const;
  /// Whether a word, in lower case, stands behind the name of an English street: "Baker Street".
  bool is_street_apart(const std::string& word) const { return streets_apart_.contains(word); }

 private:
  using Set = std::unordered_set<std::string>;
  struct Beginning {
    std::string text;
    bool any_ending = false;
    const SpecialWords* of = nullptr;
  };

  std::vector<SpecialWords> special_;
  std::unordered_map<std::uint32_t, std::vector<Beginning>> by_beginning_;  ///< by their first three bytes
  Set first_names_, words_as_names_, streets_apart_, no_names_, places_, role_words_, surnames_, words_as_surnames_,
      fill_a_field_;
  std::vector<std::string> streets_;
};

const WordLists& word_lists();

}  // namespace casus::engine
