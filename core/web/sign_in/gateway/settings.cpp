// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/gateway/settings.hpp"

#include "core/base/files/settings_file.hpp"
#include "core/web/sign_in/openid/provider.hpp"

#include <algorithm>
#include <array>

namespace casus::web::gateway {
namespace {

constexpr int kGatewayFormat = 1;

/// What a browser or every proxy sets itself says nothing of who was signed in.
bool is_own_name(std::string_view name) {
  constexpr std::array<std::string_view, 9> kTaken{"host",       "cookie",          "origin",
                                                   "referer",    "content-type",    "content-length",
                                                   "user-agent", "accept-language", "sec-fetch-site"};
  const bool plain =
      std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
  return !name.empty() && plain && !name.starts_with("x-forwarded-for") && name != "x-forwarded-proto" &&
         std::ranges::find(kTaken, name) == kTaken.end();
}

void check_headers(Settings::Headers& it, Problems& problems) {
  const auto check = [&](const char* pointer, std::string& name) {
    const auto typed = name;
    name = folded(name);
    if (!is_own_name(name)) problems.push_back({pointer, tell("wrong.header_name", {{"got", typed}})});
  };
  check("/headers/person", it.person);
  check("/headers/groups", it.groups);
  if (it.person == it.groups) problems.push_back({"/headers/groups", tell("wrong.same_header", {{"got", it.groups}})});
  if (it.separator != "," && it.separator != ";")
    problems.push_back({"/headers/separator", tell("wrong.separator", {{"got", it.separator}})});
}

bool is_place_to_leave(const std::string& address) {
  if (!address.starts_with('/')) return openid::is_safe_address(address);
  return !address.starts_with("//") &&
         std::ranges::all_of(address, [](char c) { return c > ' ' && c < 0x7f && c != '\\' && c != '#'; });
}

}  // namespace

std::pair<Settings, Problems> settings_from(std::string_view bytes) {
  Settings out;
  const auto read = [&](fields::ObjectReader& file) {
    file.required("name", out.name);
    file.required("headers", out.headers);
    file.optional("sign_out", out.sign_out);
    read_admission(file, out);
  };
  auto problems = read_settings(bytes, kGatewayFormat, read, [&](Problems& found) {
    check_not_empty("/name", out.name, found);
    check_headers(out.headers, found);
    if (!out.sign_out.empty() && !is_place_to_leave(out.sign_out))
      found.push_back({"/sign_out", tell("wrong.safe_address", {{"got", out.sign_out}})});
    check_admission(out, found);
  });
  return {std::move(out), std::move(problems)};
}

}  // namespace casus::web::gateway
