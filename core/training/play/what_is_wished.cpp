// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play/what_is_wished.hpp"

#include "core/base/text.hpp"
#include "core/method/denial.hpp"
#include "core/method/phrases.hpp"
#include "core/training/play/small_talk_data.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace casus::training {
namespace {

using method::Denial;

bool begins_clause(std::string_view word) {
  static const auto kWords = lines_of(kClauseWords);
  return std::ranges::find(kWords, word) != kWords.end();
}

/// What is wished stands as it was, and what is not apart, by the parts of the sentence.
struct Wished {
  std::string asked;
  std::vector<std::string> denied;
};

/// A denial holds to the end of its part; "niet" holds back to where its clause begins too.
void take_part(std::string_view part, Wished& wished) {
  const auto words = method::words_apart(part);
  std::size_t clause = 0, denied = words.size();
  for (std::size_t i = 0; i < words.size() && denied == words.size(); ++i) {
    const auto bare = method::spaced_words(words[i]);  // without quotes
    const auto word = trimmed(bare);
    if (begins_clause(word)) clause = i;
    const auto denial = method::denial_of(word);
    if (denial != Denial::no) denied = denial == Denial::around ? clause : i;
  }
  std::string not_so;
  for (std::size_t i = 0; i < words.size(); ++i) (i < denied ? wished.asked : not_so).append(words[i]).append(" ");
  if (!not_so.empty()) wished.denied.push_back(std::move(not_so));
}

/// Where the part ends: at a mark, or before "maar".
Wished wished_in(std::string_view wish) {
  constexpr std::string_view kMarks = ".!?;:,\n()";
  Wished wished;
  const auto all = folded(wish);
  std::string_view rest = all;
  while (!rest.empty()) {
    auto end = std::min(rest.find_first_of(kMarks), rest.size());
    for (const std::string_view turn : {" maar ", " but "}) end = std::min(end, rest.find(turn));
    take_part(rest.substr(0, end), wished);
    wished.asked += ". ";
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return wished;
}

bool denies(std::string_view phrase) {
  const auto words = method::spaced_words(phrase);
  return std::ranges::any_of(method::words_apart(words),
                             [](std::string_view word) { return method::denial_of(word) != Denial::no; });
}

Phrases those_that(bool deny, const Phrases& phrases) {
  Phrases out;
  const auto keep = [&](const std::vector<std::string>& from, std::vector<std::string>& to) {
    std::ranges::copy_if(from, std::back_inserter(to), [&](const std::string& one) { return denies(one) == deny; });
  };
  keep(phrases.nl, out.nl);
  keep(phrases.en, out.en);
  return out;
}

}  // namespace

bool is_wished(std::string_view wish, const Phrases& phrases) {
  const auto wished = wished_in(wish);
  const auto denying = those_that(true, phrases);
  return mentions(wished.asked, those_that(false, phrases)) ||
         std::ranges::any_of(wished.denied, [&](const std::string& part) { return mentions(part, denying); });
}

}  // namespace casus::training
