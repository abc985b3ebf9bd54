// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/meeting_pages.hpp"

#include "core/desk/meeting/leading.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/qr.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/secrets.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::web {

using text::say;

namespace {

/// How long what a meeting came to is read after its end, before its phones are put out.
constexpr std::chrono::minutes kGoodbye{10};

/// Another text when the table is at something else.
std::string step_of(const desk::Guided& now) {
  if (!now.table) return "-";
  const auto& t = *now.table;
  return fmt::format("{} {} {} {}", t.case_id, t.phase, t.number, t.step);
}

}  // namespace

std::string MeetingPages::day_for(const Visit& visit) {
  if (visit.device && !visit.device->meeting.empty()) return visit.device->meeting;
  auto day = desk::day_meant(house_.desk);
  if (!visit.device) return day;
  if (const auto turned = turned_.find(visit.device->digest); turned != turned_.end()) {
    const auto other = desk::meeting_now(house_.desk, turned->second);
    if (other && (!other->finished_at || house_.desk.now() <= *other->finished_at + kGoodbye)) return turned->second;
    turned_.erase(turned);
  }
  const auto meant = day.empty() ? std::nullopt : desk::meeting_now(house_.desk, day);
  if (meant && (meant->running || day == to_string(house_.desk.today()))) return day;
  // What is left of the meeting that just ended is read where it was led, as long as on the phones: the next one is not
  // begun in its place.
  const auto over = desk::meeting_over(house_.desk);
  return over && house_.desk.now() <= *over->finished_at + kGoodbye ? over->day : day;
}

std::string MeetingPages::pulse(const std::string& day) {
  return fmt::format("{}_{}_{}", day, desk::meeting_pulse(house_.desk, day), house_.joins);
}

void MeetingPages::publish(const std::string& day) {
  if (!date_from(day)) return;  // a training has a stream of its own
  auto now = pulse(day);
  auto& before = told_[day];
  if (before == now) return;
  before = now;
  if (house_.streams != nullptr) house_.streams->tell("meeting " + day, event_of(now));
}

void MeetingPages::tick(bool something_new) {
  if (something_new && house_.streams != nullptr && house_.streams->listeners() > 0)
    for (const auto& [day, before] : std::map(told_)) publish(day);
  const auto clock = std::chrono::steady_clock::now();
  if (clock < next_goodbyes_) return;
  next_goodbyes_ = clock + std::chrono::seconds(1);
  const auto now = house_.desk.now();
  std::vector<std::string> over;
  for (const auto& device : house_.devices.all(now)) {
    if (!date_from(device.meeting) || std::ranges::find(over, device.meeting) != over.end()) continue;
    const auto meeting = desk::meeting_now(house_.desk, device.meeting);
    if (meeting && meeting->finished_at && *meeting->finished_at + kGoodbye < now) over.push_back(device.meeting);
  }
  for (const auto& day : over) house_.devices.end_meeting(day);
}

void MeetingPages::forget(const Device& device) {
  std::erase_if(sittings_, [&](const auto& one) { return one.first.starts_with(device.digest); });
  turned_.erase(device.digest);
  if (house_.streams != nullptr) house_.streams->end(device.handle);
}

desk::GuidedMeeting* MeetingPages::sit(Visit& visit, Place place, Response& why_not) {
  if (!visit.device) {
    why_not = visit.live ? plain(403, {}) : see_other("/join");
    return nullptr;
  }
  house_.sit(visit, place == Place::wall);
  const auto day = day_for(visit);
  const auto meeting = desk::meeting_now(house_.desk, day);
  if (!meeting) {
    why_not = no_meeting(visit);
    return nullptr;
  }
  auto& sitting = sittings_[visit.device->digest + (place == Place::wall ? " wall" : " own")];
  if (sitting.guided && sitting.day == day && sitting.lang == visit.lang) {
    if (!visit.posted() && !sitting.told_in.empty() && sitting.told_in != step_of(sitting.guided->now())) {
      sitting.guided->quiet();
      sitting.told_in.clear();
    }
    return sitting.guided.get();
  }
  sitting = {day, visit.lang,
             std::make_unique<desk::GuidedMeeting>(
                 house_.desk,
                 // Who came by the code of a meeting is at that one.
                 desk::GuidedMeeting::Place{
                     desk::MeetingChoice{{day, meeting->running}, !visit.device->meeting.empty(), {}}, {}, {}})};
  if (const auto refusal = sitting.guided->open()) {
    sittings_.erase(visit.device->digest + (place == Place::wall ? " wall" : " own"));
    auto document = document_for(visit, say(visit.lang, "web.not_now"), visit.request.path);
    document.body = el("h1", document.title) + refusal_html(*refusal, house_.desk.voice());
    why_not = page_response(document, 403);
    return nullptr;
  }
  sitting.guided->quiet();
  return sitting.guided.get();
}

Response MeetingPages::turn(Visit& visit) {
  const auto before = day_for(visit);
  const auto& day = visit.fields.get("day");
  const auto others = desk::other_meetings(house_.desk, before);
  if (!visit.device->meeting.empty() || std::ranges::find(others, day) == others.end()) return see_other("/lead");
  // What waits for an answer of who leads lies with its case or with the meeting that is left.
  const auto& here = sittings_[visit.device->digest + " own"].guided;
  if (here && here->now().room && !desk::may_not_lead(*here->now().room, house_.desk.seat())) here->leave();
  turn_to(visit, day, before);
  return see_other("/lead");
}

void MeetingPages::turn_to(const Visit& visit, const std::string& day, const std::string& before) {
  turned_[visit.device->digest] = day;
  // A screen on the wall that this device keeps goes along.
  ++house_.joins;
  publish(before);
}

void MeetingPages::keep_told(const Visit& visit, const desk::Guided& now) {
  sittings_[visit.device->digest + " own"].told_in = step_of(now);
}

Response MeetingPages::no_meeting(Visit& visit) {
  auto page = document_for(visit, say(visit.lang, "web.no_meeting"), visit.request.path);
  const bool at_work = visit.device && visit.device->meeting.empty();
  const auto held = at_work ? desk::meeting_over(house_.desk) : std::nullopt;
  Html ended;
  if (held) ended = el("p", text(say(visit.lang, "web.meeting_ended") + " ") + minutes_link(held->day, visit.lang));
  page.body = el("h1", page.title) + ended + el("p", say(visit.lang, "web.no_meeting_do")) +
              (at_work ? el("p", link("/do/meeting/propose", say(visit.lang, "web.propose_meeting"))) : Html()) +
              el("p", el("a", {{"href", "/sheet/monday"}}, say(visit.lang, "sheet.link_monday")));
  return page_response(page, 404);
}

Response MeetingPages::page(const Visit& visit, const desk::Guided& now, Html body, std::string here, int status) {
  const auto day = now.room ? now.room->meeting : std::string();
  auto document = document_for(visit, name_of_meeting(day, visit.lang), std::move(here));
  document.wide = document.renews = document.here == "/screen";
  // Without a script nothing comes by itself, and a browser that loads a page again sends its last form again.
  if (!now.over && !document.renews)
    document.body = el("noscript", el("p", text(say(visit.lang, "web.no_script") + " ") +
                                               link(document.here, say(visit.lang, "web.look_again"))));
  document.body += body;
  document.version = pulse(day);
  document.live = "/live?of=" + day;
  // Of one person: whoever signs in next at this browser has other words.
  const auto whose = visit.device ? digest_of(visit.device->name).substr(0, 8) : std::string();
  document.keep = now.over ? std::string() : day + " " + whose;
  told_.try_emplace(day, document.version);
  return page_response(document, status);
}

Response MeetingPages::live(Visit& visit) {
  const auto day = day_for(visit);
  if (!visit.device || !desk::meeting_now(house_.desk, day)) return plain(403, {});
  publish(day);  // who listens already may not have heard of this yet
  return news(visit, "meeting " + day, told_[day]);
}

Response MeetingPages::screen(Visit& visit) {
  Response why_not;
  auto* guided = sit(visit, Place::wall, why_not);
  if (guided == nullptr) return why_not;
  const auto& now = guided->now();
  auto response = page(visit, now, draw_screen(visit, now), "/screen", 200);
  return response;
}

Html MeetingPages::draw_screen(const Visit& visit, const desk::Guided& now) {
  const auto lang = visit.lang;
  const auto& room = *now.room;
  if (now.over) return over(visit, now, true);
  Html main;
  if (now.table) main = part("case", case_head(now)) + part("step", step(now) + way_on(now));
  else
    main = part("case", el("h1", room.team.empty() ? say(lang, "web.meeting") : room.team) +
                            (room.started ? no_table(now) : el("p", say(lang, "web.not_begun")))) +
           part("step", Html());
  main += part("said", said(now, HowMuch::step));
  Html join;
  // There is one code, and it is of the meeting that is meant: a screen that was turned to another does not make it
  // void.
  if (room.meeting == desk::day_meant(house_.desk)) {
    const auto& code = house_.devices.code_of(room.meeting);
    const auto address = house_.origin + "/join";
    join = el("section", {{"class", "no-print"}},  // on paper it would let in whoever finds it
              el("h2", say(lang, "web.join_in")) +
                  el("div", {{"class", "join"}},
                     qr_picture(address + "?code=" + code, say(lang, "web.qr")) +
                         el("p", text(address) + single("br", {}) + text(say(lang, "web.code") + " ") +
                                     el("span", {{"class", "code"}}, code))));
  }
  // Who comes late reads the code from their chair: it stands above what is as long as the day.
  auto side = part("people", people(now)) + part("join", join) + part("agenda", agenda(now)) +
              part("devices", devices_here(visit, now));
  return el("div", {{"class", "columns"}}, el("div", main) + el("div", side));
}

/// Who came in with a device of their own, for all to see.
Html MeetingPages::devices_here(const Visit& visit, const desk::Guided& now) {
  Html list;
  for (const auto& device : house_.devices.all(visit.now))
    if (device.meeting == now.room->meeting) list += el("li", device.name);
  if (list.empty()) return {};
  return el("h2", say(visit.lang, "web.with_device")) + el("ul", {{"class", "people"}}, list);
}

}  // namespace casus::web
