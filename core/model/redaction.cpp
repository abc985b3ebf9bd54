// SPDX-License-Identifier: EUPL-1.2
#include "core/model/redaction.hpp"

#include "core/base/name_words_data.hpp"
#include "core/base/text.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>

namespace casus {

namespace {

struct Place {
  TextSpan span;
  const std::string* mark = nullptr;  ///< none: a number
};

bool word_sign(char32_t sign) {
  return sign >= 0x80 || std::isalnum(static_cast<unsigned char>(sign)) != 0;  // spelled: then it is a letter
}

/// Part of a name, or of a text, by signs.
struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::u32string_view of(const std::u32string& signs) const {
    return std::u32string_view(signs).substr(begin, end - begin);
  }
};

bool has_capital(const Spelled& name) {
  if (name.signs != name.lower) return true;
  // A script without capitals has no role words to tell names from.
  return std::ranges::none_of(name.lower, [](char32_t sign) { return sign >= U'a' && sign <= U'z'; });
}

/// Signs as a word between spaces, as the lists of words have it.
std::string between_spaces(std::u32string_view lower) {
  std::string word(" ");
  for (const auto sign : lower) word += sign < 0x80 ? static_cast<char>(sign) : '?';
  word += ' ';
  return word;
}

bool is_of(std::string_view list, std::u32string_view lower) {
  return list.find(between_spaces(lower)) != std::string_view::npos;
}

/// "ANNA": no letter that has a capital is written small.
bool in_capitals(const Spelled& text, const Word& word) {
  return std::ranges::equal(word.of(text.signs), word.of(text.lower),
                            [](char32_t one, char32_t low) { return one != low || !(one >= U'a' && one <= U'z'); });
}

/// "de Bo": two letters are a name too, unless the words of a sentence could be meant.
bool stands_alone(const Spelled& name, const Word& part) {
  if (name.signs[part.begin] == name.lower[part.begin]) return false;
  const auto lower = part.of(name.lower);
  if (lower.size() < 2) return false;
  return !is_of(kBetween, lower) && !is_of(kShortWords, lower);
}

/// Each place of a whole word.
void find_word(const std::u32string& where, std::u32string_view word, std::vector<Word>& found) {
  for (auto at = where.find(word); at != std::u32string::npos; at = where.find(word, at + 1)) {
    auto end = at + word.size();
    if (at > 0 && word_sign(where[at - 1])) continue;
    if (end < where.size() && where[end] == U's') ++end;  // "Piets moeder"
    if (end < where.size() && word_sign(where[end])) continue;
    found.push_back({at, end});
  }
}

std::vector<Word> parts_of(const std::u32string& name) {
  std::vector<Word> parts;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= name.size(); ++i)
    if (i == name.size() || name[i] == U' ' || name[i] == U'-') {
      if (i > begin) parts.push_back({begin, i});
      begin = i + 1;
    }
  return parts;
}

/// By where it begins, the longest first.
bool goes_before(const TextSpan& a, const TextSpan& b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
}

/// The part that somebody is called by: of "oma Bep" the second; none when it is a word in small letters.
std::optional<Word> first_name(const Spelled& name, const std::vector<Word>& parts) {
  for (const auto& part : parts) {
    const auto lower = part.of(name.lower);
    if (is_of(kRelations, lower) || is_of(kTitles, lower)) continue;
    const bool a_name = stands_alone(name, part) && !is_of(kWordsAsNames, lower);
    return a_name ? std::optional(part) : std::nullopt;
  }
  return std::nullopt;
}

/// Of a name that is erased: each part in capitals, and the first name however it is written.
void find_in_any_case(const Spelled& text, const Spelled& name, const std::vector<Word>& parts,
                      std::vector<Word>& words) {
  const auto first = first_name(name, parts);
  for (const auto& part : parts) {
    if (!stands_alone(name, part)) continue;
    std::vector<Word> found;
    find_word(text.lower, part.of(name.lower), found);
    for (const auto& word : found) {
      const Word bare{word.begin, word.begin + part.end - part.begin};
      const bool called = first && first->begin == part.begin && (word.end == bare.end || part.end - part.begin > 2);
      if (called || in_capitals(text, bare)) words.push_back(word);  // "lis" is not of Li
    }
  }
}

std::vector<TextSpan> places_in(const Spelled& text, std::string_view called, bool in_any_case = false) {
  const auto name = spelled(trimmed(called));
  if (name.signs.size() < 2 || !has_capital(name)) return {};
  std::vector<Word> words;
  const auto parts = parts_of(name.signs);
  find_word(text.lower, name.lower, words);
  if (parts.size() == 1)
    std::erase_if(words, [&](const Word& word) {
      const Word bare{word.begin, word.begin + name.signs.size()};
      return bare.of(text.signs) != name.signs && !in_capitals(text, bare);
    });
  if (in_any_case) find_in_any_case(text, name, parts, words);
  for (const auto& part : parts)
    if (part.end - part.begin < name.signs.size() && stands_alone(name, part))
      find_word(text.signs, part.of(name.signs), words);
  std::vector<TextSpan> found;
  for (const auto& word : words) found.push_back({text.places[word.begin], text.places[word.end]});
  std::ranges::sort(found, goes_before);
  std::size_t done = 0;
  std::erase_if(found, [&](const TextSpan& span) {
    if (span.begin < done) return true;
    done = span.end;
    return false;
  });
  return found;
}

/// Where the whole name stands first, however it is written; nothing when it does not.
std::optional<Word> whole_name(const Spelled& text, std::string_view called) {
  const auto name = spelled(trimmed(called));
  if (name.lower.size() < 2) return std::nullopt;
  std::vector<Word> words;
  find_word(text.lower, name.lower, words);
  // "Daans" is of Daan, and "als" is not of Al.
  std::erase_if(words, [&](const Word& word) {
    const bool possessive = word.end - word.begin > name.lower.size();
    return possessive && (name.lower.size() == 2 || text.signs[word.begin] == text.lower[word.begin]);
  });
  return words.empty() ? std::nullopt : std::optional(words.front());
}

}  // namespace

std::vector<PersonalData> personal_data(std::string_view text, const std::vector<std::string>& names) {
  auto found = personal_data(text);
  if (names.empty()) return found;
  const auto signs = spelled(text);
  for (const auto& name : names)
    if (const auto word = whole_name(signs, name)) {
      const auto begin = signs.places[word->begin];
      found.push_back({PersonalData::Kind::name, folded(text.substr(begin, signs.places[word->end] - begin))});
    }
  return found;
}

std::vector<TextSpan> name_places(std::string_view text, std::string_view name) {
  return places_in(spelled(text), name);
}

bool is_named(std::string_view text, const std::vector<HiddenName>& names) {
  const auto signs = spelled(text);
  return std::ranges::any_of(
      names, [&](const HiddenName& one) { return !places_in(signs, one.name, one.in_any_case).empty(); });
}

Redacted redacted(std::string_view text, const std::vector<HiddenName>& names, std::string_view number_mark) {
  std::vector<Place> found;
  const auto signs = names.empty() ? Spelled{} : spelled(text);
  for (const auto& one : names)
    for (const auto& span : places_in(signs, one.name, one.in_any_case)) found.push_back({span, &one.mark});
  if (!number_mark.empty())
    for (const auto& data : personal_data(text))
      for (auto at = text.find(data.text); at != std::string_view::npos;
           at = text.find(data.text, at + data.text.size()))
        found.push_back({{at, at + data.text.size()}, nullptr});
  std::ranges::stable_sort(found, goes_before, &Place::span);

  Redacted out;
  std::size_t done = 0;
  for (const auto& [span, mark] : found) {
    if (span.begin < done) continue;
    out.text += text.substr(done, span.begin - done);
    out.text += mark != nullptr ? std::string_view(*mark) : number_mark;
    ++(mark != nullptr ? out.names : out.numbers);
    done = span.end;
  }
  out.text += text.substr(done);
  return out;
}

}  // namespace casus
