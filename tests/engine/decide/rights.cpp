// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/remarks/remarks.hpp"
#include "core/engine/remarks/twice.hpp"
#include "tests/engine/story.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

using namespace casus;
using namespace casus::test;

TEST_CASE("a request of the resident has a month, and is answered with a reason", "[engine][rights]") {
  auto story = begun();
  const auto day = [](const char* text) { return *date_from(text); };
  story.when("Noor", AskRight{Right::rectification, "", {}, "", {}}).refused("EmptyText");
  story.when("Noor", AskRight{Right::access, "", day("2026-03-05"), "", {}}).refused("DayNotYet");
  story.when("Noor", AskRight{Right::access, "", {}, "", 10}).refused("AskedByParent");
  story.when("Noor", AskRight{Right::access, "", {}, "", 14}).refused("TogetherWithParent");
  story.does("Noor", AskRight{Right::access, "", {}, "", 16});
  story.does("Noor", AskRight{Right::rectification, "De school klopt niet", day("2026-01-31"), "", {}});
  REQUIRE(story.c.requests.size() == 2);
  CHECK(story.c.requests[0].due() == day("2026-04-02"));
  CHECK(story.c.requests[1].due() == day("2026-02-28"));
  story.when("Noor", AnswerRight{{"r2", RightAnswer::refused, "", {}}}).refused("ReasonMissing");
  story.when("Noor", AnswerRight{{"r9", RightAnswer::granted, "", {}}}).refused("NotFound");
  story.when("Noor", AnswerRight{{"r2", RightAnswer::extended, "druk", {}}}).refused("TooLateToExtend");
  story.does("Noor", AnswerRight{{"r1", RightAnswer::extended, "Veel papier", {}}});
  CHECK(story.c.requests[0].is_open());
  CHECK(story.c.requests[0].due() == day("2026-06-02"));
  story.when("Noor", AnswerRight{{"r1", RightAnswer::extended, "Nog meer papier", {}}})
      .refused("TooLateToExtend")
      .says("Dit verzoek is al één keer uitgesteld, tot 2 juni 2026.",
            "This request was put off once already, until 2 June 2026.");
  story.does("Noor", AnswerRight{{"r1", RightAnswer::granted, "", {}}});
  CHECK_FALSE(story.c.requests[0].is_open());
  story.when("Noor", AnswerRight{{"r1", RightAnswer::granted, "", {}}}).refused("AnsweredAlready");
}

TEST_CASE("a request that is granted is not done by that alone, and it is said how it is done", "[engine][rights]") {
  auto story = begun();
  const std::vector<std::pair<Right, std::string>> rights{{Right::access, "case export"},
                                                          {Right::rectification, "case correct"},
                                                          {Right::erasure, "case erase"},
                                                          {Right::objection, "case close"},
                                                          {Right::restriction, ""}};
  int number = 0;
  for (const auto& [right, verb] : rights) {
    story.does("Noor", AskRight{right, "Dat wil ik", {}, "", {}});
    const auto id = "r" + std::to_string(++number);
    INFO(id << " " << verb);
    const auto told = [&](RightAnswer answer) {
      const Command command{{}, story.c.id, "Noor", story.now, std::nullopt, AnswerRight{{id, answer, "", {}}}};
      return engine::remarks(story.c, command);
    };
    CHECK(told(RightAnswer::refused).empty());
    CHECK(told(RightAnswer::extended).empty());
    for (const auto answer : {RightAnswer::granted, RightAnswer::partly}) {
      const auto all = told(answer);
      REQUIRE(all.size() == (verb.empty() ? 0U : 1U));
      if (all.empty()) continue;
      const auto ways = all.front().message.ways();
      CHECK(std::ranges::any_of(ways, [&](const text::Way& way) { return way.path == verb; }));
    }
  }
}

TEST_CASE("who asks does not answer", "[engine][rights]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Joke Voorbeeld", {Role::resident}, false, false, ""});
  story.does("Joke Voorbeeld", AskRight{Right::access, "", {}, "", {}});
  story.when("Joke Voorbeeld", AnswerRight{{"r1", RightAnswer::granted, "", {}}}).refused("NotYoursToAnswer");
}

TEST_CASE("a request and its answer stay, with days that can be", "[engine][rights]") {
  auto story = begun();
  story.does("Noor", AskRight{Right::rectification, "De datum klopt niet", date_of(story.now), "", {}});
  story.when("Noor", AnswerRight{{"r1", RightAnswer::granted, "", plus_days(date_of(story.now), -1)}})
      .refused("BeforeAsked");
  story.does("Noor", AnswerRight{{"r1", RightAnswer::granted, "", {}}});
  const auto number = std::to_string(story.history.size());
  story.when("Noor", Withdraw{number, "vergissing"}).refused("AnswerStands", "AVG 12");
  story.when("Noor", Correct{number, "", {"on=2020-01-01"}, {}, "vergissing"}).refused("BeforeAsked");
  story.when("Noor", Correct{"r1", "", {"on=2199-01-01"}, {}, "vergissing"}).refused("DayNotYet");
  story.does("Noor", Destroy{"r1", DestroyGround::other_person, false});
  const auto c = story.refolded();
  REQUIRE(c.requests.size() == 1);
  CHECK(c.requests.front().asked.text.empty());
  CHECK_FALSE(c.requests.front().is_open());
}

TEST_CASE("an answer that was typed wrongly is put right under its request, by the rules of an answer",
          "[engine][rights][mending]") {
  auto story = begun();
  const auto ask = [&](Right right) { story.does("Noor", AskRight{right, "Dat wil ik", {}, "", {}}); };
  const auto correct = [](const std::string& ref, std::vector<std::string> set) {
    return Correct{ref, "", std::move(set), {}, "vergissing"};
  };
  ask(Right::objection);
  story.does("Noor", AnswerRight{{"r1", RightAnswer::granted, "", {}}});
  story.when("Noor", AnswerRight{{"r1", RightAnswer::refused, "Het mag", {}}})
      .refused("AnsweredAlready")
      .asks(
          "Klopt het antwoord niet? Verbeter het: casus case correct 2026-001 r1 --set antwoord=ANTWOORD --because "
          "\"...\". Vraagt de inwoner opnieuw iets, schrijf dat dan op als een nieuw verzoek.",
          "Is the answer wrong? Put it right: casus case correct 2026-001 r1 --set answer=ANSWER --because "
          "\"...\". If the resident asks for something again, write that down as a new request.");
  const auto same_day = "on=" + to_string(date_of(story.now));
  story.when("Noor", correct("r1", {same_day, "because=Zij heeft gelijk"})).then({"Corrected"});
  // Refused and put off take a reason, as when it is answered.
  story.when("Noor", correct("r1", {"answer=refused"})).refused("ReasonMissing");
  story.when("Noor", correct("r1", {"answer=partly"})).refused("ReasonMissing");
  story.when("Noor", correct("r1", {"answer=extended"})).refused("ReasonMissing");
  story.does("Noor", correct("r1", {"answer=refused", "because=Het mag"}));
  CHECK(story.refolded().requests[0].answers.back().answer == RightAnswer::refused);
  CHECK(story.refolded().requests[0].answers.back().because == "Het mag");
  // Put off once, and in time: it waits for an answer again.
  story.does("Noor", correct("r1", {"answer=extended"}));
  CHECK(story.c.requests[0].is_open());
  story.does("Noor", AnswerRight{{"r1", RightAnswer::granted, "", {}}});
  story.when("Noor", correct("r1", {"answer=extended", "because=Veel papier"})).refused("TooLateToExtend");
  const auto first = [&] {
    for (std::size_t i = 0; i < story.history.size(); ++i)
      if (std::holds_alternative<RightAnswered>(story.history[i].body)) return std::to_string(i + 1);
    return std::string();
  }();
  story.when("Noor", correct(first, {"answer=granted"})).refused("AnsweredAlready", "AVG 12");
  ask(Right::access);
  story.now += std::chrono::hours(24 * 40);
  story.does("Noor", AnswerRight{{"r2", RightAnswer::granted, "", {}}});
  story.when("Noor", correct("r2", {"answer=extended", "because=Veel papier"})).refused("TooLateToExtend");
  // What was asked is put right as before.
  story.does("Noor", correct("r2", {"text=Alles"}));
  CHECK(story.c.requests[1].asked.text == "Alles");
  // Who neither asked nor answered, and whose case it is not, puts neither right.
  story.when("Ria", correct("r2", {"answer=refused", "because=x"})).refused("NotYoursToMend");
}

TEST_CASE("how old a youth is and who asked with them is asked, and keeps to the same when it is said later",
          "[engine][rights]") {
  auto story = begun();
  const auto told = [&](const AskRight& ask, const std::string& by = "Noor") {
    const Command command{{}, story.c.id, by, story.now, std::nullopt, ask};
    return engine::remarks(story.c, command).size();
  };
  const AskRight ask{Right::access, "", {}, "", {}};
  CHECK(told(ask) == 0);  // Wmo
  story.does("Noor", AddBasis{{Basis::jeugdwet, "hulp aan de zoon", ""}});
  CHECK(told(ask) == 1);
  CHECK(told({Right::access, "", {}, "", 17}) == 0);
  story.does("Noor", ask);
  const auto sets = [](std::vector<std::string> set) { return Correct{"r1", "", std::move(set), {}, "aangevuld"}; };
  story.when("Noor", sets({"age=10"})).refused("AskedByParent");
  story.when("Noor", sets({"age=14"}))
      .refused("TogetherWithParent")
      .asks(
          "Zet er ook bij wie het vroeg: casus case correct 2026-001 r1 --set 'gevraagd door=NAAM' --because \"...\".",
          "Add who asked as well: casus case correct 2026-001 r1 --set 'asked by=NAME' --because \"...\".");
  story.when("Noor", sets({"age=130"})).refused("NoAge");
  story.does("Noor", sets({"asked_by=haar moeder", "age=14"}));
  CHECK(story.c.requests[0].asked.age == 14);
  CHECK(story.c.requests[0].asked.asked_by == "haar moeder");
  // Another right takes what it takes when it is asked.
  story.when("Noor", sets({"right=rectification"})).refused("EmptyText");
  story.does("Noor", sets({"right=rectification", "text=De school klopt niet"}));
  CHECK(story.c.requests[0].asked.right == Right::rectification);
}

TEST_CASE("a request is taken back on the day itself alone, and on that day nothing is erased", "[engine][rights]") {
  auto story = begun();
  story.does("Noor", AskRight{Right::restriction, "Niet verder", {}, "", {}});
  story.does("Noor", Withdraw{"r1", "verkeerd begrepen"});
  story.when("Noor", EraseCase{{"op verzoek", "Bram"}}).refused("RequestTakenBackToday", "AVG 18");
  story.does("Noor", AskRight{Right::restriction, "Niet verder", {}, "", {}});
  story.now += std::chrono::hours(24);
  story.when("Noor", Withdraw{"r2", "verkeerd begrepen"}).refused("RequestStands", "AVG 12");
}

TEST_CASE("what came twice within a minute is known as that: a request, and what the resident was told", "[engine]") {
  auto story = begun();
  const auto later = [&](int seconds, auto body) {
    story.done({{},
                story.c.id,
                "Noor",
                story.now + std::chrono::seconds(seconds),
                std::nullopt,
                CommandBody(std::move(body))});
    return engine::recorded_twice(story.c, story.history.back());
  };
  TellResident told{.what = "Wij bellen morgen"};
  CHECK(later(10, AskRight{Right::access, "", {}, "", {}}).empty());
  CHECK(later(20, AskRight{Right::rectification, "De datum", {}, "", {}}).empty());
  CHECK(later(30, AskRight{Right::access, "", {}, "", {}}) == "r3");
  CHECK(later(40, told).empty());
  told.what = "wij bellen morgen.";
  const auto twice = later(50, told);
  CHECK(twice == std::to_string(story.c.version));
  CHECK(later(200, AskRight{Right::access, "", {}, "", {}}).empty());
  SetGoal goal{{.text = "De post is open"}};
  CHECK(later(210, goal).empty());
  goal.text = " de  post is\topen.";
  CHECK(later(220, goal) == "g2");
  goal.text = "Depost is open";
  CHECK(later(230, goal).empty());
}

TEST_CASE("what says how it was already is known as that: the question, the day to look back, a place in the network",
          "[engine]") {
  auto story = begun();
  const auto again = [&](auto body) {
    story.does("Noor", std::move(body));
    return engine::said_already(story.history, story.history.back());
  };
  const AskQuestion how{"Hoe komt er rust?", "Een stap"};
  again(how);
  CHECK(again(AskQuestion{"hoe komt er rust?", "Een stap."}));
  CHECK_FALSE(again(AskQuestion{"Hoe komt er rust?", "Een plan"}));
  CHECK_FALSE(again(SetReview{*date_from("2026-04-13")}));
  CHECK(again(SetReview{*date_from("2026-04-13")}));
  CHECK_FALSE(again(SetReview{*date_from("2026-04-20")}));
  CHECK_FALSE(again(SetReview{*date_from("2026-04-13")}));
  const AddNetworkPerson aunt{"Tante Els", "tante", Shell::intimate, Quadrant::family, false};
  CHECK_FALSE(again(NameForNetwork{"Tante Els", "tante"}));
  CHECK(again(NameForNetwork{"Tante Els", "tante"}));
  CHECK_FALSE(again(aunt));
  CHECK(again(aunt));
  story.does("Noor", LeaveNetwork{{"Tante Els", "verhuisd"}});
  CHECK_FALSE(again(aunt));
  CHECK_FALSE(again(AddNetworkPerson{"Bert", "buurman", Shell::intimate, Quadrant::family, false}));
  // A place on the agenda: again at once it is a second Enter, later it may be for the next meeting.
  const auto asked = [&](int seconds, bool no_longer) {
    AskForPlace place{.no_longer = no_longer};
    story.done({{}, story.c.id, "Noor", story.now + std::chrono::seconds(seconds), std::nullopt, CommandBody(place)});
    return engine::said_already(story.history, story.history.back());
  };
  CHECK_FALSE(asked(10, false));
  CHECK(asked(40, false));
  CHECK_FALSE(asked(200, false));
  CHECK_FALSE(asked(210, true));
  CHECK_FALSE(asked(220, false));
}

TEST_CASE("a case is not reported on a day that has to come", "[engine][rights]") {
  auto story = begun();
  story.when("Noor", Correct{"1", "", {"reported_on=2199-01-01"}, {}, "vergissing"}).refused("DayNotYet", "R2");
}
