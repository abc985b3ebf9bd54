// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/likely_names.hpp"

#include "core/base/personal_data.hpp"
#include "core/base/text.hpp"
#include "core/engine/word_lists.hpp"

#include <algorithm>

namespace casus::engine {

namespace {

bool is_house_number(std::string_view word) {
  return !word.empty() && word.size() <= 5 && word.front() >= '1' && word.front() <= '9';
}

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
    const bool follows =
        next < words.size() && (is_name_word(words[next]) || is_in_small(words[next], is_title(word.lower)));
    if (title && i + 1 < words.size() && (follows || words[i + 1].initial))
      return span(word, words[follows ? next : i + 1]);
    if (word.initial && follows) return span(word, words[next]);
    const bool in_small = is_in_small(word, false);
    if (!in_small && !is_name_word(word)) continue;
    const bool known = word_lists().is_last_name(word.lower, false) || word_lists().is_first_name(word.lower);
    if (follows && word.after == 0 && (known || !word.first)) return span(word, words[next]);
    if (known) return std::string(word.text);
  }
  return {};
}

std::string LikelyNames::address(std::string_view text) const {
  const auto words = words_of(text);
  for (std::size_t i = 0; i + 1 < words.size(); ++i)
    if (is_capital(words[i].text) && words[i].text.size() > 4 && word_lists().is_street(words[i].lower) &&
        is_house_number(words[i + 1].text))
      return std::string(words[i].text) + ' ' + std::string(words[i + 1].text);
  return {};
}

bool LikelyNames::is_in_small(const Word& word, bool announced) const {
  return !is_capital(word.text) && !allowed_.contains(word.lower) && word_lists().is_last_name(word.lower, announced);
}

bool LikelyNames::is_name_word(const Word& word) const {
  if (word.initial || word.text.size() < 2 || !is_capital(word.text) || folded(word.text).size() != word.text.size())
    return false;
  const bool shouted = word.text.size() > 1 && is_capital(word.text.substr(1, 1));  // WMO, AVG
  return !shouted && !allowed_.contains(word.lower) && !word_lists().is_no_name(word.lower) && !is_title(word.lower);
}

}  // namespace casus::engine
