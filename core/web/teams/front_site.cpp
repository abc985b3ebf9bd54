// SPDX-License-Identifier: EUPL-1.2
#include "core/web/teams/front_site.hpp"

#include "core/web/assets/assets.hpp"
#include "core/web/routes.hpp"
#include "core/web/sent_form.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/metrics.hpp"
#include "core/web/visit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace casus::web {

std::optional<Response> FrontSite::at_once(const Request& request) {
  if (auto found = asset(request.path, request)) return found;
  if (request.path == "/robots.txt") return plain(200, "User-agent: *\nDisallow: /\n");
  if (request.path == "/favicon.ico") return see_other(icon_path());
  if (request.method != "POST") return std::nullopt;
  if (is_from_elsewhere(request)) return plain(403, {});
  return is_plain_form(request) ? std::nullopt : std::optional(plain(415, {}));
}

Response FrontSite::answer(const Request& request) {
  auto visit = visit_of(request, cookie_name(), lang_of(request, setting_.lang), setting_.clock->now());
  if (!visit) return plain(400, {});
  auto response = visit->posted() && lacks_token(*visit) ? said_no(*visit, 403, text::say(visit->lang, "web.old_form"))
                                                         : routed(*visit);
  if (visit->fresh)
    response.headers.push_back({"Set-Cookie", fmt::format("{}={}; Path=/; HttpOnly; SameSite=Lax{}", cookie_name(),
                                                          visit->token, setting_.secure ? "; Secure" : "")});
  return response;
}

Response FrontSite::routed(Visit& visit) {
  const auto& path = visit.request.path;
  if (path == "/language") return choose_language(visit);
  if (path != "/") return said_no(visit, 404, text::say(visit.lang, "web.no_page"));
  auto page = document_for(visit, text::say(visit.lang, "web.front"), "/");
  page.body = el("h1", page.title) + el("p", text::say(visit.lang, "web.front_about"));
  return page_response(page);
}

Response FrontSite::refusal(const Request& request, Refused why) const {
  return refused_for_now(request, why, lang_of(request, setting_.lang), {});
}

std::string_view FrontSite::route(const std::string& path) const {
  constexpr std::array<std::string_view, 4> kPages{"/", "/language", "/robots.txt", "/favicon.ico"};
  const bool is_ours = std::ranges::find(kPages, path) != kPages.end() || path.starts_with("/casus");
  return is_ours ? route_of(path) : kNoRoute;
}

}  // namespace casus::web
