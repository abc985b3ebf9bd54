// SPDX-License-Identifier: EUPL-1.2
#include "core/web/meeting/danger.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/meeting/leading.hpp"
#include "core/web/layout.hpp"
#include "core/web/meeting/parts.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/visit.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace casus::web {
namespace {

using text::say;

bool is_danger(const std::string& what) { return what == "concern" || what == "acute"; }

/// The cases of the agenda, as whoever looks may call them; nothing for a guest, who is here for one case alone.
std::vector<std::pair<std::string, std::string>> cases_of(const desk::Guided& now) {
  std::vector<std::pair<std::string, std::string>> cases;
  if (!now.room || now.guest) return cases;
  for (const auto& item : now.room->items) {
    const bool there = std::ranges::any_of(cases, [&](const auto& one) { return one.first == item.case_id; });
    if (!item.case_id.empty() && !there) cases.emplace_back(item.case_id, item.case_id + ' ' + item.what);
  }
  return cases;
}

Html both_buttons(const Visit& visit) {
  return el("div", {{"class", "row"}},
            button(say(visit.lang, "web.concern"), "do", "concern") +
                button(say(visit.lang, "web.acute"), "do", "acute", "danger"));
}

}  // namespace

Html danger_form(const Visit& visit, const desk::Guided& now, const std::string& to, const Fields* typed) {
  const auto lang = visit.lang;
  Field words{"danger-text", "text", say(lang, "web.danger_what"), {}, say(lang, "web.danger_hint")};
  words.required = true;
  words.draft = at_hand(now) + " danger";
  if (typed != nullptr) words.value = typed->get("text");
  auto cases = now.table ? std::vector<std::pair<std::string, std::string>>() : cases_of(now);
  Html which;
  if (!cases.empty()) {
    cases.insert(cases.begin(), {"", say(lang, "web.danger_case_unknown")});
    which = select(
        {"danger-case", "case", say(lang, "web.danger_case"), typed == nullptr ? std::string() : typed->get("case")},
        cases);
  }
  return el("details", {{"id", "danger"}, {"open", typed != nullptr}, {"data-once", true}},
            el("summary", say(lang, "web.danger")) +
                table_form(visit, to, "danger-form", text_area(words) + which + both_buttons(visit)));
}

Html which_case(const Visit& visit, const desk::Guided& now, const std::string& to, const std::string& line,
                const std::string& id) {
  auto cases = cases_of(now);
  if (cases.empty()) return {};
  cases.insert(cases.begin(), {"", say(visit.lang, "web.choose")});
  Field which{id + "-case", "case", say(visit.lang, "web.danger_case")};
  which.required = true;
  return table_form(visit, to, id + "-which", hidden("waits", line) + select(which, cases) + both_buttons(visit));
}

Html worry_form(const Visit& visit, const desk::Guided& now, const std::string& to) {
  if (!now.worry || !now.table || now.messages.empty() || now.table->stage.safety == Safety::acute) return {};
  const auto& worry = *now.worry;
  // Who leads writes for others too, and may not be alone at this page.
  if (to == "/lead" && (worry.hidden || now.conceals())) return {};
  const bool own = worry.by.empty() || desk::same_name(worry.by, visit.device->name);
  if (worry.hidden && !own) return {};  // a report would say what they wrote for nobody to see, and whose it is
  const auto words = own ? worry.words : worry.by + ": " + worry.words;
  Html asks;
  if (worry.hidden) asks = told(Told::warning, say(visit.lang, "web.worry_unseen"));
  if (worry.unnamed) asks += told(Told::warning, say(visit.lang, "web.worry_unnamed"));
  auto buttons = button(say(visit.lang, "web.concern"), "do", "concern");
  if (worry.danger) buttons += button(say(visit.lang, "web.acute"), "do", "acute", "danger");
  return asks + table_form(visit, to, "worry", hidden("text", words) + el("div", {{"class", "row"}}, buttons));
}

Html danger_told(desk::Desk& desk, const desk::Guided& now, const Visit& visit, const std::string& of) {
  Html list;
  if (now.table)
    for (const auto& one : desk::reported_danger(desk, *now.table))
      if (of.empty() || desk::same_name(one.who, of))
        list += el("li", say(visit.lang, "web.danger_told_is", "name"_is = one.who, "what"_is = one.what));
  return list.empty() ? list : el("ul", {{"class", "said"}, {"id", "danger-told"}}, list);
}

Html own_reports(const Visit& visit, const desk::Guided& now) {
  Html all;
  for (const auto& one : now.asked) {
    if (!one.report || !desk::same_name(one.by, visit.device->name)) continue;
    const auto id = "told-" + digest_of(one.line).substr(0, 8);
    const auto asked = which_case(visit, now, "/mine", one.line, id);
    all += told(Told::warning, say(visit.lang, "web.danger_told_waits", "line"_is = one.line)) +
           (asked.empty() ? el("p", say(visit.lang, "web.danger_chair_places")) : asked);
  }
  return all.empty() ? all : el("h2", say(visit.lang, "web.danger_told")) + all;
}

bool tells_danger(const Fields* typed) { return typed != nullptr && is_danger(typed->get("do")); }

bool names_its_case(const Visit& visit) {
  return is_danger(visit.fields.get("do")) && (!visit.fields.get("case").empty() || visit.fields.has("waits"));
}

bool is_of_case_at_hand(const Visit& visit, const std::string& from) {
  const auto& what = visit.fields.get("do");
  if (names_its_case(visit) || what == "noted back") return false;
  return from == "/mine" || is_about_case(what) || is_danger(what);
}

bool do_danger(const Visit& visit, desk::GuidedMeeting& guided, const desk::GuidedMeeting::Sent& sent,
               const std::string& own) {
  const auto& what = visit.fields.get("do");
  if (!is_danger(what)) return false;
  auto waits = visit.fields.get("waits");
  const auto& words = visit.fields.get("text");
  auto danger = what == "acute" ? CommandBody(RaiseAcute{words}) : CommandBody(RaiseConcern{words});
  if (waits.empty() && visit.fields.get("case").empty()) {
    guided.take(desk::GiveCommand{sent.by, std::move(danger)}, sent);
    return true;
  }
  const auto theirs = [&](const desk::AskedLine& one) {
    return one.report && one.line == waits && (own.empty() || desk::same_name(one.by, own));
  };
  // That of another is no more to be seen than one that is gone.
  if (!waits.empty() && std::ranges::none_of(guided.now().asked, theirs)) waits = "-";
  guided.report(visit.fields.get("case"), waits, std::move(danger), sent);
  return true;
}

}  // namespace casus::web
