// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/zgw_types.hpp"

#include "core/base/citizen_number.hpp"
#include "core/base/json/json_fields.hpp"
#include "core/base/json/strict_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstddef>

namespace casus::report {

namespace {

constexpr std::size_t kMostAddress = 1000;         // of the Zaken API
constexpr std::size_t kMostDocumentAddress = 200;  // of the Documenten API
constexpr std::size_t kMostPrefix = 20;
constexpr std::string_view kDraftHost = "https://catalogi.voorbeeld.invalid/";

/// As a citizen number is.
bool is_rsin(std::string_view text) {
  return text.size() == 9 && text.find_first_not_of("0123456789") == std::string_view::npos && passes_eleven_test(text);
}

bool is_web_address(std::string_view text, std::size_t most) {
  const bool web = text.starts_with("https://") || text.starts_with("http://");
  const auto host = text.find("//") + 2;
  return web && text.size() > host && text.size() <= most && std::ranges::none_of(text, [](unsigned char c) {
           constexpr std::string_view kNever = "\"<>\\^`{|}";
           return c <= ' ' || c >= 0x7F || kNever.find(static_cast<char>(c)) != std::string_view::npos;
         });
}

/// Every address of the settings with its place; one that may be left out only when it is there.
void each_address(const ZgwTypes& types, auto&& look) {
  look("/zaaktype", types.case_type, kMostAddress);
  look("/statustypen/intake", types.statuses.intake, kMostAddress);
  for (const auto phase : kAllPhases)
    look(fmt::format("/statustypen/{}", key(phase)), types.statuses.of(phase), kMostAddress);
  look("/statustypen/closed", types.statuses.closed, kMostAddress);
  look("/resultaattype", types.result_type, kMostAddress);
  look("/roltypen/behandelaar", types.roles.behandelaar, kMostAddress);
  if (!types.roles.zaakcoordinator.empty())
    look("/roltypen/zaakcoordinator", types.roles.zaakcoordinator, kMostAddress);
  if (!types.roles.belanghebbende.empty()) look("/roltypen/belanghebbende", types.roles.belanghebbende, kMostAddress);
  look("/informatieobjecttype", types.document_type, kMostDocumentAddress);
}

Problems wrong_values(const ZgwTypes& types) {
  Problems problems;
  const auto add = [&](std::string pointer, Telling what) {
    problems.push_back({std::move(pointer), std::move(what)});
  };
  // What stands there is not told: it may be a citizen number.
  if (!is_rsin(types.organisation)) add("/bronorganisatie", tell("wrong.rsin"));
  if (!types.responsible.empty() && !is_rsin(types.responsible))
    add("/verantwoordelijkeOrganisatie", tell("wrong.rsin"));
  const bool plain = std::ranges::all_of(types.prefix, [](unsigned char c) {
    return c < 0x80 && (std::isalnum(c) != 0 || c == '-' || c == '.' || c == '_');
  });
  if (!plain || types.prefix.size() > kMostPrefix)
    add("/voorvoegsel", tell("wrong.zgw_prefix", {{"most", kMostPrefix}}));
  each_address(types, [&](std::string pointer, const std::string& address, std::size_t most) {
    if (!is_web_address(address, most)) add(std::move(pointer), tell("wrong.zgw_address", {{"most", most}}));
  });
  return problems;
}

}  // namespace

const std::string& ZgwStatusTypes::of(Phase phase) const {
  switch (phase) {
    case Phase::analysis: return analysis;
    case Phase::plan_of_action: return plan_of_action;
    case Phase::network_involvement: return network_involvement;
    case Phase::evaluation: break;
  }
  return evaluation;
}

bool ZgwTypes::has_draft_addresses() const {
  bool found = false;
  each_address(*this, [&](const std::string&, const std::string& address, std::size_t) {
    found = found || address.starts_with(kDraftHost);
  });
  return found;
}

Outcome<ZgwTypes, Problems> zgw_types_from(std::string_view bytes) {
  Problems problems;
  const auto in = strict_json(bytes, {64 * 1024, 6, "format"}, problems);
  ZgwTypes types;
  if (problems.empty()) {
    fields::ObjectReader reader(in, "", problems);
    reader.format(1);
    ZgwTypes::fields(types, reader);
    reader.finish();
  }
  if (problems.empty()) problems = wrong_values(types);
  if (!problems.empty()) return failure(std::move(problems));
  return types;
}

std::string zgw_draft() {
  const auto address = [](std::string_view what, std::string_view which) {
    return fmt::format("{}catalogi/api/v1/{}/{}", kDraftHost, what, which);
  };
  ZgwTypes types;
  types.organisation = types.responsible = "000000000";
  types.prefix = "WIJKTEAM-";
  types.case_type = address("zaaktypen", "1");
  types.statuses = {address("statustypen", "1"), address("statustypen", "2"), address("statustypen", "3"),
                    address("statustypen", "4"), address("statustypen", "5"), address("statustypen", "6")};
  types.result_type = address("resultaattypen", "1");
  types.roles = {address("roltypen", "1"), address("roltypen", "2"), address("roltypen", "3")};
  types.document_type = address("informatieobjecttypen", "1");
  types.bound_use = false;
  nlohmann::ordered_json out{{"format", 1}};
  const auto written = fields::write(types);
  for (const auto& [name, value] : written.items()) out[name] = value;
  out["vertrouwelijkheidaanduiding"] = std::string(key(types.confidentiality));
  return out.dump(2) + '\n';
}

}  // namespace casus::report
