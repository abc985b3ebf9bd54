// SPDX-License-Identifier: EUPL-1.2
#include "core/web/work/work_pages.hpp"

#include "core/desk/call.hpp"
#include "core/desk/case_line.hpp"
#include "core/desk/own_words.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/spoken.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/on_picture.hpp"
#include "core/web/work/reply_html.hpp"
#include "core/web/work/verb_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace casus::web {
namespace {

using text::say;

Html acts(const CaseTab& tab, const std::string& case_id, Lang lang) {
  Html all;
  for (const auto& group : acts_of(tab)) {
    Html list;
    for (const auto* entry : group.acts)
      list += el("li", link(place_of_verb(entry->path, case_id), desk::capital(std::string(entry->about.in(lang)))));
    if (!group.name.empty()) all += el("h3", group.name.in(lang));
    all += el("ul", {{"class", "acts"}}, list);
  }
  if (all.empty()) return {};
  return el("section", {{"class", "no-print"}}, el("h2", say(lang, "web.to_do")) + all);
}

/// The ways on of a refusal, as places to go.
Html ways_on(const desk::Reply& reply, Lang lang) {
  if (!reply.refusal) return {};
  Html list;
  for (const auto& remedy : reply.refusal->remedies)
    for (const auto& way : remedy.ways()) {
      const auto* entry = desk::entry_at(way.path);
      if (entry == nullptr) continue;
      std::string case_id;
      for (const auto& [name, value] : way.fields)
        if (name == "case") case_id = value.text();
      list += el("li", link(place_of_verb(way.path, case_id), desk::capital(std::string(entry->about.in(lang)))));
    }
  return list.empty() ? list : el("ul", {{"class", "acts"}}, list);
}

/// What somebody said here, each with a way to put it right.
Html own_words(const std::vector<desk::OwnWord>& words, const std::string& case_id, Lang lang) {
  Html list;
  for (const auto& one : words) {
    const auto to = [&](const char* verb) { return place_of_verb(verb, case_id) + "?ref=" + percent_encoded(one.id); };
    auto line = el("strong", one.kind) + text(": " + one.text + " ");
    if (one.hidden) line += el("span", {{"class", "quiet"}}, say(lang, "web.only_you")) + text(" ");
    list += el("li", line + link(to("case correct"), say(lang, "web.mend_ref", "ref"_is = one.id)) + text(" · ") +
                         link(to("case withdraw"), say(lang, "web.take_back_ref", "ref"_is = one.id)));
  }
  if (list.empty()) return list;
  return el("details", {{"id", "own-words"}, {"class", "no-print"}},
            el("summary", say(lang, "web.own_words")) + el("ul", {{"class", "said"}}, list));
}

/// What a page shows, or why it may not.
Html page_of(desk::Desk& desk, const desk::Reply& reply) {
  if (reply.status == desk::Status::done) return reply_html(reply, desk.lang());
  return reply_refused(reply, desk.voice()) + ways_on(reply, desk.lang());
}

}  // namespace

Response WorkPages::cases(Visit& visit) {
  house_.sit(visit);
  const auto lang = visit.lang;
  auto page = document_for(visit, say(lang, "web.cases"), "/cases");
  page.body =
      el("h1", page.title) + house_.told_once(visit) +
      el("p", link("/open", say(lang, "web.new_case")) + text(" · ") + link("/find", say(lang, "web.find_case")));
  const auto listing = desk::list_cases(house_.desk, {});
  if (!listing) {
    page.body += refusal_html(listing.error(), house_.desk.voice());
    return page_response(page, 403);
  }
  const std::array<std::string, 5> heads{say(lang, "web.case"), say(lang, "web.title"), say(lang, "web.standing"),
                                         say(lang, "web.look_back_on"), say(lang, "web.action_by")};
  Html rows;
  for (const auto& [line, withheld] : listing->rows) {
    const auto title = desk::on_screen(house_.desk, {line.title, withheld});
    const auto cell = [](const std::string& head, const Html& inside) {
      return el("td", {{"data-label", head}}, inside);
    };
    rows += el("tr", cell(heads[0], link(place_of(line.id), line.id)) + cell(heads[1], text(title)) +
                         cell(heads[2], text(desk::standing(house_.desk, line))) +
                         cell(heads[3], text(line.review_on ? to_string(*line.review_on) : "")) +
                         cell(heads[4], text(line.action_due ? to_string(*line.action_due) : "")));
  }
  if (rows.empty()) {
    page.body += el("p", say(lang, "web.no_cases"));
    return page_response(page);
  }
  Html top;
  for (const auto& head : heads) top += el("th", {{"scope", "col"}}, head);
  page.body += el("table", el("thead", el("tr", top)) + el("tbody", rows));
  return page_response(page);
}

Response WorkPages::a_case(Visit& visit, std::string_view rest) {
  house_.sit(visit);
  const auto slash = rest.find('/');
  const std::string case_id(rest.substr(0, slash));
  const auto place = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
  if (place == "files" || place.starts_with("files/"))
    return files(visit, case_id, std::string(place.substr(std::min<std::size_t>(place.size(), 6))));
  if (!place.starts_with("do/")) return shown(visit, case_id, place);
  const auto verb = verb_of_path(place.substr(3));
  return visit.posted() ? done(visit, verb, case_id) : ask_again(visit, verb, case_id, nullptr);
}

Response WorkPages::shown(Visit& visit, const std::string& case_id, std::string_view place) {
  const auto lang = visit.lang;
  const auto* tab = case_tab(place);
  if (tab == nullptr) return said_no(visit, 404, say(lang, "web.no_page"));
  desk::Wish wish{std::string(tab->page), {{"case", case_id}}};
  const auto* entry = desk::entry_at(tab->page);
  const bool takes_reason = entry != nullptr && desk::form_of(*entry, lang).field("because") != nullptr;
  if (takes_reason && visit.posted()) wish.given.push_back({"because", visit.fields.get("because")});
  const auto reply = desk::call(house_.desk, wish);
  const bool shows = reply.status == desk::Status::done;
  auto page = document_for(visit, fmt::format("{} · {}", case_id, name_of(*tab).in(lang)), "/cases");
  page.body = el("h1", page.title) + part("told", el("div", {{"role", "status"}}, house_.told_once(visit))) +
              tabs(case_id, place, lang);
  auto body = page_of(house_.desk, reply);
  if (!shows && takes_reason && reply.refusal) {
    Field why{"because", "because", say(lang, "web.why_look"), {}, say(lang, "web.why_look_hint"), true};
    body += form({place_of(case_id, place), visit.form_token(), "why-look"},
                 input(why) + el("div", {{"class", "row"}}, button(say(lang, "web.look"), {}, {}, "first")));
  }
  if (shows && !tab->picture.empty()) {
    auto drawn = wish;
    drawn.path = std::string(tab->picture);
    const auto picture = page_of(house_.desk, desk::call(house_.desk, drawn));
    if (place == "network") body = network_on_picture(house_, visit, case_id, picture) + part("in-words", body);
    else body = family_on_picture(house_, visit, case_id, picture) + body;
    page.draws = true;
  }
  page.body += body;
  if (shows && tab->place.empty()) page.body += own_words(desk::own_words_of(house_.desk, case_id), case_id, lang);
  if (shows) page.body += acts(*tab, case_id, lang);
  if (shows && tab->place.empty())
    page.body +=
        el("p", {{"class", "no-print"}}, link("/cards?case=" + percent_encoded(case_id), say(lang, "web.cards")));
  return page_response(page, http_status(reply.status));
}

Response WorkPages::all(Visit& visit) {
  house_.sit(visit);
  const auto lang = visit.lang;
  auto page = document_for(visit, say(lang, "web.all"), "/all");
  page.body = el("h1", page.title) + house_.told_once(visit) + el("p", say(lang, "web.all_about"));
  std::string noun;
  Html list;
  const auto flush = [&] {
    if (list.empty()) return;
    std::string about = noun;
    for (const auto& group : desk::all_groups())
      if (group.path == noun) about = desk::capital(group.about.in(lang));
    page.body += el("h2", about) + el("ul", {{"class", "acts"}}, list);
    list = {};
  };
  for (const auto& entry : desk::catalogue()) {
    const auto form = desk::form_of(entry, lang);
    if (form.here || form.field("case") != nullptr || desk::barred(house_.desk, form.access)) continue;
    const std::string its(entry.path.substr(0, entry.path.find(' ')));
    if (its != noun) flush();
    noun = its;
    list += el("li", link(place_of_verb(entry.path, {}), desk::capital(entry.about.in(lang))));
  }
  flush();
  return page_response(page);
}

Response WorkPages::a_verb(Visit& visit, std::string_view rest) {
  house_.sit(visit);
  const auto verb = verb_of_path(rest);
  return visit.posted() ? done(visit, verb, {}) : ask_again(visit, verb, {}, nullptr);
}

Response WorkPages::done(Visit& visit, const std::string& verb, const std::string& case_id) {
  const auto* entry = desk::entry_at(verb);
  if (entry == nullptr) return said_no(visit, 404, say(visit.lang, "web.no_page"));
  const auto form = desk::form_of(*entry, visit.lang);
  const auto reply = desk::call(house_.desk, {verb, given_in(form, visit.fields, case_id), visit.command()});
  if (reply.confirmation) return confirm(visit, verb, case_id, reply);
  if (reply.refusal && !case_id.empty() && (verb == "case correct" || verb == "case withdraw"))
    desk::refused_to_mend(house_.desk, case_id, visit.fields.get("ref"));
  if (reply.status != desk::Status::done || form.access.reads) return ask_again(visit, verb, case_id, &reply);
  house_.tell(visit, reply_html(reply, visit.lang));
  if (case_id.empty() && !reply.case_id.empty()) return see_other(place_of(reply.case_id));
  if (case_id.empty() && verb.starts_with("store ") && !desk::barred(house_.desk, desk::does(desk::Ground::store)))
    return see_other("/keep");
  if (case_id.empty()) return see_other(verb.starts_with("case ") ? "/cases" : "/all");
  return see_other(place_of(case_id, tab_of_verb(verb).place));
}

Response WorkPages::ask_again(Visit& visit, const std::string& verb, const std::string& case_id,
                              const desk::Reply* reply) {
  const auto lang = visit.lang;
  const auto* entry = desk::entry_at(verb);
  if (entry == nullptr) return said_no(visit, 404, say(lang, "web.no_page"));
  const auto form = desk::form_of(*entry, lang);
  auto page = document_for(visit, desk::capital(form.about), case_id.empty() ? "/all" : "/cases");
  page.body = el("h1", page.title);
  if (!case_id.empty())
    page.body +=
        el("p", link(place_of(case_id, tab_of_verb(verb).place), say(lang, "web.back_to", "case"_is = case_id)));
  page.body += el("p", {{"class", "quiet"}}, say(lang, "web.for_whom", "who"_is = form.who));
  desk::Reply first;
  const auto is_asked = [&](const desk::FormField& field) {
    return field.required && (case_id.empty() || field.name != "case");
  };
  if (reply == nullptr && form.access.reads && !form.here && std::ranges::none_of(form.fields, is_asked)) {
    desk::Wish wish{verb, {}};
    if (!case_id.empty()) wish.given.push_back({"case", case_id});
    first = desk::call(house_.desk, wish);
    reply = &first;
  }
  // Who changes the own words begins with what stands there; it stands in no address.
  auto given = visit.fields;
  if (verb == "case correct" && !case_id.empty() && !given.has("text"))
    for (const auto& one : desk::own_words_of(house_.desk, case_id))
      if (one.id == given.get("ref")) given.add("text", one.text);
  VerbForm how{place_of_verb(verb, case_id), visit.form_token(), &given};
  if (reply != nullptr) how.problems = reply->problems;
  std::optional<desk::KnownInCase> known;
  if (!case_id.empty()) {
    how.left_out = {"case"};
    if (auto found = desk::known_in_case(house_.desk, case_id)) known = std::move(*found);
    if (known) how.known = &*known;
  }
  Html shown;
  int status = 200;
  if (reply != nullptr) {
    shown = page_of(house_.desk, *reply);
    status = http_status(reply->status);
  }
  const bool result_first = reply != nullptr && reply->status != desk::Status::done;
  const auto asking =
      form.here ? el("p", say(lang, "web.needs_own_computer", "line"_is = form.example)) : verb_form(form, how, lang);
  page.body += result_first ? shown + asking : asking + shown;
  return page_response(page, status);
}

Response WorkPages::confirm(Visit& visit, const std::string& verb, const std::string& case_id,
                            const desk::Reply& reply) {
  const auto lang = visit.lang;
  const auto form = desk::form_of(*desk::entry_at(verb), lang);
  auto page = document_for(visit, desk::capital(form.about), "/cases");
  Html inside;
  for (const auto& one : given_in(form, visit.fields)) inside += hidden(one.name, one.value);
  auto flag = reply.confirmation->flag;
  flag.erase(0, flag.find_first_not_of('-'));
  inside += hidden(flag, "1") +
            el("div", {{"class", "row"}}, button(desk::capital(reply.confirmation->answer), {}, {}, "danger"));
  page.body = el("h1", page.title) + told(Told::warning, reply.confirmation->question) +
              web::form({place_of_verb(verb, case_id), visit.form_token(), "sure", false, visit.command()}, inside) +
              el("p", link(case_id.empty() ? "/all" : place_of(case_id), say(lang, "web.rather_not")));
  return page_response(page);
}

}  // namespace casus::web
