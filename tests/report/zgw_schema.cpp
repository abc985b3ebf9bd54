// SPDX-License-Identifier: EUPL-1.2
#include "tests/report/zgw_schema.hpp"

#include "core/base/time.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <regex>
#include <set>

namespace casus::test {

using nlohmann::json;

namespace {

enum class ZgwKind { text, address, uuid, day, moment, flag, whole, addresses, object };

struct ZgwField {
  ZgwKind kind = ZgwKind::text;
  bool required = false;
  std::size_t most = 0;            ///< signs; 0: no limit
  std::set<std::string> values{};  ///< of a closed list
  bool nullable = false;
};

using ZgwResource = std::map<std::string, ZgwField>;

const std::set<std::string> kZgwConfidential{"openbaar",      "beperkt_openbaar", "intern", "zaakvertrouwelijk",
                                             "vertrouwelijk", "confidentieel",    "geheim", "zeer_geheim"};

const std::map<std::string, ZgwResource>& zgw_resources() {
  static const std::map<std::string, ZgwResource> all{
      {"zaak",
       {{"url", {ZgwKind::address, true, 1000}},
        {"uuid", {ZgwKind::uuid, true}},
        {"identificatie", {ZgwKind::text, false, 40}},
        {"bronorganisatie", {ZgwKind::text, true, 9}},
        {"omschrijving", {ZgwKind::text, false, 80}},
        {"zaaktype", {ZgwKind::address, true, 1000}},
        {"registratiedatum", {ZgwKind::day}},
        {"verantwoordelijkeOrganisatie", {ZgwKind::text, true, 9}},
        {"startdatum", {ZgwKind::day, true}},
        {"einddatum", {ZgwKind::day, true, 0, {}, true}},
        {"vertrouwelijkheidaanduiding", {ZgwKind::text, false, 0, kZgwConfidential}},
        {"betalingsindicatie", {ZgwKind::text, false, 0, {"nvt", "nog_niet", "gedeeltelijk", "geheel", ""}}},
        {"betalingsindicatieWeergave", {ZgwKind::text, true}},
        {"opschorting", {ZgwKind::object, false, 0, {}, true}},
        {"deelzaken", {ZgwKind::addresses, true}},
        {"eigenschappen", {ZgwKind::addresses, true}},
        {"rollen", {ZgwKind::addresses, true}},
        {"status", {ZgwKind::address, true, 0, {}, true}},
        {"zaakinformatieobjecten", {ZgwKind::addresses, true}},
        {"zaakobjecten", {ZgwKind::addresses, true}},
        {"resultaat", {ZgwKind::address, true, 0, {}, true}}}},
      {"opschorting", {{"indicatie", {ZgwKind::flag, true}}, {"reden", {ZgwKind::text, true, 200}}}},
      {"status",
       {{"url", {ZgwKind::address, true, 1000}},
        {"uuid", {ZgwKind::uuid, true}},
        {"zaak", {ZgwKind::address, true, 1000}},
        {"statustype", {ZgwKind::address, true, 1000}},
        {"datumStatusGezet", {ZgwKind::moment, true}},
        {"statustoelichting", {ZgwKind::text, false, 1000}},
        {"indicatieLaatstGezetteStatus", {ZgwKind::flag, true}},
        {"zaakinformatieobjecten", {ZgwKind::addresses, true}}}},
      {"rol",
       {{"url", {ZgwKind::address, true, 1000}},
        {"uuid", {ZgwKind::uuid, true}},
        {"zaak", {ZgwKind::address, true, 1000}},
        {"betrokkene", {ZgwKind::text, false, 1000}},
        {"betrokkeneType",
         {ZgwKind::text,
          true,
          0,
          {"natuurlijk_persoon", "niet_natuurlijk_persoon", "vestiging", "organisatorische_eenheid", "medewerker"}}},
        {"betrokkeneIdentificatie", {ZgwKind::object}},
        {"roltype", {ZgwKind::address, true, 1000}},
        {"omschrijving", {ZgwKind::text, true}},
        {"omschrijvingGeneriek",
         {ZgwKind::text,
          true,
          0,
          {"adviseur", "behandelaar", "belanghebbende", "beslisser", "initiator", "klantcontacter", "zaakcoordinator",
           "mede_initiator"}}},
        {"roltoelichting", {ZgwKind::text, true, 1000}},
        {"registratiedatum", {ZgwKind::moment, true}},
        {"indicatieMachtiging", {ZgwKind::text, false, 0, {"gemachtigde", "machtiginggever", ""}}},
        {"statussen", {ZgwKind::addresses, true}}}},
      {"organisatorische_eenheid", {{"naam", {ZgwKind::text, false, 50}}}},
      {"medewerker", {{"achternaam", {ZgwKind::text, false, 200}}}},
      {"natuurlijk_persoon", {{"geslachtsnaam", {ZgwKind::text, false, 200}}}},
      {"resultaat",
       {{"url", {ZgwKind::address, true, 1000}},
        {"uuid", {ZgwKind::uuid, true}},
        {"zaak", {ZgwKind::address, true, 1000}},
        {"resultaattype", {ZgwKind::address, true, 1000}},
        {"toelichting", {ZgwKind::text, false, 1000}}}},
      {"zaakinformatieobject",
       {{"url", {ZgwKind::address, true, 1000}},
        {"uuid", {ZgwKind::uuid, true}},
        {"zaak", {ZgwKind::address, true, 1000}},
        {"informatieobject", {ZgwKind::address, true, 1000}},
        {"aardRelatieWeergave",
         {ZgwKind::text, true, 0, {"Hoort bij, omgekeerd: kent", "Legt vast, omgekeerd: kan vastgelegd zijn als"}}},
        {"titel", {ZgwKind::text, false, 200}},
        {"beschrijving", {ZgwKind::text}},
        {"registratiedatum", {ZgwKind::moment, true}},
        {"vernietigingsdatum", {ZgwKind::moment, false, 0, {}, true}},
        {"status", {ZgwKind::address, false, 1000, {}, true}}}},
      // As it is handed in; url and uuid are ours, so that the others can point at it.
      {"informatieobject",
       {{"url", {ZgwKind::address}},
        {"uuid", {ZgwKind::uuid}},
        {"identificatie", {ZgwKind::text, false, 40}},
        {"bronorganisatie", {ZgwKind::text, true, 9}},
        {"creatiedatum", {ZgwKind::day, true}},
        {"titel", {ZgwKind::text, true, 200}},
        {"vertrouwelijkheidaanduiding", {ZgwKind::text, false, 0, kZgwConfidential}},
        {"auteur", {ZgwKind::text, true, 200}},
        {"status",
         {ZgwKind::text,
          false,
          0,
          {"in_bewerking", "concept", "definitief", "ter_vaststelling", "vastgesteld", "gearchiveerd", ""}}},
        {"formaat", {ZgwKind::text, false, 255}},
        {"taal", {ZgwKind::text, true, 3}},
        {"bestandsnaam", {ZgwKind::text, false, 255}},
        {"inhoud", {ZgwKind::text, false, 0, {}, true}},
        {"bestandsomvang", {ZgwKind::whole, false, 0, {}, true}},
        {"indicatieGebruiksrecht", {ZgwKind::flag, false, 0, {}, true}},
        {"informatieobjecttype", {ZgwKind::address, true, 200}}}}};
  return all;
}

/// What a register makes up itself ("readOnly"); of a document the addresses are ours.
const std::map<std::string, std::set<std::string>>& zgw_read_only() {
  static const std::map<std::string, std::set<std::string>> all{
      {"zaak",
       {"url", "uuid", "einddatum", "betalingsindicatieWeergave", "deelzaken", "eigenschappen", "rollen", "status",
        "zaakinformatieobjecten", "zaakobjecten", "resultaat"}},
      {"status", {"url", "uuid", "indicatieLaatstGezetteStatus", "zaakinformatieobjecten"}},
      {"rol", {"url", "uuid", "omschrijving", "omschrijvingGeneriek", "registratiedatum", "statussen"}},
      {"resultaat", {"url", "uuid"}},
      {"zaakinformatieobject", {"url", "uuid", "aardRelatieWeergave", "registratiedatum"}},
      {"informatieobject", {"url", "uuid"}}};
  return all;
}

bool zgw_text_like(const json& value, const char* pattern) {
  return value.is_string() && std::regex_match(value.get<std::string>(), std::regex(pattern));
}

bool zgw_address(const json& value) { return zgw_text_like(value, "(https?://|urn:uuid:)[!-~]+"); }

bool zgw_has_kind(const json& value, ZgwKind kind) {
  switch (kind) {
    case ZgwKind::text: return value.is_string();
    case ZgwKind::address: return zgw_address(value);
    case ZgwKind::uuid: return zgw_text_like(value, "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    case ZgwKind::day: return value.is_string() && date_from(value.get<std::string>()).has_value();
    case ZgwKind::moment: return value.is_string() && time_from(value.get<std::string>()).has_value();
    case ZgwKind::flag: return value.is_boolean();
    case ZgwKind::whole: return value.is_number_unsigned();
    case ZgwKind::object: return value.is_object();
    case ZgwKind::addresses:
      return value.is_array() && std::ranges::all_of(value, zgw_address) &&
             std::set<json>(value.begin(), value.end()).size() == value.size();
  }
  return false;
}

std::size_t zgw_signs_in(const std::string& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// What is wrong with one resource, of which these fields may be there; empty for nothing.
std::vector<std::string> zgw_wrong_in(const json& resource, const std::string& name, const ZgwResource& fields) {
  std::vector<std::string> wrong;
  for (const auto& [key, field] : fields) {
    if (!resource.contains(key)) {
      if (field.required) wrong.push_back(name + ": no " + key);
      continue;
    }
    const auto& value = resource.at(key);
    if (value.is_null()) {
      if (!field.nullable) wrong.push_back(name + ": empty " + key);
      continue;
    }
    if (!zgw_has_kind(value, field.kind)) wrong.push_back(name + ": kind of " + key);
    else if (field.most > 0 && zgw_signs_in(value.get<std::string>()) > field.most)
      wrong.push_back(name + ": long " + key);
    else if (!field.values.empty() && !field.values.contains(value.get<std::string>()))
      wrong.push_back(name + ": value of " + key);
  }
  for (const auto& [key, value] : resource.items())
    if (!fields.contains(key)) wrong.push_back(name + ": unknown " + key);
  return wrong;
}

}  // namespace

std::vector<std::string> zgw_wrong_with(const json& file) {
  std::vector<std::string> wrong;
  std::set<std::string> there;
  const auto look = [&](const json& resource, const std::string& name) {
    const auto found = zgw_wrong_in(resource, name, zgw_resources().at(name));
    wrong.insert(wrong.end(), found.begin(), found.end());
    if (resource.contains("url")) there.insert(resource.at("url").get<std::string>());
  };
  look(file.at("zaak"), "zaak");
  if (file.at("zaak").contains("opschorting")) look(file.at("zaak").at("opschorting"), "opschorting");
  for (const auto& one : file.at("statussen")) look(one, "status");
  for (const auto& one : file.at("rollen")) {
    look(one, "rol");
    const auto kind = one.value("betrokkeneType", "");
    if (zgw_resources().contains(kind)) look(one.at("betrokkeneIdentificatie"), kind);
  }
  if (!file.at("resultaat").is_null()) look(file.at("resultaat"), "resultaat");
  for (const auto& one : file.at("informatieobjecten")) look(one, "informatieobject");
  for (const auto& one : file.at("zaakinformatieobjecten")) look(one, "zaakinformatieobject");
  const std::function<void(const json&)> follow = [&](const json& value) {
    if (value.is_structured())
      for (const auto& part : value) follow(part);
    else if (value.is_string() && value.get<std::string>().starts_with("urn:") &&
             !there.contains(value.get<std::string>()))
      wrong.push_back("leads nowhere: " + value.get<std::string>());
  };
  follow(file);
  return wrong;
}

std::vector<std::string> zgw_wrong_with_request(const json& body, const std::string& resource, bool whole) {
  if (!body.is_object()) return {resource + ": kind"};
  auto fields = zgw_resources().at(resource);
  for (const auto& name : zgw_read_only().at(resource)) fields.erase(name);
  if (resource == "informatieobject" && !whole) fields["lock"] = {ZgwKind::text, true};
  for (auto& [name, field] : fields)
    if (!whole && name != "lock") field.required = false;
  auto wrong = zgw_wrong_in(body, resource, fields);
  const auto look = [&](const json& part, const std::string& name) {
    for (auto& one : zgw_wrong_in(part, name, zgw_resources().at(name))) wrong.push_back(std::move(one));
  };
  if (body.contains("opschorting") && body.at("opschorting").is_object()) look(body.at("opschorting"), "opschorting");
  const auto kind = resource == "rol" ? body.value("betrokkeneType", "") : std::string();
  if (zgw_resources().contains(kind)) look(body.value("betrokkeneIdentificatie", json::object()), kind);
  for (const auto& [name, value] : body.items())
    if (value.is_string() && value.get<std::string>().starts_with("urn:"))
      wrong.push_back(resource + ": leads nowhere: " + name);
  return wrong;
}

}  // namespace casus::test
