// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/line_reader.hpp"

#include <fmt/format.h>

/// "cijfer noor 6: zij slaapt door; een vaste tijd", "cijfer noor: 7 want zij slaapt".
namespace casus::desk {

using text::msg;

Meant LineReader::score(const MeetingWord& word) const {
  GiveScore score;
  std::string who;
  bool given = false;
  for (std::size_t i = 1; i < head_.size(); ++i) {
    if (read_typed(head_[i], score.value, how_).empty()) given = true;
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

bool LineReader::score_in_text(GiveScore& score) const {
  constexpr int kMost = 10;
  const auto words = words_in(score.evidence);
  auto figure = words.empty() ? std::string() : words.front();
  while (figure.ends_with(',') || figure.ends_with('.')) figure.pop_back();
  int value = 0;
  if (figure.empty() || !read_typed(figure, value, how_).empty() || value < 0 || value > kMost) return false;
  score.value = value;
  score.evidence = joined_words(words, words.size() > 1 && is_because(words[1]) ? 2 : 1, words.size());
  return true;
}

}  // namespace casus::desk
