// SPDX-License-Identifier: EUPL-1.2
// What stays with a team of a case that went to another, and what comes home as its own.
#include "tests/service/commands/two_teams.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;
using namespace casus::test::transfer;

namespace {

Correct set_of(const std::string& ref, const std::string& set, const std::string& because) {
  return Correct{ref, {}, {set}, {}, because};
}

}  // namespace

TEST_CASE("colleagues of one name of two teams of one name stay two", "[service][transfer]") {
  TwoTeams it;
  House far_house;
  Desk far(far_house);
  be_team(far, "Wijkteam Noord", {"Mo", "Bram"});
  REQUIRE(it.hands_out().done());
  REQUIRE(it.takes().done());
  const auto there = it.goes_on(it.south, far, "c-1", "Samira", "Wijkteam Noord", "Mo");
  it.done(far, "Mo", AddParticipant{"Bram", {Role::chair}, true, false, {}}, there.id);
  const auto back = it.goes_on(far, it.south, there.id, "Mo", "Wijkteam Zuid", "Samira");
  std::vector<std::string> called;
  for (const auto& person : back.people)
    if (person.name.find("Bram") != std::string::npos) called.push_back(person.name);
  CHECK(called == std::vector<std::string>{"(Wijkteam Noord) Bram", "(Wijkteam Noord) Bram (2)"});
}

TEST_CASE("a team elsewhere of the same name is not taken for the home of a case", "[service][transfer]") {
  TwoTeams it;
  House far_house;
  Desk far(far_house);
  be_team(far, "Wijkteam Noord", {"Noor Bakker", "Mo"});
  REQUIRE(it.hands_out().done());
  REQUIRE(it.takes().done());
  SECTION("it goes there") {
    const auto there = it.goes_on(it.south, far, "c-1", "Samira", "Wijkteam Noord", "Mo");
    CHECK(there.person("p1")->name == "(Wijkteam Noord) Noor Bakker");
    CHECK(there.person("p2")->name == "(Wijkteam Noord) Bram");
    CHECK(there.owner()->name == "Mo");
    // And from there to where it began: of two teams of one name nobody says whose name is whose.
    const auto back = it.goes_on(far, it.south, there.id, "Mo", "Wijkteam Zuid", "Samira");
    const auto home = it.goes_on(it.south, it.north, back.id, "Samira", "Wijkteam Noord", "Bram");
    CHECK(home.person("p1")->name == "(Wijkteam Noord) Noor Bakker");
    CHECK(home.person("p2")->name == "(Wijkteam Noord) Bram");
  }
  SECTION("it comes home, also when what was kept of it here is erased") {
    it.done(it.north, "Noor Bakker", ConfirmTransfer{it.package().receipt});
    it.done(it.north, "Noor Bakker", EraseCase{{"op verzoek", "Bram"}});
    const auto home = it.goes_on(it.south, it.north, "c-1", "Samira", "Wijkteam Noord", "Bram");
    CHECK(home.person("p1")->name == "Noor Bakker");
    CHECK(home.person("p2")->name == "Bram");
  }
}

TEST_CASE("a case goes whole, with one that ended in it, when no more cases fit in memory", "[service][transfer]") {
  TwoTeams it;
  it.north.begin("c-2");
  it.done(it.north, "Noor Bakker", MergeCase{"c-1", "twee keer aangemeld", {}}, "c-2");
  Desk desk(it.north_house);  // that has nothing in memory yet
  // What is not there is remembered too. With the case itself that is all that fits.
  for (int i = 1; i < 256; ++i) CHECK_FALSE(fault_of([&] { desk.service.open("n-" + std::to_string(i)); }).empty());
  const TransferCase over{"Wijkteam Zuid", "De inwoner weet het", "verhuisd"};
  const auto handed = desk.service.hand_out(Command{{}, "c-1", "Noor Bakker", {}, std::nullopt, over}, kPhrase,
                                            [&](const std::string& sealed) { it.bytes = sealed; });
  CHECK(named(handed) == "done");
  CHECK(it.package().cases.size() == 2);
}

TEST_CASE("what was written down wrongly of a request in what stays of a case is put right there",
          "[service][transfer][rights]") {
  TwoTeams it;
  REQUIRE(it.hands_out().done());
  const auto by_noor = [&](auto body) { return named(it.north.does("Noor Bakker", std::move(body))); };
  it.north_house.clock.advance_days(10);
  const auto today = date_of(it.north_house.clock.now());
  it.done(it.north, "Noor Bakker", AskRight{Right::access, "Ik wil het zien", today, {}, {}});
  CHECK(by_noor(set_of("r1", "on=2026-03-06", "het was vrijdag")) == "done");
  AnswerRight answer;
  answer.request = "r1";
  answer.answer = RightAnswer::granted;
  answer.on = today;
  it.done(it.north, "Noor Bakker", answer);
  const auto line = it.north.service.history("c-1").size();
  CHECK(by_noor(set_of(std::to_string(line), "on=2026-03-09", "maandag gebracht")) == "done");
  CHECK(by_noor(set_of("r1", "answer=partly", "een deel")) == "ReasonMissing");  // of the answer itself
  CHECK(by_noor(Correct{"r1", "Ik wil alles zien", {}, {}, "zo zei ze het"}) == "done");
  const auto c = it.north.service.open("c-1");
  REQUIRE(c.requests.size() == 1);
  CHECK(c.requests[0].asked.text == "Ik wil alles zien");
  CHECK(c.requests[0].asked.on == *date_from("2026-03-06"));
  REQUIRE(c.requests[0].answers.size() == 1);
  CHECK(c.requests[0].answers[0].on == date_from("2026-03-09"));
  // A second one by mistake goes, and comes back; what came with the case stays as it went.
  it.done(it.north, "Noor Bakker", AskRight{Right::erasure, "Alles weg", {}, {}, {}});
  CHECK(by_noor(Withdraw{"r2", "van een ander"}) == "done");
  CHECK(by_noor(Restore{"r2", "toch van haar"}) == "done");
  CHECK(by_noor(Correct{"title", "Iets anders", {}, {}, "beter"}) == "CaseTransferred");
  CHECK(by_noor(Correct{"question", "Iets anders?", {}, {}, "beter"}) == "CaseTransferred");
  CHECK(by_noor(Withdraw{"1", "beter"}) == "CaseTransferred");
  CHECK(by_noor(Correct{"r9", "Iets anders", {}, {}, "beter"}) == "CaseTransferred");
  CHECK(named(it.north.does("Mallory", Correct{"r1", "Niets", {}, {}, "beter"})) == "CaseTransferred");
  CHECK(named(it.north.does("Bram", Correct{"r1", "Niets", {}, {}, "beter"})) == "NotYoursToMend");
  CHECK(it.north.service.index_findings().empty());
  CHECK(it.north.store->verify().findings.empty());
}
