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

bool has_capital(const Spelled& name) {
  if (name.signs != name.lower) return true;
  // A script without capitals has no role words to tell names from.
  return std::ranges::none_of(name.lower, [](char32_t sign) { return sign >= U'a' && sign <= U'z'; });
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

/// "mevrouw bakker", "gezin van den berg", "dhr. j. bakker": what stands before says that a name follows.
bool announced(const std::u32string& lower, std::size_t begin) {
  while (begin > 0) {
    auto end = begin;
    while (end > 0 && lower[end - 1] == U' ') --end;
    if (end == begin) return false;
    const bool stop = end > 0 && lower[end - 1] == U'.';
    if (stop) --end;
    begin = end;
    while (begin > 0 && (word_sign(lower[begin - 1]) || lower[begin - 1] == U'\'')) --begin;
    const auto word = std::u32string_view(lower).substr(begin, end - begin);
    if (is_of(kTitles, word) || is_of(kHouseholds, word)) return true;
    const bool initial = stop && word.size() == 1;
    if (!initial && !is_of(kBetween, word)) return false;
  }
  return false;
}

/// Not a word that people use for anything else, nor one that organisations and roles are named by.
bool is_no_word(std::u32string_view lower) {
  constexpr std::size_t kShortest = 4;  // "lis", "bui"
  if (is_of(kSurnames, lower)) return true;
  return lower.size() >= kShortest && !is_of(kWordsAsSurnames, lower) && !is_of(kWordsAsNames, lower) &&
         !is_of(kWordsInNames, lower) && !is_of(kRelations, lower) && !is_of(kTitles, lower);
}

/// Whether a part is a last name: it stands behind what somebody is called by, or behind a title, or is known as one.
bool is_last_name(const Spelled& name, const std::vector<Word>& parts, std::size_t at) {
  const auto lower = parts[at].of(name.lower);
  if (is_of(kSurnames, lower)) return true;
  if (!stands_alone(name, parts[at])) return false;
  for (std::size_t before = 0; before < at; ++before) {
    const auto word = parts[before].of(name.lower);
    if (is_of(kTitles, word) || is_of(kHouseholds, word)) return true;
    if (stands_alone(name, parts[before]) && !is_of(kRelations, word)) return true;
  }
  return false;
}

/// In small letters or capitals: a last name, unless the word is meant; of a name that is erased also each part in
/// capitals, and the first name however it is written.
void find_in_any_case(const Spelled& text, const Spelled& name, const std::vector<Word>& parts, bool erased,
                      std::vector<Word>& words) {
  const auto first = erased ? first_name(name, parts) : std::nullopt;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const auto& part = parts[i];
    const auto size = part.end - part.begin;
    std::vector<Word> found;
    find_word(text.lower, part.of(name.lower), found);
    if (found.empty()) continue;
    const bool last = is_last_name(name, parts, i);
    if (!last && (!erased || !stands_alone(name, part))) continue;
    const bool plain = last && is_no_word(part.of(name.lower));
    for (const auto& word : found) {
      const Word bare{word.begin, word.begin + size};
      const bool whole = word.end == bare.end || size > 2;  // "lis" is not of Li
      const bool called = first && first->begin == part.begin;
      const bool meant = called || plain || (last && announced(text.lower, word.begin));
      if ((whole && meant) || (erased && in_capitals(text, bare))) words.push_back(word);
    }
  }
}

/// "Wil je dat ...?", "Will you ...?": at the beginning of a sentence, and of whom it is asked stands behind it.
bool is_verb(const Spelled& text, const Word& word) {
  if (!is_of(kVerbsAsNames, word.of(text.lower))) return false;
  auto before = word.begin;
  while (before > 0 && !word_sign(text.lower[before - 1])) --before;
  const auto between = std::u32string_view(text.lower).substr(before, word.begin - before);
  if (before > 0 && between.find_first_of(U".?!:\n") == std::u32string_view::npos) return false;
  if (word.end >= text.lower.size() || text.lower[word.end] != U' ') return false;
  auto end = word.end + 1;
  while (end < text.lower.size() && word_sign(text.lower[end])) ++end;
  return end > word.end + 1 && is_of(kPronouns, Word{word.end + 1, end}.of(text.lower));
}

/// "meneer De Boer": the small words of the name before its last part belong to the place.
Word with_between(const Spelled& text, const Spelled& name, const std::vector<Word>& parts, Word word) {
  const auto begins_with = [&](std::size_t begin, const Word& part) {
    const auto lower = part.of(name.lower);
    return text.lower.compare(begin, lower.size(), lower) == 0;
  };
  std::size_t at = 0;
  while (at < parts.size() && !begins_with(word.begin, parts[at])) ++at;
  for (; at > 0 && at < parts.size(); --at) {
    const auto& before = parts[at - 1];
    const auto size = before.end - before.begin;
    if (!is_of(kBetween, before.of(name.lower)) || word.begin < size + 1) break;
    const auto begin = word.begin - size - 1;
    if (text.lower[word.begin - 1] != U' ' || !begins_with(begin, before)) break;
    if (begin > 0 && word_sign(text.lower[begin - 1])) break;
    word.begin = begin;
  }
  return word;
}

/// "Marie Louise" of Marie-Louise: what stands side by side is one mention.
bool side_by_side(const Spelled& text, const Word& first, const Word& second) {
  return second.begin == first.end + 1 && (text.signs[first.end] == U' ' || text.signs[first.end] == U'-');
}

std::vector<TextSpan> places_in(const Spelled& text, std::string_view called, bool in_any_case = false) {
  const auto name = spelled(trimmed(called));
  const auto parts = parts_of(name.signs);
  const auto known = [&](const Word& part) { return is_of(kSurnames, part.of(name.lower)); };
  if (name.signs.size() < 2 || (!has_capital(name) && std::ranges::none_of(parts, known))) return {};
  std::vector<Word> words;
  find_word(text.lower, name.lower, words);
  if (parts.size() == 1)
    std::erase_if(words, [&](const Word& word) {
      const Word bare{word.begin, word.begin + name.signs.size()};
      return bare.of(text.signs) != name.signs && !in_capitals(text, bare);
    });
  find_in_any_case(text, name, parts, in_any_case, words);
  for (const auto& part : parts)
    if (part.end - part.begin < name.signs.size() && stands_alone(name, part))
      find_word(text.signs, part.of(name.signs), words);
  std::erase_if(words, [&](const Word& word) { return is_verb(text, word); });
  for (auto& word : words) word = with_between(text, name, parts, word);
  std::ranges::sort(
      words, [](const Word& a, const Word& b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  std::vector<Word> mentions;
  for (const auto& word : words) {
    if (!mentions.empty() && word.begin < mentions.back().end) continue;
    if (!mentions.empty() && side_by_side(text, mentions.back(), word)) mentions.back().end = word.end;
    else mentions.push_back(word);
  }
  std::vector<TextSpan> found;
  for (const auto& word : mentions) found.push_back({text.places[word.begin], text.places[word.end]});
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

/// Where the last name stands without the first, unless the word is meant; nothing when it does not.
std::optional<Word> last_name(const Spelled& text, std::string_view called) {
  const auto name = spelled(trimmed(called));
  std::vector<Word> words;
  find_in_any_case(text, name, parts_of(name.signs), false, words);
  return words.empty() ? std::nullopt : std::optional(words.front());
}

}  // namespace

std::vector<PersonalData> personal_data(std::string_view text, const std::vector<std::string>& names) {
  auto found = personal_data(text);
  if (names.empty()) return found;
  const auto signs = spelled(text);
  for (const auto& name : names)
    if (auto word = whole_name(signs, name); word || (word = last_name(signs, name))) {
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
