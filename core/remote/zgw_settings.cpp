// SPDX-License-Identifier: EUPL-1.2
#include "core/remote/zgw_settings.hpp"

#include "core/base/files/settings_file.hpp"
#include "core/remote/address.hpp"

namespace casus::remote {
namespace {

constexpr int kZgwSettingsFormat = 1;

void take_root(const char* pointer, std::string& address, Problems& problems) {
  if (!is_safe_address(address) || address.find('?') != std::string::npos)
    problems.push_back({pointer, tell("wrong.safe_address", {{"got", address}})});
  if (!address.ends_with('/')) address += '/';
}

}  // namespace

Outcome<ZgwSettings, Problems> zgw_settings_from(std::string_view bytes) {
  ZgwSettings out;
  const auto read = [&](fields::ObjectReader& file) { ZgwSettings::fields(out, file); };
  auto problems = read_settings(bytes, kZgwSettingsFormat, read, [&](Problems& found) {
    take_root("/zaken", out.cases, found);
    take_root("/documenten", out.documents, found);
    check_not_empty("/client", out.client, found);
    check_not_empty("/secret_file", out.secret_file, found);
  });
  if (!problems.empty()) return failure(std::move(problems));
  return out;
}

std::string hosts_of(const ZgwSettings& settings) {
  auto all = host_of(settings.cases);
  if (const auto other = host_of(settings.documents); other != all) all += ", " + other;
  return all;
}

}  // namespace casus::remote
