// SPDX-License-Identifier: EUPL-1.2
// What an agreement does later: it comes again, or the resident hears by it what was discussed.
#include "tests/engine/story.hpp"

namespace casus::test {

TEST_CASE("the first complete action is the first small step, until it is said otherwise", "[engine][R8]") {
  auto story = begun();
  CHECK(story.when("Noor", action("Bellen")).gives<ActionAdded>().first_step);
  story.does("Noor", action("Bellen"));
  CHECK_FALSE(story.when("Noor", action("Schrijven")).gives<ActionAdded>().first_step);
  story.does("Noor", ChangeAction{.action = "a1", .first_step = false});
  CHECK(story.when("Noor", action("Schrijven")).gives<ActionAdded>().first_step);
}

TEST_CASE("an agreement that comes again comes back on its next day, until the last time", "[engine][R8]") {
  auto story = begun();
  auto weekly = action("Oma eet mee");
  weekly.by_when = on("2026-03-04");
  weekly.repeats = "elke woensdag";  // words are read at the desk; the engine takes a rule
  story.when("Noor", weekly)
      .refused("NoSuchRule")
      .says("'elke woensdag' zegt niet hoe vaak het terugkomt.",
            "'elke woensdag' does not say how often it comes back.");
  weekly.repeats = "FREQ=WEEKLY;BYDAY=WE";
  story.does("Noor", weekly);
  const auto next = story.when("Noor", FinishAction{{"a1", Done::done, "gelukt"}}).gives<ActionAdded>();
  CHECK(next.id == "a2");
  CHECK(next.what == "Oma eet mee");
  CHECK(next.by_when == on("2026-03-11"));
  CHECK(next.repeats == weekly.repeats);
  CHECK_FALSE(next.first_step);
  // Ticked late, no day that is over comes back.
  auto late = story;
  late.now = at("2026-03-26T09:00:00Z");
  CHECK(late.when("Noor", FinishAction{{"a1", Done::not_done, ""}}).gives<ActionAdded>().by_when == on("2026-04-01"));
  story.when("Noor", FinishAction{{"a1", Done::done, ""}, true}).then({"ActionFinished"});
  // No longer needed: it does not come again.
  story.when("Noor", FinishAction{{"a1", Done::dropped, ""}}).then({"ActionFinished"});
  // What was ticked by mistake does not come twice.
  story.does("Noor", FinishAction{{"a1", Done::done, ""}});
  story.when("Noor", FinishAction{{"a1", Done::partly, ""}}).then({"ActionFinished"});
  // Another rhythm from now on.
  ChangeAction change{.action = "a2", .repeats = "FREQ=SOMETIMES"};
  story.when("Noor", change).refused("NoSuchRule");
  change.repeats = "FREQ=MONTHLY";
  story.does("Noor", change);
  CHECK(story.when("Noor", FinishAction{{"a2", Done::done, ""}}).gives<ActionAdded>().by_when == on("2026-04-11"));
  CHECK(story.refolded().actions.back().plan.repeats == "FREQ=MONTHLY");
}

TEST_CASE("an agreement with a last day comes back until that day", "[engine][R8]") {
  auto story = begun();
  auto weekly = action("Oma eet mee");
  weekly.by_when = on("2026-03-04");
  weekly.repeats = "FREQ=WEEKLY;BYDAY=WE,FR;UNTIL=20260306";
  story.does("Noor", weekly);
  CHECK(story.when("Noor", FinishAction{{"a1", Done::done, ""}}).gives<ActionAdded>().by_when == on("2026-03-06"));
  story.does("Noor", FinishAction{{"a1", Done::done, ""}});
  story.when("Noor", FinishAction{{"a2", Done::done, ""}}).then({"ActionFinished"});
}

TEST_CASE("telling the resident later is an action, and ticking it is the telling", "[engine][R16]") {
  auto story = begun();
  const auto told = story.when("Noor", TellResident{"Wat wij bespraken", "Daan", on("2026-03-06")});
  told.refused("NobodyCalled");
  const auto added =
      story.when("Noor", TellResident{"Wat wij bespraken", "Noor", on("2026-03-06")}).gives<ActionAdded>();
  CHECK(added.tells_resident);
  CHECK(added.who == "p1");
  CHECK(added.checks == "p2");
  CHECK(added.by_when == on("2026-03-06"));
  story.does("Noor", TellResident{"Wat wij bespraken", "Noor", on("2026-03-06")});
  CHECK(story.c.told.empty());
  story.now = at("2026-03-06T10:00:00Z");
  story.when("Noor", FinishAction{{"a1", Done::partly, "niet thuis"}}).then({"ActionFinished"});
  const auto tick = story.when("Noor", FinishAction{{"a1", Done::done, ""}});
  tick.then({"ActionFinished", "ResidentTold"});
  const auto& it = tick.gives<ResidentTold>();
  CHECK(it.what == "Wat wij bespraken");
  CHECK(it.who == "p1");
  CHECK(it.on == on("2026-03-06"));
}

TEST_CASE("the number of an action that was taken back is never given again", "[engine][R8][mending]") {
  auto story = begun();
  auto weekly = action("Oma eet mee");
  weekly.by_when = on("2026-03-04");
  weekly.repeats = "FREQ=WEEKLY;BYDAY=WE";
  for (const auto& one : {weekly, action("Bellen"), action("Schrijven")}) story.does("Noor", one);
  story.does("Noor", Withdraw{"a2", "dubbel"});
  const TellResident tell{"Wat wij bespraken", "Noor", on("2026-03-06")};
  CHECK(story.when("Noor", action("Langsgaan")).gives<ActionAdded>().id == "a4");
  CHECK(story.when("Noor", tell).gives<ActionAdded>().id == "a4");
  CHECK(story.when("Noor", FinishAction{{"a1", Done::done, ""}}).gives<ActionAdded>().id == "a4");
  // The last one taken back, and put back when another came after it: each keeps its own.
  story.does("Noor", Withdraw{"a3", "dubbel"});
  story.does("Noor", tell);
  story.does("Noor", Restore{"a3", "toch niet"});
  story.does("Noor", FinishAction{{"a1", Done::done, ""}});
  std::vector<std::string> ids;
  for (const auto& one : story.c.actions) ids.push_back(one.plan.id);
  std::ranges::sort(ids);
  CHECK(ids == std::vector<std::string>{"a1", "a3", "a4", "a5"});
}

}  // namespace casus::test
