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
      .says("Ria staat nog niet in het netwerk van de inwoner.", "Ria is not in the resident's network yet.")
      .asks("Geef die persoon een plek: casus network add 2026-001 Ria --shell vrienden --quadrant samenleving.",
            "Give them a place: casus network add 2026-001 Ria --shell friends --quadrant society.");
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
  CHECK(story.when("Noor", action("Bellen", "inbrenger", "chair")).gives<ActionAdded>().checks == "p2");
  story.when("Noor", action("Bellen", "observer", "chair")).refused("NobodyCalled");
}

TEST_CASE("who sits at the table as that already is not seated once more", "[engine]") {
  auto story = begun();
  story.when("Noor", AddParticipant{"Ria", {Role::member}, true, false, {}}).then({});
  story.when("Noor", AddParticipant{"Ria", {Role::member}, true, false, "ria@voorbeeld.nl"}).then({"ParticipantAdded"});
}

TEST_CASE("a note is one by the words that the screen takes for it", "[engine]") {
  auto story = begun();
  for (const auto* word : {"opmerking", "Mededeling", "remark"})
    CHECK(story.when("Bram", say(word, "De bel doet het niet")).gives<Contributed>().kind == "note");
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

TEST_CASE("the raw list comes before the map, and its words go along", "[engine][network]") {
  auto story = begun();
  story.when("Noor", NameForNetwork{" ", {}}).refused("EmptyText");
  story.does("Noor", NameForNetwork{"Tante Els", "tante"});
  CHECK(story.c.person("Tante Els")->listed);
  CHECK_FALSE(story.c.person("Tante Els")->network.has_value());
  story.does("Noor", AddNetworkPerson{"tante els", {}, Shell::intimate, Quadrant::family, false});
  CHECK(story.c.person("Tante Els")->network->relation == "tante");
  story.when("Noor", NameForNetwork{"Tante Els", {}})
      .refused("OnTheMap")
      .says("Tante Els staat al op de netwerkkaart.", "Tante Els is already on the network map.")
      .asks("Kijk wie er al staat: casus network show 2026-001.", "See who is there: casus network show 2026-001.");
}

TEST_CASE("who leaves the network takes every tie along, and the history keeps both", "[engine][network]") {
  auto story = begun();
  story.does("Noor", AddNetworkPerson{"Tante Els", "tante", Shell::intimate, Quadrant::family, false});
  story.does("Noor", AddNetworkPerson{"Joke", "buurvrouw", Shell::friend_, Quadrant::society, false});
  story.does("Noor", AddTie{"inwoner", "Tante Els", Strength::strong, false, Direction::both});
  story.does("Noor", AddTie{"Joke", "Tante Els", Strength::weak, true, Direction::gives});
  story.does("Noor", AddTie{"inwoner", "Joke", Strength::normal, false, Direction::both});
  story.when("Noor", EndTie{"Ria", "Joke", {}})
      .refused("NoTie")
      .says("Tussen Ria en Joke staat geen band.", "There is no tie between Ria and Joke.")
      .asks("Kijk welke banden er zijn: casus network show 2026-001.",
            "See which ties there are: casus network show 2026-001.");
  story.when("Noor", EndTie{"Tante Olga", "Joke", {}}).refused("NobodyCalled");
  story.does("Noor", EndTie{"Joke", "inwoner", "geen contact"});
  CHECK(story.c.ties.size() == 2);
  story.when("Noor", LeaveNetwork{"Ria", {}})
      .refused("NotInNetwork")
      .says("Ria staat niet in het netwerk van de inwoner.", "Ria is not in the resident's network.");
  story.does("Noor", LeaveNetwork{"Tante Els", "verhuisd"});
  CHECK(story.c.ties.empty());
  CHECK_FALSE(story.c.person("Tante Els")->network.has_value());
  CHECK(story.c.person("Joke")->network.has_value());
}
