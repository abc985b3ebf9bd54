// SPDX-License-Identifier: EUPL-1.2
// What the resident and the circle may do at the table, and what a colleague writes down.
#include "core/engine/explain/explain.hpp"
#include "tests/engine/story.hpp"

#include <vector>

using namespace casus;
using namespace casus::test;

TEST_CASE("what the talk comes to is written down by a colleague, from whatever seat", "[engine][identity]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Joke Voorbeeld", {Role::resident}, false, false, ""});
  story.does("Noor", AddParticipant{"Tante Els", {Role::circle}, false, false, ""});
  story.does("Noor", AddParticipant{"School", {Role::referrer}, false, false, ""});
  story.does("Noor", RaiseDecision{"Vragen we schuldhulp aan?", false});
  const std::vector<CommandBody> settled{SetReview{on("2026-04-13")},
                                         OptInDomain{"geld", "de vraag gaat erover"},
                                         TakeDecision{"d1", "nee", "zo wil ik het", {}, {}},
                                         PauseCase{"vakantie", on("2026-04-13")},
                                         ResumeCase{},
                                         TellResident{"alles", {}, {}},
                                         HandleAcute{"politie is geweest"}};
  for (const auto* by : {"Tante Els", "School"})
    for (const auto& body : settled) {
      INFO(by << " " << body.index());
      story.when(by, body).refused("ForColleagues", std::holds_alternative<TellResident>(body) ? "R16" : "");
    }
  story.when("Joke Voorbeeld", SetReview{on("2026-04-13")})
      .refused("ForColleagues")
      .says(
          "De dag om terug te kijken, een leefgebied erbij, wat er besloten is, en of de casus op pauze staat: dat "
          "schrijft een collega op.",
          "The day to look back, another domain of life, what was decided, and whether the case is paused: a "
          "colleague writes that down.");
  // Whoever heard it says from whom.
  story.when("Joke Voorbeeld", TellResident{"alles", {}, {}}).refused("WhoTold", "R16");
  story.when("Joke Voorbeeld", TellResident{"alles", "Joke Voorbeeld", {}}).refused("WhoTold", "R16");
  story.when("Joke Voorbeeld", TellResident{"alles", "Noor", {}}).then({"ResidentTold"});
  // Danger is reported by anybody, and weighed by colleagues.
  story.does("Tante Els", RaiseAcute{"er is nu geweld"});
  for (const auto* by : {"Joke Voorbeeld", "Tante Els"})
    story.when(by, HandleAcute{"politie is geweest"}).refused("ForColleagues");
  const auto way = engine::explain(story.c, story.library, "Tante Els", story.tick()).way;
  REQUIRE_FALSE(way.empty());
  CHECK(way.front().by != "Tante Els");
  // Their word counts when a colleague at the table types it for them.
  Command typed{{}, story.c.id, "Joke Voorbeeld", story.now, std::nullopt, HandleAcute{"politie is geweest"}};
  typed.seat = Typist{"Tante Els", Sureness::named, {}};
  CHECK_FALSE(engine::decide(story.c, typed, story.library));
  typed.seat = Typist{"", Sureness::signed_in, {}};
  CHECK_FALSE(engine::decide(story.c, typed, story.library));
  typed.seat = Typist{"Noor", Sureness::named, {}};
  CHECK(engine::decide(story.c, typed, story.library));
  typed.seat = Typist{"", Sureness::table, {}};  // the screen of all, where nobody said who types
  CHECK(engine::decide(story.c, typed, story.library));
  story.when("Noor", HandleAcute{"politie is geweest"}).then({"AcuteHandled"});
}

TEST_CASE("the circle words and scores its own goals, and the resident says of each how far it is",
          "[engine][identity]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Joke Voorbeeld", {Role::resident}, false, false, ""});
  story.does("Noor", AddParticipant{"Tante Els", {Role::circle}, false, false, ""});
  story.does("Noor", SetGoal{{"Minder ruzie", false, {}, {}, {}}});
  story.does("Noor", SetGoal{{"Ik open mijn post", true, {}, {}, {}}});
  story.does("Tante Els", SetGoal{{"Elke zondag eten", false, {}, {}, {}}});
  const auto words = [](const char* goal) { return ChangeGoal{goal, "Iets anders", {}, {}, {}, {}}; };
  const auto partly = [](const char* goal, bool resident = false) {
    return ScoreGoal{goal, {}, "dat zie ik", Done::partly, resident};
  };
  for (const auto* goal : {"g1", "g2"}) {
    story.when("Tante Els", words(goal)).refused("NotYourGoal");
    story.when("Tante Els", partly(goal)).refused("NotYourGoal");
  }
  story.when("Tante Els", partly("g3", true)).refused("ForColleagues");
  story.when("Tante Els", words("g3")).then({"GoalChanged"});
  CHECK_FALSE(story.when("Tante Els", partly("g3")).gives<GoalScored>().resident);
  story.when("Joke Voorbeeld", words("g1")).refused("NotYourGoal");
  story.when("Joke Voorbeeld", words("g2")).then({"GoalChanged"});
  for (const auto* goal : {"g1", "g2", "g3"})
    CHECK(story.when("Joke Voorbeeld", partly(goal)).gives<GoalScored>().resident);
  story.when("Noor", words("g3")).then({"GoalChanged"});
}

TEST_CASE("nobody from outside hears the name of the resident by typing one that is nearly so", "[engine][identity]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Els Bos", {Role::resident}, false, false, {}});
  story.when("Els Boss", Pass{})
      .refused("NotAtTheTable")
      .says("Els Boss doet niet mee aan deze casus.", "Els Boss is not part of this case.");
  // A slip of a colleague is told as one.
  CHECK(story.when("Riaa", Pass{}).refusal().reason.in(Lang::en).ends_with("Did you mean Ria?"));
}
