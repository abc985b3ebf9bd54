// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/settings.hpp"

#include "core/base/files/settings_file.hpp"
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
  Settings out;
  const auto read = [&](fields::ObjectReader& file) {
    file.required("issuer", out.issuer);
    file.required("client", out.client);
    file.required("secret_file", out.secret_file);
    file.required("address", out.address);
    file.required("name", out.name);
    file.optional("scopes", out.scopes);
    file.required("claims", out.claims);
    read_admission(file, out);
  };
  auto problems = read_settings(bytes, kSettingsFormat, read, [&](Problems& found) {
    check_addresses(out, found);
    check_not_empty("/client", out.client, found);
    check_not_empty("/secret_file", out.secret_file, found);
    check_not_empty("/name", out.name, found);
    check_not_empty("/claims/person", out.claims.person, found);
    check_not_empty("/claims/groups", out.claims.groups, found);
    check_scopes(out, found);
    check_admission(out, found);
  });
  return {std::move(out), std::move(problems)};
}

}  // namespace casus::web::openid
