// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/story.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("an erased person leaves no name, and nobody has to wait for them", "[engine]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  story.does("Noor", AddNetworkPerson{"Els", "zus", Shell::intimate, Quadrant::family, false});
  story.does("Bram", RemoveParticipant{"Ria"});
  story.does("Noor", ErasePerson{"Ria", "op verzoek", "Bram"});
  CHECK(story.c.person("Ria") == nullptr);
  CHECK(story.c.name_of("p3", Lang::nl) == "(gewist)");
  story.when("Noor", ErasePerson{"p3", {}, "Bram"}).refused("ErasedAlready");
  story.when("Yusuf", say("question", "Wat wil zij?")).then({"Contributed"});
  story.does("Noor", ErasePerson{"Els", "op verzoek", "Bram"});
  CHECK(story.c.person("p6")->network->relation.empty());
  // The same name again is somebody new.
  CHECK(story.when("Bram", AddParticipant{"Ria", {Role::member}, true, false, {}}).gives<ParticipantAdded>().person ==
        "p7");
  // And nobody is called by the number of who is gone.
  story.when("Bram", AddNetworkPerson{"p6", "zus", Shell::intimate, Quadrant::family, false}).refused("NotAName");
}

TEST_CASE("an erased case takes nothing more", "[engine]") {
  auto story = begun();
  story.when("Noor", EraseCase{"", "Bram"})
      .refused("ReasonMissing")
      .says("Wissen kan niet ongedaan worden gemaakt. Waarom moet het?",
            "Erasing cannot be undone. Why does it have to be done?");
  story.does("Noor", EraseCase{"termijn voorbij", "Bram"});
  story.when("Bram", ReopenCase{"toch"})
      .refused("CaseErased")
      .says("Deze casus is gewist. Er is niets meer van te lezen.",
            "This case has been erased. None of it can be read any more.");
  story.when("Noor", EraseCase{"weer", "Bram"}).refused("CaseErased");
}

TEST_CASE("what cannot be brought back takes two, of whom one owns the case", "[engine]") {
  auto story = begun();
  story.when("Mallory", EraseCase{"zomaar", "Bram"})
      .refused("NotYoursToErase")
      .says("Mallory gaat niet over het wissen van deze casus.", "Mallory may not erase anything in this case.")
      .asks("Dat doet Noor, samen met een tweede persoon.", "Noor can, together with a second person.");
  story.when("Mallory", ErasePerson{"Noor", "zomaar", "Bram"}).refused("NotYoursToErase");
  story.when("Bram", EraseCase{"zomaar", "Noor"}).refused("NotYoursToErase");
  story.when("", EraseCase{"zomaar", "Bram"}).refused("WhoIsThis");
  story.when("Noor", EraseCase{"op verzoek", {}})
      .refused("SecondPersonNeeded")
      .says("Wissen kan niet ongedaan worden gemaakt. Daarom doe je het met zijn tweeën.",
            "Erasing cannot be undone. That is why it takes two.")
      .asks("Noem een collega die het met je eens is: --with NAAM (aan tafel: Bram, Ria, Yusuf, Femke).",
            "Name a colleague who agrees: --with NAME (at the table: Bram, Ria, Yusuf, Femke).");
  story.when("Noor", EraseCase{"op verzoek", "noor"}).refused("SecondPersonNeeded");
  story.when("Noor", EraseCase{"op verzoek", "Mallory"})
      .refused("SecondPersonNeeded")
      .says("Mallory werkt niet in deze casus en hoort niet bij het team.",
            "Mallory does not work on this case and is not on the team.");
  const auto erased = story.when("Noor", EraseCase{"op verzoek", "bram"});
  CHECK(erased.gives<CaseErased>().with == "Bram");
}

TEST_CASE("whoever may not erase does not hear who is in the case, and nobody is put in to be erased", "[engine]") {
  auto story = begun();
  for (const auto* by : {"Mallory", "Bram"})
    for (const auto* whom : {"Ria", "Riaa", "p3", "Zoe"}) {  // in it, nearly, by id, not in it
      INFO(by << " " << whom);
      const auto refusal = story.when(by, ErasePerson{whom, "zomaar", "Noor"}).refusal();
      CHECK(refusal.name == "NotYoursToErase");
      CHECK(refusal.reason.in(Lang::nl) == std::string(by) + " gaat niet over het wissen van deze casus.");
      CHECK(refusal.remedies_in(Lang::nl) == "Dat doet Noor, samen met een tweede persoon.");
    }
  const auto nobody = story.when("Noor", ErasePerson{"Zoe", "op verzoek", "Bram"}).refusal();
  CHECK(nobody.name == "NobodyCalled");
  REQUIRE(nobody.remedies.size() == 1);
  const auto ways = nobody.remedies[0].ways();
  REQUIRE(ways.size() == 2);
  CHECK(ways[0].line() == "case find text=Zoe");
  CHECK(ways[1].line() == "case destroy case=" + story.c.id + " ref=? ground=other_person");
}

TEST_CASE("who still sits at the table hands over before they are erased", "[engine]") {
  auto story = begun();
  story.when("Noor", ErasePerson{"Noor", "op verzoek", "Bram"}).refused("HandOverFirst");
  story.when("Noor", ErasePerson{"Bram", "op verzoek", "Ria"})
      .refused("HandOverFirst")
      .says("Bram zit nog aan tafel of heeft nog acties. Zonder naam kan Bram niets meer doen of overdragen.",
            "Bram is still at the table or has actions left. Without a name Bram cannot do or hand over anything.");
  story.does("Noor", action("Bellen", "Bram"));
  story.does("Bram", RemoveParticipant{"Bram"});
  story.when("Noor", ErasePerson{"Bram", "op verzoek", "Ria"}).refused("HandOverFirst");
  story.does("Noor", HandOver{{"Bram", "Ria", "Bram is weg"}});
  // Why it was handed over reads without the name.
  story.when("Noor", ErasePerson{"Bram", "op verzoek", "Ria"}).then({"Corrected", "PersonErased"});
}

TEST_CASE("when who owned the case has gone, two who answer for it erase it", "[engine]") {
  auto story = begun();
  engine::evolve(story.c, Event{story.c.changed_at, "p1", ParticipantLeft{{"p1"}}});
  story.when("Mallory", EraseCase{"zomaar", "Bram"}).refused("NotYoursToErase");
  story.when("Ria", EraseCase{"termijn voorbij", "Bram"}).refused("UnownedSinceToday");
  story.now += std::chrono::hours(24);
  story.when("Ria", EraseCase{"termijn voorbij", "Bram"}).then({"CaseErased"});
}

TEST_CASE("the history names who took a case over, and no stand-in", "[engine]") {
  Story story;
  story.does("Noor", open_command());
  engine::evolve(story.c, Event{story.c.changed_at, "p1", ParticipantLeft{{"p1"}}});
  const auto came = engine::decide(story.c,
                                   Command{{},
                                           "2026-001",
                                           "Ria",
                                           story.c.changed_at,
                                           std::nullopt,
                                           AddParticipant{"Ria", {Role::presenter}, true, false, {}}},
                                   story.library);
  REQUIRE(came);
  CHECK(came->front().by == "Ria");
}
