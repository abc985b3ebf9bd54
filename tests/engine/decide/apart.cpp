// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/story.hpp"

// People of the case who do not sit at the table, and what stands of them.

using namespace casus;
using namespace casus::test;

namespace {

AddParticipant apart(const std::string& name, Role role) {
  AddParticipant joins{name, {role}, false, false, ""};
  joins.absent = true;
  return joins;
}

SetGoal wants(const std::string& text) { return SetGoal{{.text = text}}; }

Command typed(const Story& story, CommandBody body) {
  Command command{{}, story.c.id, "Noor", story.now + std::chrono::minutes(1), std::nullopt, std::move(body)};
  command.seat = Typist{"Noor", Sureness::named, {}};
  return command;
}

}  // namespace

TEST_CASE("the resident can have an action without sitting at the table", "[engine][R8]") {
  auto story = begun();
  const auto came = story.when("Noor", action("Belt de school", "inwoner", "Bram"));
  came.then({"ParticipantAdded", "ActionAdded"});
  CHECK(came.gives<ParticipantAdded>().absent);
  story.does("Noor", action("Belt de school", "de inwoner", "Bram"));
  const auto* resident = story.c.person("de inwoner");
  REQUIRE(resident != nullptr);
  CHECK_FALSE(resident->at_table());
  CHECK(resident->has(Role::resident));
  CHECK(story.c.with(Role::resident) == nullptr);
  CHECK(story.c.actions.front().plan.who == resident->id);
  // The same one, however it is said.
  story.when("Noor", action("Doet mee", "resident", "inwoner")).then({"ActionAdded"});
  story.does("Noor", ChangeAction{"a1", {}, "Bram", "inwoner", {}, {}, {}});
  CHECK(story.c.actions.front().plan.checks == resident->id);
  CHECK(story.refolded().person("de inwoner")->absent);
}

TEST_CASE("who is called so at the table is meant before who stands in the plan by a role", "[engine][R8]") {
  auto story = begun();
  story.does("Noor", action("Belt de school", "inwoner", "Bram"));
  const auto before = story.c.person("inwoner")->id;
  story.does("Noor", AddParticipant{"Joke Voorbeeld", {Role::resident}, false, false, ""});
  const auto& added = story.when("Noor", action("Schrijft een brief", "inwoner", "Bram")).gives<ActionAdded>();
  CHECK(added.who == story.c.person("Joke Voorbeeld")->id);
  story.does("Noor", MergePersons{{"inwoner", "Joke Voorbeeld", "Dat is dezelfde"}});
  CHECK(story.c.person(before)->name == "Joke Voorbeeld");
  CHECK(story.c.person("Joke Voorbeeld")->at_table());
}

TEST_CASE("somebody can belong to a case from elsewhere; who works on it sits at the table", "[engine]") {
  auto story = begun();
  story.when("Noor", apart("Bram", Role::circle)).refused("NameOfAnother");
  story.when("Noor", apart("Bram", Role::referrer)).refused("AtTheTable");
  story.when("Noor", apart("Onno", Role::chair)).refused("WorksAtTheTable");
  story.does("Noor", apart("De school", Role::professional));
  const auto* school = story.c.person("de school");
  CHECK_FALSE(school->at_table());
  story.does("Noor", action("Geeft een plek", "de school", "Bram"));
  story.when("De school", AskForPlace{}).refused("NotAtTheTable");
  // No seat of theirs keeps a step back, and no rule counts them.
  CHECK(story.when("Noor", ErasePerson{{"Bram", "x", "De school"}}).refusal().name == "SecondPersonNeeded");
  story.does("Noor", AddParticipant{"de school", {Role::observer}, false, false, ""});
  CHECK(story.c.person("De school")->at_table());
  CHECK(story.c.person("De school")->has(Role::professional));
}

TEST_CASE("who is asked for in vain is offered as somebody of the case, not of the network", "[engine]") {
  auto story = begun();
  const auto refusal = story.when("Noor", action("Bellen", "de school", "Bram")).refused("NobodyCalled").refusal();
  REQUIRE(refusal.remedies.size() == 1);
  CHECK(refusal.remedies[0].hint.in(Lang::nl).find("network") == std::string::npos);
}

TEST_CASE("an open place of an example that was typed is no text", "[engine]") {
  auto story = begun();
  for (const std::string text : {"[wat er gedaan is]", "[the presenter's question]?", "...", "\u2026", "<naam>", "NAAM",
                                 "JA-OF-NEE", " [iets]. "})
    CHECK(engine::decide(story.c, typed(story, wants(text)), story.library).error().name == "StillToFill");
  for (const std::string text : {"[hij] komt op [maandag] thuis", "Zij belt morgen...", "AOW", "De post is open"})
    CHECK(engine::decide(story.c, typed(story, wants(text)), story.library).has_value());
  // What the program tries out by itself has nothing else to say.
  story.when("Noor", wants("[het doel]")).then({"GoalSet"});
}

TEST_CASE("a text that names who is erased reads without the name from then on", "[engine]") {
  auto story = begun();
  story.does("Noor", AddNetworkPerson{"Els", "tante", Shell::intimate, Quadrant::family, false});
  story.does("Noor", wants("Els komt elke week, en Bep kookt"));
  story.does("Noor", action("Met Els naar de markt", "Noor", "Bram"));
  story.does("Noor", wants("De post is open"));
  const auto came = story.when("Noor", ErasePerson{{"Els", "op verzoek", "Bram"}});
  came.then({"Corrected", "Corrected", "PersonErased"});
  auto history = story.history;
  history.insert(history.end(), came.events().begin(), came.events().end());
  const auto after = engine::fold(story.c.id, history);
  CHECK(after.goals[0].set.text == "[\u2026] komt elke week, en Bep kookt");
  CHECK(after.actions[0].plan.what == "Met [\u2026] naar de markt");
  CHECK(after.goals[1].set.text == "De post is open");
  // A role word is nobody's name.
  story.does("Noor", AddNetworkPerson{"oma", "oma", Shell::intimate, Quadrant::family, false});
  story.does("Noor", wants("oma past op"));
  story.when("Noor", ErasePerson{{"oma", "op verzoek", "Bram"}}).then({"PersonErased"});
}
