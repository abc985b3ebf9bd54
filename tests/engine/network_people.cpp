// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("people around the resident have a place, are asked, and answer", "[engine]") {
  auto story = begun();
  story.when("Noor", AddNetworkPerson{" ", {}, Shell::friend_, Quadrant::society, false}).refused("EmptyText");
  story.does("Noor", AddNetworkPerson{"Tante Els", "tante", Shell::intimate, Quadrant::family, false});
  story.does("Noor", AddNetworkPerson{"Dokter Vis", "huisarts", Shell::service, Quadrant::professionals, false});
  CHECK_FALSE(story.c.person("tante els")->at_table());
  CHECK(story.c.person("Dokter Vis")->network->professional);
  story.when("Noor", AskPerson{"Ria", Answer::yes, true, {}, {}})
      .refused("NotInNetwork")
      .says("Ria staat nog niet in het netwerk van de inwoner.", "Ria is not in the resident's network yet.");
  story.when("Noor", AskPerson{"Tante Els", Answer::yes, true, {}, on("2026-03-03")}).refused("DayNotYet");
  story.does("Noor", AskPerson{"Tante Els", Answer::later, false, "na Pasen", {}});
  CHECK(story.c.person("Tante Els")->network->asked_on == on("2026-03-02"));
  CHECK_FALSE(story.c.person("Tante Els")->network->spoken_on.has_value());
  story.does("Noor", AskPerson{"Tante Els", Answer::yes, true, "graag", {}});
  CHECK(story.c.person("Tante Els")->network->spoken_on == on("2026-03-02"));
  CHECK(story.c.person("Tante Els")->network->answer == Answer::yes);
  // Somebody who comes to the table keeps the place in the network.
  story.does("Noor", AddParticipant{"Tante Els", {Role::circle}, true, false, {}});
  CHECK(story.c.person("Tante Els")->at_table());
  CHECK_FALSE(story.c.person("Tante Els")->team_member);
  CHECK(story.c.person("Tante Els")->network->relation == "tante");
}

TEST_CASE("a tie runs between two people, and a later word on it takes the earlier one's place", "[engine]") {
  auto story = begun();
  story.does("Noor", AddNetworkPerson{"Tante Els", "tante", Shell::intimate, Quadrant::family, false});
  story.when("Noor", AddTie{"inwoner", "Tante Olga", Strength::weak, false, Direction::both}).refused("NobodyCalled");
  story.when("Noor", AddTie{"inwoner", "resident", Strength::weak, false, Direction::both})
      .refused("TieToSelf")
      .says("Een band loopt tussen twee mensen.", "A tie runs between two people.");
  story.does("Noor", AddTie{"inwoner", "Tante Els", Strength::weak, true, Direction::gives});
  story.does("Noor", AddTie{"resident", "tante els", Strength::strong, false, Direction::both});
  REQUIRE(story.c.ties.size() == 1);
  CHECK(story.c.ties.front().tie.from == "resident");
  CHECK(story.c.ties.front().tie.strength == Strength::strong);
  CHECK_FALSE(story.c.ties.front().tie.tension);
}

TEST_CASE("a role word names who has the role", "[engine]") {
  auto story = begun();
  CHECK(story.when("Noor", action("Bellen", "casusinbrenger", "chair")).gives<ActionAdded>().checks == "p2");
  story.when("Noor", action("Bellen", "inwoner", "chair")).refused("NobodyCalled");
}

TEST_CASE("a participant has a role, and a known one gains roles", "[engine]") {
  auto story = begun();
  story.when("Noor", AddParticipant{"Amir", {}, true, false, {}})
      .refused("RoleMissing")
      .says("Er staat niet bij welke rol Amir heeft.", "It does not say which role Amir has.");
  story.when("Noor", AddParticipant{" ", {Role::member}, true, false, {}}).refused("EmptyText");
  story.does("Noor", AddParticipant{"Ria", {Role::note_taker, Role::member}, true, true, "ria@voorbeeld.nl"});
  CHECK(story.c.person("p3")->roles == std::vector<Role>{Role::member, Role::note_taker});
  CHECK(story.c.person("p3")->caseload);
  story.does("Noor", AddParticipant{"Ria", {Role::coach}, true, false, {}});
  CHECK(story.c.person("p3")->contact == "ria@voorbeeld.nl");
}
