// SPDX-License-Identifier: EUPL-1.2
#include "core/report/agenda_text.hpp"

#include "core/base/json/json_fields.hpp"
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/report/meeting_words.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace casus::report {

namespace {

std::string titled(const AgendaLine& line, const Titles& titles, const text::Voice& voice) {
  const auto found = titles.find(line.case_id);
  if (line.case_id.empty()) return capital(item_name(line, voice));
  return fmt::format("{} {}", line.case_id,
                     found == titles.end() || found->second.empty() ? text::say(voice, "text.erased") : found->second);
}

std::string sign_of(const AgendaItem& item) {
  switch (item.state) {
    case ItemState::planned: return " ";
    case ItemState::at_hand: return ">";
    case ItemState::parked: return "=";
    case ItemState::finished: return "x";
    case ItemState::untouched: return "=";
    case ItemState::dropped: return "-";
  }
  return " ";
}

/// "inbrenger Noor, gespreksleider Daan".
std::string who_of(const AgendaItem& item, const Meeting& meeting, const text::Voice& voice) {
  const auto& presenter = item.presenter.empty() ? item.line.presenter : item.presenter;
  const auto& chair = item.chair.empty() ? item.line.chair : item.chair;
  std::string out;
  if (!presenter.empty()) out = fmt::format("{} {}", text::say(voice, "agenda.presenter"), presenter);
  if (std::ranges::find(meeting.away, presenter) != meeting.away.end())
    out += fmt::format(" ({})", text::say(voice, "agenda.away"));
  if (!chair.empty() && chair != meeting.chair)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", text::say(voice, "agenda.chair"), chair);
  return out;
}

/// Why it is there, what became of it and how long it took: a line each.
std::vector<std::string> about(const AgendaItem& item, const Meeting& meeting, Time now, const text::Voice& voice) {
  const auto spent = static_cast<double>(item.spent(now).count()) / 60.0;
  std::vector<std::string> lines;
  auto why = capital(why_in_words(item.line, voice));
  const auto who = who_of(item, meeting, voice);
  if (!who.empty()) why += "; " + who;
  if (item.line.why != Why::standard) lines.push_back(std::move(why));
  if (item.state == ItemState::parked || item.state == ItemState::dropped)
    lines.push_back(fmt::format("{}{}", label(item.state, voice), item.because.empty() ? "" : ": " + item.because));
  if (!item.sittings.empty())
    lines.push_back(text::say(voice, "agenda.took", "spent"_is = spent_minutes(spent, voice)));
  return lines;
}

std::string item_lines(const AgendaItem& item, const Meeting& meeting, const Titles& titles, Time now,
                       const text::Voice& voice) {
  auto time = fmt::format("{:>3} min", item.line.minutes);
  auto out =
      page::paragraph(fmt::format("{} {:<4}{}  ", sign_of(item), item.line.id, time), titled(item.line, titles, voice));
  const std::string indent(15, ' ');
  for (const auto& line : about(item, meeting, now, voice)) out += page::paragraph(indent, line);
  return out;
}

/// Cases that are one line of the agenda.
struct QuickRound {
  int cases = 0;
  int minutes = 0;
};

/// The quick round that begins with this item, if it does.
std::optional<QuickRound> round_before(const Meeting& meeting, const AgendaItem& item) {
  if (item.round.empty()) return std::nullopt;
  QuickRound round;
  for (const auto& one : meeting.items) {
    if (one.round != item.round || one.state == ItemState::dropped) continue;
    if (round.cases == 0 && &one != &item) return std::nullopt;
    ++round.cases;
    round.minutes += one.line.minutes;
  }
  return round.cases < 2 ? std::nullopt : std::optional(round);
}

std::string in_words(const QuickRound& round, const text::Voice& voice) {
  return text::msg("agenda.quick_round", "count"_is = round.cases).in(voice);
}

/// What fell off for one reason, no more than fits on a screen.
std::vector<const AgendaLine*> first_off(const std::vector<AgendaLine>& lines, Off off) {
  constexpr std::size_t kMost = 12;
  std::vector<const AgendaLine*> first;
  for (const auto& line : lines)
    if (line.off == off && first.size() < kMost) first.push_back(&line);
  return first;
}

/// A line for each of the first, and how many there are more.
std::string left_off(const std::vector<AgendaLine>& lines, Off off, const Titles& titles, const text::Voice& voice) {
  const auto first = first_off(lines, off);
  if (first.empty()) return {};
  const auto count = static_cast<std::size_t>(std::ranges::count(lines, off, &AgendaLine::off));
  const auto why = off == Off::no_time ? text::msg("agenda.off_no_time", "count"_is = count)
                                       : text::msg("agenda.off_presenter_away", "count"_is = count);
  auto out = page::paragraph("  ", why.in(voice));
  for (const auto* line : first) {
    const auto with = off == Off::presenter_away ? line->presenter : minutes(line->minutes, voice);
    out += fmt::format("    {}\n", page::clipped(fmt::format("{} ({})", titled(*line, titles, voice), with), 74));
  }
  if (count > first.size())
    out += page::paragraph("    ", text::msg("agenda.off_more", "count"_is = count - first.size()).in(voice));
  return out;
}

nlohmann::json titled_json(nlohmann::json line, const Titles& titles) {
  const auto id = line.value("case", std::string());
  if (const auto found = titles.find(id); found != titles.end()) line["title"] = found->second;
  return line;
}

}  // namespace

MeetingState meeting_state(const Meeting& meeting) {
  if (!meeting.exists()) return MeetingState::proposed;
  if (meeting.finished_at) return MeetingState::finished;
  return meeting.started_at ? MeetingState::running : MeetingState::planned;
}

namespace {

std::vector<std::pair<std::string, std::string>> facts_of(const Meeting& meeting, const text::Voice& voice) {
  return {{text::say(voice, "agenda.state"), label(meeting_state(meeting), voice)},
          {text::say(voice, "agenda.time"),
           text::say(voice, "agenda.minutes_planned", "planned_minutes"_is = meeting.planned_minutes(),
                     "minutes"_is = meeting.minutes)},
          {text::say(voice, "agenda.chair"), meeting.chair},
          {text::say(voice, "agenda.note_taker"), meeting.note_taker},
          {text::say(voice, "agenda.present"), joined({meeting.present.begin(), meeting.present.end()})},
          {text::say(voice, "agenda.away"), joined({meeting.away.begin(), meeting.away.end()})}};
}

bool has_no_case(const Meeting& meeting) {
  return meeting_state(meeting) != MeetingState::finished &&
         std::ranges::all_of(meeting.items, [](const auto& item) { return item.line.case_id.empty(); });
}

/// A place is asked for before an agenda is kept; from then on a case is put on it.
std::string way_on_to_a_case(const Meeting& meeting, const text::Voice& voice) {
  if (meeting.exists())
    return text::say(voice, "agenda.cases_yet_add",
                     "add"_is = way("meeting agenda add", "case"_is = gap("gap.case"), "minutes"_is = gap("gap.number"),
                                    "date"_is = meeting.id));
  return text::say(voice, "agenda.cases_yet_ask_place_case",
                   "ask"_is = way("meeting ask", "case"_is = gap("gap.case"), "question"_is = gap()));
}

/// Words that lie with the meeting until somebody puts them in a case: that they do, never what they say. Empty for
/// none.
std::string in_no_case(const Meeting& meeting, const text::Voice& voice) {
  if (meeting.aside.empty()) return {};
  std::string lines;
  for (const auto& one : meeting.aside) lines += (lines.empty() ? "" : ", ") + one.kept.id;
  return text::say(voice, "agenda.in_no_case", "count"_is = meeting.aside.size(), "lines"_is = lines,
                   "run"_is = way("meeting run"),
                   "taken"_is = way("meeting taken-up", "date"_is = meeting.id,
                                    "line"_is = meeting.aside.front().kept.id, "into"_is = gap("gap.case")));
}

}  // namespace

std::vector<const AgendaLine*> lines_on_paper(const Meeting& meeting) {
  std::vector<const AgendaLine*> lines;
  for (const auto& item : meeting.items) lines.push_back(&item.line);
  for (const auto off : {Off::no_time, Off::presenter_away})
    std::ranges::copy(first_off(meeting.left_off, off), std::back_inserter(lines));
  return lines;
}

std::string agenda_text(const Meeting& meeting, const Titles& titles, Time now, const text::Voice& voice) {
  std::string out = page::heading(text::say(voice, "agenda.meeting", "on"_is = day(meeting.on(), voice)));
  for (const auto& [name, value] : facts_of(meeting, voice)) out += page::field(name, value);
  out += '\n';
  for (const auto& item : meeting.items) {
    if (const auto round = round_before(meeting, item))
      out += page::paragraph(fmt::format("      {:>3} min  ", round->minutes), in_words(*round, voice));
    out += item_lines(item, meeting, titles, now, voice);
  }
  if (has_no_case(meeting)) out += page::paragraph("  ", way_on_to_a_case(meeting, voice));
  if (const auto waits = in_no_case(meeting, voice); !waits.empty()) out += '\n' + page::paragraph("  ", waits);
  if (!meeting.left_off.empty()) {
    out += page::heading(text::say(voice, "agenda.fell_off"));
    for (const auto off : {Off::no_time, Off::presenter_away}) out += left_off(meeting.left_off, off, titles, voice);
  }
  return out;
}

page::Page agenda_page(const Meeting& meeting, const Titles& titles, Time now, const text::Voice& voice) {
  page::Page page;
  page.title = text::say(voice, "agenda.meeting", "on"_is = day(meeting.on(), voice));
  page.section(page.title);
  for (const auto& [name, value] : facts_of(meeting, voice)) page.fact(capital(name), value);
  for (const auto& item : meeting.items) {
    if (const auto round = round_before(meeting, item))
      page.bullet(fmt::format("{} ({})", in_words(*round, voice), minutes(round->minutes, voice)));
    const bool now_here = item.state == ItemState::at_hand;
    page.bullet(fmt::format("{}: {} ({}{})", item.line.id, titled(item.line, titles, voice),
                            minutes(item.line.minutes, voice),
                            now_here || item.state == ItemState::finished ? ", " + label(item.state, voice) : ""));
    for (const auto& line : about(item, meeting, now, voice)) page.detail(line);
  }
  if (has_no_case(meeting)) page.paragraph(way_on_to_a_case(meeting, voice));
  if (auto waits = in_no_case(meeting, voice); !waits.empty()) page.paragraph(std::move(waits));
  if (meeting.left_off.empty()) return page;
  page.section(text::say(voice, "agenda.fell_off"));
  for (const auto off : {Off::no_time, Off::presenter_away})
    if (auto text = left_off(meeting.left_off, off, titles, voice); !text.empty()) page.as_set(std::move(text));
  return page;
}

namespace {

/// Each place of the rota, in words.
std::vector<std::pair<std::string, std::string>> turns_of(const std::vector<RotaPlace>& rota,
                                                          const text::Voice& voice) {
  std::vector<std::pair<std::string, std::string>> lines;
  bool first = true;
  for (const auto& place : rota) {
    auto line = place.turns == 0 ? text::say(voice, "agenda.never_chaired")
                                 : text::say(voice, "agenda.chaired_times", "turns"_is = place.turns);
    if (place.last) line += text::say(voice, "agenda.last", "last"_is = day(*place.last, voice));
    if (place.away) line = text::say(voice, "agenda.away");
    else if (std::exchange(first, false)) line = text::say(voice, "agenda.next") + line;
    lines.emplace_back(place.name, std::move(line));
  }
  return lines;
}

}  // namespace

std::string rota_text(const std::vector<RotaPlace>& rota, const text::Voice& voice) {
  if (rota.empty()) return {};
  auto out = page::heading(text::say(voice, "agenda.chairs"));
  for (const auto& [name, line] : turns_of(rota, voice)) out += page::field(name, line);
  return out;
}

void add_rota(page::Page& page, const std::vector<RotaPlace>& rota, const text::Voice& voice) {
  if (rota.empty()) return;
  page.section(text::say(voice, "agenda.chairs"));
  for (const auto& [name, line] : turns_of(rota, voice)) page.fact(name, line);
}

nlohmann::json meeting_json(const Meeting& meeting, const Titles& titles, Time now, const text::Voice& voice) {
  auto items = nlohmann::json::array();
  for (const auto& item : meeting.items) {
    auto line = titled_json(fields::write(item.line), titles);
    line["state"] = key(item.state);
    line["reason"] = why_in_words(item.line, voice);
    line["spent_seconds"] = item.spent(now).count();
    if (!item.chair.empty()) line["chair"] = item.chair;
    if (!item.presenter.empty()) line["presenter"] = item.presenter;
    if (!item.because.empty()) line["state_because"] = item.because;
    if (!item.round.empty()) line["round"] = item.round;
    items.push_back(std::move(line));
  }
  auto off = nlohmann::json::array();
  for (const auto& left : meeting.left_off) {
    auto line = titled_json(fields::write(left), titles);
    line["reason"] = why_in_words(left, voice);
    line["off_reason"] = off_in_words(left, voice);
    off.push_back(std::move(line));
  }
  return {{"meeting", meeting.id},
          {"version", meeting.version},
          {"state", key(meeting_state(meeting))},
          {"minutes", meeting.minutes},
          {"planned_minutes", meeting.planned_minutes()},
          {"chair", meeting.chair},
          {"chair_now", meeting.chair_now()},
          {"note_taker", meeting.note_taker},
          {"present", meeting.present},
          {"away", meeting.away},
          {"items", std::move(items)},
          {"left_off", std::move(off)},
          {"signals", meeting.signals},
          {"learning", meeting.learning},
          {"started_at", fields::write(meeting.started_at)},
          {"finished_at", fields::write(meeting.finished_at)}};
}

}  // namespace casus::report
