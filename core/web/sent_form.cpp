// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sent_form.hpp"

#include "core/base/text.hpp"
#include "core/desk/from_outside.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/sign_in/elsewhere_pages.hpp"
#include "core/web/visit.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::web {

bool is_from_elsewhere(const Request& request) {
  const auto site = request.header("sec-fetch-site");
  if (!site.empty()) return site != "same-origin" && site != "none";
  const auto origin = request.header("origin");
  if (origin.empty() || origin == "null") return false;
  const auto host = request.header("host");
  return origin != fmt::format("{}://{}", request.secure ? "https" : "http", host);
}

bool is_plain_form(const Request& request) {
  return request.header("content-type").starts_with("application/x-www-form-urlencoded");
}

bool lacks_token(const Visit& visit) {
  return visit.fresh || !same_secret(visit.fields.get("token"), visit.form_token());
}

bool tells_of_danger(const Visit& visit) {
  return std::ranges::any_of(visit.fields.each(), [](const auto& field) {
    return is_typed(field.name) && desk::may_tell_of_danger(field.value);
  });
}

/// A report, or words that may be one: nobody got it.
static bool reports_danger(const Visit& visit) {
  const auto& what = visit.fields.get("do");
  return what == "concern" || what == "acute" || tells_of_danger(visit);
}

bool is_of_card(std::string_view path) { return path == "/ours" || path.starts_with("/ours/"); }

/// A page that says that a form was not done, and why.
static Document page_of_undone(const Visit& visit, const std::string& why, bool perhaps_done = false) {
  auto page = document_for(visit, text::say(visit.lang, "web.not_now"), "/");
  page.body = el("h1", page.title) + told(Told::warning, why);
  if (reports_danger(visit))
    page.body += told(
        Told::bad, text::say(visit.lang, perhaps_done ? text::msg("web.unsure_danger") : text::msg("web.late_danger")));
  return page;
}

static bool has_words(const auto& field) { return is_typed(field.name) && !trimmed(field.value).empty(); }

std::string draft_of(const Visit& visit, std::string_view page, const std::string& field, bool first) {
  const auto& at = visit.fields.get("at");
  const auto& what = visit.fields.get("do");
  if (at.empty()) return {};
  if (what == "form") return at + ' ' + visit.fields.get("verb") + ' ' + field;
  if (what == "record") return at + ' ' + visit.fields.get("type") + ' ' + field;
  if (!first) return {};
  if (what == "concern" || what == "acute") return at + " danger";
  if (what == "action" || what == "goal" || what == "question" || what == "hopes") return at + ' ' + what;
  if (what == "say") return page == "/lead" ? at + " lead" : at;
  return {};
}

/// `again`: to be sent once more. What a script keeps of it on the device is that of the field where it was typed, and
/// goes when this is sent.
static Html words_typed(const Visit& visit, bool again = false) {
  Html typed;
  int areas = 0;
  for (const auto& field : visit.fields.each()) {
    if (!has_words(field)) continue;
    Field area{"typed-" + std::to_string(++areas), field.name, text::say(visit.lang, "web.typed"), field.value};
    if (again && visit.live) area.draft = draft_of(visit, visit.request.path, field.name, areas == 1);
    typed += text_area(area);
  }
  return typed;
}

/// Who comes by a card has no other beginning than that card.
static Html way_to_begin(const Visit& visit) {
  if (!visit.device && is_of_card(visit.request.path)) return {};
  return el("p", link("/", text::say(visit.lang, "web.begin_again")));
}

Response too_late(const Visit& visit, const std::string& why, bool kept) {
  auto page = page_of_undone(visit, why);
  if (kept) {
    page.keep = "*";
    page.body += el("p", el("a", {{"class", "button"}, {"href", "/sign-in?back=/again"}},
                            text::say(visit.lang, "web.sign_in_again")));
  }
  // A page that hears that it is signed out puts itself anew: what was typed waits for whoever copies it.
  if (const auto typed = words_typed(visit); !typed.empty()) page.body += el("div", {{"data-stays", true}}, typed);
  page.body += way_to_begin(visit);
  return page_response(page, 403);
}

/// A file and a passphrase come back in no page.
static bool may_go_again(const Visit& visit) {
  return visit.device && is_plain_form(visit.request) &&
         std::ranges::none_of(visit.fields.each(),
                              [](const auto& field) { return field.name.starts_with("passphrase"); });
}

/// What was typed, in a form that goes where it went, with the id of its command; without a button where it may not.
static Html typed_form(const Visit& visit) {
  const bool again = may_go_again(visit);
  auto typed = words_typed(visit, again);
  if (again) {
    Html others;
    for (const auto& field : visit.fields.each())
      if (field.name != "token" && !has_words(field)) others += hidden(field.name, field.value);
    typed =
        form({target_of(visit.request), visit.form_token(), "once-more", visit.live},
             others + typed +
                 el("div", {{"class", "row"}}, button(text::say(visit.lang, "web.send_once_more"), {}, {}, "first")));
  }
  return typed.empty() ? typed : el("div", {{"data-stays", true}}, typed);
}

Response not_for_now(const Visit& visit, const std::string& why, bool perhaps_kept) {
  auto page = page_of_undone(visit, why, perhaps_kept);
  page.body += typed_form(visit) + way_to_begin(visit);
  return page_response(page, 503);
}

Response without_signs(const Visit& visit) {
  auto page = page_of_undone(visit, text::say(visit.lang, "web.signs_left_out"));
  page.body += typed_form(visit) + way_to_begin(visit);
  return page_response(page, 422);
}

std::string path_back(const std::string& asked) { return path_from(asked) ? asked : "/"; }

}  // namespace casus::web
