// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/half_said.hpp"
#include "core/desk/words/line_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

/// "cijfer noor 6: zij slaapt door; een vaste tijd", "cijfer noor: 7 want zij slaapt", "ik geef het een 5".
namespace casus::desk {

using text::msg;

namespace {

struct ScoreSaid {
  FigureSaid figure;
  std::string typed;     ///< the figure, as it was typed
  std::string evidence;  ///< what stands behind it
  bool plain = true;     ///< nothing says that it is a score: "een zeven"
};

/// A figure that is all of a text, or of what stands before "want" or a comma.
std::optional<ScoreSaid> figure_before_why(std::string_view text) {
  if (const auto figure = figure_said(text)) return ScoreSaid{*figure, std::string(trimmed(text)), {}};
  const auto words = words_in(text);
  for (std::size_t i = 1; i + 1 < words.size(); ++i)
    if (is_because(words[i]))
      if (const auto figure = figure_said(joined_words(words, 0, i)))
        return ScoreSaid{*figure, joined_words(words, 0, i), joined_words(words, i + 1, words.size())};
  const auto comma = text.find(", ");
  if (comma == std::string_view::npos) return std::nullopt;
  const auto figure = figure_said(text.substr(0, comma));
  if (!figure) return std::nullopt;
  return ScoreSaid{*figure, std::string(trimmed(text.substr(0, comma))), std::string(trimmed(text.substr(comma + 2)))};
}

/// "cijfer voor hoe het gaat een 5", "ik geef het een 5 want zij slaapt", "een zeven", "van 4 naar 6". A bare "5" may
/// be the answer to anything.
std::optional<ScoreSaid> score_in(std::string_view text) {
  bool plain = true, any = false;
  for (text = trimmed(text); !text.empty();) {
    if (auto said = figure_before_why(text); said && (any || said->figure.other || said->figure.of_ten)) {
      said->plain = plain;
      return said;
    }
    const auto opening = begins_as(text, msg("line.score_opening_words"));
    // "ik denk 3" may be the answer to how many.
    const auto loosely =
        std::max(begins_as(text, msg("line.article_words")), begins_as(text, msg("line.i_think_words")));
    const auto length = std::max(opening, loosely);
    if (length == 0) return std::nullopt;
    any = true;
    plain = plain && opening < length;
    text.remove_prefix(length);
    // "een, twee, drie" counts.
    text.remove_prefix(std::min(text.find_first_not_of(opening < length ? " " : " ,:"), text.size()));
  }
  return std::nullopt;
}

}  // namespace

/// A score is a whole figure, and says what shows it: what is not told of that is asked.
Unsure LineReader::score_asked(const std::string& who, const FigureSaid& figure, const std::string& typed,
                               const std::string& shown, const text::Message& why) const {
  auto line = fmt::format("{} {} {}: ", name_of(Ask::score, how_.voice), who, figure.value);
  if (figure.other) {
    line += typed + ", " + shown;
    return figure.moved
               ? Unsure{say(msg("line.score_moved", "who"_is = who, "score"_is = figure.value)), line, !shown.empty()}
               : Unsure{say(msg("line.score_of_two", "one"_is = figure.value, "other"_is = *figure.other)), line};
  }
  if (shown.empty()) return Unsure{say(why), std::move(line)};
  line += shown;
  return Unsure{say("line.word_meant", "line"_is = line), std::move(line), true};
}

/// "cijfer noor 5 omdat zij slaapt", "cijfer noor 5; zij slaapt": only a colon is missing. Without a word or a sign
/// between the two it is asked: "cijfer noor 5 of 6" is no 5.
std::optional<Meant> LineReader::score_in_row() const {
  constexpr std::size_t kFewest = 4;
  const auto* word = has_colon() || head_.size() < kFewest ? nullptr : meeting_word(head_.front());
  if (word == nullptr || word->ask != Ask::score || t_.case_id.empty()) return std::nullopt;
  for (auto at = head_.size() - 2; at > 1; --at) {
    const auto who = called_plainly(joined_words(head_, 1, at), people_);
    if (who.empty()) continue;
    if (at + 2 < head_.size() && is_said_as(head_[at], msg("line.article_words"))) ++at;  // "een 5"
    auto typed = head_[at];
    const auto plain = typed.find_last_not_of(",;") + 1;
    bool sure = plain < typed.size();
    typed.resize(plain);
    const auto figure = figure_in(typed);
    if (!figure) return std::nullopt;
    const bool because = is_because(head_[at + 1]);
    const auto shown = joined_words(head_, because ? at + 2 : at + 1, head_.size());
    if (shown.empty()) return std::nullopt;
    // "cijfer noor 3; 4 als hij gaat": that is what one point more would be.
    sure = (sure || because) && !figure_in(words_in(shown).front());
    auto line = fmt::format("{} {} {}: {}", name_of(Ask::score, how_.voice), who, *figure, shown);
    if (sure) return again(line);
    return Unsure{say(msg("line.word_meant", "line"_is = line)), line, true};
  }
  return std::nullopt;
}

std::optional<Meant> LineReader::score_told() const {
  if (t_.case_id.empty() || line_.ends_with('?')) return std::nullopt;
  if (auto row = score_in_row()) return row;
  if (!has_colon() && !people_.empty())
    if (auto asked = score_of_resident(t_, how_.voice, teller(), line_)) return std::move(*asked);
  for (auto end = head_.size(); end-- > 1;) {
    const auto who = called_plainly(joined_words(head_, 0, end), people_);
    if (who.empty()) continue;
    auto why = end;
    while (why < head_.size() && !is_because(head_[why])) ++why;
    auto told = joined_words(head_, end, why);
    while (told.ends_with(',')) told.pop_back();
    for (const auto& [use, open] : fillings(told, msg("line.gives_score_words"))) {
      const auto score = figure_said(open);
      if (!score) continue;
      const auto shown = has_colon() ? text_ : joined_words(head_, std::min(why + 1, head_.size()), head_.size());
      return score_asked(who, *score, open, shown, msg("line.why_score", "who"_is = who, "score"_is = score->value));
    }
  }
  // "hoe het gaat: 5".
  if (has_colon() && !is_said_as(joined_words(head_, 0, head_.size()), msg("line.score_opening_words")))
    return std::nullopt;
  const auto said = score_in(has_colon() ? joined_words(head_, 0, head_.size()) + ' ' + text_ : line_);
  const auto is_asked = [](const service::Seat& seat) { return seat.asked || !seat.question.empty(); };
  if (!said || (said->plain && std::ranges::any_of(t_.seats, is_asked))) return std::nullopt;
  if (const auto who = speaker(); !who.empty())
    return score_asked(who, said->figure, said->typed, said->evidence,
                       msg("line.why_score", "who"_is = who, "score"_is = said->figure.value));
  return Unsure{say(msg("line.whose_score", "score"_is = said->figure.value)), line_};
}

std::optional<Unsure> LineReader::score_behind(const std::string& by) const {
  if (auto asked = score_of_resident(t_, how_.voice, by, text_)) return asked;
  const auto said = t_.case_id.empty() || text_.ends_with('?') ? std::nullopt : score_in(text_);
  const auto seat = std::ranges::find(t_.seats, by, &service::Seat::name);
  // "hoeveel kinderen?" "een stuk of vijf": a figure that may be the answer stays one.
  if (!said || (said->plain && seat != t_.seats.end() && seat->asked)) return std::nullopt;
  const auto first = t_.kinds.empty() ? std::string() : ' ' + spoken(t_.kinds.front().name);
  return score_asked(
      by, said->figure, said->typed, said->evidence,
      msg("line.why_score_or_said", "who"_is = by, "score"_is = said->figure.value, "says"_is = by + first + ": "));
}

/// "cijfer noor vijf en een half", "cijfer: tussen 5 en 6": nothing where it is one figure.
std::optional<Unsure> LineReader::score_of_two() const {
  auto behind = head_.size();
  while (behind > 1 && called(joined_words(head_, 1, behind), people_).empty()) --behind;
  const auto who = behind > 1 ? called(joined_words(head_, 1, behind), people_) : speaker();
  const auto rest = joined_words(head_, std::min(behind, head_.size()), head_.size());
  const auto said = score_in(rest.empty() || is_said_as(rest, msg("line.score_opening_words")) ? text_ : rest);
  if (who.empty() || !said || !said->figure.other) return std::nullopt;
  return score_asked(who, said->figure, said->typed, rest.empty() ? said->evidence : text_,
                     msg("line.why_score", "who"_is = who, "score"_is = said->figure.value));
}

Meant LineReader::score(const MeetingWord& word) const {
  if (auto asked = score_of_two()) return std::move(*asked);
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
  // "cijfer voor hoe het gaat: 5" is nobody's by name.
  who = who.empty() || is_said_as(who, msg("line.score_opening_words")) ? speaker() : person(who);
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
