// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/strict_json.hpp"
#include "core/method/denial.hpp"
#include "core/method/phrases.hpp"
#include "core/method/phrases_data.hpp"

#include <algorithm>
#include <map>

/// What the program itself listens for, from phrases.json.
namespace casus::method {
namespace {

using Phrases = std::vector<std::string>;

struct File {
  int format = 0;
  std::vector<PhraseList> lists;
  Phrases plain;    ///< words of danger where nobody is in danger; they stand over all of the phrase
  Phrases idioms;   ///< the same, where they stand over no more than its last word: "vader slaat een beurt over"
  Phrases alarm;    ///< who is to be called
  Phrases called;   ///< what was done about danger, or is being done
  Phrases none;     ///< in front of a phrase it is said not to be so: "geen huiselijk geweld"
  Phrases between;  ///< may stand between those and the phrase: "geen sprake van huiselijk geweld"
  Phrases not_so;   ///< the same within a phrase, or behind it: "wordt niet geslagen", "hij slaat haar niet"
  Phrases without;  ///< of what comes behind it: "zonder hulp"
  Phrases objects;  ///< may stand between a phrase and what comes behind it: "hij slaat haar niet"
  Phrases ends;     ///< what may come behind "niet"
  Phrases over;     ///< behind a phrase: it was, and is no more
  Phrases past;     ///< of a sentence that tells of long ago
  Phrases present;  ///< but not when it tells of now too

  static void fields(auto& self, auto&& visit) {
    visit.required("format", self.format);
    visit.required("lists", self.lists);
    visit.required("plain", self.plain);
    visit.required("idioms", self.idioms);
    visit.required("alarm", self.alarm);
    visit.required("called", self.called);
    visit.required("none", self.none);
    visit.required("between", self.between);
    visit.required("not", self.not_so);
    visit.required("without", self.without);
    visit.required("objects", self.objects);
    visit.required("ends", self.ends);
    visit.required("over", self.over);
    visit.required("past", self.past);
    visit.required("present", self.present);
  }
};

const File& file() {
  static const File kFile = [] {
    Problems problems;
    File read;
    const auto json = strict_json(kPhrasesData, {256 * 1024, 6, "format"}, problems);
    if (problems.empty()) fields::read(json, read, "", problems);
    // It is compiled in, so a file that does not fit is a program that was built wrong.
    if (!problems.empty()) throw Fault(Fault::Kind::definition, "phrases.json: " + problems.front().pointer);
    for (auto& list : read.lists) list.note_beginnings();
    return read;
  }();
  return kFile;
}

bool is_one_of(std::string_view word, const Phrases& words) { return std::ranges::find(words, word) != words.end(); }

bool stands_in(const std::string& spoken_text, const PhraseIndex& index) {
  return index.is_said_in(spoken_text, [](const Place&) { return true; });
}

/// The word that ends at this place, before the space that stands there; empty at the beginning of the text.
std::string_view word_before(std::string_view text, std::size_t end) {
  if (end < 2) return {};
  const auto begin = text.rfind(' ', end - 2) + 1;
  return text.substr(begin, end - 1 - begin);
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

std::string_view without_first_word(std::string_view text) {
  return text.substr(std::min(text.find(' '), text.size() - 1) + 1);
}

/// What stands behind a phrase and whom it is about, from a word on; each word has a space behind it.
std::string_view behind(std::string_view text, const Place& place) {
  constexpr int kMostObjects = 2;
  text.remove_prefix(std::min(place.end() + 1, text.size()));
  for (int words = 0; words < kMostObjects && is_one_of(first_word(text), file().objects); ++words)
    text = without_first_word(text);
  return text;
}

/// What stands there is not heard as the phrase of a list that it holds.
bool is_plain(const std::string& text, const Place& said) {
  static const PhraseIndex kPlain(file().plain), kIdioms(file().idioms);
  const auto last_word = text.rfind(' ', said.end() - 1) + 1;
  const auto covers = [&](std::size_t from) {
    return [&, from](const Place& plain) { return plain.begin <= from && plain.end() >= said.end(); };
  };
  return kPlain.is_said_in(text, covers(said.begin)) || kIdioms.is_said_in(text, covers(last_word));
}

/// "Geen huiselijk geweld", "niemand werd geslagen". Of "niet" in front nothing is sure: "hij is er niet, is vermist".
bool none_before(std::string_view text, const Place& said) {
  constexpr int kMostBetween = 4;
  auto at = said.begin;
  for (int words = 0; words <= kMostBetween; ++words) {
    const auto word = word_before(text, at);
    if (word.empty()) return false;
    at -= word.size() + 1;
    if (is_one_of(word, file().none)) return !is_one_of(word_before(text, at), file().not_so);
    if (!is_one_of(word, file().between)) return false;
  }
  return false;
}

/// "Wordt niet geslagen", "is niemand geslagen", and "hij slaat haar niet" with nothing else behind it: "hij slaat haar
/// niet alleen thuis" is danger.
bool is_denied(std::string_view text, const Place& said) {
  constexpr std::string_view kGap = "\u2026 ";
  if (const auto gap = said.phrase.rfind(kGap); gap != std::string_view::npos) {
    const auto tail = said.end() - (said.phrase.size() - gap - kGap.size());
    if (is_one_of(word_before(text, tail), file().not_so)) return true;
    auto inside = text.substr(0, tail).substr(said.begin + said.phrase.find(kGap));
    for (; !inside.empty(); inside = without_first_word(inside))
      if (is_one_of(first_word(inside), file().none)) return true;
  }
  const auto rest = behind(text, said);
  const auto word = first_word(rest);
  if (word.empty() || !is_one_of(word, file().not_so)) return false;
  const auto next = first_word(without_first_word(rest));
  return next.empty() || is_one_of(next, file().ends);
}

/// Told as over, or in a sentence that tells of long ago and not of now.
bool is_past(const std::string& text, const Place& said) {
  const auto rest = behind(text, said);
  for (const auto& over : file().over)
    if (length_at(rest, over) > 0) return true;
  const auto stop = text.rfind(" . ", said.begin);
  const auto begin = stop == std::string::npos ? 0 : stop + 2;
  const auto end = std::min(text.find(" . ", said.end()), text.size() - 1);
  const auto sentence = text.substr(begin, end + 1 - begin);
  return bool(said_in(sentence, file().past)) && !said_in(sentence, file().present);
}

enum class Told { nothing, long_ago, now };

/// The gravest that a text says of a list.
Told told_in(const std::string& text, std::string_view list) {
  static const auto kIndexes = [] {
    std::map<std::string_view, PhraseIndex> all;
    for (const auto& one : core_phrases()) all.emplace(one.id, PhraseIndex(one));
    return all;
  }();
  auto told = Told::nothing;
  const auto found = kIndexes.find(list);
  if (found == kIndexes.end()) return told;
  const bool now = found->second.is_said_in(text, [&](const Place& said) {
    if (is_plain(text, said) || none_before(text, said) || is_denied(text, said)) return false;
    if (!is_past(text, said)) return true;
    told = Told::long_ago;
    return false;
  });
  return now ? Told::now : told;
}

bool spoken_of_alarm(const std::string& spoken_text) {
  static const PhraseIndex kAlarm(file().alarm);
  return stands_in(spoken_text, kAlarm);
}

bool spoken_of_help(const std::string& spoken_text) {
  static const PhraseIndex kCalled(file().called);
  return kCalled.is_said_in(
      spoken_text, [&](const Place& said) { return !none_before(spoken_text, said) && !is_denied(spoken_text, said); });
}

}  // namespace

Denial denial_of(std::string_view word) {
  if (is_one_of(word, file().not_so) || word.ends_with("n't")) return Denial::around;
  return is_one_of(word, file().none) || is_one_of(word, file().without) ? Denial::ahead : Denial::no;
}

const std::vector<PhraseList>& core_phrases() { return file().lists; }

bool tells_of_danger(std::string_view text) { return spoken_of_danger(spoken(text)); }

bool tells_of_worry(std::string_view text) { return spoken_of_worry(spoken(text)); }

bool tells_of_help(std::string_view text) { return spoken_of_help(spoken(text)); }

bool calls_for_help(std::string_view text) {
  const auto heard = spoken(text);
  return spoken_of_alarm(heard) && told_in(heard, kDanger) != Told::now;
}

bool spoken_of_danger(const std::string& spoken_text) {
  return told_in(spoken_text, kDanger) == Told::now || (spoken_of_alarm(spoken_text) && !spoken_of_help(spoken_text));
}

bool spoken_of_worry(const std::string& spoken_text) {
  return told_in(spoken_text, kWorry) != Told::nothing || told_in(spoken_text, kDanger) == Told::long_ago;
}

}  // namespace casus::method
