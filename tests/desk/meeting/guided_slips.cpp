// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

#include <string>
#include <vector>

// What is typed right behind something that went wrong, or behind a question of the program, where people go on
// talking.

namespace casus::test {
namespace {

using SlipLines = std::vector<std::string>;

}  // namespace

TEST_CASE("whose words the last line holds is put right at the table, and undone", "[desk][guided][mending]") {
  ShortRound at;
  at.after("noor: De post ligt dicht");
  CHECK(has(at.after("dat was daan"), "was dit van Daan en niet van Noor?"));
  CHECK(at.said() == SlipLines{"Noor fact: De post ligt dicht"});
  CHECK(has(at.after(""), "nu: 'Daan'"));
  CHECK(at.said() == SlipLines{"Daan fact: De post ligt dicht"});
  CHECK(at.waiting().empty());
  at.after("ongedaan");
  CHECK(at.said() == SlipLines{"Noor fact: De post ligt dicht"});
}

TEST_CASE("another amount behind the last line stands in it by one Enter", "[desk][guided][mending]") {
  ShortRound at;
  at.after("noor: de brief kwam 2 weken geleden");
  at.after("nee, dat was 3 weken");
  at.after("");
  CHECK(at.said() == SlipLines{"Noor fact: de brief kwam 3 weken geleden"});
  CHECK(at.waiting().empty());
}

TEST_CASE("a reason behind the question why needs no word for it, and talk with a name is no reason",
          "[desk][guided]") {
  ShortRound at;
  at.after("actie noor: oom bellen; vrijdag; ria");
  const auto before = at.now().actions.front().plan.by_when;
  at.after("a1 moet voor woensdag");
  REQUIRE(at.meeting.now().back == "a1 naar woensdag omdat ");
  at.after("noor: de oom heeft geen auto");
  CHECK(at.now().actions.front().plan.by_when == before);
  CHECK(at.said() == SlipLines{"Noor fact: de oom heeft geen auto"});
  at.after("a1 moet voor woensdag");
  at.after("de school is dan dicht");
  CHECK(at.now().actions.front().plan.by_when != before);
  CHECK(at.said().size() == 1);
  CHECK(at.waiting().empty());
}

TEST_CASE("behind a step that could not end, what is said belongs to it, and that is told once", "[desk][guided]") {
  ShortRound at;
  at.after("verder");
  at.after("verder");
  const auto step = at.meeting.now().table->step;
  CHECK(has(at.after("daan: Hoe lang speelt dit?"), "jullie zijn nog in '" + step + "'"));
  CHECK_FALSE(has(at.after("ria: Wie weet ervan?"), "jullie zijn nog in"));
  // Once it could end, nothing of it is left.
  at.after("verder");
  at.after("noor wens: Rust");
  at.after("verder omdat het kan");
  CHECK_FALSE(has(at.after("daan: samen bellen"), "jullie zijn nog in"));
}

TEST_CASE("behind a case that was not taken, what is said belongs to the one on the table, and that is told once",
          "[desk][guided]") {
  ShortRound at;
  CHECK(has(at.after("neem 2026-001"), "2026-003"));
  REQUIRE(at.meeting.now().table->case_id == "2026-003");
  CHECK(has(at.after("noor: Zij werkt zestien uur"), "jullie zijn nog bij casus 2026-003"));
  CHECK_FALSE(has(at.after("noor: Zij slaapt slecht"), "jullie zijn nog bij"));
}

TEST_CASE("safe while it is asked whether there is danger records both by one Enter", "[desk][guided][R14]") {
  ShortRound at;
  at.after("hij slaat haar");
  CHECK(has(at.after("veilig: zij is bij haar moeder"), "was dat gevaar, en is dit wat eraan gedaan is?"));
  CHECK(at.now().safety_notes.empty());
  at.after("");
  const auto it = at.now();
  REQUIRE(it.safety_notes.size() == 2);
  CHECK(it.safety_notes.front().text == "hij slaat haar");
  CHECK(it.safety_notes.back().handled);
  CHECK(it.safety_notes.back().text == "zij is bij haar moeder");
  CHECK(it.stage.safety != Safety::acute);
  CHECK(at.waiting().empty());
  CHECK(at.said().empty());
}

TEST_CASE("no danger is a no to the question whether there is, in ordinary words", "[desk][guided][R14]") {
  for (const auto* line : {"geen gevaar", "nee hoor geen gevaar", "niemand is in gevaar"}) {
    CAPTURE(line);
    ShortRound at;
    at.after("hij slaat haar");
    at.after(line);
    CHECK(at.waiting().empty());
    CHECK(at.now().safety_notes.empty());
  }
  // That it is not acute says that there is something.
  for (const auto* line : {"geen acuut gevaar", "nee geen acuut gevaar", "geen spoed", "no immediate danger"}) {
    CAPTURE(line);
    ShortRound at;
    at.after("hij slaat haar");
    at.after(line);
    CHECK(at.waiting().empty());
    REQUIRE(at.now().safety_notes.size() == 1);
    CHECK(at.now().safety_notes.front().text == "hij slaat haar");
    CHECK(at.now().stage.safety == Safety::concern);
  }
}

TEST_CASE("the parts of an action that was asked about are typed as people say them", "[desk][guided]") {
  ShortRound at;
  for (const auto* line : {"actie noor zus vragen of ze meegaat", "vrijdag, ria kijkt na"}) at.after(line);
  REQUIRE(at.now().actions.size() == 1);
  const auto plan = at.now().actions.front().plan;
  CHECK(plan.what == "zus vragen of ze meegaat");
  CHECK(at.now().name_of(plan.checks, Lang::nl) == "Ria");
  CHECK(at.waiting().empty());
}

TEST_CASE("an empty line on what lacks something says that Tab takes it, once, and it stays", "[desk][guided]") {
  ShortRound at;
  at.after("actie noor zus vragen of ze meegaat");
  const auto back = at.meeting.now().back;
  REQUIRE(back);
  CHECK(has(at.after(""), "Enter doet hier nog niets"));
  CHECK(at.meeting.now().back == back);
  at.after("vrijdag, ria kijkt na");
  CHECK(at.now().actions.size() == 1);
  at.after("actie noor oom bellen");
  at.after("");
  at.after("");
  CHECK_FALSE(at.meeting.now().back == back);
}

TEST_CASE("what was typed before a case is offered for the first that comes, and for no other", "[desk][guided]") {
  ShortRoundRoom room;
  Sat at(room);
  at.after("noor: Zij werkt zestien uur");
  CHECK(has(at.after("neem 2026-003"), "staat klaar (1)"));
  at.after("verder");
  at.after("klaar");
  at.after("neem 2026-001");
  REQUIRE(at.meeting.now().table);
  CHECK_FALSE(at.meeting.now().offered_line() == "geplakt");
  CHECK(at.meeting.now().waiting == SlipLines{"noor: Zij werkt zestien uur"});
}

TEST_CASE("a line that waits once stands there once, with the name that was offered for it", "[desk][guided]") {
  ShortRoundRoom room;
  Sat at(room);
  at.after("noor de post ligt weer dicht");
  REQUIRE(at.meeting.now().offered_line() == "Noor: de post ligt weer dicht");
  at.after("");
  CHECK(at.meeting.now().waiting == SlipLines{"Noor: de post ligt weer dicht"});
}

}  // namespace casus::test
