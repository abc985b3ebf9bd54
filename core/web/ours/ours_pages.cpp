// SPDX-License-Identifier: EUPL-1.2
#include "core/web/ours/ours_pages.hpp"
#include "core/web/sent_form.hpp"

#include "core/desk/call.hpp"
#include "core/desk/from_outside.hpp"
#include "core/desk/reading.hpp"
#include "core/web/qr.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/reply_html.hpp"
#include "core/web/work/verb_form.hpp"

#include <algorithm>
#include <array>

namespace casus::web {
namespace {

using text::say;

/// What stands behind /ours, with the verb that makes it. The circle has the first alone: the rest is the resident's.
struct OwnPage {
  std::string_view place;
  std::string_view page;
};
constexpr std::array<OwnPage, 3> kPlaces{{{"", "plan show"}, {"file", "case show"}, {"seen", "case seen"}}};

std::string name_of(std::string_view place, Lang lang, bool of_circle = false) {
  if (of_circle) return say(lang, "plan_for_circle.title");
  if (place == "file") return say(lang, "web.ours_file");
  if (place == "seen") return say(lang, "web.ours_seen");
  return say(lang, "web.ours_plan");
}

Html places(std::string_view here, Lang lang) {
  Html list;
  for (const auto& one : kPlaces)
    list += el("li", el("a",
                        {{"href", one.place.empty() ? "/ours" : "/ours/" + std::string(one.place)},
                         {"aria-current", one.place == here ? "page" : "false"}},
                        name_of(one.place, lang)));
  return el("nav", {{"class", "tabs no-print"}, {"aria-label", say(lang, "web.ours_nav")}}, el("ul", list));
}

std::string cards_path(const std::string& case_id) { return "/cards?case=" + percent_encoded(case_id); }

/// As the links of their page call it.
std::optional<text::Message> on_own_page(const text::Way& way, bool of_circle) {
  if (way.path == "plan show") return of_circle ? text::msg("plan_for_circle.title") : text::msg("web.ours_plan");
  if (way.path == "case show" && !of_circle) return text::msg("web.ours_file");
  if (way.path == "case seen" && !of_circle) return text::msg("web.ours_seen");
  return std::nullopt;
}

std::optional<text::Message> named_for_resident(const text::Way& way) { return on_own_page(way, false); }
std::optional<text::Message> named_for_circle(const text::Way& way) { return on_own_page(way, true); }

/// Beside what came of it: what somebody wrote here may tell of danger, and nobody reads it at once.
Html whom_to_call(const Visit& visit) {
  return tells_of_danger(visit) ? told(Told::bad, say(visit.lang, "web.ours_danger")) : Html();
}

}  // namespace

Response OursPages::card(Visit& visit, const std::string& token) {
  const auto lang = visit.lang;
  auto found = house_.cards.find(token, visit.now);
  if (found && desk::name_in_case(house_.desk, found->case_id, found->person).empty()) found.reset();
  const auto once_more = link("/card/" + token, say(lang, "web.card_again"));
  if (!found || visit.posted()) {
    if (!house_.throttle.may_try(visit.request.peer, visit.now))
      return said_no(visit, 429, say(lang, "web.card_too_often"), once_more);
    if (!found) {
      house_.throttle.wrong(visit.request.peer, visit.now);
      if (const auto ended = house_.cards.find_ended(token, visit.now)) {
        house_.desk.sit({{}, ended->sureness, {}, {}});
        desk::turn_away(house_.desk, ended->case_id, CasePart::plan);
      }
      return said_no(visit, 403, say(lang, "web.card_ended"), {});
    }
  }
  std::string problem;
  if (visit.posted()) {
    if (Cards::opens(*found, token, code_typed(visit.fields.get("code")))) {
      Device device{
          .sureness = found->sureness, .case_id = found->case_id, .card = found->handle, .person = found->person};
      const auto signed_in = house_.devices.sign_in(std::move(device), visit.now);
      visit.fresh = false;
      auto response = see_other("/ours");
      response.headers.push_back({"Set-Cookie", house_.cookie(signed_in)});
      return response;
    }
    house_.throttle.wrong(visit.request.peer, visit.now);
    problem = say(lang, "web.card_wrong_code");
  }
  auto page = document_for(visit, say(lang, "web.card_hello"), "/");
  page.links.clear();
  const Field field{"code", "code", say(lang, "web.card_code"), {}, say(lang, "web.card_code_hint"), true};
  page.body = el("h1", page.title) + (problem.empty() ? Html() : told(Told::warning, problem)) +
              form({"/card/" + token, visit.form_token(), "card-form"},
                   input(field) + el("div", {{"class", "row"}}, button(say(lang, "web.on"), {}, {}, "first")));
  return page_response(page, problem.empty() ? 200 : 403);
}

Html OursPages::card_made(Visit& visit, const std::string& case_id, const desk::FromOutside& whose) {
  const auto lang = visit.lang;
  for (const auto& old : house_.cards.of_case(case_id, visit.now))
    if (desk::name_in_case(house_.desk, case_id, old.person) == whose.name) {
      house_.cards.end(old.handle);
      house_.devices.end_card(old.handle);
    }
  const auto card = house_.cards.make(case_id, whose.person, whose.sureness, visit.now);
  const auto link = house_.origin + "/card/" + card.token;
  return el("section", {{"class", "card"}},
            el("h2", say(lang, "web.card_for", "name"_is = whose.name)) + el("p", say(lang, "web.card_about")) +
                el("div", {{"class", "join"}},
                   qr_picture(link, say(lang, "web.card_picture")) +
                       el("div", el("p", say(lang, "web.card_code_is")) + el("p", {{"class", "code"}}, card.code))) +
                el("p", link) + el("p", say(lang, "web.card_until"))) +
         el("p", {{"class", "no-print"}}, say(lang, "web.card_print"));
}

Html OursPages::cards_there(Visit& visit, const std::string& case_id) {
  const auto lang = visit.lang;
  Html list;
  for (const auto& card : house_.cards.of_case(case_id, visit.now)) {
    const auto name = desk::name_in_case(house_.desk, case_id, card.person);
    if (name.empty()) continue;  // erased: it opens nothing any more
    list += el("li", text(say(lang, "web.card_of", "name"_is = name) + " ") +
                         form({cards_path(case_id), visit.form_token(), "end-" + card.handle},
                              button(say(lang, "web.card_end", "name"_is = name), "end", card.handle, "plain")));
  }
  return list;
}

Response OursPages::cards_of(Visit& visit, const std::string& case_id) {
  house_.sit(visit);
  if (auto unknown = no_such_case(visit, house_.desk, case_id)) return std::move(*unknown);
  const auto lang = visit.lang;
  const auto here = cards_path(case_id);
  auto page = document_for(visit, say(lang, "web.cards"), "/cases");
  page.body =
      el("h1", page.title) +
      el("p", {{"class", "no-print"}},
         el("a", {{"href", "/case/" + percent_encoded(case_id)}}, say(lang, "web.back_to", "case"_is = case_id))) +
      el("p", {{"class", "no-print"}}, el("a", {{"href", "/sheet/card"}}, say(lang, "sheet.link_card")));
  const auto people = desk::from_outside(house_.desk, case_id);
  if (!people) {
    page.body += refusal_html(people.error(), house_.desk.voice());
    return page_response(page, 403);
  }
  if (const auto& handle = visit.fields.get("end"); visit.posted() && !handle.empty()) {
    const auto cards = house_.cards.of_case(case_id, visit.now);
    if (std::ranges::find(cards, handle, &Card::handle) != cards.end()) {
      house_.cards.end(handle);
      house_.devices.end_card(handle);
    }
    return see_other(here);
  }
  Html made;
  if (const auto& name = visit.fields.get("name"); visit.posted() && !name.empty()) {
    const auto found = std::ranges::find(*people, name, &desk::FromOutside::name);
    if (found == people->end()) return said_no(visit, 422, say(lang, "web.not_in_case", "name"_is = name));
    made = card_made(visit, case_id, *found);
    visit.again = Again::briefly;
  }
  const auto list = cards_there(visit, case_id);
  Html choose;
  int number = 0;
  for (const auto& person : *people)
    choose += form({here, visit.form_token(), "card-" + std::to_string(++number)},
                   button(say(lang, "web.card_make", "name"_is = person.name), "name", person.name));
  page.body +=
      made +
      el("div", {{"class", "no-print"}},
         (list.empty() ? Html() : el("h2", say(lang, "web.cards_there")) + el("ul", list)) +
             el("h2", say(lang, "web.card_new")) +
             (choose.empty() ? el("p", say(lang, "web.nobody_outside")) +
                                   el("p", link(place_of_verb("case join", case_id), say(lang, "web.seat_outside")))
                             : el("div", {{"class", "row"}}, choose)));
  return page_response(page);
}

Response OursPages::ours(Visit& visit, std::string_view rest) {
  if (!rest.starts_with("do/")) return shown(visit, rest, nullptr, {}, 200);
  const auto verb = verb_of_path(rest.substr(3));
  const auto asked = desk::form_from_outside(verb, visit.device->sureness, visit.lang);
  if (!asked) return said_no(visit, 403, say(visit.lang, "web.not_yours"));
  if (!visit.posted() && visit.typed_before) return shown(visit, "", nullptr, verb, 200);
  if (!visit.posted()) return see_other("/ours");
  house_.sit(visit);
  visit.again = Again::typed;
  const auto& case_id = visit.device->case_id;
  const auto reply =
      desk::call_from_outside(house_.desk, case_id, {verb, given_in(*asked, visit.fields, case_id), visit.command()});
  if (reply.status != desk::Status::done) return shown(visit, "", &reply, verb, http_status(reply.status));
  house_.tell(visit, told(Told::good, say(visit.lang, "web.ours_kept")) + whom_to_call(visit));
  return see_other("/ours");
}

/// Folded away under its name; open, with what was wrong, when it was tried and did not work.
Html OursPages::deed(const desk::Deed& deed, const Tried& tried, const desk::KnownInCase* known, const Visit& visit,
                     const std::string& mark) {
  Fields begins;
  for (const auto& [name, value] : deed.begins_with) begins.add(name, value);
  const bool again =
      deed.form.path == tried.verb && (!begins.has("ref") || begins.get("ref") == tried.fields->get("ref"));
  VerbForm how{"/ours/do/" + path_of_verb(deed.form.path), visit.form_token(), again ? tried.fields : &begins};
  if (again && tried.reply != nullptr) how.problems = tried.reply->problems;
  how.known = known;
  how.flat = true;
  how.mark = mark;
  how.fixed = {"ref"};
  how.button = say(visit.lang, "web.send_it");
  return el("details", {{"open", again}}, el("summary", deed.name) + verb_form(deed.form, how, visit.lang));
}

Html OursPages::to_do(const Visit& visit, const Tried& tried) {
  const auto lang = visit.lang;
  const auto& case_id = visit.device->case_id;
  const auto known = desk::known_in_case(house_.desk, case_id);
  const auto* points_at = known ? &*known : nullptr;
  Html forms;
  if (known)
    for (const auto& one : desk::deeds_from_outside(house_.desk, *known)) forms += deed(one, tried, points_at, visit);
  Html said;
  int number = 0;
  for (const auto& word : desk::words_from_outside(house_.desk, case_id)) {
    const auto mark = "-" + std::to_string(++number);
    said += el("li", el("p", word.text) + deed(word.better, tried, points_at, visit, mark) +
                         (word.back ? deed(*word.back, tried, points_at, visit, mark) : Html()));
  }
  auto all = forms.empty()
                 ? Html()
                 : el("h2", say(lang, "web.ours_do")) + el("p", say(lang, "web.ours_not_read_at_once")) + forms;
  if (!said.empty()) all += el("h2", say(lang, "web.ours_said")) + el("ul", {{"class", "said"}}, said);
  return el("section", {{"class", "no-print"}}, all);
}

Response OursPages::shown(Visit& visit, std::string_view place, const desk::Reply* failed, const std::string& verb,
                          int status) {
  const auto lang = visit.lang;
  const auto found = std::ranges::find(kPlaces, place, &OwnPage::place);
  if (found == kPlaces.end()) return said_no(visit, 404, say(lang, "web.no_page"));
  house_.sit(visit);
  const bool of_circle = visit.device->sureness == desk::Sureness::circle;
  house_.desk.at_buttons(of_circle ? named_for_circle : named_for_resident);
  const desk::OnePage one(house_.desk);
  const auto reply = desk::call(house_.desk, {std::string(found->page), {{"case", visit.device->case_id}}});
  auto page = document_for(visit, name_of(place, lang, of_circle), "/ours");
  page.body = el("h1", page.title);
  if (visit.device->sureness == desk::Sureness::resident) page.body += places(place, lang);
  page.body += house_.told_once(visit);
  if (failed != nullptr) {
    // What is wrong with a field stands in its form, far below the plan.
    const auto why = reply_refused(*failed, house_.desk.voice());
    page.body += (why.empty() ? told(Told::warning, say(lang, "web.ours_not_kept")) : why) + whom_to_call(visit);
  } else if (visit.typed_before) page.body += whom_to_call(visit);  // what was typed was not kept
  if (reply.status != desk::Status::done) {
    page.body += reply_refused(reply, house_.desk.voice());
    if (!place.empty()) page.body += el("p", link("/ours", name_of("", lang, of_circle)));
    return page_response(page, http_status(reply.status));
  }
  page.body += reply_html(reply, lang);
  if (place.empty()) page.body += to_do(visit, {failed, verb, &visit.fields});
  return page_response(page, status);
}

}  // namespace casus::web
