// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

namespace {

/// Grandmother, her two children (one of them the resident), and the resident's partner.
Story with_family() {
  auto story = ready();
  story.does("Noor", PlaceInFamily{"Oma Bep", Symbol::woman, Vital::dead, {}});
  story.does("Noor", PlaceInFamily{"inwoner", Symbol::woman, Vital::alive, 2});
  story.does("Noor", PlaceInFamily{"Oom Kees", Symbol::man, Vital::alive, 1});
  story.does("Noor", PlaceInFamily{"Piet", Symbol::man, Vital::alive, {}});
  story.does("Noor", LinkParent{"Oma Bep", "inwoner", Descent::birth});
  story.does("Noor", LinkParent{"Oma Bep", "Oom Kees", Descent::birth});
  story.does("Noor", LinkPartners{"inwoner", "Piet", Bond::together});
  return story;
}

}  // namespace

TEST_CASE("the genogram has people, parents and partners, each in the row of its generation", "[engine][family]") {
  const auto story = with_family();
  REQUIRE(story.c.family.members.size() == 4);
  CHECK(story.c.family.members[1].person == "resident");
  CHECK(story.c.family.members[1].rank == 2);
  const auto rows = generations(story.c.family);
  REQUIRE(rows);
  CHECK(*rows == std::map<std::string, int>{{"p6", 0}, {"p7", 1}, {"p8", 1}, {"resident", 1}});
  CHECK(story.refolded().family.parents.size() == 2);
  // Nobody in the genogram has a place in the network by that.
  CHECK_FALSE(story.c.person("Oma Bep")->network.has_value());
  CHECK_FALSE(story.c.person("Oma Bep")->at_table());
}

TEST_CASE("somebody said again is replaced, and the resident at the table is the same as 'inwoner'",
          "[engine][family]") {
  auto story = with_family();
  story.does("Noor", PlaceInFamily{"oma bep", Symbol::woman, Vital::alive, 3});
  CHECK(story.c.family.members.size() == 4);
  CHECK(story.c.family.find("p6")->state == Vital::alive);
  CHECK(story.c.family.find("p6")->rank == 3);
  story.does("Noor", AddParticipant{"Els", {Role::resident}, false, false, {}});
  CHECK(story.when("Noor", PlaceInFamily{"Els", Symbol::woman, Vital::alive, {}}).gives<FamilyMemberPlaced>().person ==
        "resident");
}

TEST_CASE("lines of the genogram join two people who are in it", "[engine][family]") {
  auto story = with_family();
  story.when("Noor", PlaceInFamily{" ", Symbol::man, Vital::alive, {}}).refused("EmptyText");
  story.when("Noor", PlaceInFamily{"Jan", Symbol::man, Vital::alive, 0})
      .refused("RankOff")
      .says("Een kind met nummer 0 kan hier niet.", "There is no child number 0.")
      .asks("Tel vanaf de oudste: 1 is het oudste kind, hoogstens 30.",
            "Count from the eldest: 1 is the eldest child, at most 30.");
  story.when("Noor", LinkParent{"Opa Wim", "inwoner", Descent::birth})
      .refused("NotInGenogram")
      .says("Opa Wim staat nog niet in het genogram.", "Opa Wim is not in the genogram yet.")
      .asks("Zet die persoon er eerst in: casus network family person 2026-001 'Opa Wim'.",
            "Put that person in it first: casus network family person 2026-001 'Opa Wim'.");
  story.when("Noor", LinkPartners{"Oma Bep", "Bram", Bond::together}).refused("NotInGenogram");
  story.when("Noor", LinkPartners{"inwoner", "resident", Bond::together})
      .refused("FamilyOfSelf")
      .says("Een lijn in het genogram loopt tussen twee mensen.", "A line in the genogram joins two people.")
      .asks("Noem twee verschillende mensen.", "Name two different people.");
  story.when("Noor", CutFamily{"Oom Kees", "Piet"})
      .refused("NoFamilyLine")
      .says("Tussen Oom Kees en Piet loopt geen lijn.", "There is no line between Oom Kees and Piet.")
      .asks("Kijk welke lijnen er zijn: casus network family show 2026-001.",
            "See which lines there are: casus network family show 2026-001.");
}

TEST_CASE("nobody becomes an ancestor of themselves", "[engine][family]") {
  auto story = with_family();
  story.does("Noor", PlaceInFamily{"Sam", Symbol::unknown, Vital::alive, {}});
  story.does("Noor", LinkParent{"inwoner", "Sam", Descent::birth});
  story.when("Noor", LinkParent{"Sam", "Oma Bep", Descent::foster})
      .refused("FamilyGoesRound")
      .says("Zo zou Oma Bep een voorouder van zichzelf worden.", "This would make Oma Bep an ancestor of themselves.")
      .asks(
          "Kijk welke lijn niet klopt: casus network family show 2026-001. Haal die weg met: casus network family cut "
          "2026-001 NAAM NAAM.",
          "See which line is wrong: casus network family show 2026-001. Remove it with: casus network family cut "
          "2026-001 NAME NAME.");
  story.when("Noor", LinkPartners{"inwoner", "Sam", Bond::together}).refused("FamilyGoesRound");
  // A partner stands in the row of the other, so this goes round too.
  story.when("Noor", LinkPartners{"Piet", "Oma Bep", Bond::together}).refused("FamilyGoesRound");
  story.when("Noor", LinkParent{"Sam", "Piet", Descent::birth}).refused("FamilyGoesRound");
  // The other way round takes the place of what was there: that is a correction.
  story.when("Noor", LinkParent{"Sam", "inwoner", Descent::birth}).then({"ParentLinked"});
}

TEST_CASE("a child has at most two parents by birth; others by adoption or foster care", "[engine][family]") {
  auto story = with_family();
  story.does("Noor", PlaceInFamily{"Opa Wim", Symbol::man, Vital::alive, {}});
  story.does("Noor", PlaceInFamily{"Tante Truus", Symbol::woman, Vital::alive, {}});
  story.does("Noor", LinkParent{"Opa Wim", "inwoner", Descent::birth});
  story.when("Noor", LinkParent{"Tante Truus", "inwoner", Descent::birth})
      .refused("TwoParents")
      .says("Twee biologische ouders staan er al: Oma Bep en Opa Wim.",
            "Two birth parents are already there: Oma Bep and Opa Wim.");
  story.does("Noor", LinkParent{"Tante Truus", "inwoner", Descent::foster});
  CHECK(story.c.family.parents.size() == 4);
  // Said again, the line is replaced, not doubled.
  story.does("Noor", LinkParent{"Opa Wim", "inwoner", Descent::adopted});
  CHECK(story.c.family.parents.size() == 4);
}

TEST_CASE("a line or a person that was wrong goes", "[engine][family]") {
  auto story = with_family();
  story.does("Noor", CutFamily{"Piet", "inwoner"});
  CHECK(story.c.family.partners.empty());
  story.does("Noor", CutFamily{"Oma Bep", ""});
  CHECK(story.c.family.parents.empty());
  CHECK(story.c.family.find("p6") == nullptr);
  CHECK(story.c.person("Oma Bep") != nullptr);
}

TEST_CASE("a household marries in: generations follow the lowest line", "[engine][family]") {
  Family family;
  for (const char* person : {"a", "b", "c", "d", "e", "f"}) family.members.push_back({person, {}, {}, 0});
  family.parents = {{"a", "b", {}}, {"b", "c", {}}, {"e", "d", {}}, {"c", "f", {}}, {"d", "f", {}}};
  family.partners = {{"c", "d", {}}};
  const auto rows = generations(family);
  REQUIRE(rows);
  // "e" has no parents on the sheet and stands just above its child, not beside the great-grandparent.
  CHECK(*rows == std::map<std::string, int>{{"a", 0}, {"b", 1}, {"c", 2}, {"d", 2}, {"e", 1}, {"f", 3}});
  family.parents.push_back({"f", "a", {}});
  CHECK_FALSE(generations(family).has_value());
}

TEST_CASE("erasing somebody takes the name from the genogram", "[engine][family]") {
  auto story = with_family();
  story.does("Noor", ErasePerson{"Oma Bep", "gevraagd", "Bram"});
  CHECK(story.c.name_of(story.c.family.members.front().person, Lang::nl) == "(gewist)");
  // An erased person takes no new text: the same name is somebody else.
  CHECK(
      story.when("Noor", PlaceInFamily{"Oma Bep", Symbol::woman, Vital::dead, {}}).gives<FamilyMemberPlaced>().person ==
      "p9");
}
