// SPDX-License-Identifier: EUPL-1.2
#include "core/report/exchange/zgw.hpp"

#include "core/base/base64.hpp"
#include "tests/report/sample.hpp"
#include "tests/report/zgw_cases.hpp"
#include "tests/report/zgw_schema.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace casus::test {

using Catch::Matchers::Contains;
using nlohmann::json;

namespace {

report::ZgwTypes zgw_settings() {
  auto read = report::zgw_types_from(report::zgw_draft());
  REQUIRE(read);
  return *read;
}

const report::ZgwMaker kZgwMaker{"Wijkteam Voorbeeld", at("2026-03-10T09:00:00Z")};

/// With somebody's name in its plan.
Case zgw_agreed(Case state) {
  state.goals.front().set.text = "Elke week koffie bij Joke van der Plas, met Els Voorbeeld";
  return state;
}

Case zgw_agreed_case() { return zgw_agreed(zgw_open_case()); }
Case zgw_closed_case() { return zgw_agreed(zgw_ended_case()); }

json zgw_file(const Case& state) { return report::zgw_case(state, zgw_settings(), kZgwMaker, Lang::nl); }

std::string zgw_plan(const json& file) {
  return from_base64(file.at("informatieobjecten").at(0).at("inhoud").get<std::string>()).value();
}

/// All that can be read in it.
std::string zgw_words(json file) {
  const auto plan = zgw_plan(file);
  file.at("informatieobjecten").at(0).erase("inhoud");
  return file.dump() + plan;
}

}  // namespace

TEST_CASE("a case is written as the published schema of the register of cases has it", "[report][zgw]") {
  auto paused = zgw_agreed_case();
  paused.stage.life = Life::paused;
  Case intake{.id = "2026-020", .version = 1, .opened_at = at("2026-03-02T08:50:00Z")};
  for (const auto& state : {full_case(), zgw_agreed_case(), zgw_closed_case(), paused, intake})
    for (const auto lang : {Lang::nl, Lang::en})
      CHECK(zgw_wrong_with(report::zgw_case(state, zgw_settings(), kZgwMaker, lang)) == std::vector<std::string>{});
  CHECK(zgw_file(paused).at("zaak").at("opschorting").at("indicatie") == true);
  CHECK(zgw_file(intake).at("informatieobjecten").empty());
  CHECK(zgw_file(intake).at("statussen").size() == 1);
}

TEST_CASE("what the schema does not allow is found", "[report][zgw]") {
  const auto good = zgw_file(zgw_closed_case());
  REQUIRE(zgw_wrong_with(good).empty());
  const auto changed = [&](const char* pointer, const json& value) {
    auto file = good;
    file[json::json_pointer(pointer)] = value;
    return zgw_wrong_with(file);
  };
  CHECK_FALSE(changed("/zaak/startdatum", "2026-02-30").empty());
  CHECK_FALSE(changed("/zaak/vertrouwelijkheidaanduiding", "beetje").empty());
  CHECK_FALSE(changed("/zaak/bronorganisatie", "0000000000").empty());
  CHECK_FALSE(changed("/zaak/titel", "x").empty());
  CHECK_FALSE(changed("/zaak/status", "urn:uuid:weg").empty());
  CHECK_FALSE(changed("/statussen/0/statustype", "geen adres").empty());
  CHECK_FALSE(changed("/rollen/0/betrokkeneType", "buurman").empty());
  CHECK_FALSE(changed("/informatieobjecten/0/taal", "nederlands").empty());
  for (const auto* gone : {"zaaktype", "rollen", "einddatum"}) {
    auto file = good;
    file.at("zaak").erase(gone);
    CHECK_FALSE(zgw_wrong_with(file).empty());
  }
}

TEST_CASE("a register gets where the case was in order, one status for a moment, and a result when it is closed",
          "[report][zgw]") {
  const auto zgw_types_of = [](const json& file) {
    std::vector<std::string> all;
    std::string before;
    for (const auto& one : file.at("statussen")) {
      const auto moment = one.at("datumStatusGezet").get<std::string>();
      CHECK(before < moment);
      before = moment;
      const auto type = one.at("statustype").get<std::string>();
      all.push_back(type.substr(type.rfind('/') + 1));
    }
    return all;
  };
  const auto open = zgw_file(full_case());
  CHECK(zgw_types_of(open) == std::vector<std::string>{"1", "2", "3"});
  CHECK(open.at("resultaat").is_null());
  CHECK(open.at("zaak").at("einddatum").is_null());
  CHECK(open.at("zaak").at("status") == open.at("statussen").back().at("url"));

  auto state = zgw_closed_case();
  const auto closed = zgw_file(state);
  CHECK(zgw_types_of(closed) == std::vector<std::string>{"1", "2", "3", "6"});
  CHECK(closed.at("zaak").at("einddatum") == "2026-04-13");
  CHECK(closed.at("resultaat").at("resultaattype") == zgw_settings().result_type);

  // Opened again: the visit begins in the same second, and has the next status.
  Ending back{{.at = at("2026-05-01T09:00:00Z")}, Life::open};
  state.endings.push_back(back);
  auto visit = state.visits.front();
  visit.entered = back.at;
  state.visits.push_back(visit);
  state.stage.life = Life::open;
  const auto again = zgw_file(state);
  CHECK(zgw_types_of(again) == std::vector<std::string>{"1", "2", "3", "6", "2"});
  CHECK(again.at("zaak").at("einddatum").is_null());
  CHECK(again.at("resultaat").is_null());
}

TEST_CASE("nothing that was said goes to the register, and no names but those of a role", "[report][zgw]") {
  const auto file = zgw_file(zgw_closed_case());
  const auto all = zgw_words(file);
  for (const auto* said : {"alleen is",
                           "meedenken",
                           "Hoe krijgt Bram",
                           "kleine stap",
                           "huisarts",
                           "kaartclub",
                           "Vraag de buurvrouw",
                           "GEHEIM",
                           "Blauwe plek",
                           "aandachtsfunctionaris",
                           "REDEN VAN SLUITEN",
                           "slaapt",
                           "Hij wil het zelf",
                           "vakantie",
                           "twee adressen",
                           "Joke",
                           "van der Plas",
                           "Oom Kees",
                           "Sanne",
                           "Joris",
                           "Anouk"}) {
    INFO(said);
    CHECK_THAT(all, !Contains(said));
  }
  CHECK(file.at("rollen").size() == 3);
  CHECK_THAT(file.at("rollen").dump(), Contains("Fatima") && Contains("Els Voorbeeld"));
  CHECK_THAT(zgw_plan(file), Contains("Els Voorbeeld") && Contains("iemand anders"));
}

TEST_CASE("a case without names gives none, and a role without a type is not written", "[report][zgw]") {
  auto state = zgw_agreed_case();
  state.privacy = Privacy::anonymous;
  const auto file = zgw_file(state);
  CHECK(zgw_wrong_with(file).empty());
  const auto all = zgw_words(file);
  for (const auto& person : state.people) {
    if (person.name == "ZgwKind" || person.name == "Sam") continue;  // parts of other words
    INFO(person.name);
    CHECK_THAT(all, !Contains(person.name));
  }
  REQUIRE(file.at("rollen").size() == 1);
  CHECK(file.at("rollen").at(0).at("betrokkeneIdentificatie").at("naam") == "Wijkteam Voorbeeld");

  auto few = zgw_settings();
  few.roles.belanghebbende.clear();
  const auto agreed = report::zgw_case(zgw_agreed_case(), few, kZgwMaker, Lang::nl);
  CHECK(agreed.at("rollen").size() == 2);
  CHECK_THAT(zgw_words(agreed), !Contains("Els Voorbeeld"));
}

TEST_CASE("what people typed breaks no file for the register", "[report][zgw]") {
  auto state = hostile_case();
  for (auto& person : state.people) person.name = "Naam van " + person.id + std::string(300, 'x');
  CHECK(zgw_wrong_with(zgw_file(state)).empty());
}

TEST_CASE("a case is the same one in the register the next time, and another in another organisation",
          "[report][zgw]") {
  const auto first = zgw_file(zgw_agreed_case());
  auto later = kZgwMaker;
  later.now += std::chrono::hours(24);
  CHECK(report::zgw_case(zgw_closed_case(), zgw_settings(), later, Lang::nl).at("zaak").at("url") ==
        first.at("zaak").at("url"));
  auto other = zgw_settings();
  other.prefix = "ANDER-TEAM-";
  const auto theirs = report::zgw_case(zgw_agreed_case(), other, kZgwMaker, Lang::nl);
  CHECK(theirs.at("zaak").at("url") != first.at("zaak").at("url"));
  CHECK(theirs.at("zaak").at("identificatie") == "ANDER-TEAM-2026-014");
}

TEST_CASE("settings for the register that lack something or cannot be meant so are told, all at once",
          "[report][zgw]") {
  const auto told = [](const json& settings) {
    // The format stands first.
    auto text = settings.dump();
    const auto read = report::zgw_types_from("{\"format\":1," + text.substr(1));
    std::vector<std::string> pointers;
    if (!read)
      for (const auto& problem : read.error()) pointers.push_back(problem.pointer);
    return pointers;
  };
  auto settings = json::parse(report::zgw_draft());
  settings.erase("format");
  CHECK(told(settings).empty());
  auto wrong = settings;
  wrong["bronorganisatie"] = "123456789";
  wrong["voorvoegsel"] = "WIJK TEAM";
  wrong["zaaktype"] = "zaaktype 1";
  wrong["statustypen"]["closed"] = "ftp://voorbeeld.invalid/6";
  wrong["roltypen"]["behandelaar"] = "https://";
  wrong["informatieobjecttype"] = "https://voorbeeld.invalid/" + std::string(200, 'a');
  CHECK(told(wrong) == std::vector<std::string>{"/bronorganisatie", "/voorvoegsel", "/zaaktype", "/statustypen/closed",
                                                "/roltypen/behandelaar", "/informatieobjecttype"});
  auto lacking = settings;
  lacking.erase("zaaktype");
  lacking["statustypen"].erase("evaluation");
  lacking["kleur"] = "rood";
  CHECK(told(lacking).size() == 3);
  CHECK(zgw_settings().has_draft_addresses());
}

}  // namespace casus::test
