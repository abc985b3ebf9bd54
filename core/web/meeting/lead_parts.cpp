// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/lead_parts.hpp"

#include "core/desk/meeting/leading.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/web/meeting/parts.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace casus::web {

using text::say;

namespace {

/// At the meeting, and not at the table of the case at hand for now.
bool is_away(const desk::Guided& now, const std::string& name) {
  return now.table && desk::away_as(*now.table, name) != nullptr;
}

/// What is left when the meeting would end now, as `einde` is asked about at a terminal: the cases that are not ready,
/// and danger that stands in none.
Html left_at_end(const Visit& visit, const desk::Guided& now) {
  std::string cases;
  for (const auto& item : now.room->items)
    if (!item.case_id.empty() && (item.state == ItemState::at_hand || item.state == ItemState::planned))
      cases += (cases.empty() ? "" : ", ") + item.case_id;
  Html left;
  const auto tells = [](const desk::AskedLine& one) { return one.report || one.danger; };
  if (!now.conceals() && std::ranges::any_of(now.asked, tells))
    left += told(Told::bad, say(visit.lang, "web.finish_danger"));
  if (!cases.empty()) left += told(Told::warning, say(visit.lang, "web.finish_open", "cases"_is = cases));
  return left;
}

}  // namespace

Html lead_form(const Visit& visit, std::string id, const Html& inside) {
  return table_form(visit, "/lead", std::move(id), inside);
}

Html the_agenda(const Visit& visit, const desk::Guided& now, const Fields* typed) {
  const auto lang = visit.lang;
  const auto& room = *now.room;
  auto all = agenda(now);
  if (room.at_hand() != nullptr) {
    Field because{"park-because", "because", say(lang, "web.park_because")};
    if (typed != nullptr && typed->get("do") == "park") because.value = typed->get("because");
    all +=
        el("div", {{"class", "row"}}, lead_form(visit, "ready", button(say(lang, "web.item_ready"), "do", "ready"))) +
        el("details", {{"id", "park"}},
           el("summary", say(lang, "web.park")) +
               lead_form(visit, "park-form",
                         input(because) + el("div", {{"class", "row"}}, button(say(lang, "web.park"), "do", "park"))));
    return all;
  }
  Html takes;
  bool first = true;
  for (const auto& item : room.items) {
    if (item.state != ItemState::planned && item.state != ItemState::parked) continue;
    const auto what = item.case_id.empty() ? item.what : item.case_id + " " + item.what;
    takes += lead_form(
        visit, "take-" + item.id,
        hidden("item", item.id) + button(say(lang, "web.take", "what"_is = what), "do", "take", first ? "first" : ""));
    first = false;
  }
  Html again;
  for (const auto& item : room.items) {
    if (item.state != ItemState::finished && item.state != ItemState::untouched) continue;
    const auto what = item.case_id.empty() ? item.what : item.case_id + " " + item.what;
    again += lead_form(visit, "again-" + item.id,
                       hidden("item", item.id) + button(say(lang, "web.take", "what"_is = what), "do", "take"));
  }
  if (!again.empty())
    again = el("details", {{"id", "again"}, {"data-once", true}},
               el("summary", say(lang, "web.take_again")) + el("div", {{"class", "row"}}, again));
  Field other{"other-case-id", "item", say(lang, "web.take_which")};
  other.required = true;
  if (typed != nullptr && typed->get("do") == "take") other.value = typed->get("item");
  return all + el("div", {{"class", "row"}}, takes) + again +
         el("details", {{"id", "other-case"}, {"data-once", true}},
            el("summary", say(lang, "web.take_other")) +
                lead_form(
                    visit, "other-case-form",
                    input(other) + el("div", {{"class", "row"}}, button(say(lang, "web.take_it"), "do", "take"))));
}

Html who_is_there(const Visit& visit, const desk::Guided& now, const std::vector<Device>& devices,
                  const std::vector<std::string>& expected) {
  const auto lang = visit.lang;
  const auto& room = *now.room;
  Html waiting;
  Html inside_already;
  int count = 0;
  for (const auto& device : devices) {
    if (device.meeting != room.meeting) continue;
    const bool waits = room.started && !desk::is_present(room, device.name);
    Html line = el("strong", device.name);
    if (waits)
      line += lead_form(
          visit, "in-" + device.handle,
          hidden("name", device.name) + button(say(lang, "web.let_in", "name"_is = device.name), "do", "arrive"));
    line += lead_form(visit, "out-" + device.handle,
                      hidden("device", device.handle) +
                          button(say(lang, "web.refuse_device", "name"_is = device.name), "do", "refuse", "plain"));
    (waits ? waiting : inside_already) += el("li", line);
    if (!waits) ++count;
  }
  Html all = el("h2", say(lang, "web.with_device"));
  if (waiting.empty() && inside_already.empty()) all += el("p", {{"class", "quiet"}}, say(lang, "web.no_devices"));
  // Who waits at the door is seen at once; who is inside is seldom put out, and a row each is a screen full on a phone.
  if (!waiting.empty()) all += el("ul", waiting);
  if (!inside_already.empty())
    all += el("details", {{"id", "devices"}},
              el("summary", say(lang, "web.devices_in", "count"_is = count)) + el("ul", inside_already));
  if (!room.started) return all;
  std::vector<std::string> absent;
  for (const auto& name : expected)
    if (!desk::is_present(room, name) || is_away(now, name)) absent.push_back(name);
  const auto choose = [&](const char* id, std::string words, const std::vector<std::string>& names, std::string what,
                          std::string button_words) {
    return lead_form(visit, std::string(id) + "-form",
                     el("div", {{"class", "row"}},
                        el("div", select({id, "name", std::move(words), {}, {}, true}, names_to_choose(names, lang))) +
                            button(std::move(button_words), "do", std::move(what))));
  };
  // Who sits at this table alone, and is not of the team, gets up from it the same way.
  auto leaving = room.present;
  for (const auto& seat : now.table ? now.table->seats : std::vector<service::Seat>()) {
    const bool of_team =
        std::ranges::any_of(expected, [&](const auto& one) { return desk::same_name(one, seat.name); });
    if (!of_team && !desk::is_present(room, seat.name)) leaving.push_back(seat.name);
  }
  auto inside = choose("leaves", say(lang, "web.who_leaves"), leaving, "leave", say(lang, "web.leaves")) +
                choose("chairs", say(lang, "web.who_chairs"), room.present, "chair", say(lang, "web.chairs"));
  if (!absent.empty())
    inside += choose("arrives", say(lang, "web.who_arrives"), absent, "arrive", say(lang, "web.arrives"));
  Field somebody{"comes-name", "name", say(lang, "web.who_comes"), {}, say(lang, "web.who_comes_hint")};
  somebody.required = true;
  inside += lead_form(visit, "comes-form",
                      input(somebody) + el("div", {{"class", "row"}}, button(say(lang, "web.arrives"), "do", "comes")));
  return all + el("details", {{"id", "coming"}}, el("summary", say(lang, "web.coming_and_going")) + inside) +
         el("details", {{"id", "ending"}},
            el("summary", say(lang, "web.finish")) + left_at_end(visit, now) + el("p", say(lang, "web.finish_sure")) +
                lead_form(visit, "finish", button(say(lang, "web.finish"), "do", "finish", "danger")));
}

Html other_meetings(const Visit& visit, const std::vector<std::string>& days) {
  Html all;
  // A page of its own comes, not pieces of it: what this one hears and keeps is of its day.
  for (const auto& day : days)
    all += form({"/lead", visit.form_token(), "turn-" + day},
                hidden("day", day) + button(name_of_meeting(day, visit.lang), "do", "turn"));
  if (days.empty()) return all;
  return el("details", {{"id", "other-meeting"}},
            el("summary", say(visit.lang, "web.other_meeting")) + el("div", {{"class", "row"}}, all));
}

}  // namespace casus::web
