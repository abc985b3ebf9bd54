// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/half_said.hpp"

#include "core/base/time.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/words/meeting_word.hpp"
#include "core/desk/words/words_of_line.hpp"
#include "core/method/phrases.hpp"
#include "core/service/table/saying_kind.hpp"
#include "core/text/catalogue.hpp"
#include "core/text/day_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::desk {

using text::msg;

namespace {

/// "mevr", "hij", "de inwoner", "meneer Bakker": whose life it is, or one of the family.
bool is_of_the_life(const std::vector<std::string>& words) {
  const auto all = joined_words(words, 0, words.size());
  if (words.size() == 1 && use_in_list(all, msg("line.wants_words")) == "who") return true;
  if (is_said_as(all, msg("line.resident_words")) || is_family(all)) return true;
  return words.size() > 1 && is_said_as(words.front(), msg("line.title_words"));
}

/// The text until its reason or its first comma.
std::string until_reason(const std::vector<std::string>& words, std::size_t from) {
  auto to = from;
  while (to < words.size() && !is_because(words[to]) && (to == from || !words[to - 1].ends_with(','))) ++to;
  auto out = joined_words(words, from, to);
  while (out.ends_with(',')) out.pop_back();
  return out;
}

const service::Seat* seat_called(const service::Table& table, const std::string& name) {
  const auto seat = std::ranges::find(table.seats, name, &service::Seat::name);
  return seat == table.seats.end() ? nullptr : &*seat;
}

}  // namespace

bool tells_of_who_types(std::string_view text) {
  constexpr std::size_t kMostWords = 12;
  text = trimmed(text);
  if (words_in(text).size() > kMostWords || text.find_first_of(":?") != std::string_view::npos) return false;
  if (method::tells_of_danger(text) || method::tells_of_worry(text)) return false;
  // "sorry ik ben te laat met de aanvraag" goes on without a comma, and is told.
  if (const auto late = begins_as(text, msg("line.sorry_late_words")); late > 0) {
    const auto rest = trimmed(text.substr(late));
    return rest.empty() || rest.front() == ',' || rest.front() == '.' || rest.front() == '!';
  }
  const auto rest = behind_each(text, msg("line.wait_words"));  // "wacht even, mijn laptop hangt"
  const auto device = begins_as(rest, msg("line.device_words"));
  return device > 0 && device < rest.size();
}

std::optional<Unsure> score_of_resident(const service::Table& table, const text::Voice& voice, const std::string& by,
                                        const std::string& text) {
  constexpr std::size_t kLongestWho = 4;
  const auto* seat = seat_called(table, by);
  if (seat == nullptr || seat->asked || table.case_id.empty() || table.kinds.empty() ||
      text.find_first_of(";?\n") != std::string::npos)
    return std::nullopt;
  const auto words = words_in(text);
  for (std::size_t count = 1; count <= kLongestWho && count + 2 < words.size(); ++count) {
    if (!is_of_the_life({words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)})) continue;
    for (const auto& [use, open] : fillings(until_reason(words, count), msg("line.gives_self_words"))) {
      const auto figure = figure_said(open);
      if (!figure || figure->other) continue;
      // Whose figure it is must not be lost: at a goal it can be given as the resident's own, and here it stays a
      // sentence.
      return Unsure{voice.say("line.resident_score", "score"_is = figure->value, "who"_is = by),
                    by + ' ' + spoken(table.kinds.front().name) + ": " + text, true};
    }
  }
  return std::nullopt;
}

std::optional<Unsure> joins_the_last(const service::Table& table, const text::Voice& voice,
                                     const std::vector<std::string_view>& people, const std::string& by,
                                     const std::string& text) {
  if (table.said.empty() || !table.said.back().here || text.ends_with('?')) return std::nullopt;
  const auto open = std::ranges::find(table.open_actions, table.said.back().id, &service::OpenAction::id);
  if (open == table.open_actions.end() || open->repeats || open->what.find_first_of(";\n") != std::string::npos)
    return std::nullopt;
  auto who = by;
  if (is_said_as(text, msg("line.i_join_words"))) {
    if (by.empty())
      return Unsure{voice.say("line.who_joins", "action"_is = open->id, "what"_is = open->what, "typed"_is = text),
                    text};
  } else if (by.empty()) {
    for (const auto& [use, named] : fillings(text, msg("line.joins_words")))
      if (who.empty()) who = called_plainly(named, people);
  } else {
    return std::nullopt;
  }
  if (who.empty() || who == open->who) return std::nullopt;
  auto line = fmt::format("{} {}: {}", name_of(Ask::action, voice), who,
                          voice.say("line.together_with", "what"_is = open->what, "name"_is = open->who));
  line += "; " + (open->by_when ? text::day_in_full(*open->by_when, voice) + "; " : std::string());
  const bool checked = open->by_when && !open->checks.empty() && open->checks != who;
  if (!checked)
    return Unsure{voice.say("line.joins_last_checks", "name"_is = who, "action"_is = open->id, "what"_is = open->what),
                  std::move(line)};
  return Unsure{voice.say("line.joins_last", "name"_is = who, "action"_is = open->id, "what"_is = open->what),
                line + open->checks, true};
}

std::optional<Unsure> for_next_time(const service::Table& table, const Spelling& how,
                                    const std::vector<std::string_view>& people, const std::string& teller,
                                    const std::string& line) {
  constexpr int kWeek = 7;
  constexpr std::size_t kFewest = 2;
  const bool tells = std::ranges::find(table.kinds, "fact", &service::SaidKind::key) != table.kinds.end();
  const auto length = begins_as(line.substr(0, line.find(':')), msg("line.next_time_words"));
  if (length == 0 || tells || !table.in_step || table.hidden || line.find_first_of(";?\n") != std::string::npos)
    return std::nullopt;
  // "volgende keer wil ze erbij zijn" is told.
  const auto behind = trimmed(std::string_view(line).substr(length));
  const bool for_it = is_said_as(words_in(line).front(), msg("line.next_time_for_words"));
  if (!behind.starts_with(':') && !for_it) return std::nullopt;
  auto words = words_in(behind_signs(behind));
  if (words.size() < kFewest) return std::nullopt;
  auto who = called_plainly(words.front(), people);
  if (!who.empty()) words.erase(words.begin());
  else who = teller;
  const auto what = joined_words(words, 0, words.size());
  if (who.empty() || words.size() < kFewest || may_tell_of_danger(line)) return std::nullopt;
  if (!day_alone(what, how.today).empty()) return std::nullopt;  // the day of it
  return Unsure{
      how.voice.say("line.for_next_time", "who"_is = who,
                    "day"_is = text::day_in_full(plus_days(how.today, kWeek), how.voice)),
      fmt::format("{} {}: {}; {}; ", name_of(Ask::action, how.voice), who, what, how.voice.say("line.in_a_week"))};
}

std::string with_next_meeting(const std::string& text, const text::Voice& voice) {
  constexpr std::size_t kFewest = 2, kMost = 5;
  const auto words = words_in(text);
  for (auto count = kMost; count >= kFewest; --count)
    if (words.size() > count &&
        is_said_as(joined_words(words, words.size() - count, words.size()), msg("line.by_next_time_words")))
      return joined_words(words, 0, words.size() - count) + ' ' + voice.say("line.in_a_week");
  return text;
}

std::optional<Unsure> hope_of_presenter(const service::Table& table, const text::Voice& voice, const std::string& by,
                                        const std::string& line) {
  if (!table.in_step || by.empty() || by != table.presenter || table.question.empty() || !table.hoped_for.empty())
    return std::nullopt;
  const auto* seat = seat_called(table, by);
  if (seat == nullptr || seat->asked || line.ends_with('?') || may_tell_of_danger(line)) return std::nullopt;
  const auto length = begins_as(line, msg("line.i_hope_words"));
  if (length == 0 || length >= line.size()) return std::nullopt;
  auto typed = fmt::format("{}: {}", name_of(Ask::hopes, voice), line);
  return Unsure{voice.say("line.word_meant", "line"_is = typed), std::move(typed), true};
}

std::string asked_who_tells(const service::Table& table, const std::string& line) {
  const auto* turn = table.turn();
  // Whose question is still open, and who is there to answer it, is no guess; else whoever alone was asked something.
  const auto owes = [](const service::Seat& seat) { return seat.asked && seat.answers && !seat.question.empty(); };
  const bool known =
      !table.hidden && !table.unnamed && !line.ends_with('?') && std::ranges::count_if(table.seats, owes) == 1;
  if (turn == nullptr || (known ? !turn->question.empty() : turn->asked)) return {};
  const auto who = known ? std::ranges::find_if(table.seats, owes)->name : only_answerer(table, line, false);
  const auto* seat = seat_called(table, who);
  const auto words = without_end_signs(words_in(line));
  if (seat == nullptr || !seat->answers || words.empty() || service::asks_among_questions(line)) return {};
  if (is_said_as(words.back(), msg("line.tag_words"))) return {};
  const bool tells = service::says_yes_or_no(line) || service::tells_among_questions(line) ||
                     begins_as(line, msg("line.not_known_words")) > 0;
  return tells ? who : std::string();
}

}  // namespace casus::desk
