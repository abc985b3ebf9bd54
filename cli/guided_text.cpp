// SPDX-License-Identifier: EUPL-1.2
#include "cli/face.hpp"
#include "cli/guided_view.hpp"
#include "core/desk/spoken.hpp"

/// What a guided meeting says in words: lines for a page, for a window and for a terminal that only writes lines.
namespace casus::cli {

using service::Countdown;

std::string clock_text(std::chrono::seconds time) {
  const auto seconds = std::abs(time.count());
  return fmt::format("{}:{:02}", seconds / 60, seconds % 60);
}

std::string time_left(const Countdown& clock, Lang lang) {
  switch (clock.pace) {
    case Countdown::Pace::untimed: return {};
    case Countdown::Pace::stale: return said(lang, {"begon eerder; de klok staat stil", "began earlier; no clock"});
    case Countdown::Pace::running:
      return said(lang, {"nog {} van {}", "{} left of {}"}, clock_text(clock.left),
                  desk::minutes(static_cast<double>(clock.planned.count()) / 60, lang));
    case Countdown::Pace::nearly: return said(lang, {"nog {}: rond af", "{} left: round off"}, clock_text(clock.left));
    case Countdown::Pace::over:
      return said(lang, {"{} over de tijd: rond af", "{} over time: round off"}, clock_text(clock.left));
  }
  return {};
}

std::string whose_turn(const service::Table& table, Lang lang) {
  std::string out;
  if (const auto* turn = table.turn()) {
    out = said(lang, {"{} is aan de beurt", "It is {}'s turn"}, turn->name);
    if (const auto* next = table.next_turn()) out += said(lang, {", daarna {}", ", then {}'s"}, next->name);
  } else {
    std::string names;
    for (const auto& seat : table.seats)
      if (seat.speaks) names += (names.empty() ? "" : ", ") + seat.name;
    if (!names.empty()) out = said(lang, {"Aan het woord: {}", "Has the floor: {}"}, names);
  }
  std::string answers;
  for (const auto& seat : table.seats)
    if (seat.answers && !seat.speaks) answers += (answers.empty() ? "" : ", ") + seat.name;
  if (!answers.empty()) out += said(lang, {"; {} mag antwoorden", "; {} may answer"}, answers);
  if (out.empty()) return desk::capital(table.floor) + '.';
  return out + '.';
}

std::vector<std::string> standing_lines(const service::Table& table, Lang lang) {
  if (table.stage.life != Life::intake) return {desk::capital(table.standing) + '.'};
  std::vector<std::string> lines{said(lang, {"De bespreking is nog niet begonnen.", "The review has not begun yet."})};
  for (const auto& one : table.missing)
    lines.push_back("- " + one.text.in(lang) +
                    (one.hard ? "" : said(lang, {" (of met een reden)", " (or with a reason)"})));
  if (table.missing.empty()) lines.push_back(said(lang, {"Begin met: verder", "Begin with: next"}));
  return lines;
}

std::vector<std::string> step_lines(const service::Table& table, Lang lang) {
  std::vector<std::string> lines;
  if (table.private_time)
    return {said(lang, {"Besloten tijd van de kring. Er wordt niets vastgelegd.",
                        "Private time of the circle. Nothing is recorded."})};
  lines.push_back(fmt::format("{}: {}", table.case_id, table.title));
  if (!table.question.empty()) lines.push_back(said(lang, {"Vraag: {}", "Question: {}"}, table.question));
  if (!table.hoped_for.empty()) lines.push_back(said(lang, {"Hoopt op: {}", "Hopes for: {}"}, table.hoped_for));
  lines.push_back(said(lang, {"Veiligheid: {}", "Safety: {}"}, table.safety));
  lines.push_back(said(lang, {"Methode: {}", "Method: {}"}, table.method));
  if (!table.in_step) {
    for (auto& line : standing_lines(table, lang)) lines.push_back(std::move(line));
    return lines;
  }
  lines.emplace_back();
  lines.push_back(fmt::format("{} {}/{}: {}", desk::capital(table.phase), table.number, table.of, table.step));
  if (const auto time = time_left(table.time, lang); !time.empty())
    lines.push_back(said(lang, {"Tijd: {}", "Time: {}"}, time));
  lines.push_back(whose_turn(table, lang));
  lines.push_back(said(lang, {"Wie praat: {}", "Who speaks: {}"}, table.floor));
  for (const auto& prompt : table.prompts) lines.push_back("  > " + prompt);
  std::string kinds;
  for (const auto& kind : table.kinds) kinds += (kinds.empty() ? "" : ", ") + kind.name;
  if (!kinds.empty()) lines.push_back(said(lang, {"Past hier: {}", "Fits here: {}"}, kinds));
  if (table.advice_locked)
    lines.push_back(said(lang, {"Nog geen advies, ook niet als vraag verpakt.",
                                "No advice yet, not in the guise of a question either."}));
  if (!table.records.empty()) lines.push_back(said(lang, {"Vastleggen: {}", "Write down: {}"}, table.records));
  for (const auto& one : table.missing)
    lines.push_back(said(lang, {"Nog nodig: {}{}", "Still needed: {}{}"}, one.text.in(lang),
                         one.hard ? "" : said(lang, {" (of met een reden verder)", " (or go on with a reason)"})));
  return lines;
}

std::vector<std::string> said_lines(const service::Table& table, Lang lang) {
  std::vector<std::string> lines;
  for (const auto& line : table.said) {
    if (!line.step.empty()) lines.push_back(line.step);
    lines.push_back(
        fmt::format("  {}{}, {}: {}", line.id.empty() ? "" : line.id + " ", line.who, line.kind, line.text));
    for (const auto& one : line.noticed)
      lines.push_back(said(lang, {"    let op: {}", "    note: {}"}, one.message.in(lang)));
  }
  if (table.hidden_count > 0)
    lines.push_back(said(lang, {"  verborgen tot deze stap klaar is: {}", "  hidden until this step is over: {}"},
                         table.hidden_count));
  if (lines.empty()) lines.push_back(said(lang, {"Er is nog niets gezegd.", "Nothing has been said yet."}));
  return lines;
}

std::vector<std::string> people_lines(const service::Table& table, Lang lang) {
  std::vector<std::string> lines;
  for (const auto& seat : table.seats) {
    auto line = fmt::format("{} ({})", seat.name, seat.roles);
    if (seat.has_turn) line += said(lang, {": aan de beurt", ": has the turn"});
    else if (seat.is_next) line += said(lang, {": hierna", ": next"});
    if (seat.passed) line += said(lang, {", paste in deze stap", ", passed in this step"});
    if (seat.said > 0)
      line += said(lang, {", zei in deze stap {} keer iets", ", spoke {} time(s) in this step"}, seat.said);
    lines.push_back(std::move(line));
  }
  return lines;
}

std::vector<std::string> agenda_lines(const service::Room& room, Lang lang) {
  std::vector<std::string> lines;
  int number = 0;
  for (const auto& item : room.items) {
    auto line = fmt::format("{:2}. {}{}", ++number, item.case_id.empty() ? "" : item.case_id + " ", item.what);
    if (item.state == ItemState::at_hand)
      line += said(lang, {", nu bezig: {}", ", now: {}"}, time_left(item.time, lang));
    else if (item.state == ItemState::planned)
      line += said(lang, {", {} min ({})", ", {} min ({})"}, item.minutes, item.why);
    else line += fmt::format(", {}", label(item.state, lang));
    if (!item.because.empty() && item.state == ItemState::parked) line += ": " + item.because;
    lines.push_back(std::move(line));
  }
  if (lines.empty()) lines.push_back(said(lang, {"De agenda is leeg.", "The agenda is empty."}));
  return lines;
}

std::vector<std::string> page_lines(const Guided& shown) {
  if (!shown.page) return {};
  switch (shown.page->what) {
    case Ask::agenda: return shown.room ? agenda_lines(*shown.room, shown.lang) : shown.page->lines;
    case Ask::said: return shown.table ? said_lines(*shown.table, shown.lang) : shown.page->lines;
    case Ask::people: return shown.table ? people_lines(*shown.table, shown.lang) : shown.page->lines;
    case Ask::step: return shown.table ? step_lines(*shown.table, shown.lang) : shown.page->lines;
    default: return shown.page->lines;
  }
}

}  // namespace casus::cli
