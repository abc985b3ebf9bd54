// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// "84 ipv 82": a number that was wrong is put right where it stands, and no other line has to do with it.

namespace casus::test {
namespace {

std::string figure_offered(const std::string& line, const service::Table& table) {
  const auto asked = asked_back(line, table);
  const auto bar = asked.find(" | ");
  return bar == std::string::npos ? asked : asked.substr(bar + 3);
}

}  // namespace

TEST_CASE("a number and what it was are put right in the line that holds it, and in no other",
          "[desk][guided][mending]") {
  auto table = just_told("mevr (82) laat t gas aanstaan");
  auto later = table.said.back();
  later.id = "b5";
  later.text = later.words = "buurvrouw heeft sleutel";
  table.said.push_back(later);
  for (const auto* line : {"typfoutje: 84 ipv 82", "typfout, 84 ipv 82", "sorry 84 niet 82", "tikfout 84 i.p.v. 82",
                           "oeps, niet 82 maar 84", "sorry 84 instead of 82", "typo: 84 not 82"}) {
    CAPTURE(line);
    CHECK(figure_offered(line, table) == "corrigeer b4: mevr (84) laat t gas aanstaan");
  }
  // What stands nowhere: no line is offered, and none is withdrawn.
  for (const auto* line :
       {"typfoutje: 84 ipv 77", "sorry 84 niet 77", "typfout, 84 ipv 77", "sorry 84 instead of 77"}) {
    CAPTURE(line);
    CHECK(has(asked_back(line, table), "'77' staat hier in geen enkele regel"));
    CHECK(figure_offered(line, table) == line);
  }
  CHECK(figure_offered("sorry 84 niet 82", just_told("een 82-jarige vrouw")) == "corrigeer b4: een 84-jarige vrouw");
  CHECK(figure_offered("sorry 84 niet 82", just_told("82, en alleen")) == "corrigeer b4: 84, en alleen");
}

TEST_CASE("a correction by its number puts only that part right", "[desk][guided][mending]") {
  auto table = just_told("mevr (82) laat t gas aanstaan");
  for (const auto* line : {"corrigeer b4: 84 ipv 82", "corrigeer b4: 84 niet 82", "corrigeer b4: niet 82 maar 84",
                           "corrigeer laatste: 84 ipv 82"}) {
    CAPTURE(line);
    CHECK(has(given(meant(line, table)), "mevr (84) laat t gas aanstaan"));
  }
  CHECK(has(given(meant("corrigeer b4: water ipv gas", table)), "mevr (82) laat t water aanstaan"));
  CHECK(figure_offered("corrigeer b4: 84 ipv 77", table) == "corrigeer b4: mevr (82) laat t gas aanstaan");
  // Other words for all of it stay that.
  CHECK(has(given(meant("corrigeer b4: hij wil liever rust ipv drukte", table)), "hij wil liever rust ipv drukte"));
}

TEST_CASE("another number of the same is offered for what was told before", "[desk][guided][mending]") {
  const auto table = just_told("oudste is 15 en past meestal op de kleintjes");
  for (const auto* line : {"nee sorry hij is 14", "oh de oudste is 14 niet 15", "sorry, de oudste is 14",
                           "nee hij is 14", "no sorry he is 14"}) {
    CAPTURE(line);
    CHECK(figure_offered(line, table) == "corrigeer b4: oudste is 14 en past meestal op de kleintjes");
  }
  for (const auto* line : {"hij is 14", "de jongste is 4", "nee sorry hij is moe"}) {
    CAPTURE(line);
    CHECK_FALSE(has(asked_back(line, table), "corrigeer b4: oudste is"));
  }
}

TEST_CASE("names in a row before a colon ask whose words these are", "[desk][guided]") {
  const auto table = just_told("rust");
  for (const auto* line : {"daan, ria: buurvrouw heeft sleutel", "daan & ria: buurvrouw heeft sleutel",
                           "daan en ria: buurvrouw heeft sleutel", "daan&ria: buurvrouw heeft sleutel"}) {
    CAPTURE(line);
    CHECK(figure_offered(line, table) == "Daan: buurvrouw heeft sleutel");
    CHECK(has(asked_back(line, table), "zei Daan dit?"));
  }
}

TEST_CASE("a day behind the word for a step back is asked about", "[desk][guided]") {
  CHECK(figure_offered("terug: half jan", at_table()) == "terugkijken half jan");
  CHECK(given("terug omdat half jan niet kan") != "not a command");
}

}  // namespace casus::test
