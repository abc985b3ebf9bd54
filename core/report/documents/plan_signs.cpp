// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/plan_signs.hpp"

#include "core/base/text.hpp"
#include "core/method/phrases.hpp"

#include <algorithm>
#include <array>

namespace casus::report {

namespace {

/// Lower case, words with one space between and around them: " ik open mijn post ".
std::string in_spaces(std::string_view text) {
  std::string out = " ";
  for (const char c : folded(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool in_word = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
    if (in_word) out += c;
    else if (out.back() != ' ') out += ' ';
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

template <std::size_t N>
std::string first_of(std::string_view text, const std::array<std::string_view, N>& signs) {
  const auto spaced = in_spaces(text);
  for (const auto sign : signs)
    if (spaced.find(' ' + std::string(sign) + ' ') != std::string::npos) return std::string(sign);
  return {};
}

template <std::size_t N>
bool is_among(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::ranges::find(list, word) != list.end();
}

}  // namespace

std::string absence_in(std::string_view text) {
  static constexpr std::array<std::string_view, 20> kAbsence{
      "niet meer", "niet", "geen", "nooit", "minder", "zonder", "stoppen", "stop", "ophouden", "afvallen",
      "no longer", "not",  "no",   "never", "less",   "fewer",  "without", "quit", "don't",    "nobody"};
  return first_of(text, kAbsence);
}

bool has_verb(std::string_view text) {
  static constexpr std::array<std::string_view, 15> kWho{"ik",     "wij", "we", "hij", "zij",  "ze",  "u", "je",
                                                         "jullie", "i",   "he", "she", "they", "you", "it"};
  static constexpr std::array<std::string_view, 70> kVerbs{
      "is",    "zijn",  "heeft", "gaat",  "doet", "kan",   "gaan",  "doen",  "zien",  "staan", "slaan", "belt",
      "call",  "visit", "ask",   "make",  "open", "go",    "bring", "help",  "find",  "write", "talk",  "eat",
      "walk",  "get",   "learn", "plan",  "read", "meet",  "pay",   "fill",  "send",  "see",   "have",  "do",
      "be",    "keep",  "take",  "show",  "try",  "start", "cook",  "drive", "sit",   "play",  "join",  "look",
      "clean", "sleep", "work",  "cycle", "buy",  "phone", "drink", "watch", "tell",  "apply", "share", "goes",
      "comes", "eet",   "zit",   "let",   "mag",  "wil",   "rijdt", "eats",  "helps", "calls"};
  static constexpr std::array<std::string_view, 12> kNoInfinitive{
      "een", "geen", "eigen", "mijn", "tegen", "morgen", "open", "samen", "weken", "keren", "dagen", "avonden"};
  static constexpr std::array<std::string_view, 11> kNoThirdPerson{
      "contact", "moment", "niet", "naast", "eerst", "recht", "echt", "post", "laatst", "bijeenkomst", "next"};
  // "ring the bailiff", "email her": what is done to something stands in front; "to the GP" and "with her" do not.
  static constexpr std::array<std::string_view, 12> kWhat{"the", "a",   "an",  "his",  "her",  "their",
                                                          "my",  "our", "him", "them", "your", "its"};
  static constexpr std::array<std::string_view, 20> kNoVerb{"to",   "for", "with",  "at",    "in",     "on",  "of",
                                                            "from", "by",  "about", "after", "before", "and", "or",
                                                            "as",   "all", "een",   "via",   "per",    "also"};
  const auto spaced = in_spaces(text);
  const auto words = method::words_apart(spaced);
  if (words.size() > 1 && is_among(words[1], kWhat) && !is_among(words[0], kNoVerb) && !is_among(words[0], kWhat))
    return true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = words[i];
    if (i + 1 < words.size() && is_among(word, kWho)) return true;
    if (is_among(word, kVerbs)) return true;
    if (word.size() >= 4 && word.ends_with("en") && !is_among(word, kNoInfinitive)) return true;
    if (word.size() >= 4 && word.ends_with('t') && i > 0 && !is_among(word, kNoThirdPerson)) return true;
  }
  return false;
}

bool is_observable(std::string_view text) {
  static constexpr std::array<std::string_view, 47> kCounted{
      "een keer",    "één",     "eén",      "twee",      "drie",   "vier",    "vijf",      "zes",
      "zeven",       "acht",    "elke",     "elk",       "iedere", "ieder",   "dagelijks", "wekelijks",
      "maandelijks", "per dag", "per week", "per maand", "om de",  "hele",    "alle",      "altijd",
      "zelf",        "op tijd", "once",     "twice",     "two",    "three",   "four",      "five",
      "six",         "seven",   "every",    "each",      "daily",  "weekly",  "monthly",   "a day",
      "a week",      "a month", "per",      "all",       "always", "on time", "myself"};
  if (std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; })) return true;
  return !first_of(text, kCounted).empty();
}

std::string vague_in(std::string_view text) {
  static constexpr std::array<std::string_view, 22> kVague{
      "proberen",       "probeert",  "kijken of", "kijken naar", "aandacht",  "in de gaten houden",
      "contact houden", "oppakken",  "meenemen",  "stimuleren",  "motiveren", "begeleiden",
      "ondersteunen",   "monitoren", "try",       "try to",      "look into", "keep an eye",
      "support",        "motivate",  "monitor",   "follow up"};
  return first_of(text, kVague);
}

}  // namespace casus::report
