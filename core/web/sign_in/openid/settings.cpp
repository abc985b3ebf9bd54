// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/settings.hpp"

#include "core/base/definition_file.hpp"
#include "core/base/json_fields.hpp"
#include "core/base/json_place.hpp"
#include "core/web/sign_in/openid/provider.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace casus::web::openid {
namespace {

constexpr int kSettingsFormat = 1;
constexpr int kMostHours = 12;

void check_addresses(const Settings& it, Problems& problems) {
  const auto check = [&](const char* pointer, const std::string& address, bool bare) {
    const auto server = address.find("://");
    const bool has_path = server != std::string::npos && address.find('/', server + 3) != std::string::npos;
    if (!is_safe_address(address) || address.find('?') != std::string::npos || (bare && has_path))
      problems.push_back({pointer, tell("wrong.safe_address", {{"got", address}})});
  };
  check("/issuer", it.issuer, false);
  check("/address", it.address, true);
}

void check_not_empty(std::string pointer, const std::string& text, Problems& problems) {
  if (trimmed(text).empty()) problems.push_back({std::move(pointer), tell("wrong.empty_text")});
}

void check_scopes(const Settings& it, Problems& problems) {
  for (std::size_t i = 0; i < it.scopes.size(); ++i)
    if (it.scopes[i].empty() || it.scopes[i].find_first_of(" \t\n\"\\") != std::string::npos)
      problems.push_back({fmt::format("/scopes/{}", i), tell("wrong.one_word", {{"got", it.scopes[i]}})});
}

void check_groups(const Settings& it, Problems& problems) {
  if (it.groups.empty()) problems.push_back({"/groups", tell("wrong.at_least_one")});
  std::set<std::pair<std::string, std::string>> seen;
  for (std::size_t i = 0; i < it.groups.size(); ++i) {
    const auto& row = it.groups[i];
    const auto path = fmt::format("/groups/{}", i);
    check_not_empty(path + "/group", row.group, problems);
    check_not_empty(path + "/team", row.team, problems);
    if (!seen.emplace(row.group, row.team).second)
      problems.push_back({path, tell("wrong.another_group", {{"group", row.group}, {"team", row.team}})});
  }
}

void check_people(const Settings& it, Problems& problems) {
  if (it.people.empty()) problems.push_back({"/people", tell("wrong.at_least_one")});
  std::set<std::string> ids;
  for (std::size_t i = 0; i < it.people.size(); ++i) {
    const auto& row = it.people[i];
    const auto path = fmt::format("/people/{}", i);
    check_not_empty(path + "/id", row.id, problems);
    check_not_empty(path + "/name", row.name, problems);
    if (!ids.insert(row.id).second)
      problems.push_back({path + "/id", tell("wrong.another_person", {{"name", row.id}})});
  }
}

}  // namespace

std::pair<Settings, Problems> settings_from(std::string_view bytes) {
  Problems problems;
  Settings out;
  const auto in = strict_json(bytes, kDefinitionBounds, problems);
  if (in.is_object()) {
    fields::ObjectReader file(in, "", problems);
    file.format(kSettingsFormat);
    file.required("issuer", out.issuer);
    file.required("client", out.client);
    file.required("secret_file", out.secret_file);
    file.required("address", out.address);
    file.required("name", out.name);
    file.optional("scopes", out.scopes);
    file.required("claims", out.claims);
    file.required("groups", out.groups);
    file.required("people", out.people);
    file.optional("hours", out.hours);
    file.finish();
  }
  if (problems.empty()) {
    check_addresses(out, problems);
    check_not_empty("/client", out.client, problems);
    check_not_empty("/secret_file", out.secret_file, problems);
    check_not_empty("/name", out.name, problems);
    check_not_empty("/claims/person", out.claims.person, problems);
    check_not_empty("/claims/groups", out.claims.groups, problems);
    check_scopes(out, problems);
    check_groups(out, problems);
    check_people(out, problems);
    if (out.hours < 1 || out.hours > kMostHours)
      problems.push_back({"/hours", tell("wrong.hours", {{"got", out.hours}, {"most", kMostHours}})});
  }
  place(problems, bytes);
  return {std::move(out), std::move(problems)};
}

}  // namespace casus::web::openid
