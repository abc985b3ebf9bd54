// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/from_outside.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/text/label.hpp"

#include <fmt/format.h>

#include <algorithm>

/// A word of the meeting without its colon, or without what stands before it: shown as it is typed, with every word
/// that was there.
namespace casus::desk {

using text::msg;

namespace {

bool is_figure(const std::string& word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

/// "actie daan oom bellen vanavond noor": who, what, the day in it, and a name at the end for who checks.
std::optional<Unsure> LineReader::action_without_colon(const std::string& how) const {
  auto from = head_.size();
  while (from > 1 && called(joined_words(head_, 1, from), people_).empty()) --from;
  // "actie daan - school bellen - vrijdag - noor": dashes stand for a colon and semicolons.
  if (from > 1 && from + 1 < head_.size() && head_[from] == "-") {
    auto line = joined_words(head_, 0, from) + ": " + joined_words(head_, from + 1, head_.size());
    for (auto at = line.find(" - "); at != std::string::npos; at = line.find(" - ")) line.replace(at, 3, "; ");
    const auto meant = again(line);
    const auto* asked = std::get_if<Unsure>(&meant);
    return asked != nullptr ? *asked : Unsure{how, line, true};
  }
  // "actie school bellen; noor; morgen; ria".
  if (const auto rest = joined_words(head_, 1, head_.size()); from == 1 && rest.find(';') != std::string::npos) {
    const auto line = head_.front() + ": " + rest;
    const auto meant = again(line);
    const auto* asked = std::get_if<Unsure>(&meant);
    return asked != nullptr ? *asked : Unsure{how, line, true};
  }
  if (from == 1 || from == head_.size()) return std::nullopt;
  const auto who = called(joined_words(head_, 1, from), people_);
  std::vector<std::string> words(head_.begin() + static_cast<std::ptrdiff_t>(from), head_.end());
  // A name behind a day is no part of what is done.
  constexpr std::size_t kLongestName = 3;
  std::string checks;
  for (auto length = std::min(kLongestName, words.size() - 1); length > 0 && checks.empty(); --length) {
    const auto end = words.size() - length;
    const auto name = called(joined_words(words, end, words.size()), people_);
    for (auto days = std::min(kMostDayWords, end); days > 0 && !name.empty() && checks.empty(); --days)
      if (read_day(joined_words(words, end - days, end), how_.today)) checks = name;
    if (!checks.empty()) words.resize(end);
  }
  auto action = words.size() < 2 ? std::nullopt : action_of(who, words);
  if (!action) return Unsure{how, fmt::format("{} {}: {}; ", head_.front(), who, joined_words(words, 0, words.size()))};
  if (!checks.empty() && !action->whole) {
    action->line += checks;
    action->whole = true;
  }
  action->message = how;
  return action;
}

/// How many words behind the word itself stand before its colon: the number of a record, a name and a figure, what
/// came of it. Nothing when that cannot be told.
std::optional<std::size_t> LineReader::words_before_text(const MeetingWord& word) const {
  if (head_.size() < 2) return std::nullopt;
  const auto name_length = [&](std::size_t from) {
    auto end = head_.size();
    while (end > from && called(joined_words(head_, from, end), people_).empty()) --end;
    return end - from;
  };
  switch (word.ask) {
    case Ask::goal:
    case Ask::question:
    case Ask::hopes: return 0;
    // One word alone is the theme.
    case Ask::learn: return head_.size() > 2 ? std::optional<std::size_t>(0) : std::nullopt;
    case Ask::tell: return name_length(1);
    case Ask::correct:
      if (head_.size() > 2 && is_because(head_[2])) return std::nullopt;
      return is_ref(head_[1]) || is_said_as(head_[1], msg("line.last_words")) ? std::optional<std::size_t>(1)
                                                                              : std::nullopt;
    case Ask::score: {
      const auto name = name_length(1);
      const auto at = 1 + name;
      if (at >= head_.size() || !is_figure(head_[at])) return std::nullopt;
      return name + 1;
    }
    case Ask::result: {
      constexpr std::size_t kShortestOutcome = 4;
      std::size_t count = 0;
      while (count + 1 < head_.size() &&
             (is_record(folded(head_[count + 1]), 'a') ||
              (count < 2 && head_[count + 1].size() >= kShortestOutcome && word_of<Done>(head_[count + 1]))))
        ++count;
      return count == 0 ? std::nullopt : std::optional(count);
    }
    default: return std::nullopt;
  }
}

Unsure LineReader::text_missing(const MeetingWord& word) const {
  const auto how = say("asked.how_type", "how"_is = word.form.in(how_.voice));
  const std::string name(word.name(how_.voice));
  const auto rest = joined_words(head_, 1, head_.size());
  if (word.ask == Ask::signal && (has_colon() ? !text_.empty() : head_.size() > 2))
    return {how, fmt::format("{} {}: {}", name, say("line.theme_other"), has_colon() ? text_ : rest), true};
  if (!text_.empty()) return {how, line_};
  if (word.ask == Ask::correct && head_.size() == 2)
    if (const auto said = std::ranges::find(t_.said, folded(head_[1]), &service::SaidLine::id);
        said != t_.said.end() && !said->words.empty())
      return {say(msg("line.which_other_words", "ref"_is = said->id, "was"_is = said->words)),
              fmt::format("{} {}: ", name, said->id)};
  if (has_colon() || rest.empty()) return {how, name + (rest.empty() ? "" : " " + rest) + ": "};
  if (word.ask == Ask::action)
    if (auto action = action_without_colon(how)) return std::move(*action);
  const auto before = words_before_text(word);
  if (!before || *before + 1 >= head_.size()) return {how, name + ' ' + rest + ": "};
  const auto about = joined_words(head_, 1, *before + 1);
  const auto text = joined_words(head_, *before + 1, head_.size());
  return {how, fmt::format("{}{}{}: {}", name, about.empty() ? "" : " ", about, text), word.ask != Ask::tell};
}

/// "doel hij gaat 2 dagdelen naar school", "hoopt dat we verder komen": a word of the meeting and what belongs to it.
/// Sentences that only begin so are told apart by what follows: "doel was anders".
std::optional<Unsure> LineReader::word_without_colon() const {
  constexpr std::size_t kFewest = 3;
  const auto* word = head_.size() < kFewest ? nullptr : meeting_word(head_.front());
  if (word == nullptr || !word->text) return std::nullopt;
  // What the team learns and signals needs no case.
  const bool of_team = word->ask == Ask::learn || word->ask == Ask::signal;
  if (t_.case_id.empty() && !of_team) return std::nullopt;
  if (!called(head_.front(), people_).empty()) return std::nullopt;
  const auto rest = joined_words(head_, 1, head_.size());
  const bool shown_name = folded(head_.front()) == folded(word->name(how_.voice));
  // "leer hem fietsen", "hoop doet leven" are sentences.
  if (word->ask == Ask::learn && shown_name) return std::nullopt;
  const bool hopes = word->ask == Ask::hopes && !t_.question.empty() && (shown_name || is_told_of(rest));
  // "leerpunt is dat we te snel gaan" can be nothing else.
  if (word->ask == Ask::hopes ? !hopes : word->ask != Ask::learn && is_told_of(rest)) return std::nullopt;
  if (word->ask == Ask::question && (t_.in_step || !rest.ends_with('?'))) return std::nullopt;
  auto asked = text_missing(*word);
  if (!asked.whole) return std::nullopt;
  asked.message = say("line.word_meant", "line"_is = asked.line);
  return asked;
}

/// "b12 moet zijn: ...", "g1 wordt hij gaat weer": other words for what stands there.
std::optional<Unsure> LineReader::corrected_without_word() const {
  const auto words = words_in(line_);
  if (t_.case_id.empty() || words.size() < 3) return std::nullopt;
  const auto ref = folded(words.front());
  const bool record = std::ranges::any_of(std::string_view("bgasdpf"), [&](char c) { return is_record(ref, c); });
  const auto behind = joined_words(words, 1, words.size());
  auto without_colon = behind;
  std::ranges::replace(without_colon, ':', ' ');
  const auto length = record ? begins_as(without_colon, msg("line.must_be_words")) : 0;
  if (length == 0 && record && !has_colon() && begins_as(behind, msg("line.wrong_words")) > 0)
    return Unsure{say(msg("line.is_wrong", "ref"_is = ref, "withdraw"_is = msg("line.withdraw_it", "ref"_is = ref))),
                  correcting(ref, {}, how_.voice)};
  if (length == 0) return std::nullopt;
  auto text = trimmed(std::string_view(behind).substr(length));
  while (text.starts_with(':') || text.starts_with(',')) text = trimmed(text.substr(1));
  if (text.empty()) return std::nullopt;
  auto line = correcting(ref, text, how_.voice);
  return Unsure{say("line.word_meant", "line"_is = line), std::move(line), true};
}

/// "heeft ze contact met vader? daan", "wie past er op (ria)": whose words these are stands behind them. Where
/// agreements are made, a name at the end may be of who checks.
std::optional<Unsure> LineReader::named_behind_sign() const {
  constexpr std::size_t kFewest = 2;
  const bool agrees = takes_kind("choice") && !takes_kind("fact");
  const auto at = line_.find_last_of("?(");
  if (at == std::string::npos || at + 1 >= line_.size() || (agrees && line_[at] != '?')) return std::nullopt;
  const bool closed = line_.ends_with(')');
  if ((line_[at] == '(') != closed) return std::nullopt;
  const auto named = line_.substr(at + 1, line_.size() - at - 1 - (closed ? 1 : 0));
  const auto who = called_plainly(trimmed(behind_signs(named)), people_);
  const std::string text(trimmed(std::string_view(line_).substr(0, closed ? at : at + 1)));
  if (who.empty() || words_in(text).size() < kFewest) return std::nullopt;
  // "hoe vaak komt ze dan? noor" is asked of who tells the case, by somebody else.
  const auto seat = std::ranges::find(t_.seats, who, &service::Seat::name);
  const bool is_asked = who == t_.presenter || (seat != t_.seats.end() && seat->answers);
  if (!closed && is_asked) return Unsure{say("contribution.whose_words_these_put_name_2"), line_};
  return Unsure{say("contribution.does_say_enter_if_so", "who"_is = who), as_said(who, text), true};
}

std::optional<Unsure> LineReader::named_elsewhere() const {
  const auto asks = [&](const std::string& who, std::string line) {
    return Unsure{say("contribution.does_say_enter_if_so", "who"_is = who), std::move(line), true};
  };
  if (!has_colon()) {
    if (may_tell_of_danger(line_)) return std::nullopt;
    if (auto asked = named_behind_sign()) return asked;
    const auto dash = line_.rfind(" - ");
    if (dash == std::string::npos) return std::nullopt;
    const auto who = called_plainly(trimmed(std::string_view(line_).substr(dash + 3)), people_);
    const std::string text(trimmed(std::string_view(line_).substr(0, dash)));
    if (who.empty() || words_in(text).size() < 2) return std::nullopt;
    if (!takes_kind("choice") || takes_kind("fact")) return asks(who, as_said(who, text));
    return Unsure{say("line.takes_it", "who"_is = who, "what"_is = text),
                  fmt::format("{} {}: {}; ", name_of(Ask::action, how_.voice), who, text)};
  }
  for (std::size_t at = 1; at + 1 < head_.size() && !text_.empty(); ++at) {
    const auto who = called_plainly(joined_words(head_, at + 1, head_.size()), people_);
    // "van dam" is a name.
    if (who.empty() || !called_plainly(joined_words(head_, at, head_.size()), people_).empty()) continue;
    auto before = joined_words(head_, 0, at);
    while (before.ends_with(',')) before.pop_back();
    const bool named = !called_plainly(before, people_).empty();
    if (named && is_said_as(head_[at], msg("line.slip_no_words"))) return asks(who, as_said(who, text_));
    if (named || !is_said_as(head_[at], msg("line.words_of_words"))) continue;
    return asks(who, kind_called(before).empty() ? fmt::format("{}: {}: {}", who, before, text_)
                                                 : fmt::format("{} {}: {}", who, before, text_));
  }
  return std::nullopt;
}

/// What somebody says, as it is kept at once: with its kind before the colon when that stands before the words.
std::string LineReader::as_said(const std::string& name, const std::string& text) const {
  if (const auto opening = kind_opening(text); opening && (opening->fits || opening->sign))
    return fmt::format("{} {}: {}", name, opening->kind, opening->rest);
  return name + ": " + text;
}

}  // namespace casus::desk
