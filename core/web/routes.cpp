// SPDX-License-Identifier: EUPL-1.2
#include "core/web/routes.hpp"

#include "core/web/server/metrics.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace casus::web {
namespace {

constexpr std::array<std::string_view, 26> kExact{
    "/",      "/join", "/enter",      "/leave",       "/language", "/sessions",  "/devices",    "/keep",  "/screen",
    "/mine",  "/lead", "/live",       "/today",       "/find",     "/open",      "/cases",      "/cards", "/all",
    "/train", "/ours", "/robots.txt", "/favicon.ico", "/sign-in",  "/signed-in", "/signed-out", "/again"};

/// What begins so goes on with what is somebody's, or could be; the last are files of ours. The longest comes first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kBelow{{{"/in/", "/in/{link}"},
                                                                                {"/feed/", "/feed/{link}"},
                                                                                {"/card/", "/card/{card}"},
                                                                                {"/sheet/", "/sheet/{sheet}"},
                                                                                {"/train/", "/train/{training}"},
                                                                                {"/ours/", "/ours/{page}"},
                                                                                {"/do/store/", "/do/store/{verb}"},
                                                                                {"/do/", "/do/{verb}"},
                                                                                {"/case/", "/case/{case}"},
                                                                                {"/casus", "/casus.*"}}};

}  // namespace

std::string_view route_of(std::string_view path) {
  if (const auto place = std::ranges::find(kExact, path); place != kExact.end()) return *place;
  for (const auto& [begin, route] : kBelow) {
    if (!path.starts_with(begin)) continue;
    if (begin != "/case/") return route;
    const auto rest = path.substr(begin.size());
    const auto slash = rest.find('/');
    if (slash == std::string_view::npos) return route;
    return rest.substr(slash).starts_with("/do/") ? "/case/{case}/do/{verb}" : "/case/{case}/{page}";
  }
  return kNoRoute;
}

}  // namespace casus::web
