// SPDX-License-Identifier: EUPL-1.2
#include "core/web/keep/keep_pages.hpp"

#include "core/desk/forms/form.hpp"
#include "core/desk/keys/keeping.hpp"
#include "core/desk/typed/spoken.hpp"
#include "core/web/work/case_tabs.hpp"
#include "core/web/work/verb_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace casus::web {
namespace {

using text::say;

/// What can be done from a distance as a place to go, or as a button when there is nothing to ask; the rest as a line
/// to type on the store's own computer.
void sort_out(std::string_view noun, const Visit& visit, Html& places, Html& lines) {
  const auto lang = visit.lang;
  for (const auto& entry : desk::catalogue()) {
    if (!entry.path.starts_with(noun)) continue;
    const auto form = desk::form_of(entry, lang);
    const auto about = desk::capital(form.about);
    const auto place = place_of_verb(entry.path, {});
    if (form.here) lines += el("li", text(about + ": ") + el("code", "casus " + form.example));
    else if (form.fields.empty() && !form.access.reads)
      places += el("li", web::form({place, visit.form_token(), "now-" + path_of_verb(entry.path).substr(noun.size()),
                                    false, desk::new_command_id()},
                                   button(about, {}, {}, "plain")));
    else places += el("li", el("a", {{"href", place}}, about));
  }
}

}  // namespace

bool is_of_keeper(std::string_view verb) {
  return verb.starts_with("store ") || std::ranges::find(kOfKeeperInTeam, verb) != kOfKeeperInTeam.end();
}

Response KeepPages::keep(Visit& visit) {
  house_.sit(visit);
  const auto lang = visit.lang;
  const auto voice = house_.desk.voice();
  const auto keeping = desk::keeping_of(house_.desk);
  auto page = document_for(visit, say(lang, "web.keeping"), "/keep");
  page.body = el("h1", page.title);
  if (!keeping) {
    page.body += refusal_html(keeping.error(), voice);
    return page_response(page, 403);
  }
  page.body += house_.told_once(visit) + of_page(desk::keeping_page(*keeping, voice), lang);
  Html places;
  Html lines;
  sort_out("store ", visit, places, lines);
  for (const auto verb : kOfKeeperInTeam)
    if (const auto* entry = desk::entry_at(verb))
      places += el("li", link(place_of_verb(verb, {}), desk::capital(entry->about.in(lang))));
  page.body += el("p", el("a", {{"href", "/sheet/keep"}}, say(lang, "sheet.link_keep"))) +
               el("h2", say(lang, "web.keep_do")) + el("ul", {{"class", "acts"}}, places) +
               el("h2", say(lang, "web.keep_here")) + el("p", say(lang, "web.keep_here_about")) + el("ul", lines);
  return page_response(page);
}

}  // namespace casus::web
