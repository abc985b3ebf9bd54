// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/partner_map.hpp"

#include "core/page/safe_text.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fits_terminal.hpp"
#include "tests/support/times.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

Team with_partners() {
  Team team;
  team.name = "Wijkteam Noord";
  team.partners = {
      {"Gemeente, loket Noord", PartnerKind::municipality, Partnership::present, "", on("2026-01-05")},
      {"Huisartsen De Brug", PartnerKind::medical, Partnership::present, "", on("2026-01-05")},
      {"Basisschool De Linde", PartnerKind::school, Partnership::wished, "eerder horen hoe het gaat", on("2026-02-02")},
      {"Buurtmoeders", PartnerKind::culture, Partnership::wished, "", on("2026-03-02")}};
  return team;
}

}  // namespace

TEST_CASE("the partner map shows whom the team works with, whom it wants, and the gap", "[report][team]") {
  check_golden("partners.nl.txt", report::partners_text(with_partners(), Lang::nl));
  check_golden("partners.en.txt", report::partners_text(with_partners(), Lang::en));
  CHECK_THAT(report::partners_text(Team{}, Lang::nl), Contains("Er staat nog niemand op de partnerkaart."));
  auto hostile = with_partners();
  for (auto& partner : hostile.partners) partner.name = partner.purpose = kHostile;
  const auto text = report::partners_text(hostile, Lang::nl);
  CHECK_THAT(text, !Contains("\x1b"));
  for (const auto& line : page::lines_of(text)) CHECK(fits_terminal(line));
}

TEST_CASE("the partner map as JSON counts each group and names the gap", "[report][team]") {
  const auto out = report::partners_json(with_partners());
  CHECK(out.at("partners").size() == 4);
  CHECK(out.at("groups").at(0) == nlohmann::json{{"kind", "municipality"}, {"present", 1}, {"wished", 0}});
  CHECK(out.at("gap") == nlohmann::json{{"empty_groups", {"area", "culture", "religious", "school"}},
                                        {"wished", {"Basisschool De Linde", "Buurtmoeders"}}});
  CHECK(report::partners_json(Team{}).at("gap").at("empty_groups").size() == 6);
}

}  // namespace casus::test
