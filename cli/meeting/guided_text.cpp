// SPDX-License-Identifier: EUPL-1.2
#include "cli/face.hpp"
#include "cli/meeting/guided_view.hpp"
#include "core/desk/typed/spoken.hpp"
#include "core/text/label.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

/// What a guided meeting says in words: lines for a page, for a window and for a terminal that only writes lines.
namespace casus::cli {

using service::Countdown;

std::string clock_text(std::chrono::seconds time) {
  const auto seconds = std::abs(time.count());
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string time_left(const Countdown& clock, const text::Voice& voice) {
  switch (clock.pace) {
    case Countdown::Pace::untimed: return {};
    case Countdown::Pace::stale: return text::say(voice, "guided.began_earlier_clock");
    case Countdown::Pace::running:
      return text::say(voice, "guided.left", "left"_is = clock_text(clock.left),
                       "count"_is = desk::minutes(static_cast<double>(clock.planned.count()) / 60, voice));
    case Countdown::Pace::nearly: return text::say(voice, "guided.left_round_off", "left"_is = clock_text(clock.left));
    case Countdown::Pace::over:
      return text::say(voice, "guided.over_time_round_off", "left"_is = clock_text(clock.left));
  }
  return {};
}

std::string whose_turn(const service::Table& table, const text::Voice& voice) {
  std::string out;
  if (const auto* turn = table.turn()) {
    out = text::say(voice, "guided.s_turn", "turn"_is = turn->name);
    if (const auto* next = table.next_turn()) out += text::say(voice, "guided.then_s", "next"_is = next->name);
  } else {
    std::string names;
    for (const auto& seat : table.seats)
      if (seat.speaks) names += (names.empty() ? "" : ", ") + seat.name;
    if (!names.empty()) out = text::say(voice, "guided.has_floor", "names"_is = names);
  }
  std::string answers;
  for (const auto& seat : table.seats)
    if (seat.answers && !seat.speaks) answers += (answers.empty() ? "" : ", ") + seat.name;
  if (!answers.empty()) out += text::say(voice, "guided.may_answer", "answers"_is = answers);
  if (out.empty()) return desk::capital(table.floor) + '.';
  return out + '.';
}

std::vector<std::string> standing_lines(const service::Table& table, const text::Voice& voice) {
  if (table.stage.life != Life::intake) return {desk::capital(table.standing) + '.'};
  std::vector<std::string> lines{text::say(voice, "guided.review_has_begun_yet")};
  for (const auto& one : table.missing)
    lines.push_back("- " + one.text.in(voice) + (one.hard ? "" : text::say(voice, "guided.reason")));
  if (table.missing.empty()) lines.push_back(text::say(voice, "guided.begin_next"));
  return lines;
}

std::vector<std::string> step_lines(const service::Table& table, const text::Voice& voice) {
  std::vector<std::string> lines;
  if (table.private_time) return {text::say(voice, "guided.private_time_circle_nothing_recorded")};
  lines.push_back(fmt::format("{}: {}", table.case_id, table.title));
  if (!table.question.empty()) lines.push_back(text::say(voice, "guided.question", "question"_is = table.question));
  if (!table.hoped_for.empty()) lines.push_back(text::say(voice, "guided.hopes", "hoped_for"_is = table.hoped_for));
  lines.push_back(text::say(voice, "guided.safety", "safety"_is = table.safety));
  lines.push_back(text::say(voice, "guided.method", "method"_is = table.method));
  if (!table.in_step) {
    for (auto& line : standing_lines(table, voice)) lines.push_back(std::move(line));
    return lines;
  }
  lines.emplace_back();
  lines.push_back(fmt::format("{} {}/{}: {}", desk::capital(table.phase), table.number, table.of, table.step));
  if (const auto time = time_left(table.time, voice); !time.empty())
    lines.push_back(text::say(voice, "guided.time", "time"_is = time));
  for (auto& line : service::course_lines(table, voice)) lines.push_back(std::move(line));
  lines.push_back(whose_turn(table, voice));
  lines.push_back(text::say(voice, "guided.speaks", "floor"_is = table.floor));
  for (const auto& prompt : table.prompts) lines.push_back("  > " + prompt);
  if (!table.menu.empty()) lines.push_back(text::say(voice, "guided.menu", "who"_is = table.who_choose));
  for (const auto& line : service::menu_lines(table, voice)) lines.push_back("  " + line);
  std::string kinds;
  for (const auto& kind : table.kinds) kinds += (kinds.empty() ? "" : ", ") + service::kind_at_table(kind, voice);
  if (!kinds.empty()) lines.push_back(text::say(voice, "guided.fits_here", "kinds"_is = kinds));
  if (table.advice_locked) lines.push_back(text::say(voice, "guided.advice_yet_guise_question_either"));
  if (!table.records.empty()) lines.push_back(text::say(voice, "guided.write_down", "records"_is = table.records));
  for (const auto& one : table.missing)
    lines.push_back(text::say(voice, "guided.still_needed", "missing"_is = one.text.in(voice),
                              "else_reason"_is = one.hard ? "" : text::say(voice, "guided.go_reason")));
  return lines;
}

std::vector<std::string> said_lines(const service::Table& table, const text::Voice& voice) {
  std::vector<std::string> lines;
  for (const auto& line : table.said) {
    if (!line.step.empty()) lines.push_back(line.step);
    lines.push_back(
        fmt::format("  {}{}, {}: {}", line.id.empty() ? "" : line.id + " ", line.who, line.kind, line.text));
    for (const auto& one : line.noticed)
      lines.push_back(text::say(voice, "guided.note", "remark"_is = one.message.in(voice)));
  }
  if (table.hidden_count > 0)
    lines.push_back(text::say(voice, "guided.hidden_until_step_over", "hidden_count"_is = table.hidden_count));
  if (lines.empty()) lines.push_back(text::say(voice, "guided.nothing_has_been_said_yet"));
  return lines;
}

std::vector<std::string> people_lines(const service::Table& table, const text::Voice& voice) {
  std::vector<std::string> lines;
  for (const auto& seat : table.seats) {
    auto line = fmt::format("{} ({})", seat.name, seat.roles);
    if (seat.has_turn) line += text::say(voice, "guided.has_turn");
    else if (seat.is_next) line += text::say(voice, "guided.next");
    if (seat.passed) line += text::say(voice, "guided.passed_step");
    if (seat.said > 0) line += text::say(voice, "guided.spoke_time_s_step", "said"_is = seat.said);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> agenda_lines(const service::Room& room, const text::Voice& voice) {
  std::vector<std::string> lines;
  int number = 0;
  for (const auto& item : room.items) {
    auto line = fmt::format("{:2}. {}{}", ++number, item.case_id.empty() ? "" : item.case_id + " ", item.what);
    if (item.state == ItemState::at_hand)
      line += text::say(voice, "guided.now", "time"_is = time_left(item.time, voice));
    else if (item.state == ItemState::planned)
      line += item.round.empty() ? text::say(voice, "guided.min", "minutes"_is = item.minutes, "why"_is = item.why)
                                 : text::say(voice, "guided.min_in_round", "minutes"_is = item.minutes);
    else line += fmt::format(", {}", label(item.state, voice));
    if (!item.because.empty() && item.state == ItemState::parked) line += ": " + item.because;
    lines.push_back(std::move(line));
  }
  if (lines.empty()) lines.push_back(text::say(voice, "guided.agenda_empty"));
  return lines;
}

std::vector<std::string> page_lines(const Guided& shown) {
  if (!shown.page) return {};
  switch (shown.page->what) {
    case Ask::agenda: return shown.room ? agenda_lines(*shown.room, shown.voice) : shown.page->lines;
    case Ask::said: return shown.table ? said_lines(*shown.table, shown.voice) : shown.page->lines;
    case Ask::people: return shown.table ? people_lines(*shown.table, shown.voice) : shown.page->lines;
    case Ask::step: return shown.table ? step_lines(*shown.table, shown.voice) : shown.page->lines;
    default: return shown.page->lines;
  }
}

}  // namespace casus::cli
