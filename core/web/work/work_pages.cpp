// SPDX-License-Identifier: EUPL-1.2
#include "core/web/work/work_pages.hpp"

#include "core/base/text.hpp"
#include "core/desk/call.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/case_line.hpp"
#include "core/desk/typed/spoken.hpp"
#include "core/desk/typed/standing_records.hpp"
#include "core/page/page.hpp"
#include "core/web/keep/keep_pages.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/on_picture.hpp"
#include "core/web/work/reply_html.hpp"
#include "core/web/work/verb_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace casus::web {
namespace {

using text::say;

constexpr int kCasesOnPage = 50;

/// For whom a form is, as pages let them in: who looks after the store comes by a link to some of what they may type.
std::string who_comes_here(const desk::EntryForm& form, Lang lang) {
  const bool of_team = form.access.ground == desk::Ground::house && !is_of_keeper(form.path);
  return of_team ? desk::in_words(desk::Ground::team).in(lang) : form.who;
}

/// A whole number that was typed in an address; 0 for what is none.
int from_text(std::string_view typed) {
  int number = 0;
  const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  return error == std::errc() && end == typed.data() + typed.size() ? number : 0;
}

/// Which of the cases stand here, and the way to those before and after them; nothing when that is all.
Html turning(int from, int shown, bool more, Lang lang) {
  if (from == 0 && !more) return {};
  Html all;
  if (shown > 0) all += text(say(lang, "web.cases_shown", "first"_is = from + 1, "last"_is = from + shown) + " ");
  const auto place = [](int first) { return first > 0 ? fmt::format("/cases?from={}", first) : std::string("/cases"); };
  const auto to = [&](int first, const char* rel, const std::string& words) {
    return el("a", {{"class", "button"}, {"href", place(first)}, {"rel", rel}}, words);
  };
  if (from > 0) all += to(std::max(0, from - kCasesOnPage), "prev", say(lang, "web.cases_before"));
  if (more) all += to(from + kCasesOnPage, "next", say(lang, "web.cases_after"));
  return el("nav", {{"class", "row no-print"}, {"aria-label", say(lang, "web.cases")}}, all);
}

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

/// Other words, and why, are what is asked first where something is put right.
bool puts_right(std::string_view verb) {
  return verb == "case correct" || verb == "case withdraw" || verb == "case restore";
}

/// Chosen by its words and by another number at once, nobody knows which of the two is meant.
bool means_two(const desk::EntryForm& form, const Fields& fields) {
  const auto* ref = form.field("ref");
  if (ref == nullptr || ref->many) return false;
  std::vector<std::string> all;
  for (const auto& one : fields.all("ref"))
    if (const auto typed = trimmed(one); !typed.empty()) all.emplace_back(typed);
  return std::ranges::any_of(all, [&](const std::string& one) { return one != all.front(); });
}

/// What a page shows, or why it may not. `verb`: whose form stands there too.
Html page_of(desk::Desk& desk, const desk::Reply& reply, std::string_view verb = {}) {
  if (reply.status == desk::Status::done) return reply_html(reply, desk.lang()) + ways_on(reply.ways, desk.voice());
  return reply_refused(reply, desk.voice()) + (reply.refusal ? ways_on(*reply.refusal, verb, desk.voice()) : Html());
}

/// What a refusal misses is done elsewhere, in the order that leads on; not by doing the same once more.
Html ways_to_missing(desk::Desk& desk, const Refusal& refusal, const std::string& case_id, std::string_view verb) {
  if (refusal.missing.empty() || case_id.empty()) return {};
  auto ways = desk::call(desk, {"case why", {{"case", case_id}}}).ways;
  std::erase_if(ways, [&](const text::Way& way) { return way.path == verb; });
  return ways_on(ways, desk.voice());
}

/// What the case is called, for who may know that or was let in to its dossier.
Html title_of(desk::Desk& desk, const desk::Reply& shown, const CaseTab& tab, const std::string& case_id) {
  auto title = desk::title_in_list(desk, case_id).text;
  if (title.empty() && tab.place == "dossier" && shown.page() != nullptr) title = shown.page()->title;
  return title.empty() ? Html() : el("p", {{"class", "title"}}, title);
}

}  // namespace

Response WorkPages::cases(Visit& visit) {
  house_.sit(visit);
  const auto lang = visit.lang;
  auto page = document_for(visit, say(lang, "web.cases"), "/cases");
  page.body =
      el("h1", page.title) + house_.told_once(visit) +
      el("p", link("/open", say(lang, "web.new_case")) + text(" · ") + link("/find", say(lang, "web.find_case")));
  store::IndexQuery query{.limit = kCasesOnPage + 1, .offset = std::max(0, from_text(visit.fields.get("from")))};
  auto listing = desk::list_cases(house_.desk, query);
  if (!listing) {
    page.body += refusal_html(listing.error(), house_.desk.voice());
    return page_response(page, 403);
  }
  const bool more = std::ssize(listing->rows) > kCasesOnPage;
  if (more) listing->rows.pop_back();
  const std::array<std::string, 6> heads{say(lang, "web.case"),      say(lang, "web.title"),
                                         say(lang, "web.standing"),  say(lang, "web.look_back_on"),
                                         say(lang, "web.action_by"), say(lang, "show.column_terms")};
  Html rows;
  for (const auto& [line, withheld, locked] : listing->rows) {
    const auto title = desk::on_screen(house_.desk, {line.title, withheld, locked});
    const auto action = desk::action_day(line);
    const auto written = [&](Date day) { return desk::day(day, lang); };
    const auto cell = [](const std::string& head, const Html& inside) {
      return el("td", {{"data-label", head}}, inside);
    };
    rows += el("tr", cell(heads[0], link(place_of(line.id), line.id)) + cell(heads[1], text(title)) +
                         cell(heads[2], text(desk::standing(house_.desk, line))) +
                         cell(heads[3], text(line.review_on ? desk::day(*line.review_on, lang) : "")) +
                         cell(heads[4], text(action ? desk::day(*action, lang) : "")) +
                         cell(heads[5], text(desk::in_words(desk::legal_days(house_.desk, line), written))));
  }
  if (rows.empty()) {
    page.body += el("p", say(lang, query.offset > 0 ? text::msg("web.no_more_cases") : text::msg("web.no_cases"))) +
                 turning(query.offset, 0, false, lang);
    return page_response(page);
  }
  Html top;
  for (const auto& head : heads) top += el("th", {{"scope", "col"}}, head);
  page.body += el("table", el("thead", el("tr", top)) + el("tbody", rows)) +
               turning(query.offset, static_cast<int>(listing->rows.size()), more, lang);
  return page_response(page);
}

Response WorkPages::a_case(Visit& visit, std::string_view rest) {
  house_.sit(visit);
  const auto slash = rest.find('/');
  const std::string case_id(rest.substr(0, slash));
  const auto place = slash == std::string_view::npos ? std::string_view() : rest.substr(slash + 1);
  if (auto unknown = no_such_case(visit, house_.desk, case_id)) return std::move(*unknown);
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
  visit.again = Again::anew;
  desk::Wish wish{std::string(tab->page), {{"case", case_id}}};
  const auto* entry = desk::entry_at(tab->page);
  const bool takes_reason = entry != nullptr && desk::form_of(*entry, house_.desk.voice()).field("because") != nullptr;
  house_.desk.at_form(wish.path);
  if (takes_reason && visit.posted()) wish.given.push_back({"because", visit.fields.get("because")});
  const auto reply = desk::call(house_.desk, wish);
  const bool shows = reply.status == desk::Status::done;
  auto page = document_for(visit, fmt::format("{} · {}", case_id, name_of(*tab).in(lang)), "/cases");
  page.body = el("h1", page.title) + (shows ? title_of(house_.desk, reply, *tab, case_id) : Html()) +
              part("told", el("div", {{"role", "status"}}, house_.told_once(visit))) + tabs(case_id, place, lang);
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
  std::vector<std::pair<std::string_view, Html>> groups;  // in the order of help
  for (const auto& entry : desk::catalogue()) {
    const auto noun = entry.path.substr(0, entry.path.find(' '));
    const auto form = desk::form_of(entry, house_.desk.voice());
    // What is no verb of a noun ("today") has a place of its own at the top of each page.
    if (noun == entry.path || form.here || form.field("case") != nullptr || desk::barred(house_.desk, form.access))
      continue;
    auto group = std::ranges::find(groups, noun, &std::pair<std::string_view, Html>::first);
    if (group == groups.end()) group = groups.insert(group, {noun, Html()});
    group->second += el("li", link(place_of_verb(entry.path, {}), desk::capital(entry.about.in(lang))));
  }
  for (const auto& [noun, list] : groups) {
    const auto about = std::ranges::find(desk::all_groups(), noun, &desk::Group::path);
    if (about != desk::all_groups().end()) page.body += el("h2", desk::capital(about->about.in(lang)));
    page.body += el("ul", {{"class", "acts"}}, list);
  }
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
  house_.desk.at_form(verb);
  const auto form = desk::form_of(*entry, house_.desk.voice());
  visit.again = form.access.reads ? Again::anew : Again::typed;
  if (means_two(form, visit.fields)) {
    desk::Reply unsure;
    const auto words = say(visit.lang, "web.mend_one_of_two");
    unsure.status = desk::Status::usage;
    unsure.error(words, desk::Tone::bad);
    unsure.problems.push_back({"ref", words});
    return ask_again(visit, verb, case_id, &unsure);
  }
  const auto reply = desk::call(house_.desk, {verb, given_in(form, visit.fields, case_id), visit.command()});
  if (reply.confirmation) return confirm(visit, verb, case_id, reply);
  if (reply.status != desk::Status::done || form.access.reads) return ask_again(visit, verb, case_id, &reply);
  house_.tell(visit, reply_html(reply, visit.lang) + ways_on(reply.ways, house_.desk.voice()));
  if (case_id.empty() && !reply.case_id.empty()) return see_other(place_of(reply.case_id));
  const bool of_store = verb.starts_with("store ") && !desk::barred(house_.desk, desk::does(desk::Ground::store));
  if (case_id.empty() && (of_store || (visit.device && visit.device->sureness == desk::Sureness::keeper)))
    return see_other("/keep");
  if (case_id.empty()) return see_other(verb.starts_with("case ") ? "/cases" : "/all");
  return see_other(place_of(case_id, tab_of_verb(verb).place));
}

Response WorkPages::ask_again(Visit& visit, const std::string& verb, const std::string& case_id,
                              const desk::Reply* reply) {
  const auto lang = visit.lang;
  const auto* entry = desk::entry_at(verb);
  if (entry == nullptr) return said_no(visit, 404, say(lang, "web.no_page"));
  house_.desk.at_form(verb);
  const auto form = desk::form_of(*entry, house_.desk.voice());
  auto page = document_for(visit, desk::capital(form.about), case_id.empty() ? "/all" : "/cases");
  page.body = el("h1", page.title);
  if (!case_id.empty())
    page.body +=
        el("p", link(place_of(case_id, tab_of_verb(verb).place), say(lang, "web.back_to", "case"_is = case_id)));
  page.body += el("p", {{"class", "quiet"}}, say(lang, "web.for_whom", "who"_is = who_comes_here(form, lang)));
  desk::Reply first;
  const auto is_asked = [&](const desk::FormField& field) {
    return field.required && (case_id.empty() || field.name != "case");
  };
  const auto is_choice = [&](const desk::FormField& field) { return case_id.empty() || field.name != "case"; };
  if (reply == nullptr && form.access.reads && !form.here && std::ranges::none_of(form.fields, is_asked)) {
    // A link may say of which day: the minutes of that meeting.
    desk::Wish wish{verb, {}};
    if (case_id.empty()) wish.given = given_in(form, visit.fields);
    else wish.given.push_back({"case", case_id});
    first = desk::call(house_.desk, wish);
    reply = &first;
  }
  // Who changes the own words begins with what stands there; it stands in no address.
  auto given = visit.fields;
  if (verb == "case correct" && !case_id.empty() && !given.has("text"))
    for (const auto& one : desk::own_words_of(house_.desk, case_id))
      if (one.id == given.get("ref")) given.add("text", one.words);
  VerbForm how{place_of_verb(verb, case_id), visit.form_token(), &given};
  if (reply != nullptr) how.problems = reply->problems;
  how.flat = reply == &first;
  std::optional<desk::KnownInCase> known;
  if (!case_id.empty()) {
    how.left_out = {"case"};
    if (auto found = desk::known_in_case(house_.desk, case_id)) known = std::move(*found);
    if (known) known->refs = desk::records_to_mend(house_.desk, verb, case_id);
    if (known) how.known = &*known;
    if (known && verb == "case question" && reply == nullptr && !given.has("text")) {
      given.add("text", known->question);
      given.add("hoped-for", known->hoped_for);
    }
  }
  if (puts_right(verb)) how.wanted = {"text", "because"};
  Html shown;
  int status = 200;
  if (reply != nullptr) {
    shown = page_of(house_.desk, *reply, verb);
    if (reply->refusal)
      for (auto& field : fields_wanted(*reply->refusal, verb, lang)) how.wanted.push_back(std::move(field));
    if (reply->refusal) shown += ways_to_missing(house_.desk, *reply->refusal, case_id, verb);
    status = http_status(reply->status);
  }
  const bool result_first = reply != nullptr && reply->status != desk::Status::done;
  const bool records = verb == "case record" && known && !known->records.empty();
  const auto asking = form.here ? el("p", say(lang, "web.needs_own_computer", "line"_is = form.example))
                      : records ? record_forms(known->records, form, how, lang)
                                : verb_form(form, how, lang);
  // Of a page that needs nothing more, what can be chosen lies folded above what it shows.
  const bool may_choose = reply != nullptr && reply == &first && first.status == desk::Status::done;
  if (may_choose && std::ranges::none_of(form.fields, is_choice)) page.body += shown;
  else if (may_choose)
    page.body += el("details", {{"class", "no-print"}}, el("summary", say(lang, "web.choose_else")) + asking) + shown;
  else page.body += result_first ? shown + asking : asking + shown;
  return page_response(page, status);
}

Response WorkPages::confirm(Visit& visit, const std::string& verb, const std::string& case_id,
                            const desk::Reply& reply) {
  const auto lang = visit.lang;
  const auto form = desk::form_of(*desk::entry_at(verb), house_.desk.voice());
  auto page = document_for(visit, desk::capital(form.about), "/cases");
  Html inside;
  for (const auto& one : given_in(form, visit.fields)) inside += hidden(one.name, one.value);
  auto flag = reply.confirmation->flag;
  flag.erase(0, flag.find_first_not_of('-'));
  inside += hidden(flag, "1") +
            el("div", {{"class", "row"}}, button(desk::capital(reply.confirmation->answer), {}, {}, "danger"));
  page.body = el("h1", page.title) + page_of(house_.desk, reply) + told(Told::warning, reply.confirmation->question) +
              web::form({place_of_verb(verb, case_id), visit.form_token(), "sure", false, visit.command()}, inside) +
              el("p", link(case_id.empty() ? "/all" : place_of(case_id), say(lang, "web.rather_not")));
  return page_response(page);
}

}  // namespace casus::web
