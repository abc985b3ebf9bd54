// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/settings.hpp"

#include "core/base/definition_file.hpp"
#include "core/base/json_fields.hpp"
#include "core/base/json_place.hpp"
#include "core/web/sign_in/openid/provider.hpp"

#include <fmt/format.h>

namespace casus::web::openid {
namespace {

constexpr int kSettingsFormat = 1;

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

void check_scopes(const Settings& it, Problems& problems) {
  for (std::size_t i = 0; i < it.scopes.size(); ++i)
    if (it.scopes[i].empty() || it.scopes[i].find_first_of(" \t\n\"\\") != std::string::npos)
      problems.push_back({fmt::format("/scopes/{}", i), tell("wrong.one_word", {{"got", it.scopes[i]}})});
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
    read_admission(file, out);
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
    check_admission(out, problems);
  }
  place(problems, bytes);
  return {std::move(out), std::move(problems)};
}

}  // namespace casus::web::openid
