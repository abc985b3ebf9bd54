// SPDX-License-Identifier: EUPL-1.2
#include "core/service/case_list.hpp"
#include "tests/service/house.hpp"
#include "tests/support/times.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;
using service::read_case_list;
using service::take_case_list;

namespace {

service::CaseListDefaults list_defaults() {
  service::CaseListDefaults defaults{"Noor Bakker", at("2026-03-02T09:00:00Z"), {}};
  defaults.open.privacy = Privacy::anonymous;
  defaults.open.basis = Basis::wmo;
  defaults.open.purpose = "een plan maken";
  defaults.open.method = "werf/werf";
  return defaults;
}

/// "3, kolom: what is wrong", one of each.
std::vector<std::string> told(const service::CaseList& list) {
  std::vector<std::string> all;
  for (const auto& it : list.problems) {
    CHECK_FALSE(it.remedy.in(Lang::nl).empty());
    CHECK_FALSE(it.remedy.in(Lang::en).empty());
    all.push_back(std::to_string(it.line) + ", " + it.column + ": " + it.message.in(Lang::nl));
  }
  return all;
}

}  // namespace

TEST_CASE("a list of cases becomes cases, and the same list again adds nothing", "[service][import]") {
  const House house;
  Desk desk(house, some_store(house));
  const std::string bytes =
      "Zaaknr;Titel;Wijk;Melddatum;Grondslag;Regisseur;Vraag;Telefoon\r\n"
      "2025/017;\"Man, alleen sinds mei\";Noord;2-3-2026;Jeugdwet;Samira;Wie ziet hij graag?;\r\n"
      "\r\n"
      "B 18;Moeder met twee kinderen;;;;;;x\r\n";
  auto list = read_case_list(bytes, {{"ZAAKNR", "id"}}, list_defaults());
  CHECK(told(list).empty());
  CHECK(list.unused == std::vector<std::string>{"Telefoon"});
  auto taken = take_case_list(desk.service, list, false);
  CHECK(taken.opened == 2);
  CHECK_FALSE(desk.service.exists("b-18"));
  taken = take_case_list(desk.service, list, true);
  CHECK(taken.opened == 2);
  CHECK(taken.known == 0);
  const auto first = desk.service.open("2025-017");
  CHECK(first.title == "Man, alleen sinds mei");
  CHECK(first.neighbourhood == "Noord");
  CHECK(first.reported_on == on("2026-03-02"));
  CHECK(first.basis == Basis::jeugdwet);
  CHECK(first.people.front().name == "Samira");
  CHECK(first.question == "Wie ziet hij graag?");
  CHECK(desk.service.open("b-18").basis == Basis::wmo);
  const auto version = first.version;
  auto again = read_case_list(bytes, {{"ZAAKNR", "id"}}, list_defaults());
  taken = take_case_list(desk.service, again, true);
  CHECK(taken.opened == 0);
  CHECK(taken.known == 2);
  CHECK(desk.service.open("2025-017").version == version);
}

TEST_CASE("every bad line is told, and nothing of the list is kept", "[service][import]") {
  const House house;
  Desk desk(house);
  const std::string bytes =
      "id,titel,gemeld op,privacy,vraag\n"
      "c-1,goed,,,\n"
      "C 1,dubbel,,,\n"
      ",zonder nummer,,,\n"
      "é,raar nummer,,,\n"
      "c-5,slechte dag,31-02-2026,,\n"
      "c-6,slechte keuze,,half,\n"
      "c-7,te kort\n"
      "c-8,bel 06-12345678,,,\n";
  auto list = read_case_list(bytes, {}, list_defaults());
  CHECK(told(list) == std::vector<std::string>{
                          "3, : casus 'c-1' staat er al eerder in", "4, : deze casus heeft geen nummer",
                          "5, id: 'é' kan geen nummer zijn", "6, gemeld op: '31-02-2026' is geen dag",
                          "7, privacy: 'half' ken ik hier niet", "8, : deze regel heeft 2 cellen, de eerste regel 5",
                          "9, titel: hier staat een telefoonnummer: '06-12345678'"});
  take_case_list(desk.service, list, true);
  CHECK(desk.service.case_ids().empty());
}

TEST_CASE("what a rule refuses is told by line too, and nothing is half done", "[service][import]") {
  const House house;
  Desk desk(house);
  desk.begin("c-3");
  const std::string bytes =
      "id,titel,vraag\n"
      "c-1,goed,Wat helpt?\n"
      "c-2,twee vragen,geen vraag\n"
      "c-3,is er al,\n"
      "c-4,goed,\n";
  auto list = read_case_list(bytes, {}, list_defaults());
  take_case_list(desk.service, list, true);
  REQUIRE(list.problems.size() == 2);
  CHECK(list.problems[0].line == 3);
  CHECK(list.problems[1].line == 4);
  CHECK(desk.service.case_ids() == std::vector<std::string>{"c-3"});
  CHECK(desk.store->verify().findings.empty());
}

TEST_CASE("a file that is no list says so", "[service][import]") {
  const auto problem = [](std::string_view bytes, const std::map<std::string, std::string>& columns = {}) {
    const auto list = read_case_list(bytes, columns, list_defaults());
    REQUIRE(list.problems.size() == 1);
    return list.problems.front().message.in(typed_in(Lang::nl)) + "; " +
           list.problems.front().remedy.in(typed_in(Lang::nl));
  };
  CHECK(problem("id;titel\nc-1;caf\xE9\n") ==
        "dit bestand is niet als UTF-8 bewaard; bewaar het in het rekenprogramma als 'CSV UTF-8'");
  CHECK(problem("id,titel\n") ==
        "er staat geen casus in dit bestand; zet op de eerste regel de namen van de kolommen, en daaronder een casus "
        "per regel");
  CHECK(problem("id\nc-1\n") ==
        "er is geen kolom voor 'title'; zeg welke kolom dat is: --map 'NAAM VAN DE KOLOM=title'");
  CHECK(problem("id,titel,nummer\nc-1,x,y\n") ==
        "een tweede kolom voor 'id'; laat er een weg, of geef deze kolom een andere naam");
  CHECK(problem("id,titel\nc-1,x\n", {{"Zaak", "id"}}) ==
        "deze kolom staat niet in het bestand; kijk hoe de kolom op de eerste regel heet");
  CHECK(problem("id,titel\nc-1,\"x\n") ==
        "hier begint een aanhalingsteken dat nergens sluit; zet de hele cel tussen aanhalingstekens, en schrijf er een "
        "in de tekst als twee");
}
