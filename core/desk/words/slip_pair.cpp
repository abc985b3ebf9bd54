// SPDX-License-Identifier: EUPL-1.2
#include "core/base/matching.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

/// "84 ipv 82", "84 niet 82", "niet 82 maar 84": what it is and what it was. Put right in the line that holds it, and
/// nowhere else.
namespace casus::desk {

using text::msg;

namespace {

bool is_one_figure(std::string_view word) {
  return !word.empty() && word.front() >= '0' && word.front() <= '9' &&
         word.find_first_not_of("0123456789.,:") == std::string_view::npos;
}

std::string words_alone(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  auto some = std::vector<std::string>(words.begin() + static_cast<std::ptrdiff_t>(from),
                                       words.begin() + static_cast<std::ptrdiff_t>(to));
  some = without_end_signs(std::move(some));
  return joined_words(some, 0, some.size());
}

}  // namespace

bool SlipPair::figures() const {
  if (!is_one_figure(was)) return false;
  return std::ranges::count_if(words_in(now), [](const auto& word) { return is_one_figure(word); }) == 1;
}

std::string SlipPair::denied() const { return fmt::format("{}, {} {}", now, msg("line.slip_not").in(Lang::nl), was); }

SlipPair slip_pair(std::string_view text) {
  constexpr std::size_t kMostWords = 12;
  const auto words = words_in(text);
  const auto count = words.size();
  if (count < 3 || count > kMostWords) return {};
  for (std::size_t at = 1; at + 1 < count; ++at)
    if (const auto length = begins_as(joined_words(words, at, count), msg("line.instead_words")); length > 0) {
      const auto behind = words_in(std::string_view(joined_words(words, at, count)).substr(length));
      return {words_alone(words, 0, at), words_alone(behind, 0, behind.size()), true};
    }
  const auto denies = [&](std::size_t at) { return is_said_as(words[at], msg("line.denial_words")); };
  if (denies(0)) {
    std::size_t but = 2;
    while (but < count && !is_said_as(words[but], msg("line.but_words"))) ++but;
    if (but + 1 >= count) return {};
    return {words_alone(words, but + 1, count), words_alone(words, 1, but)};
  }
  for (auto at = count - 1; at-- > 1;)
    if (denies(at)) {
      const bool joined = at > 1 && is_said_as(words[at - 1], msg("line.and_words"));
      return {words_alone(words, 0, joined ? at - 1 : at), words_alone(words, at + 1, count)};
    }
  return {};
}

/// No line holds it: another line has nothing to do with it.
Unsure LineReader::stands_nowhere(const SlipPair& pair) const {
  return {say("line.slip_stands_nowhere", "was"_is = pair.was), line_, false, false};
}

std::optional<Unsure> LineReader::slip_of_figure(const std::string& rest, bool surely) const {
  const auto pair = slip_pair(rest);
  if (!pair.figures()) return std::nullopt;
  const bool bare = is_one_figure(pair.now);
  const bool opened = rest.size() < trimmed(line_).size();
  if (!opened && !(bare && pair.instead)) return std::nullopt;
  // "nee 3, niet 2" among questions may be the answer.
  const bool asks = asks_only() || (!t_.said.empty() && t_.said.back().here && t_.said.back().words.ends_with('?'));
  if (asks && !surely && !pair.instead) return std::nullopt;
  if (auto offered = put_instead_in_any({}, pair.denied())) return offered;
  return bare && (surely || pair.instead) ? std::optional(stands_nowhere(pair)) : std::nullopt;
}

std::optional<Unsure> LineReader::other_figure(const std::string& right) const {
  constexpr std::size_t kMost = 6;
  const auto told = without_end_signs(words_in(right));
  const auto figure = std::ranges::find_if(told, [](const auto& word) { return is_one_figure(word); });
  if (figure == told.end() || told.size() > kMost || figure + 1 != told.end() || told.size() < 3) return std::nullopt;
  const auto at = static_cast<std::size_t>(figure - told.begin());
  const auto subject = matched(joined_words(told, at - 2, at));
  for (auto line = t_.said.rbegin(); line != t_.said.rend() && line->here; ++line) {
    if (line->id.empty() || line->words.ends_with('?')) continue;
    const auto words = without_end_signs(words_in(line->words));
    // "hij is 14" right behind "oudste is 15": it is of the last line, where that holds one number.
    if (at == 2 && line == t_.said.rbegin() && is_said_as(told.front(), msg("line.subject_words")))
      if (const auto put = put_in_words(line->words, *figure, how_.today)) return offered_for(*line, *put);
    // "de oudste is 14" behind "oudste is 15, en past op": the same is told of the same.
    for (std::size_t i = 2; i < words.size(); ++i)
      if (is_one_figure(words[i]) && words[i] != *figure && matched(joined_words(words, i - 2, i)) == subject)
        if (const auto put = put_instead(line->words, SlipPair{*figure, words[i]}.denied()))
          return offered_for(*line, *put);
  }
  return std::nullopt;
}

std::optional<Unsure> LineReader::instead_in_action(const service::OpenAction& open, const SlipPair& pair) const {
  if (const auto day = read_day(pair.was, how_.today); day && day.day == open.by_when && read_day(pair.now, how_.today))
    return slip_of_day(pair.now, open);
  const auto who = called_plainly(pair.now, people_), before = called_plainly(pair.was, people_);
  if (who.empty() || before.empty() || who == before) return std::nullopt;
  if (open.who == before)
    return Unsure{say("line.who_of_action", "action"_is = open.id, "what"_is = open.what, "name"_is = who),
                  say("line.action_is_for", "action"_is = open.id, "name"_is = who), true};
  if (open.checks != before) return std::nullopt;
  auto line =
      fmt::format("{} {}: {}", name_of(Ask::correct, how_.voice), open.id, say("line.checks_said_by", "name"_is = who));
  return Unsure{say("line.correct_meant", "line"_is = line,
                    "was"_is = open.what + "; " + say("line.checks_said_by", "name"_is = before)),
                std::move(line), true};
}

std::optional<Meant> LineReader::corrected_in_part(const std::string& ref, const service::SaidLine& stands,
                                                   Correct correct) const {
  const auto pair = slip_pair(text_);
  if (pair.was.empty() || pair.now.empty() || (!pair.instead && !pair.figures())) return std::nullopt;
  const auto open = std::ranges::find(t_.open_actions, ref, &service::OpenAction::id);
  if (open != t_.open_actions.end())
    if (auto asked = instead_in_action(*open, pair)) {
      // The reason that was given stays.
      if (!correct.because.empty() || !asked->whole) return std::move(*asked);
      return again(asked->line);
    }
  if (stands.words.empty()) return std::nullopt;
  if (auto put = put_instead(stands.words, pair.denied())) {
    auto note = was_and_is(stands.words, *put);
    correct.text = std::move(*put);
    return GiveCommand{{}, std::move(correct), std::move(note)};
  }
  if (!pair.figures() || !is_one_figure(pair.now)) return std::nullopt;
  const auto& id = stands.id;
  return Unsure{say("line.slip_not_in_line", "ref"_is = id, "was"_is = pair.was),
                fmt::format("{} {}: {}", name_of(Ask::correct, how_.voice), id, stands.words), false, false};
}

}  // namespace casus::desk
