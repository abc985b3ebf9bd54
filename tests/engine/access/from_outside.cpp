// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/story.hpp"

#include <vector>

// What the resident and the circle may do by a link of their own, whatever face they come from.

namespace casus::test {

namespace {

/// A case with an action of the resident and one of an aunt, who is of the network and not at the table.
Story two_agreements() {
  auto story = begun();
  story.does("Noor", AddParticipant{"Bewoner", {Role::resident}, false, false, ""});
  for (const auto* name : {"Tante", "Buurman"}) story.does("Noor", AddNetworkPerson{.name = name});
  story.does("Noor", action("De post openen", "Bewoner"));
  story.does("Noor", action("Samen koken", "Tante"));
  return story;
}

/// "" when it is done; else the name of the refusal.
std::string from_outside(const Story& story, const std::string& by, Sureness sureness, CommandBody body) {
  const Command command{
      {}, story.c.id, by, story.now + std::chrono::minutes(1), std::nullopt, body, Typist{by, sureness, {}}};
  const auto decided = engine::decide(story.c, command, story.library);
  return decided ? std::string() : decided.error().name;
}

CommandBody ticked(const char* action) { return FinishAction{{.action = action}}; }

CommandBody answered(const char* person) { return AskPerson{{.person = person, .answer = Answer::later}}; }

/// The resident as most are: written down, with a card, and never at the table.
void writes_down_resident(Story& story) {
  story.does("Noor", AddParticipant{"Bewoner thuis", {Role::resident}, false, false, "", true});
}

/// Said from home and kept: with no turn taken, and the same when the case is folded from its events.
void is_kept(Story& story, const std::string& words) {
  INFO(words);
  const auto turns = story.c.turns.size();
  story.done({{},
              story.c.id,
              "Bewoner thuis",
              story.tick(),
              std::nullopt,
              CommandBody(say("fact", words)),
              Typist{"Bewoner thuis", Sureness::resident, {}}});
  REQUIRE_FALSE(story.c.contributions.empty());
  CHECK(story.c.contributions.back().text == words);
  CHECK(story.c.turns.size() == turns);
  CHECK(story.refolded().contributions.size() == story.c.contributions.size());
}

}  // namespace

TEST_CASE("what the resident says from home is kept in every standing of the case", "[engine]") {
  auto story = ready();
  writes_down_resident(story);
  is_kept(story, "Voor de eerste stap");
  CHECK(story.c.contributions.back().visit == -1);
  story = begun();
  writes_down_resident(story);
  is_kept(story, "In een strikte stap van een ander");
  story.does("Noor", RaiseAcute{"Er is ruzie"});
  is_kept(story, "Terwijl er gevaar is");
  story.does("Noor", HandleAcute{"De politie is geweest"});
  story.does("Bram", PauseCase{"opname", on("2026-04-01")});
  is_kept(story, "In een pauze");
  // Who sits at the table waits as ever.
  story.when("Ria", say("fact", "Ik ook")).refused("CasePaused");
}

TEST_CASE("private time keeps nothing, also of what the resident says from home", "[engine][R13]") {
  auto story = begun("eigen-kracht/conference");
  writes_down_resident(story);
  story.go_to(Phase::plan_of_action, "private-time");
  CHECK(from_outside(story, "Bewoner thuis", Sureness::resident, say("fact", "Wij huilden")) == "PrivateTime");
}

TEST_CASE("a resident who never sat at the table ticks, agrees and asks a right from home", "[engine]") {
  auto story = begun();
  writes_down_resident(story);
  story.does("Noor", action("De post openen", "Bewoner thuis"));
  AskRight wants{.right = Right::access};
  for (const auto& body : {ticked("a1"), CommandBody(AgreePlan{}), CommandBody(wants)})
    CHECK(from_outside(story, "Bewoner thuis", Sureness::resident, body).empty());
  // A vote is of the table, also when it is typed as the kind of what is said.
  const auto vote = say("vote", "b1");
  CHECK(from_outside(story, "Bewoner thuis", Sureness::resident, Vote{{"b1"}}) == "NotAtTheTable");
  CHECK(from_outside(story, "Bewoner thuis", Sureness::resident, vote) == "NotAtTheTable");
  // And of who sits there it waits, as of everybody.
  auto paused = two_agreements();
  paused.does("Bram", PauseCase{"opname", on("2026-04-01")});
  CHECK(from_outside(paused, "Bewoner", Sureness::resident, say("fact", "Ik ben thuis")).empty());
  CHECK(from_outside(paused, "Bewoner", Sureness::resident, vote) == "CasePaused");
}

TEST_CASE("a choice from home gives nobody a role", "[engine]") {
  Story story;
  story.does("Noor", open_command("incident/short"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf", "Femke"})
    story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  writes_down_resident(story);
  story.does("Bram", NextStep{"wij kiezen eerst"});
  for (const char* name : {"Noor", "Ria", "Yusuf", "Femke"}) story.does(name, say("title", "Een gesprek."));
  story.does("Bram", NextStep{});
  auto chosen = say("choice", "Dat van Ria.");
  chosen.to = "Ria";
  CHECK(from_outside(story, "Bewoner thuis", Sureness::resident, chosen) == "NotAtTheTable");
  CHECK(from_outside(story, "Bewoner thuis", Sureness::resident, say("fact", "Ik was erbij.")).empty());
}

TEST_CASE("by a link of their own somebody ticks and answers what is theirs, and nothing else", "[engine]") {
  const auto story = two_agreements();
  AskRight objects{.right = Right::objection, .text = "Ik wil niet dat de school meeleest"};
  CHECK(from_outside(story, "Bewoner", Sureness::resident, ticked("a1")).empty());
  CHECK(from_outside(story, "Bewoner", Sureness::resident, ticked("a2")) == "NotYourAction");
  CHECK(from_outside(story, "Bewoner", Sureness::resident, objects).empty());
  CHECK(from_outside(story, "Bewoner", Sureness::resident, AgreePlan{}).empty());
  CHECK(from_outside(story, "Bewoner", Sureness::resident, answered("Tante")) == "NotFromOutside");
  CHECK(from_outside(story, "Tante", Sureness::circle, ticked("a2")).empty());
  CHECK(from_outside(story, "Tante", Sureness::circle, ticked("a1")) == "NotYourAction");
  CHECK(from_outside(story, "Tante", Sureness::circle, answered("Tante")).empty());
  CHECK(from_outside(story, "Tante", Sureness::circle, answered("Buurman")) == "NotYourAnswer");
  CHECK(from_outside(story, "Tante", Sureness::circle, objects) == "NotFromOutside");
  CHECK(from_outside(story, "Tante", Sureness::circle, AgreePlan{}) == "NotFromOutside");
}

TEST_CASE("no other command is for a link of their own", "[engine]") {
  const auto story = two_agreements();
  const std::vector<CommandBody> others{NextStep{},     Pass{},         SetGoal{},   AddAction{},   MoveAction{},
                                        EraseCase{},    CloseCase{},    HandOver{},  AnswerRight{}, SetBasis{},
                                        ErasePerson{},  RaiseConcern{}, PauseCase{}, AddTie{},      AddParticipant{},
                                        ChangeMethod{}, Destroy{}};
  for (const auto& body : others) {
    INFO(body.index());
    CHECK(from_outside(story, "Bewoner", Sureness::resident, body) == "NotFromOutside");
    CHECK(from_outside(story, "Tante", Sureness::circle, body) == "NotFromOutside");
  }
}

TEST_CASE("who left the network, or was typed by another, comes in by no link", "[engine]") {
  auto story = two_agreements();
  CHECK(from_outside(story, "Noor", Sureness::circle, ticked("a1")) == "NotAtTheTable");
  CHECK(from_outside(story, "Vreemde", Sureness::circle, ticked("a2")) == "NotAtTheTable");
  story.does("Noor", LeaveNetwork{{.person = "Tante"}});
  CHECK(from_outside(story, "Tante", Sureness::circle, answered("Tante")) == "NotAtTheTable");
}

}  // namespace casus::test
