// SPDX-License-Identifier: EUPL-1.2
#include "core/web/teams/front_site.hpp"

#include "core/web/assets/assets.hpp"
#include "core/web/routes.hpp"
#include "core/web/sent_form.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/metrics.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/sign_in/gateway/headers.hpp"
#include "core/web/sign_in/gateway_pages.hpp"
#include "core/web/sign_in/provider_pages.hpp"
#include "core/web/visit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace casus::web {

using text::say;

FrontSite::FrontSite(Setting setting)
    : setting_(std::move(setting)), signed_in_(setting_.secure ? "__Host-casus-all" : "casus-all") {
  if (!setting_.sign_in || setting_.by_header) return;
  provider_ = std::make_unique<ProviderPages>(
      *setting_.sign_in, setting_.fetch, throttle_,
      [this](Visit& visit, const Subject& told, const std::string& back) { return arrive(visit, told, back); });
}

FrontSite::~FrontSite() = default;

openid::SignedIn* FrontSite::everywhere() { return provider_ ? &signed_in_ : nullptr; }

std::optional<Response> FrontSite::at_once(const Request& request) {
  if (auto found = asset(request.path, request)) return found;
  if (request.path == "/robots.txt") return plain(200, "User-agent: *\nDisallow: /\n");
  if (request.path == "/favicon.ico") return see_other(icon_path());
  if (request.method != "POST") return std::nullopt;
  if (is_from_elsewhere(request)) return plain(403, {});
  return is_plain_form(request) ? std::nullopt : std::optional(plain(415, {}));
}

std::string FrontSite::cookie(const std::string& token) const {
  return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}", signed_in_.cookie(), token,
                     setting_.secure ? "; Secure" : "");
}

bool FrontSite::is_elsewhere() const {
  const auto all = teams_ ? teams_() : std::vector<Team>();
  const auto is_here = [](const Team& team) { return !team.called.empty(); };
  return std::ranges::any_of(all, &Team::waits) && std::ranges::none_of(all, is_here);
}

Response FrontSite::answer(const Request& request) {
  if (is_elsewhere()) return shown_elsewhere(visit_of_anybody(request, lang_of(request, setting_.lang), {}));
  return answered(request, [this](Visit& visit) { return routed(visit); });
}

Response FrontSite::answered(const Request& request, const std::function<Response(Visit&)>& page) {
  auto visit = visit_of(request, signed_in_.cookie(), lang_of(request, setting_.lang), setting_.clock->now());
  if (!visit) return plain(400, {});
  visit->around_teams = true;
  // Who signed out stays so after a new start, which remembers nobody: their seats go by a cookie that is no more.
  if (provider_ && !visit->posted() && !signed_in_.holds(digest_of(visit->token), visit->token)) {
    visit->token = new_token();
    visit->fresh = true;
  }
  auto response =
      visit->posted() && lacks_token(*visit) ? said_no(*visit, 403, say(visit->lang, "web.old_form")) : page(*visit);
  if (visit->errand) {
    response.errand = std::make_shared<const Errand>(
        Errand{std::move(visit->errand->away),
               [this, request, then = std::move(visit->errand->then)] { return answered(request, then); }});
    return response;
  }
  if (visit->fresh) response.headers.push_back({"Set-Cookie", cookie(visit->token)});
  return response;
}

Response FrontSite::routed(Visit& visit) {
  const auto& path = visit.request.path;
  if (path == "/") return front(visit);
  if (path == "/language") return choose_language(visit);
  if (tables() != nullptr && path == "/leave") return leave(visit);
  if (tables() != nullptr && !visit.posted()) {
    if (path == "/sign-in") return sign_in(visit);
    if (path == "/signed-in") return provider_ ? provider_->come_back(visit) : see_other("/sign-in");
    if (path == "/signed-out") return signed_out(visit);
  }
  return said_no(visit, 404, say(visit.lang, "web.no_page") + " " + say(visit.lang, "web.front_about"));
}

const Admission* FrontSite::tables() const {
  if (setting_.by_header) return &*setting_.by_header;
  return setting_.sign_in ? &*setting_.sign_in : nullptr;
}

std::optional<Subject> FrontSite::known(const Visit& visit) const {
  if (setting_.by_header) {
    const auto told = gateway::told_in(visit.request, setting_.by_header->headers);
    return told ? std::optional(*told) : std::nullopt;
  }
  const auto session = provider_ ? signed_in_.find(visit.token, visit.now) : std::nullopt;
  return session ? std::optional(session->told) : std::nullopt;
}

/// In the order of the file.
std::vector<FrontSite::Team> FrontSite::teams_of(const Subject& told) const {
  const auto groups = told.groups.value_or(std::vector<std::string>());
  auto all = teams_();
  std::erase_if(all, [&](const Team& team) {
    return std::ranges::none_of(tables()->groups, [&](const Admission::Group& row) {
      return row.team == team.called && std::ranges::find(groups, row.group) != groups.end();
    });
  });
  return all;
}

Response FrontSite::front(Visit& visit) {
  const auto lang = visit.lang;
  auto page = document_for(visit, say(lang, "web.front"), "/");
  if (const auto told = known(visit)) {
    page.title = say(lang, "web.front_mine");
    const auto& people = tables()->people;
    const auto person = std::ranges::find(people, told->person, &Admission::Person::id);
    page.who = person == people.end() ? told->person : person->name;
    Html list;
    for (const auto& team : teams_of(*told))
      list += el("li", el("a", {{"href", "/" + team.name + "/sign-in"}}, team.called));
    page.body = el("h1", page.title) + (list.empty() ? el("p", say(lang, "web.front_none")) : el("ul", list));
    return page_response(page);
  }
  page.body = el("h1", page.title) + el("p", say(lang, "web.front_about"));
  if (tables() != nullptr)
    page.body += el("p", el("a", {{"class", "button"}, {"href", "/sign-in"}},
                            say(lang, "web.sign_in_with", "provider"_is = tables()->name)));
  return page_response(page);
}

Response FrontSite::sign_in(Visit& visit) {
  const auto back = way_back(visit.fields.get("back"));
  if (provider_) return known(visit) ? see_other(back) : provider_->sign_in(visit, back);
  const auto told = gateway::told_in(visit.request, setting_.by_header->headers);
  return told ? onward(*told, back) : not_believed(visit, tables()->name, told.error());
}

/// Under a new token: one that somebody put into this browser before is worth nothing.
Response FrontSite::arrive(Visit& visit, const Subject& told, const std::string& back) {
  visit.token = signed_in_.begin(told, visit.now + std::chrono::hours(tables()->hours), visit.now);
  visit.fresh = true;
  return onward(told, back);
}

/// To the page that they wanted; else to their team, when that is one.
Response FrontSite::onward(const Subject& told, const std::string& back) const {
  if (back != "/") return see_other(back);
  const auto mine = teams_of(told);
  return see_other(mine.size() == 1 ? "/" + mine.front().name + "/sign-in" : back);
}

Response FrontSite::leave(Visit& visit) {
  if (!visit.posted()) return see_other("/");
  signed_in_.end(visit.token, visit.now);
  return see_other("/signed-out");
}

Response FrontSite::signed_out(Visit& visit) {
  if (provider_) return provider_->signed_out(visit);
  const auto& it = *setting_.by_header;
  return left_page(visit, it.name, text::msg("web.signed_out_at_gateway", "provider"_is = it.name), it.sign_out);
}

Response FrontSite::refusal(const Request& request, Refused why) const {
  return refused_for_now(request, why, lang_of(request, setting_.lang), {});
}

Response FrontSite::no_path(const Request& request) const {
  return no_address(request, lang_of(request, setting_.lang), {});
}

std::string_view FrontSite::route(const std::string& path) const {
  constexpr std::array<std::string_view, 8> kPages{"/",        "/language",  "/robots.txt", "/favicon.ico",
                                                   "/sign-in", "/signed-in", "/signed-out", "/leave"};
  const bool is_ours = std::ranges::find(kPages, path) != kPages.end() || path.starts_with("/casus");
  return is_ours ? route_of(path) : kNoRoute;
}

}  // namespace casus::web
