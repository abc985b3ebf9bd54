// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/came_out.hpp"
#include "core/desk/training/typed_verbs.hpp"
#include "tests/desk/room.hpp"
#include "tests/engine/shipped.hpp"
#include "tests/training/training.hpp"

// Who speaks in a training as if it were real is understood, or told how it goes there.

namespace casus::test {
namespace {

using namespace training;

/// A training of "debts and shame" in its first step.
struct DebtsPlayed {
  TeamRoom room;
  desk::Desk desk = room.desk("Noor");
  desk::TypedVerbs verbs{desk, desk::TypedVerbs::Files::none};
  service::Replay replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team");

  DebtsPlayed() { REQUIRE_FALSE(replay.play().take(by("Bram", CommandBody(NextStep{}))).refusal); }
  desk::Understood understood(const std::string& line, Lang lang = Lang::nl) {
    return desk::understand(desk::Trainee{lang, replay.play(), verbs, "Noor"}, line);
  }
  /// What the program says back; empty when the line was understood.
  std::string told(const std::string& line, Lang lang = Lang::nl) {
    const auto meant = understood(line, lang);
    const auto* back = std::get_if<desk::NotUnderstood>(&meant);
    return back == nullptr ? std::string() : back->message;
  }
  template <class Body>
  std::optional<Body> move_of(const std::string& line, Lang lang = Lang::nl) {
    const auto meant = understood(line, lang);
    const auto* move = std::get_if<Move>(&meant);
    const auto* body = move == nullptr ? nullptr : std::get_if<Body>(&move->body);
    return body == nullptr ? std::nullopt : std::optional<Body>(*body);
  }
};

}  // namespace

TEST_CASE("who wants a break in a training is told that all is kept, and is no line of somebody", "[desk][training]") {
  DebtsPlayed played;
  for (const auto* line : {"pauze", "Pauze!", "even schorsen", "Bram: pauze", "Bram: even pauze"}) {
    INFO(line);
    CHECK_THAT(played.told(line), Catch::Contains("typ stop") && Catch::Contains("train play run="));
  }
  CHECK_THAT(played.told("Bram: let's take a break", Lang::en), Catch::Contains("type stop"));
  CHECK(played.told("Ria: Wanneer was er een pauze in zijn werk?").empty());
}

TEST_CASE("who rings somebody of the circle up speaks with them", "[desk][training]") {
  DebtsPlayed played;
  for (const auto* line : {"bel Esra wanneer is de ontruiming?", "praat met Esra: wanneer is de ontruiming?",
                           "spreek Esra wanneer is de ontruiming?"}) {
    INFO(line);
    const auto consult = played.move_of<Consult>(line);
    REQUIRE(consult);
    CHECK(consult->person == "Esra");
    CHECK(consult->about == "wanneer is de ontruiming?");
  }
  CHECK(played.move_of<Consult>("talk to Esra when is it?", Lang::en));
  for (const auto* line : {"bel de technische dienst", "belangrijk: Esra belt", "Ria: Zullen we Esra bellen?"}) {
    INFO(line);
    CHECK_FALSE(played.move_of<Consult>(line));
  }
}

TEST_CASE("what is asked of somebody who is not at the table is not asked there", "[desk][training]") {
  DebtsPlayed played;
  for (const auto* line : {"Ria: Esra, wanneer is de ontruiming?", "Ria: vraag aan Esra: wanneer is de ontruiming?",
                           "Ria: wanneer is de ontruiming, Esra?"}) {
    INFO(line);
    const auto back = played.told(line);
    const std::string way = "Ria: spreek Esra: wanneer is de ontruiming?";
    CHECK_THAT(back, Catch::Contains("Esra zit niet aan tafel") && Catch::Contains(way));
    const auto consult = played.move_of<Consult>(way);
    REQUIRE(consult);
    CHECK(consult->about == "wanneer is de ontruiming?");
  }
  CHECK_THAT(played.told("Ria: Esra, when is it?", Lang::en), Catch::Contains("Ria: speak Esra: when is it?"));
  // About somebody, to somebody at the table, or of somebody whom the group has not heard of.
  for (const auto* line : {"Ria: Wat zei Esra?", "Ria: Esra zei toch dat het nog kan?", "Ria: Femke, ken jij Esra?",
                           "Ria: vraag aan Bram: hoe laat is het?", "Ria: Anja, wat wil je?"}) {
    INFO(line);
    CHECK(played.told(line).empty());
  }
}

TEST_CASE("who puts a question to somebody of the circle speaks with them, however that is typed", "[desk][training]") {
  DebtsPlayed played;
  for (const auto* line :
       {"Ria belt Esra: wanneer is de ontruiming?", "Ria: spreekt met Esra: wanneer is de ontruiming?",
        "Ria aan Esra: wanneer is de ontruiming?", "Ria vraagt Esra, wanneer is de ontruiming?"}) {
    INFO(line);
    const auto consult = played.move_of<Consult>(line);
    REQUIRE(consult);
    CHECK(consult->person == "Esra");
    CHECK(consult->about == "wanneer is de ontruiming?");
  }
  CHECK(played.move_of<Consult>("Ria calls Esra: when is it?", Lang::en));
  // Maybe now, maybe later: that is asked, and Enter makes it a talk.
  for (const auto* line : {"Ria vraagt Esra of het nog kan", "Ria: belt Esra over de ontruiming"}) {
    INFO(line);
    const auto meant = played.understood(line);
    const auto* asked = std::get_if<desk::NotUnderstood>(&meant);
    REQUIRE(asked != nullptr);
    CHECK_THAT(asked->message, Catch::Contains("gesprek met Esra") && Catch::Contains("Enter"));
    CHECK(played.move_of<Consult>(asked->meant));
  }
  CHECK_THAT(played.told("Ria belt meneer Kers: kan het?"), Catch::Contains("nog niet gehoord"));
  for (const auto* line : {"Ria: Belt iemand Esra?", "Ria vraag aan Bram: hoe laat is het?", "Ria: Wat zei Esra?"}) {
    INFO(line);
    CHECK_FALSE(played.move_of<Consult>(line));
  }
}

TEST_CASE("who tells that nobody was reached is asked whether there was a talk", "[desk][training]") {
  DebtsPlayed played;
  for (const auto* line :
       {"spreek Esra kreeg alleen de voicemail", "Ria: spreek Esra niet op kantoor", "bel Esra nam niet op"}) {
    INFO(line);
    const auto meant = played.understood(line);
    const auto* asked = std::get_if<desk::NotUnderstood>(&meant);
    REQUIRE(asked != nullptr);
    CHECK_THAT(asked->message, Catch::Contains("is er met Esra gesproken?"));
    // Enter says that it was said: in quotes, so that it is not asked again.
    CHECK(played.move_of<Consult>(asked->meant));
  }
  for (const auto* line : {"spreek Esra waarom hij niet betaalt", "spreek Esra Kunt u niet wachten?", "spreek Esra",
                           "spreek Esra \"Ik weet het niet\""}) {
    INFO(line);
    CHECK(played.move_of<Consult>(line));
  }
}

TEST_CASE("the clock of a training goes on until a day, as people say it", "[desk][training]") {
  DebtsPlayed played;  // Monday 2 March 2026
  const auto waits = [&](const std::string& line) {
    const auto wait = played.move_of<Wait>(line);
    return wait ? wait->seconds() : std::chrono::seconds(0);
  };
  using std::chrono::days;
  CHECK(waits("wacht 3 weken") == days(21));
  CHECK(waits("wacht een week") == days(7));
  CHECK(waits("wacht twee weken") == days(14));
  CHECK(waits("wacht tot vrijdag") == days(4));
  CHECK(waits("wacht tot 9 maart") == days(7));
  CHECK(waits("wait until 9 March") == days(7));
  CHECK(waits("wait a week") == days(7));
  for (const auto* line : {"wacht", "wacht even", "wacht tot gisteren", "wacht elke week", "wacht tot later"}) {
    INFO(line);
    CHECK_THAT(played.told(line), Catch::Contains("wacht tot vrijdag"));
  }
}

TEST_CASE("a trainer who only types what sort of thing happens is asked which", "[desk][training]") {
  DebtsPlayed played;
  for (const auto* line : {"Ineke: gebeurt", "Ineke: gebeurt feit", "Ineke: gebeurt nee"}) {
    INFO(line);
    CHECK_FALSE(played.told(line).empty());
  }
  for (const auto* line :
       {"Ineke: gebeurt Stilte", "Ineke: gebeurt feit Hij heeft een hond", "Ineke: gebeurt nee Lot"}) {
    INFO(line);
    CHECK(played.move_of<Inject>(line));
  }
}

TEST_CASE("a name of two words is one name, with or without quotes, also for who leads", "[desk][training]") {
  DebtsPlayed played;
  for (const auto* line : {"Ineke: gebeurt nee Meneer Kers Ik bemoei mij er niet mee",
                           "Ineke: gebeurt nee \"Meneer Kers\" Ik bemoei mij er niet mee",
                           "Ineke: gebeurt nee meneer kers: Ik bemoei mij er niet mee",
                           "Ineke: gebeurt nee buurman Ik bemoei mij er niet mee"}) {
    INFO(line);
    const auto told = played.move_of<Inject>(line);
    REQUIRE(told);
    CHECK(told->what == training::Injected::answer);
    CHECK(told->answer == Answer::no);
    CHECK(played.replay.play().scenario().acquaintance(told->of)->id == "buurman");
    CHECK(told->text == "Ik bemoei mij er niet mee");
  }
  // Who tells what somebody says names nobody of the circle.
  const auto message = played.move_of<Inject>("Ineke: gebeurt nee zeg dat gaat zo niet");
  REQUIRE(message);
  CHECK(message->what == training::Injected::message);
  for (const auto* line : {"spreek 'Meneer Kers' Hoe gaat het?", "spreek \"meneer Kers\": Hoe gaat het?",
                           "spreek met meneer Kers Hoe gaat het?", "spreek Kers Hoe gaat het?"}) {
    INFO(line);
    const auto talk = played.move_of<Consult>(line);
    REQUIRE(talk);
    CHECK(played.replay.play().scenario().acquaintance(talk->person)->id == "buurman");
    CHECK(talk->about == "Hoe gaat het?");
  }
  const auto sheet = played.move_of<Observe>("Sanne: observeer 'Meneer Berk' sterk: keek op");
  REQUIRE(sheet);
  CHECK(sheet->whom == "Meneer Berk");
}

TEST_CASE("a trainer who types the id of a fact or an event alone brings that in, and no message", "[desk][training]") {
  DebtsPlayed played;
  using training::Injected;
  const auto& scenario = shipped_scenario("debts-and-shame");
  REQUIRE_FALSE(scenario.events.empty());
  const auto fact = played.move_of<Inject>("Ineke: gebeurt heating");
  REQUIRE(fact);
  CHECK(fact->what == Injected::fact);
  CHECK(fact->of == "heating");
  CHECK(fact->text.empty());
  const auto event = played.move_of<Inject>("Ineke: gebeurt " + scenario.events.front().id);
  REQUIRE(event);
  CHECK(event->what == Injected::event);
  for (const auto* line :
       {"Ineke: gebeurt heating gaat uit", "Ineke: gebeurt bericht heating", "Ineke: gebeurt stilte"}) {
    INFO(line);
    const auto message = played.move_of<Inject>(line);
    REQUIRE(message);
    CHECK(message->what == Injected::message);
  }
}

TEST_CASE("who looks when some of the time to choose has gone reads until when it lasts", "[desk][training]") {
  TeamRoom room;
  auto at = room.desk("Noor");
  auto replay = begun(shipped_scenario("neighbours-quarrel"), "kort/ronde", 1, Mode::coaching);
  auto& play = replay.play();
  const auto told = [&] {
    const auto& question = play.scenario().decision("first-move")->question;
    desk::Reply reply;
    desk::tell_came_out(at, reply, play, {{CameOut::What::decision, "first-move", question, play.clock()}});
    std::string all;
    for (const auto& one : reply.sayings()) all += one.text + '\n';
    return all;
  };
  for (int i = 0; i < 10 && !play.is_up("first-move"); ++i)
    REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{"door"}))).refusal);
  const auto until = play.open_until("first-move");
  REQUIRE(until);
  CHECK(*until - play.clock() == std::chrono::days(10));
  CHECK_THAT(told(), Catch::Contains("Tijd om te kiezen: 10 dagen."));
  Wait days{{.amount = 5, .unit = ClockUnit::days}};
  REQUIRE_FALSE(play.take(by("Bram", days)).refusal);
  CHECK(play.open_until("first-move") == until);
  CHECK_THAT(told(), Catch::Contains("Tijd om te kiezen: tot 12 maart 2026 09:00.") && !Catch::Contains("10 dagen"));
  REQUIRE_FALSE(play.take(by("Noor", Choose{"first-move", "coffee-first", "zij begint graag"})).refusal);
  CHECK_FALSE(play.open_until("first-move"));
}

}  // namespace casus::test
