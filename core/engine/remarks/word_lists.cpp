// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/word_lists.hpp"

#include "core/base/fault.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/strict_json.hpp"
#include "core/base/name_words_data.hpp"
#include "core/engine/remarks/words_data.hpp"
#include "core/text/problem_words.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

constexpr std::size_t kBeginning = 3;

struct File {
  int format = 0;
  std::vector<SpecialWords> special;
  std::vector<std::string> streets, streets_apart, first_names, words_as_first_names, no_names, places, role_words,
      fill_a_field;

  static void fields(auto& self, auto&& visit) {
    visit.required("format", self.format);
    visit.required("special", self.special);
    visit.required("streets", self.streets);
    visit.required("streets_apart", self.streets_apart);
    visit.required("first_names", self.first_names);
    visit.required("words_as_first_names", self.words_as_first_names);
    visit.required("no_names", self.no_names);
    visit.required("places", self.places);
    visit.required("role_words", self.role_words);
    visit.required("fill_a_field", self.fill_a_field);
  }
};

File read_file() {
  Problems problems;
  File file;
  const auto json = strict_json(kWordsData, {64 * 1024, 6, "format"}, problems);
  if (problems.empty()) fields::read(json, file, "", problems);
  // It is compiled in, so a file that does not fit is a program that was built wrong.
  if (!problems.empty())
    throw Fault(Fault::Kind::definition, "words.json: " + text::problem_line(problems.front(), Lang::en));
  return file;
}

/// The first letters of a word as one number; most words begin as none on the lists.
std::uint32_t beginning_of(std::string_view word) {
  std::uint32_t beginning = 0;
  for (const char c : word.substr(0, kBeginning)) beginning = beginning << 8 | static_cast<unsigned char>(c);
  return beginning;
}

/// Words between spaces.
void into_set(std::string_view words, std::unordered_set<std::string>& set) {
  for (std::size_t at = 0; at < words.size();) {
    const auto end = std::min(words.find(' ', at), words.size());
    if (end > at) set.emplace(words.substr(at, end - at));
    at = end + 1;
  }
}

bool ends_word(std::string_view rest, std::size_t at) { return at == rest.size() || rest[at] == ' '; }

}  // namespace

WordLists::WordLists() {
  auto file = read_file();
  special_ = std::move(file.special);
  for (const auto& list : special_)
    for (const auto& word : list.words) {
      Beginning it{word, word.ends_with('*'), &list};
      if (it.any_ending) it.text.pop_back();
      by_beginning_[beginning_of(it.text)].push_back(std::move(it));
    }
  const auto into = [](std::vector<std::string>& words, Set& set) { set.insert(words.begin(), words.end()); };
  into(file.first_names, first_names_);
  into(file.words_as_first_names, words_as_names_);
  into(file.streets_apart, streets_apart_);
  into(file.no_names, no_names_);
  into(file.places, places_);
  into_set(kSurnames, surnames_);
  into_set(kWordsAsSurnames, words_as_surnames_);
  into_set(kRelatives, role_words_);
  into(file.role_words, role_words_);
  into(file.fill_a_field, fill_a_field_);
  streets_ = std::move(file.streets);
}

WordLists::Special WordLists::special(std::string_view rest) const {
  const auto found = by_beginning_.find(beginning_of(rest));
  if (found == by_beginning_.end()) return {};
  for (const auto& it : found->second)
    if (rest.starts_with(it.text) && (it.any_ending || ends_word(rest, it.text.size())))
      return {it.of, rest.substr(0, rest.find(' ', it.text.size()))};
  return {};
}

bool WordLists::is_street(std::string_view word) const {
  return std::ranges::any_of(streets_, [&](const std::string& end) { return word.ends_with(end); });
}

bool WordLists::is_last_name(const std::string& word, bool announced) const {
  return surnames_.contains(word) || (announced && words_as_surnames_.contains(word));
}

const WordLists& word_lists() {
  static const WordLists kLists;
  return kLists;
}

}  // namespace casus::engine
