// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/days/days.hpp"
#include "core/desk/words/line_reader.hpp"
#include "core/service/table/saying_kind.hpp"

#include <fmt/format.h>

#include <algorithm>

/// "nee, dat was 3 weken", "dat was joost", "niet morgen maar overmorgen": what was typed just before was wrong, and
/// nobody says that they mend it.
namespace casus::desk {

using text::msg;

namespace {

std::string_view without_signs_in_front(std::string_view text) {
  text = trimmed(text);
  while (!text.empty() && std::string_view(",;:.-!").find(text.front()) != std::string_view::npos)
    text = trimmed(text.substr(1));
  return text;
}

/// "dat was ria, niet daan": without who it was not. "dat zei ria niet" stays: it says that she did not.
std::string without_denied(const std::vector<std::string>& words, const std::vector<std::string_view>& people) {
  for (std::size_t at = 2; at + 1 < words.size(); ++at) {
    if (!is_said_as(words[at], msg("line.denial_words"))) continue;
    if (called_plainly(joined_words(words, at + 1, words.size()), people).empty()) continue;
    const bool joined = is_said_as(words[at - 1], msg("line.and_words"));
    return joined_words(words, 0, joined ? at - 1 : at);
  }
  return joined_words(words, 0, words.size());
}

/// Of somebody's question no amount is put right by what may be the answer to it.
bool asks_something(const service::SaidLine& line) {
  return line.words.ends_with('?') || service::asks_without_mark(line.words);
}

}  // namespace

std::string behind_not_but(std::string_view text) {
  const auto words = words_in(text);
  if (words.size() < 4 || !is_said_as(words.front(), msg("line.denial_words"))) return {};
  for (std::size_t at = 2; at + 1 < words.size(); ++at)
    if (is_said_as(words[at], msg("line.but_words"))) return joined_words(words, at + 1, words.size());
  return {};
}

std::string without_slip(std::string_view text) {
  auto rest = trimmed(text);
  bool slip = false;
  const auto strip = [&](const text::Message& list) {
    const auto length = begins_as(rest, list);
    if (length == 0 || length >= rest.size()) return false;
    rest = without_signs_in_front(rest.substr(length));
    return true;
  };
  while (strip(msg("line.slip_words"))) slip = true;
  while (slip && strip(msg("line.slip_after_words"))) {
  }
  auto words = words_in(rest);
  while (words.size() > 1 && is_said_as(words.back(), msg("line.slip_end_words"))) {
    words.pop_back();
    slip = true;
  }
  if (!slip || words.empty()) return {};
  while (words.back().size() > 1 && std::string_view(",;.!").find(words.back().back()) != std::string_view::npos)
    words.back().pop_back();
  return joined_words(words, 0, words.size());
}

/// "dat was joost", "nee, dat was joost en niet daan": whose words the last ones are. It may be an answer as well:
/// asked.
std::optional<Meant> LineReader::said_by_another(const service::SaidLine& last) const {
  if (!is_record(last.id, 'b')) return std::nullopt;
  auto typed = std::string(trimmed(std::string_view(line_)));
  for (auto length = begins_as(typed, msg("line.slip_no_words")); length > 0 && length < typed.size();
       length = begins_as(typed, msg("line.slip_no_words")))
    typed = without_signs_in_front(std::string_view(typed).substr(length));
  auto words = words_in(typed);
  while (words.size() > 1 && is_said_as(words.back(), msg("line.slip_end_words"))) words.pop_back();
  for (const auto& [use, open] : fillings(without_denied(words, people_), msg("line.said_by_words"))) {
    const auto name = called_plainly(open, people_);
    if (name.empty()) continue;
    if (name == last.who) return Unsure{say("line.said_by_already", "name"_is = name), {}, false, false};
    return Unsure{
        say("line.said_by_meant", "name"_is = name, "who"_is = last.who, "ref"_is = last.id, "was"_is = last.text),
        say("line.said_by", "ref"_is = last.id, "name"_is = name), true};
  }
  return std::nullopt;
}

std::optional<Meant> LineReader::slip_mended() const {
  if (t_.case_id.empty() || t_.unnamed || t_.hidden || line_.ends_with('?')) return std::nullopt;
  const auto last = t_.said.empty() || !t_.said.back().here ? t_.said.end() : t_.said.end() - 1;
  if (last == t_.said.end() || last->id.empty()) return std::nullopt;
  std::string by;
  if (has_colon()) {
    // "marieke: nee 2025 sorry", right behind what she said herself, and no answer to a question.
    by = called(joined_words(head_, 0, head_.size()), people_);
    const auto seat = std::ranges::find(t_.seats, by, &service::Seat::name);
    if (by.empty() || by != last->who || (seat != t_.seats.end() && seat->asked)) return std::nullopt;
  } else if (auto other = said_by_another(*last)) {
    return other;
  }
  const auto& said = has_colon() ? text_ : line_;
  auto right = behind_not_but(said);
  if (right.empty()) right = without_slip(said);
  if (right.empty()) return std::nullopt;
  const bool agreed = is_record(last->id, 'a');
  if (agreed && by.empty())
    if (const auto who = taker_in(right, people_); !who.empty() && who != teller())
      if (const auto open = std::ranges::find(t_.open_actions, last->id, &service::OpenAction::id);
          open != t_.open_actions.end() && open->who != who)
        return Unsure{say("line.who_of_action", "action"_is = open->id, "what"_is = open->what, "name"_is = who),
                      say("line.action_is_for", "action"_is = open->id, "name"_is = who), true};
  if (by.empty() && asks_something(*last)) return std::nullopt;
  // The day of an action is asked for with its reason.
  if (agreed && read_day(right, how_.today)) return std::nullopt;
  for (auto line = t_.said.rbegin(); line != t_.said.rend() && line->here; ++line)
    if (!line->id.empty() && (by.empty() ? !asks_something(*line) : line->who == by))
      if (const auto words = put_in_words(line->words, right, how_.today)) return offered_for(*line, *words);
  return std::nullopt;
}

}  // namespace casus::desk
