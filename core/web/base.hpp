// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Where a site begins on its server: "/noord", or nothing when it has the server to itself. Pages are asked for,
/// linked to and gone to by their own paths ("/today"); the way from and to an address is here alone.
namespace casus::web {

/// Letters, figures and hyphens, and none of the names that the server itself has a page or file under.
bool is_place_name(std::string_view name);

/// "/noord/today" for "/today", and "/noord" for "/"; a query stays. What is no path of ours ("https://...") is left as
/// it is.
std::string with_base(std::string_view base, std::string_view path);
/// The other way round; nothing for what lies elsewhere on the server.
std::optional<std::string> without_base(std::string_view base, std::string_view path);

/// The path that a cookie is bound to.
std::string cookie_path(std::string_view base);

}  // namespace casus::web
