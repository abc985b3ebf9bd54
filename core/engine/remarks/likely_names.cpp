// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/likely_names.hpp"

#include "core/base/personal_data.hpp"
#include "core/base/text.hpp"
#include "core/engine/remarks/word_lists.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

bool is_house_number(std::string_view word) {
  return !word.empty() && word.size() <= 5 && word.front() >= '1' && word.front() <= '9';
}

/// WMO, AVG
bool is_shouted(const Word& word) {
  return word.text.size() > 1 && is_capital(word.text) && is_capital(word.text.substr(1, 1));
}

/// Of the words between a first name and a last one: this one begins other things as well.
bool is_article(std::string_view lower) { return lower == "de" || lower == "den" || lower == "het"; }

std::string span(const Word& from, const Word& to) {
  return {from.text.data(), static_cast<std::size_t>(to.text.data() + to.text.size() - from.text.data())};
}

}  // namespace

bool is_capital(std::string_view word) {
  if (word.empty()) return false;
  return folded(word.substr(0, std::min<std::size_t>(2, word.size()))) !=
         word.substr(0, std::min<std::size_t>(2, word.size()));
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> out;
  bool first = true;
  for (std::size_t i = 0; i < text.size();) {
    const auto end = std::min(text.find_first_of(" \n\t", i), text.size());
    auto word = text.substr(i, end - i);
    i = end + 1;
    while (!word.empty() && std::string_view("\"'(-[").find(word.front()) != std::string_view::npos)
      word.remove_prefix(1);
    Word it;
    if (word.size() >= 2 && word.size() <= 6 && word[1] == '.' && is_capital(word)) it.initial = true;
    while (!word.empty() && std::string_view(".,;:!?\"')]").find(word.back()) != std::string_view::npos) {
      it.after = word.back();
      word.remove_suffix(1);
    }
    if (word.empty()) continue;
    it.text = word;
    it.lower = folded(word);
    it.first = first;
    first = (it.after == '.' && !it.initial) || it.after == '!' || it.after == '?';
    out.push_back(std::move(it));
  }
  return out;
}

LikelyNames::LikelyNames(const std::vector<std::string_view>& allowed) {
  for (const auto name : allowed)
    for (auto& word : words_of(name)) allowed_.insert(std::move(word.lower));
}

std::string LikelyNames::name(std::string_view text) const {
  const auto words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto& word = words[i];
    // "Mevrouw J. de Vries": initials and small words belong to the name that follows.
    std::size_t next = i + 1;
    // "Gezin Yildiz", "familie De Boer": a household is named as a person is.
    const bool title = is_title(word.lower) || is_household(word.lower);
    while (next < words.size() && ((title || word.initial) ? words[next].initial : false)) ++next;
    while (next < words.size() && is_between(words[next].lower)) ++next;
    const bool follows = next < words.size() && (title || word.initial || !word_lists().is_place(words[next].lower)) &&
                         (is_name_word(words[next]) || is_in_small(words[next], is_title(word.lower)));
    if (title && i + 1 < words.size() && (follows || words[i + 1].initial))
      return span(word, words[follows ? next : i + 1]);
    if (word.initial && follows) return span(word, words[next]);
    // "Van Dijk belt", "De Boer komt": at the beginning of a sentence by what follows.
    if (word.first && is_capital(word.text) && is_between(word.lower)) {
      if (follows && is_name_word(words[next]) && is_called_so(words, i, next)) return span(word, words[next]);
      continue;
    }
    const bool in_small = is_in_small(word, false) || is_written_otherwise(word);
    if (!in_small && (!is_name_word(word) || word_lists().is_place(word.lower))) continue;
    const bool known = word_lists().is_last_name(word.lower, false) || word_lists().is_first_name(word.lower);
    if (follows && word.after == 0 && (known || !word.first)) return span(word, words[next]);
    if (known) return std::string(word.text);
  }
  return {};
}

bool LikelyNames::is_called_so(const std::vector<Word>& words, std::size_t between, std::size_t name) const {
  const auto& lower = words[name].lower;
  if (word_lists().is_last_name(lower, true)) return true;
  // "De Bibliotheek" is no name by itself, "Van der Bibliotheek" and "Van Mulderen" may be.
  return !is_article(words[between].lower) && !word_lists().is_role_word(lower);
}

std::string LikelyNames::address(std::string_view text) const {
  const auto words = words_of(text);
  // "12 Baker Street"
  constexpr std::size_t kMostWords = 3;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_house_number(words[i].text) || words[i].after != 0) continue;
    for (auto end = i + 1; end < words.size() && end <= i + kMostWords && is_capital(words[end].text); ++end) {
      if (end > i + 1 && word_lists().is_street_apart(words[end].lower)) return span(words[i], words[end]);
      if (words[end].after != 0) break;
    }
  }
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (is_capital(words[i].text) && words[i].text.size() > 4 && word_lists().is_street(words[i].lower) &&
        is_house_number(words[i + 1].text))
      return std::string(words[i].text) + ' ' + std::string(words[i + 1].text);
  return {};
}

bool LikelyNames::is_in_small(const Word& word, bool announced) const {
  return !is_capital(word.text) && !allowed_.contains(word.lower) && word_lists().is_last_name(word.lower, announced);
}

bool LikelyNames::is_written_otherwise(const Word& word) const {
  if (word.text.size() < 3 || allowed_.contains(word.lower)) return false;
  if (!is_capital(word.text)) return word_lists().is_plain_name(word.lower);
  return is_shouted(word) && (word_lists().is_plain_name(word.lower) || word_lists().is_last_name(word.lower, false));
}

bool LikelyNames::is_name_word(const Word& word) const {
  if (word.initial || word.text.size() < 2 || !is_capital(word.text) || folded(word.text).size() != word.text.size())
    return false;
  return !is_shouted(word) && !allowed_.contains(word.lower) && !word_lists().is_no_name(word.lower) &&
         !is_title(word.lower);
}

}  // namespace casus::engine
