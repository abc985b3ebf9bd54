// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/keys/passphrase.hpp"
#include "core/desk/meeting/meeting_now.hpp"
#include "core/web/server/head.hpp"
#include "core/web/sign_in/passphrase_field.hpp"
#include "core/web/sign_in/sign_in_pages.hpp"

#include <algorithm>

/// Coming in by name and passphrase; and each person's own devices and passphrase.
namespace casus::web {

using text::say;

Response SignInPages::ask_passphrase(Visit& visit, int status, const std::string& problem) {
  auto page = document_for(visit, say(visit.lang, "web.enter"), "/enter");
  page.links.clear();
  Field name{"enter-name", "name", say(visit.lang, "web.your_name"), visit.fields.get("name"), {}, true};
  name.fill = "username";
  page.body = el("h1", page.title) + (problem.empty() ? Html() : told(Told::warning, problem)) +
              form({"/enter", visit.form_token(), "enter-form"},
                   input(name) + input(passphrase_field("enter-passphrase", say(visit.lang, "web.passphrase"))) +
                       el("div", {{"class", "row"}}, button(say(visit.lang, "web.come_in"), {}, {}, "first"))) +
              el("p", say(visit.lang, "web.no_passphrase_yet")) +
              el("p", el("a", {{"href", "/join"}}, say(visit.lang, "web.join_instead")));
  return page_response(page, status);
}

Response SignInPages::enter(Visit& visit) {
  if (visit.device) return see_other("/");
  if (!house_.provider.empty()) return see_other("/sign-in");
  if (!visit.posted()) return ask_passphrase(visit, 200, {});
  if (!house_.throttle.may_try(visit.request.peer, visit.now))
    return ask_passphrase(visit, 429, say(visit.lang, "web.too_often"));
  const auto meant = house_.passphrases.meant(visit.fields.get("name"), visit.fields.get("passphrase"));
  const auto team = desk::team_members(house_.desk);
  // Who left the team stays outside, whatever they know still.
  if (!meant || (meant->sureness != desk::Sureness::keeper && std::ranges::find(team, meant->name) == team.end())) {
    house_.throttle.wrong(visit.request.peer, visit.now);
    return ask_passphrase(visit, 403, say(visit.lang, "web.wrong_passphrase"));
  }
  return come_in(visit, meant->name, meant->sureness, {}, "/");
}

std::string SignInPages::set_passphrase(const Visit& visit) {
  const auto& typed = visit.fields.get("passphrase");
  if (typed.size() < desk::kShortestPassphrase)
    return say(visit.lang, "store.passphrase.short", "least"_is = desk::kShortestPassphrase);
  if (typed.size() > desk::kLongestPassphrase) return say(visit.lang, "web.passphrase_long");
  if (typed != visit.fields.get("again")) return say(visit.lang, "store.passphrase.differs");
  const auto keeps = visit.device->sureness == desk::Sureness::keeper;
  house_.passphrases.set(visit.device->name, keeps ? desk::Sureness::keeper : desk::Sureness::invited, typed,
                         visit.now);
  return {};
}

Response SignInPages::sessions(Visit& visit) {
  if (!visit.device) return see_other("/join");
  const auto lang = visit.lang;
  const auto& own = *visit.device;
  // Who gave the code of a meeting has proved no more than that: this device alone is theirs.
  const bool at_work = own.meeting.empty();
  const bool keeps = own.sureness == desk::Sureness::keeper;
  const bool has_none =
      !at_work || own.by_provider;  // of a passphrase: it would let in who is let in no more elsewhere
  const auto is_own = [&](const Device& one) {
    return one.handle == own.handle || (at_work && one.case_id.empty() && desk::same_name(one.name, own.name) &&
                                        (one.sureness == desk::Sureness::keeper) == keeps);
  };
  std::string problem;
  if (visit.posted() && visit.fields.has("end")) {
    for (const auto& one : house_.devices.all(visit.now))
      if (one.handle == visit.fields.get("end") && is_own(one)) end(one.handle);
    return see_other("/sessions");
  }
  if (visit.posted() && !has_none && visit.fields.has("forget")) {
    house_.passphrases.forget(own.name, own.sureness);
    house_.tell(visit, told(Told::good, say(lang, "web.passphrase_forgotten")));
    return see_other("/sessions");
  }
  const bool has_days = at_work && !keeps && may_have_feed(own.name);
  std::string link;
  if (visit.posted() && has_days && visit.fields.has("feed")) {
    if (visit.fields.get("feed") == "end") {
      house_.feeds.end(own.name);
      house_.tell(visit, told(Told::good, say(lang, "web.feed_ended")));
      return see_other("/sessions");
    }
    link = house_.origin + "/feed/" + house_.feeds.make(own.name, visit.now) + ".ics";
    visit.again = Again::briefly;
  } else if (visit.posted() && !has_none) {
    problem = set_passphrase(visit);
    if (problem.empty()) {
      house_.tell(visit, told(Told::good, say(lang, "web.passphrase_set")));
      return see_other("/sessions");
    }
  }
  auto page = document_for(visit, say(lang, "web.sessions"), "/sessions");
  page.body = el("h1", page.title) + house_.told_once(visit);
  if (house_.lacks_passphrase(own)) page.body += told(Told::warning, say(lang, "web.passphrase_needed"));
  Html list;
  for (const auto& one : house_.devices.all(visit.now))
    if (is_own(one)) list += device_line(visit, one, "/sessions");
  page.body += el("p", say(lang, "web.sessions_about")) + el("ul", list);
  if (!has_none) page.body += own_passphrase(visit, problem);
  if (has_days) page.body += own_feed(visit, link);
  return page_response(page, problem.empty() ? 200 : 422);
}

Html SignInPages::own_passphrase(const Visit& visit, const std::string& problem) {
  const auto lang = visit.lang;
  const bool has = house_.passphrases.has(visit.device->name, visit.device->sureness);
  Field again = passphrase_field("own-again", say(lang, "web.passphrase_again"), {}, true);
  again.name = "again";
  auto out = el("h2", say(lang, "web.passphrase")) + el("p", say(lang, "web.passphrase_about")) +
             (problem.empty() ? Html() : told(Told::warning, problem)) +
             form({"/sessions", visit.form_token(), "passphrase"},
                  input(passphrase_field("own-passphrase", say(lang, "web.passphrase_new"),
                                         say(lang, "web.passphrase_hint"), true)) +
                      input(again) +
                      el("div", {{"class", "row"}},
                         button(say(lang, has ? text::msg("web.passphrase_change") : text::msg("web.passphrase_keep")),
                                {}, {}, "first")));
  if (has)
    out += form({"/sessions", visit.form_token(), "forget-passphrase"},
                button(say(lang, "web.passphrase_forget"), "forget", "1", "plain"));
  return out;
}

}  // namespace casus::web
