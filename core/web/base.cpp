// SPDX-License-Identifier: EUPL-1.2
#include "core/web/base.hpp"

#include "core/web/routes.hpp"
#include "core/web/server/metrics.hpp"

#include <algorithm>

namespace casus::web {
namespace {

constexpr std::size_t kLongestPlace = 40;

bool is_of_a_name(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

}  // namespace

bool is_place_name(std::string_view name) {
  if (name.empty() || name.size() > kLongestPlace || name.front() == '-' || name.back() == '-') return false;
  if (!std::ranges::all_of(name, is_of_a_name) || name == "health") return false;
  const auto path = "/" + std::string(name);
  // Neither a page nor what pages begin with.
  return route_of(path) == kNoRoute && route_of(path + "/x") == kNoRoute;
}

std::string with_base(std::string_view base, std::string_view path) {
  if (!path.starts_with('/')) return std::string(path);
  const bool is_first = !base.empty() && (path.size() == 1 || path[1] == '?' || path[1] == '#');
  return std::string(base) += path.substr(is_first ? 1 : 0);
}

std::optional<std::string> without_base(std::string_view base, std::string_view path) {
  if (!path.starts_with(base)) return std::nullopt;
  const auto rest = path.substr(base.size());
  if (rest.empty()) return "/";
  if (!rest.starts_with('/')) return std::nullopt;
  return std::string(rest);
}

std::string cookie_path(std::string_view base) { return base.empty() ? "/" : std::string(base); }

}  // namespace casus::web
