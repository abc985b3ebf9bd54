// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play/what_is_asked.hpp"

#include "core/base/text.hpp"
#include "core/method/denial.hpp"
#include "core/method/phrases.hpp"
#include "core/training/play/small_talk_data.hpp"
#include "core/training/scenario/words_in_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>
#include <vector>

namespace casus::training {
namespace {

/// Adds the phrases that a line stands for: of "[we|wij] vragen [|hem]" each way to choose one from each pair of
/// brackets.
void spell_out(const std::string& line, std::vector<std::string>& phrases) {
  const auto begin = line.find('[');
  if (begin == std::string::npos) return phrases.push_back(method::normal_phrase(line));
  const auto end = line.find(']', begin);
  for (auto from = begin + 1; from <= end;) {
    const auto to = std::min(line.find('|', from), end);
    spell_out(line.substr(0, begin) + line.substr(from, to - from) + line.substr(end + 1), phrases);
    from = to + 1;
  }
}

std::vector<std::string> phrases_in(std::string_view bytes) {
  std::vector<std::string> all;
  for (const auto line : lines_of(bytes)) spell_out(std::string(line), all);
  return all;
}

bool holds_one_of(std::string_view text, const std::vector<std::string>& phrases) {
  return static_cast<bool>(method::said_in(method::spoken(text), phrases));
}

struct Quoted {
  std::size_t begin = 0, end = 0;
};

bool begins_word(std::string_view text, std::size_t at) {
  return at == 0 || std::isspace(static_cast<unsigned char>(text[at - 1])) != 0 || text[at - 1] == '(';
}

bool is_mark(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }

/// The first quotation from here on. The sign that is an apostrophe too opens one before a word, and closes it beside a
/// mark or at the end: "'s avonds" opens nothing.
std::optional<Quoted> next_quoted(std::string_view text, std::size_t from) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kSigns{{{"\"", "\""},
                                                                                 {"\u201C", "\u201D"},
                                                                                 {"\u201E", "\u201D"},
                                                                                 {"\u201E", "\u201C"},
                                                                                 {"\u00AB", "\u00BB"},
                                                                                 {"\u2018", "\u2019"},
                                                                                 {"'", "'"}}};
  std::optional<Quoted> first;
  for (const auto& [opens, closes] : kSigns) {
    const bool apostrophe = closes == "'" || closes == "\u2019";
    const auto closes_at = [&](std::size_t at) {
      const auto after = at + closes.size();
      return !apostrophe || after >= text.size() || is_mark(text[after]) || is_mark(text[at - 1]);
    };
    for (auto begin = text.find(opens, from); begin != std::string_view::npos; begin = text.find(opens, begin + 1)) {
      if (first && first->begin <= begin) break;
      if (apostrophe && !begins_word(text, begin)) continue;
      auto end = text.find(closes, begin + opens.size());
      while (end != std::string_view::npos && !closes_at(end)) end = text.find(closes, end + 1);
      if (end == std::string_view::npos) continue;
      first = Quoted{begin, end + closes.size()};
      break;
    }
  }
  return first;
}

std::string without_quotations(std::string_view text) {
  std::string left;
  std::size_t at = 0;
  for (auto quoted = next_quoted(text, at); quoted; quoted = next_quoted(text, at)) {
    left.append(text.substr(at, quoted->begin - at)).append(" ");
    at = quoted->end;
  }
  return left.append(text.substr(at));
}

bool calls_you(std::string_view words) {
  static const auto kYou = phrases_in(kSecondPerson);
  return holds_one_of(words, kYou);
}

/// The phrase by the choices that call nobody "you"; empty when a part of it has no other.
std::string without_you(std::string_view phrase) {
  std::string out;
  for (const auto& choices : parts_of(phrase)) {
    std::string left;
    for (const auto choice : choices)
      if (!calls_you(choice)) left.append(left.empty() ? "" : "/").append(choice);
    if (left.empty()) return {};
    out.append(out.empty() ? "" : " + ").append(left);
  }
  return out;
}

bool is_among(std::string_view word, const std::vector<std::string_view>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool goes_on_as_word(std::string_view text, std::size_t at) { return at < text.size() && is_letter(text[at]); }

/// Whether the name in this place is called, stands behind a word as "van", or opens the sentence: then it is not said
/// who does something.
bool does_nothing(std::string_view part, std::size_t begin, std::size_t end, bool is_presenter) {
  static const auto kBefore = table_list("before");
  const auto ahead = trimmed(part.substr(0, begin)), behind = trimmed(part.substr(end));
  if (ahead.empty() || ahead.back() == ',' || behind.starts_with(',')) return true;
  if (is_presenter && behind.find_first_not_of(".!?;: \n") == std::string_view::npos) return true;
  const auto space = ahead.rfind(' ');
  return is_among(space == std::string_view::npos ? ahead : ahead.substr(space + 1), kBefore);
}

/// The part in small letters.
bool is_about_the_table(std::string_view part, const NamesAtTable& names) {
  static const auto kOurs = table_list("ours");
  if (speaks_of_the_case(part, names)) return false;
  const auto spaced = method::spaced_words(part);
  const auto words = method::words_apart(spaced);
  if (std::ranges::any_of(words, [](std::string_view word) { return is_among(word, kOurs); })) return true;
  for (const auto& colleague : names.colleagues) {
    const auto name = folded(colleague);
    for (auto at = part.find(name); at != std::string_view::npos; at = part.find(name, at + 1)) {
      const auto end = at + name.size();
      if ((at == 0 || !goes_on_as_word(part, at - 1)) && !goes_on_as_word(part, end) &&
          !does_nothing(part, at, end, colleague == names.presenter))
        return true;
    }
  }
  return false;
}

/// Where the next part begins: behind the end of a sentence, or where the line turns to something else.
std::size_t end_of_part(std::string_view text) {
  auto end = text.find_first_of(".!?;:\n");
  end = end == std::string_view::npos ? text.size() : end + 1;
  for (const std::string_view turn : {", maar ", ", but "}) end = std::min(end, text.find(turn));
  return std::max<std::size_t>(end, 1);
}

}  // namespace

std::string what_is_asked(std::string_view text) {
  static const auto kNotAskedPhrases = phrases_in(kNotAsked), kToldPhrases = phrases_in(kToldByAnother);
  auto own = without_quotations(text);
  if (own.size() == text.size() || !holds_one_of(own, kToldPhrases)) own = text;
  std::string asked;
  for (std::string_view rest = own; !rest.empty();) {
    const auto part = rest.substr(0, end_of_part(rest));
    if (!holds_one_of(part, kNotAskedPhrases)) asked += part;
    rest.remove_prefix(part.size());
  }
  return asked;
}

bool speaks_of_the_case(std::string_view text, const NamesAtTable& names) {
  static const auto kAnybody = table_list("anybody");
  const auto spaced = method::spaced_words(text);
  const auto words = method::words_apart(spaced);
  return std::ranges::any_of(words, [](std::string_view word) { return is_among(word, kAnybody); }) ||
         std::ranges::any_of(names.others, [&](const std::string& name) {
           const auto apart = method::spaced_words(name);
           const auto known = method::words_apart(apart);
           return !known.empty() && is_among(known.back(), words);
         });
}

std::string without_the_table(std::string_view text, const NamesAtTable& names) {
  std::string left;
  for (auto rest = text; !rest.empty();) {
    const auto part = rest.substr(0, end_of_part(rest));
    if (!is_about_the_table(folded(part), names)) left += part;
    rest.remove_prefix(part.size());
  }
  return left;
}

bool begins_topic(std::string_view about) {
  static const auto kTopics = lines_of(kTopicWords);
  const auto spaced = method::spaced_words(about);
  const auto words = method::words_apart(spaced);
  return !words.empty() && is_among(words.front(), kTopics);
}

bool tells_not_reached(std::string_view about) {
  static const auto kNotReachedPhrases = phrases_in(kNotReached);
  const auto own = without_quotations(about);
  if (is_question(own) || calls_you(own) || begins_topic(own)) return false;
  const auto spaced = method::spaced_words(own);
  const auto words = method::words_apart(spaced);
  return holds_one_of(own, kNotReachedPhrases) || std::ranges::any_of(words, [](std::string_view word) {
           return method::denial_of(word) != method::Denial::no;
         });
}

Phrases without_you(const Phrases& phrases) {
  Phrases out;
  const auto keep = [](const std::vector<std::string>& from, std::vector<std::string>& to) {
    for (const auto& phrase : from)
      if (auto left = without_you(std::string_view(phrase)); !left.empty()) to.push_back(std::move(left));
  };
  keep(phrases.nl, out.nl);
  keep(phrases.en, out.en);
  return out;
}

}  // namespace casus::training
