// SPDX-License-Identifier: EUPL-1.2
#include "core/report/pictures/genogram.hpp"

#include "core/page/safe_text.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fits_terminal.hpp"

#include <map>

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

std::map<std::string, report::OnSheet> by_person(const std::vector<report::OnSheet>& places) {
  std::map<std::string, report::OnSheet> out;
  for (const auto& place : places) out[place.member->person] = place;
  return out;
}

/// Everybody once, nobody on or right beside another, every child below its parents, partners in one row.
void check_sheet(const Family& family) {
  const auto places = report::genogram_places(family);
  REQUIRE(places.size() == family.members.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    for (std::size_t k = i + 1; k < places.size(); ++k)
      CHECK((places[i].row != places[k].row || std::abs(places[i].at.x - places[k].at.x) >= 120));
  const auto at = by_person(places);
  for (const auto& link : family.parents) CHECK(at.at(link.parent).row < at.at(link.child).row);
  for (const auto& link : family.partners) CHECK(at.at(link.one).row == at.at(link.other).row);
}

}  // namespace

TEST_CASE("the genogram of a full case looks as it did", "[report][family]") {
  check_golden("genogram.nl.svg", report::genogram_svg(full_case(), Lang::nl));
  check_golden("genogram.en.svg", report::genogram_svg(full_case(), Lang::en));
  check_golden("genogram.nl.txt", report::genogram_text(full_case(), Lang::nl));
  check_golden("genogram.en.txt", report::genogram_text(full_case(), Lang::en));
}

TEST_CASE("generations are rows, the eldest child is on the left, partners stand beside each other",
          "[report][family]") {
  const auto family = full_case().family;
  check_sheet(family);
  const auto at = by_person(report::genogram_places(family));
  CHECK(at.at("p7").row == 0);
  CHECK(at.at("resident").row == 1);
  CHECK(at.at("p10").row == 2);
  CHECK(at.at("p5").at.x < at.at("resident").at.x);
  CHECK(at.at("p11").at.x < at.at("p10").at.x);
  CHECK(std::abs(at.at("resident").at.x - at.at("p9").at.x) < 140);
}

TEST_CASE("families of every shape have room", "[report][family]") {
  check_sheet(Family{});
  Family big;
  const auto add = [&](const std::string& person) { big.members.push_back({person, {}, {}, 0}); };
  for (int i = 0; i < 40; ++i) add("m" + std::to_string(i));
  // Three partners of one, four generations, a partner with parents of her own, a grandparent as foster parent.
  big.partners = {{"m0", "m1", {}}, {"m0", "m2", Bond::ended}, {"m0", "m3", {}}, {"m4", "m5", {}}, {"m10", "m11", {}}};
  for (int i = 4; i < 10; ++i) big.parents.push_back({i % 2 == 0 ? "m1" : "m2", "m" + std::to_string(i), {}});
  for (int i = 12; i < 20; ++i) big.parents.push_back({"m5", "m" + std::to_string(i), {}});
  big.parents.push_back({"m10", "m5", {}});
  big.parents.push_back({"m11", "m5", {}});
  big.parents.push_back({"m0", "m12", Descent::foster});
  REQUIRE(generations(big));
  check_sheet(big);
}

TEST_CASE("a long name in the genogram is whole where there is room", "[report][family]") {
  Case state{.id = "2026-901"};
  const auto add = [&](const std::string& id, const std::string& name) {
    Person person;
    person.id = id;
    person.name = name;
    state.people.push_back(person);
    state.family.members.push_back(FamilyMember{.person = id});
  };
  // A mother alone in her row above three children, who have one column each.
  add("p1", "Wilhelmina van der Broecke");
  for (const auto* const child : {"p2", "p3", "p4"}) {
    add(child, "Alexandra van der Broecke");
    state.family.parents.push_back({"p1", child, {}});
  }
  const auto svg = report::genogram_svg(state, Lang::nl);
  CHECK_THAT(svg, Contains(">Wilhelmina van der Broecke<"));
  CHECK_THAT(svg, !Contains(">Alexandra van der Broecke<") && Contains("Alexandra van der Broecke ("));
}

TEST_CASE("the genogram is well-formed, without colour, and says everything in words", "[report][family]") {
  for (const auto& state : {full_case(), hostile_case(), Case{}})
    for (const auto lang : {Lang::nl, Lang::en}) {
      const auto picture = report::genogram_svg(state, lang);
      CHECK(accepted_by("xmllint", "--noout", picture));
      CHECK_THAT(picture, Contains("<title id=\"genogram-title\">") && Contains("<desc id=\"genogram-desc\">") &&
                              !Contains("\x1b") && !Contains("<script"));
    }
  const auto picture = report::genogram_svg(full_case(), Lang::nl);
  const auto words = picture.substr(picture.find("<desc"), picture.find("</desc>") - picture.find("<desc"));
  CHECK_THAT(words, Contains("Oma Bep (vrouw, overleden).") && Contains("Oma Bep en Opa Wim: partners, uit elkaar.") &&
                        Contains("Lotte is ouder van Sam (pleegkind).") &&
                        Contains("Kind (anders of onbekend, nog niet "
                                 "geboren)."));
  CHECK_THAT(report::genogram_svg(Case{}, Lang::nl), Contains("Er staat nog niemand in het genogram."));
  auto erased = full_case();
  erased.people[6].erased = true;
  erased.people[6].name.clear();
  CHECK_THAT(report::genogram_svg(erased, Lang::nl), Contains("(gewist)") && !Contains("Oma Bep"));
  for (const auto& line : page::lines_of(report::genogram_text(hostile_case(), Lang::nl))) CHECK(fits_terminal(line));
}

}  // namespace casus::test
