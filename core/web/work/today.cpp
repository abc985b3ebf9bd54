// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/today/today.hpp"

#include "core/desk/forms/form.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/search.hpp"
#include "core/desk/typed/spoken.hpp"
#include "core/text/day_words.hpp"
#include "core/web/sign_in/keeper_links.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/work_pages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

/// Where somebody of the team begins: today, and finding a case.
namespace casus::web {
namespace {

using desk::Today;
using text::Voice;

/// "2026-001 Moeder met twee kinderen", as a place to go.
Html case_link(const std::string& id, const std::string& title) {
  return link(place_of(id), title.empty() ? id : fmt::format("{} {}", id, title));
}

Html meeting(const Today& today, const Voice& voice) {
  if (today.closed)
    return told(Told::warning, voice.say("today.team_closed", "on"_is = text::day_in_words(*today.closed, voice)));
  if (today.outside) return told(Told::warning, voice.say("today.outside", "who"_is = today.who));
  auto all = el("h2", voice.say("today.meeting"));
  const auto go = [&](const char* to, std::string words) {
    return el("a", {{"class", "button"}, {"href", to}}, words);
  };
  if (today.ended)
    all += el("p", text(voice.say("web.meeting_ended") + " ") +
                       link(fmt::format("{}?date={}", place_of_verb("meeting minutes", {}), to_string(*today.ended)),
                            voice.say("web.read_minutes")));
  if (today.meeting) {
    const auto& then = *today.meeting;
    const auto what = voice.say("today.meeting_holds", "cases"_is = then.cases, "minutes"_is = then.minutes);
    const bool now = then.on == today.on;
    if (!now)
      all += el("p", voice.say("today.meeting_later", "day"_is = text::day_in_full(then.on, voice), "what"_is = what));
    else if (then.started) all += told(Told::good, voice.say("web.meeting_is_on", "chair"_is = then.chair));
    else all += el("p", voice.say("web.meeting_today", "chair"_is = then.chair, "what"_is = what));
    if (now)
      all += el("div", {{"class", "row no-print"}},
                go("/mine", voice.say("web.mine")) + go("/lead", voice.say("web.lead")) +
                    go("/screen", voice.say("web.screen")));
  } else {
    all += el("p", text(voice.say("web.no_meeting_planned") + " ") +
                       link(place_of_verb("meeting propose", {}), voice.say("web.propose_meeting")));
  }
  if (today.aside > 0)
    all += el("p", {{"class", "told warning"}}, link("/lead", voice.say("web.lines_aside", "count"_is = today.aside)));
  for (const auto day : today.never_ended)
    all += el("p", {{"class", "told warning"}},
              link(fmt::format("{}?date={}", place_of_verb("meeting finish", {}), to_string(day)),
                   voice.say("web.end_meeting_of", "day"_is = text::day_in_full(day, voice))));
  return el("section", all);
}

Html under_way(const Today& today, const Voice& voice) {
  Html all;
  for (const auto& one : today.under_way)
    all += el("p", {{"class", "told warning"}},
              text(desk::in_words(one, voice) + " ") + case_link(one.case_id, one.title));
  return all;
}

Html came_in(const Today& today, const Voice& voice) {
  Html list;
  for (const auto& one : today.came_in)
    list += el("li", (one.unseen ? el("strong", voice.say("web.unseen") + " ") : Html()) +
                         (one.danger ? el("strong", voice.say("today.came_in_danger") + " ") : Html()) +
                         text(fmt::format("{} {} ({}) ", one.who, one.what, text::day_in_words(one.on, voice))) +
                         case_link(one.case_id, one.title) +
                         (one.danger ? text(" · ") + link(place_of(one.case_id, "safety"), voice.say("web.to_safety"))
                                     : Html()));
  if (list.empty()) return list;
  return el("section", el("h2", voice.say("today.came_in")) + el("ul", list));
}

Html agreed(const Today& today, const Voice& voice, bool checks) {
  Html list;
  for (const auto& one : today.agreed) {
    if (one.checks != checks) continue;
    const auto when = desk::when_due(today, one.by_when, voice);
    const auto to = fmt::format("{}?action={}", place_of_verb("plan done", one.case_id), one.action);
    const auto what = desk::in_words(one, voice);
    list +=
        el("li", link(to, checks ? one.who + ": " + what : what) + text(" · ") +
                     (today.is_due(one) ? el("strong", when) : text(when)) + text(" · ") + case_link(one.case_id, {}));
  }
  if (list.empty()) return list;
  return el("section",
            el("h2", voice.say(checks ? text::msg("today.to_check") : text::msg("today.my_actions"))) + el("ul", list));
}

Html by_law(const Today& today, const Voice& voice) {
  Html list;
  for (const auto& one : today.by_law | std::views::take(Today::kCasesShown)) {
    const auto when = desk::when_due(today, one.day.on, voice);
    const auto to = one.day.request.empty()
                        ? place_of(one.case_id)
                        : fmt::format("{}?request={}", place_of_verb("case answer", one.case_id), one.day.request);
    list +=
        el("li", link(to, desk::in_words(one, voice)) + text(" · ") +
                     (today.is_due(one) ? el("strong", when) : text(when)) + text(" · ") + case_link(one.case_id, {}));
  }
  if (list.empty()) return list;
  return el("section", el("h2", voice.say("today.by_law")) + el("ul", list));
}

Html own_cases(const Today& today, const Voice& voice) {
  if ((today.closed || today.outside) && today.cases.empty()) return {};
  Html list;
  for (const auto& one : today.cases | std::views::take(Today::kCasesShown)) {
    auto line = case_link(one.id, one.title) + text(" · " + desk::standing(today, one, voice));
    if (one.owner && !one.place_asked && today.is_due(one))
      line += text(" · ") + link(place_of_verb("meeting ask", one.id), voice.say("web.ask_place", "case"_is = one.id));
    list += el("li", line);
  }
  return el(
      "section",
      el("h2", voice.say("today.my_cases")) + (list.empty() ? el("p", voice.say("web.no_cases")) : el("ul", list)) +
          (today.cases.size() > Today::kCasesShown
               ? el("p", text(voice.say("web.more_cases", "count"_is = today.cases.size() - Today::kCasesShown) + " ") +
                             link("/cases", voice.say("web.all_cases")))
               : Html()) +
          el("p", {{"class", "no-print"}},
             el("a", {{"class", "button"}, {"href", "/open"}}, voice.say("web.new_case"))));
}

Html find_form(const Visit& visit, const std::string& looked_for) {
  const Field field{
      "find-text", "text", text::say(visit.lang, "web.find"), looked_for, text::say(visit.lang, "web.find_hint"), true};
  return form({"/find", visit.form_token(), "find"},
              input(field) + el("div", {{"class", "row"}}, button(text::say(visit.lang, "web.find_it"))));
}

/// Why this seat may not ask for that page.
std::optional<Refusal> barred_from(desk::Desk& desk, std::string_view page) {
  return desk::barred(desk, desk::entry_at(page)->fresh()->access());
}

}  // namespace

Response WorkPages::today(Visit& visit) {
  house_.sit(visit);
  const auto voice = house_.desk.voice();
  auto page = document_for(visit, text::say(voice, "web.today"), "/today");
  if (const auto refusal = barred_from(house_.desk, "today")) {
    page.body = el("h1", page.title) + refusal_html(*refusal, voice);
    return page_response(page, 403);
  }
  const auto today = desk::today_of(house_.desk);
  page.body =
      el("h1", desk::capital(text::day_in_full(today.on, voice))) +
      el("p", {{"class", "quiet"}}, today.team.empty() ? today.who : today.who + ", " + today.team) +
      house_.told_once(visit) + keeper_links(visit, house_) + meeting(today, voice) + under_way(today, voice) +
      came_in(today, voice) + agreed(today, voice, false) + agreed(today, voice, true) + by_law(today, voice) +
      own_cases(today, voice) +
      el("section", {{"class", "no-print"}}, el("h2", text::say(voice, "web.find_case")) + find_form(visit, {}));
  return page_response(page);
}

Response WorkPages::find(Visit& visit) {
  house_.sit(visit);
  visit.again = Again::anew;
  const auto voice = house_.desk.voice();
  const auto& looked_for = visit.posted() ? visit.fields.get("text") : std::string();
  auto page = document_for(visit, text::say(voice, "web.find_case"), "/find");
  page.body = el("h1", page.title);
  if (const auto refusal = barred_from(house_.desk, "case find")) {
    page.body += refusal_html(*refusal, voice);
    return page_response(page, 403);
  }
  page.body += find_form(visit, looked_for);
  if (!visit.posted()) return page_response(page);
  Html list;
  const auto found = desk::find_cases(house_.desk, looked_for);
  for (const auto& one : found.first)
    list += el("li",
               case_link(one.case_id, one.title) +
                   (one.line == one.title
                        ? Html()
                        : single("br", {}) + text(fmt::format("{}: {}", voice.say(desk::in_words(one.in)), one.line))));
  page.body += el("div", {{"role", "status"}},
                  list.empty() ? el("p", voice.say("find.nothing", "text"_is = looked_for)) : el("ul", list));
  if (found.all > found.first.size())
    page.body += el("p", voice.say("find.more", "shown"_is = found.first.size(), "all"_is = found.all));
  return page_response(page);
}

}  // namespace casus::web
