// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"

#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

/// "cijfer noor 6: zij slaapt door; een vaste tijd", "cijfer noor: 7 want zij slaapt".
namespace casus::desk {

using text::msg;

Meant LineReader::score(const MeetingWord& word) const {
  GiveScore score;
  std::string who;
  bool given = false;
  for (std::size_t i = 1; i < head_.size(); ++i) {
    const auto in_words = figure_in(head_[i]);
    if (in_words) score.value = *in_words;
    if (in_words || read_typed(head_[i], score.value, how_).empty()) given = true;
    else who += (who.empty() ? "" : " ") + head_[i];
  }
  const auto parts = fields();
  score.evidence = parts.front();
  if (parts.size() > 1) score.next_point = parts[1];
  // "cijfer noor: 7 want zij slaapt".
  const bool in_text = !given && score_in_text(score);
  given = given || in_text;
  who = who.empty() ? speaker() : person(who);
  // Who is not there gives no score: the remedy is not to seat them.
  if (given && !who.empty() && !t_.case_id.empty() && called(who, people_).empty())
    return Unsure{say(msg("line.score_of_absent", "name"_is = who)), line_};
  if (!given || who.empty()) return text_missing(word);
  if (in_text && score.evidence.empty())
    return Unsure{say(msg("line.why_score", "who"_is = who, "score"_is = score.value)),
                  fmt::format("{} {} {}: ", name_of(Ask::score, how_.voice), who, score.value)};
  return GiveCommand{who, std::move(score)};
}

std::optional<int> figure_in(std::string_view typed) {
  constexpr int kMost = 10;
  while (typed.size() > 1 && (typed.back() == ',' || typed.back() == '.')) typed.remove_suffix(1);
  const auto value_of = [](std::string_view digits) -> std::optional<int> {
    constexpr std::size_t kLongest = 2;
    if (digits.empty() || digits.size() > kLongest || digits.find_first_not_of("0123456789") != std::string_view::npos)
      return std::nullopt;
    const int value = std::stoi(std::string(digits));
    return value <= kMost ? std::optional(value) : std::nullopt;
  };
  if (const auto digits = value_of(typed)) return digits;
  const auto wanted = folded(typed);
  for (const auto lang : text::languages())
    for (const auto& use : text::day_words(msg("line.figure_words").in(lang)))
      if (std::ranges::find(use.said, wanted) != use.said.end()) return value_of(use.value);
  return std::nullopt;
}

bool LineReader::score_in_text(GiveScore& score) const {
  const auto words = words_in(score.evidence);
  if (words.empty()) return false;
  const auto digits = words.front().find_first_of("0123456789") != std::string::npos;
  // "een zes want zij slaapt"; "een vaste tijd" is no figure.
  const std::size_t at = words.size() > 1 && !digits && figure_in(words.front()) && figure_in(words[1]) ? 1 : 0;
  const auto figure = figure_in(words[at]);
  const bool because = at + 1 < words.size() && is_because(words[at + 1]);
  const bool alone = digits || at > 0 || because || words.size() == 1 || words[at].ends_with(',');
  if (!figure || !alone) return false;
  score.value = *figure;
  score.evidence = joined_words(words, because ? at + 2 : at + 1, words.size());
  return true;
}

}  // namespace casus::desk
