// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/line_remarks.hpp"
#include "core/engine/team/team.hpp"
#include "tests/engine/shipped.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/times.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;

namespace {

Team noord() {
  Team team;
  team.name = "Wijkteam Noord";
  return team;
}

void does(Team& team, const char* day, TeamBody body) {
  const auto decided =
      engine::decide(team, {"", at((std::string(day) + "T09:00:00Z").c_str()), std::move(body)}, {}, Shipped());
  REQUIRE(decided.has_value());
  for (const auto& event : *decided) engine::evolve(team, event);
}

}  // namespace

TEST_CASE("a partner is wished for, then worked with, and what for stays", "[engine][team]") {
  auto team = noord();
  does(team, "2026-03-02",
       AddPartner{"De Linde", PartnerKind::school, Partnership::wished, "eerder horen hoe het gaat"});
  does(team, "2026-03-09", AddPartner{" de linde ", PartnerKind::school, Partnership::wished, ""});
  REQUIRE(team.partners.size() == 1);
  CHECK(team.partners.front().since == on("2026-03-02"));
  does(team, "2026-04-13", AddPartner{"de linde", PartnerKind::school, Partnership::present, ""});
  REQUIRE(team.partners.size() == 1);
  CHECK(team.partners.front().name == "De Linde");
  CHECK(team.partners.front().partnership == Partnership::present);
  CHECK(team.partners.front().purpose == "eerder horen hoe het gaat");
  CHECK(team.partners.front().since == on("2026-04-13"));
  does(team, "2026-05-04", DropPartner{"de linde"});
  CHECK(team.partners.empty());
}

TEST_CASE("what the team said already is remarked, with how it is taken back", "[engine][team]") {
  auto team = noord();
  const auto remarked = [&](TeamBody body) {
    const TeamCommand command{"", at("2026-03-09T09:00:00Z"), body};
    std::string all;
    for (const auto& one : engine::remarks(team, command)) all += one.message.in(typed_in(Lang::nl)) + '\n';
    does(team, "2026-03-09", std::move(body));
    return all;
  };
  const ChooseFocus focus{"Eenzaamheid in de flats", "contact", "", {}};
  CHECK(remarked(focus).empty());
  CHECK(remarked(focus).find("als f1. Was het dubbel?") != std::string::npos);
  CHECK(remarked(WritePaperLine{PaperLayer::team, "Wij bellen eerst"}).empty());
  const auto line = remarked(WritePaperLine{PaperLayer::team, "wij bellen eerst "});
  CHECK(line.find("als n1. Was het dubbel?") != std::string::npos);
  CHECK(line.find("n2") != std::string::npos);
  CHECK(remarked(WritePaperLine{PaperLayer::area, "Wij bellen eerst"}).empty());
  CHECK(remarked(AddPartner{"De Linde", PartnerKind::school, Partnership::wished, "Snel horen"}).empty());
  CHECK(remarked(AddPartner{"de linde", PartnerKind::school, Partnership::wished, ""}) ==
        "let op: dat stond er al zo. Er is niets veranderd.\n");
  CHECK(remarked(AddPartner{"De Linde", PartnerKind::school, Partnership::present, ""}).empty());
}

TEST_CASE("a likely name in a reason of the team is remarked, and a colleague's is not", "[engine][team][never_kept]") {
  auto team = noord();
  team.members.push_back({"Daan", ""});
  const auto remarked = [&](TeamBody body) {
    std::string all;
    for (const auto& one : engine::remarks(team, TeamCommand{"", at("2026-03-09T09:00:00Z"), std::move(body)}))
      all += one.message.in(Lang::nl) + '\n';
    return all;
  };
  CHECK(remarked(WithdrawLine{"l1", "mevrouw De Vries wil het niet"}).find("De Vries") != std::string::npos);
  CHECK(remarked(ChooseFocus{"Ontmoeting", "", "het gezin van Fatima", {}}).find("Fatima") != std::string::npos);
  CHECK(remarked(WithdrawLine{"l1", "ligt op Kerkstraat 12"}).find("Kerkstraat 12") != std::string::npos);
  CHECK(remarked(WithdrawLine{"l1", "Daan zag dat het dubbel was"}).empty());
  CHECK(remarked(WithdrawLine{"l1", "Stond er dubbel"}).empty());
  // What the team is called, and where it is called.
  SetTeam set{{.phone = "vraag naar mevrouw De Vries"}};
  CHECK(remarked(set).find("De Vries") != std::string::npos);
  set.phone = "Kerkstraat 12";
  CHECK(remarked(set).find("Kerkstraat 12") != std::string::npos);
  for (const char* phone : {"020 000 00 00", "vraag naar Daan", ""}) {
    set.phone = phone;
    CHECK(remarked(set).empty());
  }
  CHECK(remarked(RenameTeam{{"Team van Fatima Jansen"}}).find("Fatima Jansen") != std::string::npos);
  CHECK(remarked(RenameTeam{{"Team Kerkstraat 12"}}).find("Kerkstraat 12") != std::string::npos);
  for (const char* name : {"Wijkteam Noord", "Team Van der Bosch", "Zuidoost", "Team Jansen"})
    CHECK(remarked(RenameTeam{{name}}).empty());
}

TEST_CASE("a partner needs a team and a name, and an unknown one gets the nearest", "[engine][team]") {
  const auto refused = [](const Team& team, TeamBody body) {
    const auto decided = engine::decide(team, {"", at("2026-03-02T09:00:00Z"), std::move(body)}, {}, Shipped());
    REQUIRE_FALSE(decided.has_value());
    return decided.error();
  };
  CHECK(refused(Team{}, AddPartner{"De Linde", PartnerKind::school, {}, {}}).name == "NoTeam");
  CHECK(refused(Team{}, DropPartner{"De Linde"}).name == "NoTeam");
  CHECK(refused(noord(), AddPartner{" ", PartnerKind::school, {}, {}}).reason.in(Lang::nl) ==
        "Hier ontbreekt de naam van de organisatie.");
  auto team = noord();
  does(team, "2026-03-02", AddPartner{"De Linde", PartnerKind::school, {}, {}});
  const auto unknown = refused(team, DropPartner{"De Lnde"});
  CHECK(unknown.name == "NoPartner");
  CHECK(unknown.reason.in(Lang::nl) == "'De Lnde' staat niet op de partnerkaart. Bedoel je De Linde?");
  CHECK(unknown.reason.in(Lang::en) == "'De Lnde' is not on the partner map. Did you mean De Linde?");
  CHECK(unknown.remedies_in(typed_in(Lang::nl)) == "Kijk wie erop staan: casus team partner list.");
  CHECK(unknown.remedies_in(typed_in(Lang::en)) == "See who is on it: casus team partner list.");
}
