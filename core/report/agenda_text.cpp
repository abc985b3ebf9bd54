// SPDX-License-Identifier: EUPL-1.2
#include "core/report/agenda_text.hpp"

#include "core/base/json_fields.hpp"
#include "core/page/layout.hpp"
#include "core/report/meeting_words.hpp"
#include "core/report/naming.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace casus::report {

namespace {

std::string titled(const AgendaLine& line, const Titles& titles, Lang lang) {
  const auto found = titles.find(line.case_id);
  if (line.case_id.empty()) return capital(item_name(line, lang));
  return fmt::format("{} {}", line.case_id,
                     found == titles.end() || found->second.empty() ? pick(lang, "(gewist)", "(erased)")
                                                                    : std::string_view(found->second));
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
std::string who_of(const AgendaItem& item, const Meeting& meeting, Lang lang) {
  const auto& presenter = item.presenter.empty() ? item.line.presenter : item.presenter;
  const auto& chair = item.chair.empty() ? item.line.chair : item.chair;
  std::string out;
  if (!presenter.empty()) out = fmt::format("{} {}", pick(lang, "inbrenger", "presenter"), presenter);
  if (std::ranges::find(meeting.away, presenter) != meeting.away.end())
    out += fmt::format(" ({})", pick(lang, "afwezig", "away"));
  if (!chair.empty() && chair != meeting.chair)
    out += fmt::format("{}{} {}", out.empty() ? "" : ", ", pick(lang, "gespreksleider", "chair"), chair);
  return out;
}

std::string item_lines(const AgendaItem& item, const Meeting& meeting, const Titles& titles, Time now, Lang lang) {
  const auto spent = static_cast<double>(item.spent(now).count()) / 60.0;
  auto time = fmt::format("{:>3} min", item.line.minutes);
  auto out =
      page::paragraph(fmt::format("{} {:<4}{}  ", sign_of(item), item.line.id, time), titled(item.line, titles, lang));
  const std::string indent(15, ' ');
  auto why = capital(why_in_words(item.line, lang));
  const auto who = who_of(item, meeting, lang);
  if (!who.empty()) why += "; " + who;
  if (item.line.why != Why::standard) out += page::paragraph(indent, why);
  if (item.state == ItemState::parked || item.state == ItemState::dropped)
    out += page::paragraph(
        indent, fmt::format("{}{}", label(item.state, lang), item.because.empty() ? "" : ": " + item.because));
  if (!item.sittings.empty())
    out += page::paragraph(indent, fmt::format(fmt::runtime(pick(lang, "duurde {}", "took {}")), minutes(spent, lang)));
  return out;
}

/// What fell off for one reason: a line for each, and of many no more than fit on a screen.
std::string left_off(const std::vector<AgendaLine>& lines, Off off, const Titles& titles, Lang lang) {
  constexpr std::size_t kMost = 12;
  std::string rows;
  std::size_t count = 0;
  for (const auto& line : lines) {
    if (line.off != off || ++count > kMost) continue;
    const auto with = off == Off::presenter_away ? line.presenter : minutes(line.minutes, lang);
    rows += fmt::format("    {}\n", page::clipped(fmt::format("{} ({})", titled(line, titles, lang), with), 74));
  }
  if (count == 0) return {};
  const auto why = off == Off::no_time ? text::msg("agenda.off_no_time", "count"_is = count)
                                       : text::msg("agenda.off_presenter_away", "count"_is = count);
  auto out = page::paragraph("  ", why.in(lang)) + rows;
  if (count > kMost) out += page::paragraph("    ", text::msg("agenda.off_more", "count"_is = count - kMost).in(lang));
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

std::string agenda_text(const Meeting& meeting, const Titles& titles, Time now, Lang lang) {
  const auto say = [&](std::string_view nl, std::string_view en, const auto&... args) {
    return fmt::format(fmt::runtime(pick(lang, nl, en)), args...);
  };
  std::string out = page::heading(say("Overleg {}", "Meeting {}", day(meeting.on(), lang)));
  out += page::field(say("stand", "state"), label(meeting_state(meeting), lang));
  out += page::field(say("tijd", "time"), say("{} van {} minuten gepland", "{} of {} minutes planned",
                                              meeting.planned_minutes(), meeting.minutes));
  out += page::field(say("gespreksleider", "chair"), meeting.chair);
  out += page::field(say("verslaglegger", "note-taker"), meeting.note_taker);
  out += page::field(say("aanwezig", "present"), joined({meeting.present.begin(), meeting.present.end()}));
  out += page::field(say("afwezig", "away"), joined({meeting.away.begin(), meeting.away.end()}));
  out += '\n';
  for (const auto& item : meeting.items) out += item_lines(item, meeting, titles, now, lang);
  const bool cases = std::ranges::any_of(meeting.items, [](const auto& item) { return !item.line.case_id.empty(); });
  if (!cases && meeting_state(meeting) != MeetingState::finished)
    out += page::paragraph("  ", say("Nog geen casussen. Vraag een plek met: casus meeting ask CASUS 'je vraag'.",
                                     "No cases yet. Ask for a place with: casus meeting ask CASE 'your question'."));
  if (!meeting.left_off.empty()) {
    out += page::heading(say("Viel eraf", "Fell off"));
    for (const auto off : {Off::no_time, Off::presenter_away}) out += left_off(meeting.left_off, off, titles, lang);
  }
  return out;
}

std::string rota_text(const std::vector<RotaPlace>& rota, Lang lang) {
  const auto say = [&](std::string_view nl, std::string_view en, const auto&... args) {
    return fmt::format(fmt::runtime(pick(lang, nl, en)), args...);
  };
  if (rota.empty()) return {};
  auto out = page::heading(say("Wie zit voor", "Who chairs"));
  bool first = true;
  for (const auto& place : rota) {
    auto line = say("zat {} keer voor", "chaired {} times", place.turns);
    if (place.last) line += say(", het laatst op {}", ", last on {}", day(*place.last, lang));
    if (place.away) line = say("afwezig", "away");
    else if (std::exchange(first, false)) line = say("aan de beurt: ", "next: ") + line;
    out += page::field(place.name, line);
  }
  return out;
}

nlohmann::json meeting_json(const Meeting& meeting, const Titles& titles, Time now, Lang lang) {
  auto items = nlohmann::json::array();
  for (const auto& item : meeting.items) {
    auto line = titled_json(fields::write(item.line), titles);
    line["state"] = key(item.state);
    line["reason"] = why_in_words(item.line, lang);
    line["spent_seconds"] = item.spent(now).count();
    if (!item.chair.empty()) line["chair"] = item.chair;
    if (!item.presenter.empty()) line["presenter"] = item.presenter;
    if (!item.because.empty()) line["state_because"] = item.because;
    items.push_back(std::move(line));
  }
  auto off = nlohmann::json::array();
  for (const auto& left : meeting.left_off) {
    auto line = titled_json(fields::write(left), titles);
    line["reason"] = why_in_words(left, lang);
    line["off_reason"] = off_in_words(left, lang);
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
