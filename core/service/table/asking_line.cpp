// SPDX-License-Identifier: EUPL-1.2
#include "core/method/phrases.hpp"
#include "core/service/table/saying_kind.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <algorithm>
#include <set>
#include <sstream>
#include <vector>

namespace casus::service {

namespace {

using text::msg;

std::vector<std::string> spaced_in(const std::string& text) {
  std::istringstream in(text);
  std::vector<std::string> all;
  for (std::string word; in >> word;) all.push_back(std::move(word));
  return all;
}

/// What stands at a word of the line.
struct PhraseThere {
  std::size_t words = 0;  ///< 0: nothing of the list
  std::string use;        ///< the value in the list
};

/// The phrases of a list, in every language.
class PhraseList {
 public:
  explicit PhraseList(const text::Message& list) {
    for (const auto lang : text::languages())
      for (const auto& use : text::day_words(list.in(lang)))
        for (const auto& said : use.said) phrases_.push_back({spaced_in(said), use.value});
  }

  /// The longest that stands at this word.
  PhraseThere at(const std::vector<std::string>& words, std::size_t from) const {
    PhraseThere best;
    for (const auto& [phrase, use] : phrases_) {
      if (phrase.size() <= best.words || from + phrase.size() > words.size()) continue;
      if (std::equal(phrase.begin(), phrase.end(), words.begin() + static_cast<std::ptrdiff_t>(from)))
        best = {phrase.size(), use};
    }
    return best;
  }

 private:
  struct Phrase {
    std::vector<std::string> words;
    std::string use;
  };
  std::vector<Phrase> phrases_;
};

/// `among`: where only questions and their answers fit, most lines ask. There a question may have a small word in front
/// of it, a second part, and a thing for who does it: "en weet de school ervan, of alleen de buren".
bool reads_as_question(std::string_view text, bool among) {
  constexpr std::size_t kFewest = 3;
  // With more than one part it is told: "hoe oud hij is, weet zij niet".
  if (text.find_first_of(among ? ";:?" : ",;:?") != std::string_view::npos) return false;
  auto words = spaced_in(method::spoken(text));
  while (!words.empty() && words.back() == ".") words.pop_back();
  if (words.size() < kFewest || std::ranges::find(words, ".") != words.end()) return false;
  if (among)
    for (const PhraseList before(msg("table.before_asking_words")); words.size() > kFewest;) {
      const auto small = before.at(words, 0).words;
      if (small == 0) break;
      words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(small));
    }
  // "komt hij laat thuis dan slaapt hij lang" is told, "wat doet hij dan" is not.
  const PhraseList telling(msg("table.told_words"));
  for (std::size_t at = 0; at < words.size(); ++at)
    if (const auto told = telling.at(words, at); told.words > 0 && (told.use != "if" || at + told.words < words.size()))
      return false;
  const PhraseList verbs(msg("table.asking_verbs"));
  const auto is_verb = [&](std::size_t at) { return verbs.at(words, at).words > 0; };
  const auto subject = PhraseList(msg("table.asking_subjects")).at(words, 1);
  if (const auto opens = PhraseList(msg("table.asking_words")).at(words, 0); opens.words > 0) {
    // "is er een uitkering"; "zijn er niet geweest" is told.
    if (opens.use == "whole" || opens.use == "short") return subject.use != "told";
    // "welke school is dat", "how many children has she": what is asked about stands in between.
    constexpr std::size_t kBetween = 2;
    const auto between = opens.use == "which" ? kBetween : 0;
    for (std::size_t more = 0; more <= between; ++more)
      if (is_verb(opens.words + more)) return true;
    return false;
  }
  // "weet het niet" is told.
  const bool denies = PhraseList(msg("table.denied_words")).at(words, words.size() - 1).words > 0;
  return is_verb(0) && subject.words > 0 && (subject.use == "who" || (among && subject.use == "what" && !denies));
}

}  // namespace

bool asks_behind_a_mark(std::string_view text) {
  constexpr std::size_t kMostBefore = 4;
  const auto mark = text.find("? ");
  if (mark == std::string_view::npos || text.find('?', mark + 1) != std::string_view::npos) return false;
  auto words = spaced_in(method::spoken(text.substr(mark + 1)));
  while (!words.empty() && words.back() == ".") words.pop_back();
  const PhraseList told(msg("table.told_last_words"));
  for (std::size_t at = 0; at < words.size(); ++at)
    if (const auto there = told.at(words, at);
        there.words > 0 && (there.use != "last" || at + there.words == words.size()))
      return false;
  return spaced_in(std::string(text.substr(0, mark))).size() <= kMostBefore &&
         reads_as_question(text.substr(mark + 1), true);
}

bool asks_without_mark(std::string_view text) { return asks_behind_a_mark(text) || reads_as_question(text, false); }

bool asks_among_questions(std::string_view text) { return asks_behind_a_mark(text) || reads_as_question(text, true); }

std::size_t words_in_common(std::string_view one, std::string_view other) {
  constexpr std::size_t kShortest = 5;
  const PhraseList verbs(msg("table.asking_verbs")), opening(msg("table.asking_words"));
  const PhraseList empty(msg("table.empty_words"));  // they stand in any line: "misschien", "there"
  const auto telling = [&](std::string_view text) {
    const auto all = spaced_in(method::spoken(text));
    std::set<std::string> found;
    for (std::size_t at = 0; at < all.size(); ++at)
      if (all[at].size() >= kShortest && verbs.at(all, at).words == 0 && opening.at(all, at).words == 0 &&
          empty.at(all, at).words == 0)
        found.insert(all[at]);
    return found;
  };
  const auto first = telling(one), second = telling(other);
  return static_cast<std::size_t>(
      std::ranges::count_if(first, [&](const std::string& word) { return second.contains(word); }));
}

bool may_well_answer(std::string_view text, std::string_view question) {
  constexpr std::size_t kShort = 5, kStem = 4;  // words, letters
  if (spaced_in(std::string(text)).size() <= kShort || says_yes_or_no(text)) return true;
  const PhraseList verbs(msg("table.asking_verbs")), opening(msg("table.asking_words"));
  const PhraseList empty(msg("table.empty_words"));
  const auto stems = [&](std::string_view line, bool with_verbs) {
    const auto all = spaced_in(method::spoken(line));
    std::set<std::string> found;
    for (std::size_t at = 0; at < all.size(); ++at)
      if (all[at].size() >= kStem && (with_verbs || verbs.at(all, at).words == 0) && opening.at(all, at).words == 0 &&
          empty.at(all, at).words == 0)
        found.insert(all[at].substr(0, kStem));
    return found;
  };
  // "heeft ze werk" is about work; of "waar werkt ze" the verb is all there is.
  auto asked = stems(question, false);
  if (asked.empty()) asked = stems(question, true);
  return std::ranges::any_of(stems(text, true), [&](const std::string& stem) { return asked.contains(stem); });
}

bool says_yes_or_no(std::string_view text) {
  const PhraseList said(msg("table.yes_no_words"));
  const auto words = spaced_in(method::spoken(text));
  if (said.at(words, 0).use != "y") return false;
  for (std::size_t at = 1; at < words.size(); ++at)
    if (said.at(words, at).use == "unsure") return false;
  return true;
}

bool asks_yes_or_no(std::string_view text) {
  const auto words = spaced_in(method::spoken(text));
  std::size_t from = 0;
  for (const PhraseList before(msg("table.before_asking_words")); from < words.size();) {
    const auto small = before.at(words, from).words;
    if (small == 0) break;
    from += small;
  }
  const PhraseList opening(msg("table.asking_words")), others(msg("table.other_asking_words"));
  const auto opens = opening.at(words, from);
  if (opens.words > 0) return opens.use == "whole";
  const auto other = others.at(words, from);  // "waarin", and "bij" of "bij welke school"
  return other.words == 0 || (other.use == "before" && opening.at(words, from + other.words).words == 0);
}

bool answers_in_kind(std::string_view text, std::string_view question) {
  constexpr std::size_t kMost = 5;
  const auto kinds_in = [](const std::vector<std::string>& words, const text::Message& list) {
    const PhraseList phrases(list);
    std::set<std::string> kinds;
    for (std::size_t at = 0; at < words.size(); ++at)
      if (const auto there = phrases.at(words, at); there.words > 0) kinds.insert(there.use);
    return kinds;
  };
  auto words = spaced_in(method::spoken(text));
  std::erase(words, ".");
  if (words.empty() || words.size() > kMost) return false;
  auto told = kinds_in(words, msg("table.when_told_words"));
  const auto is_figure = [](const std::string& word) { return word.find_first_not_of("0123456789") == word.npos; };
  if (std::ranges::any_of(words, is_figure)) told.insert("many");
  const auto asked = kinds_in(spaced_in(method::spoken(question)), msg("table.when_asked_words"));
  return std::ranges::any_of(asked, [&](const std::string& kind) { return told.contains(kind); });
}

bool tells_among_questions(std::string_view text) {
  constexpr std::size_t kFewest = 2;  // one word may be asked as well as told
  auto words = spaced_in(method::spoken(text));
  for (const PhraseList before(msg("table.before_asking_words")); words.size() > kFewest;) {
    const auto small = before.at(words, 0).words;
    if (small == 0) break;
    words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(small));
  }
  if (words.size() < kFewest) return false;
  const auto stands = [&](const text::Message& list, std::size_t at) { return PhraseList(list).at(words, at); };
  if (stands(msg("table.asking_words"), 0).words > 0 || stands(msg("table.asking_verbs"), 0).words > 0) return false;
  // "snapt zij dat": who does it stands behind a verb, whichever it is.
  return stands(msg("table.asking_subjects"), 1).use != "who";
}

}  // namespace casus::service
