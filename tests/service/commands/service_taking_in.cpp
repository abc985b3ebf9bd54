// SPDX-License-Identifier: EUPL-1.2
#include "core/service/meetings/meetings.hpp"
#include "tests/service/joining.hpp"
#include "tests/service/watched_store.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

using namespace casus;
using namespace casus::test;

namespace {

/// Every write is counted, and the last that is left does not happen any more.
struct Killing {
  WatchedStore& store;
  int& left;

  void arm() {
    store.meanwhile = [this] {
      if (--left <= 0) throw std::runtime_error("killed");
      arm();
    };
  }
};

}  // namespace

TEST_CASE("a team takes in another: people, open and closed cases with their history, and then that team is closed",
          "[service][team]") {
  const Joining it;
  const auto planned = it.planned();
  REQUIRE(planned);
  REQUIRE(planned->members.size() == 2);
  CHECK_FALSE(planned->members[0].known);
  CHECK(planned->members[1].known);
  REQUIRE(planned->cases.size() == 2);
  CHECK_FALSE(planned->cases[0].closed);
  CHECK(planned->cases[1].closed);
  CHECK(planned->whole());
  {
    Desk here(it.noord), there(it.zuid);  // a plan keeps nothing
    CHECK(here.service.case_ids().empty());
    CHECK(here.service.team()->members.size() == 2);
    CHECK_FALSE(there.service.open("c-1").given_over);
  }
  const auto done = it.done();
  if (!done) FAIL(done.error().reason.in(Lang::en));
  CHECK(refused_cases(*done).empty());
  CHECK(done->closed);

  Desk here(it.noord), there(it.zuid);
  const auto c = here.service.open("c-1");
  REQUIRE(c.came_from.size() == 1);
  CHECK(c.came_from[0].what.team == "Wijkteam Zuid");
  CHECK(there.store->verify_against(c.came_from[0].what.checkpoint).empty());
  REQUIRE(c.owner() != nullptr);
  CHECK(c.owner()->name == "Noor Bakker");
  CHECK(c.owner()->at_table());
  CHECK(c.person("p2")->name == "Bram");
  CHECK(c.person("p2")->at_table());
  CHECK(c.person("Samira") == nullptr);  // taking it over makes nobody its owner when that one came along
  CHECK(c.actions[0].plan.who == "p1");
  CHECK(c.actions[0].plan.checks == "p2");
  CHECK(here.service.open("c-2").stage.life == Life::closed);
  // What happens next goes by the name: both find the case among their own.
  CHECK(here.does("Noor Bakker", title("hier verder")).done());
  CHECK(here.service.look("c-1", {"Bram", CasePart::dossier, ""}));
  CHECK_FALSE(here.service.still_has("Noor Bakker").empty());
  CHECK(here.service.team()->member("Noor Bakker") != nullptr);

  CHECK(there.service.open("c-1").given_over->confirmed);
  CHECK(there.service.team()->closed_at);
  CHECK(there.service.team()->closed_because == "De casussen zijn nu bij Wijkteam Noord");
  for (auto* desk : {&here, &there}) {
    CHECK(desk->store->verify().findings.empty());
    CHECK(desk->service.index_findings().empty());
  }
}

TEST_CASE("stopped before any write and begun again, two teams become one with everything in it once",
          "[service][team]") {
  int writes = 1;
  for (bool stopped = true; stopped; ++writes) {
    const Joining it;
    stopped = false;
    {
      Desk here(it.noord), there(it.zuid);
      WatchedStore here_store(*here.store), there_store(*there.store);
      OpenService noord(here_store, here.methods, here.workflows, it.noord.clock);
      OpenService zuid(there_store, there.methods, there.workflows, it.zuid.clock);
      int left = writes;
      Killing first{here_store, left}, second{there_store, left};
      first.arm();
      second.arm();
      try {
        (void)it.done(noord, zuid);
      } catch (const std::runtime_error&) {
        stopped = true;
      }
    }
    INFO("stopped before write " << writes);
    if (stopped) {
      const auto again = it.done();
      if (!again) FAIL(again.error().reason.in(Lang::en));
      CHECK(refused_cases(*again).empty());
      CHECK(again->closed);
    }
    Desk here(it.noord), there(it.zuid);
    CHECK(here.service.case_ids() == std::vector<std::string>{"c-1", "c-2"});
    CHECK(here.service.team()->members.size() == 3);
    CHECK(there.service.team()->closed_at);
    for (const auto* id : {"c-1", "c-2"}) {
      const auto history = here.service.history(id);
      CHECK(std::ranges::count_if(
                history, [](const Event& event) { return std::holds_alternative<CaseReceived>(event.body); }) == 1);
      CHECK(here.service.open(id).owner()->name == "Noor Bakker");
      CHECK(there.service.open(id).given_over->confirmed);
    }
    CHECK(here.store->verify().findings.empty());
    CHECK(there.store->verify().findings.empty());
  }
  CHECK(writes > 8);
}

TEST_CASE("taking in another team needs one of each, who have said why and what the residents heard",
          "[service][team]") {
  Joining it;
  SECTION("nobody of the other team") {
    it.wanted.with.clear();
    CHECK(refusal_of(it.planned()) == "SecondPerson");
  }
  SECTION("one person in both teams") {
    it.wanted.by = "Bram";
    it.wanted.with = {"Bram"};
    CHECK(refusal_of(it.done()) == "SecondPerson");
  }
  SECTION("somebody who is not of that team") {
    it.wanted.with = {"Mallory"};
    CHECK(refusal_of(it.done()) == "NotInTeam");
  }
  SECTION("somebody who is not of this team") {
    it.wanted.by = "Mallory";
    CHECK(refusal_of(it.done()) == "NotInTeam");
  }
  SECTION("not what the residents heard") {
    it.wanted.told.clear();
    CHECK(refusal_of(it.done()) == "ReasonMissing");
  }
  SECTION("not why") {
    it.wanted.because.clear();
    CHECK(refusal_of(it.done()) == "ReasonMissing");
  }
  SECTION("the same store twice") {
    Desk here(it.noord), again(it.noord);
    CHECK(refusal_of(it.done(here.service, again.service)) == "SameStore");
  }
  Desk here(it.noord), there(it.zuid);
  CHECK(here.service.case_ids().empty());
  CHECK(here.service.team()->members.size() == 2);
  CHECK_FALSE(there.service.team()->closed_at);
}

TEST_CASE("nobody of two teams is made one unless it is said of them", "[service][team]") {
  Joining it;
  it.wanted.same.clear();
  const auto planned = it.planned();
  REQUIRE(planned);
  CHECK(planned->undecided == std::vector<std::string>{"Bram"});
  CHECK(refusal_of(it.done()) == "WhoIsWho");
  {
    Desk here(it.noord);
    CHECK(here.service.case_ids().empty());
    CHECK(here.service.team()->members.size() == 2);
  }
  it.wanted.otherwise = {{"Bram", "Samira"}};
  CHECK(refusal_of(it.done()) == "NameTaken");
  it.wanted.otherwise = {{"Bram", "Bram de Wit"}};
  const auto done = it.done();
  REQUIRE(done);
  CHECK(done->closed);
  Desk here(it.noord);
  const auto c = here.service.open("c-1");
  CHECK(c.person("p2")->name == "Bram de Wit");
  CHECK(c.person("p2")->at_table());
  CHECK(here.service.team()->members.size() == 4);
}

TEST_CASE("what cannot come stays with the other team, which goes on until all of it is here", "[service][team]") {
  Joining it;
  {
    Desk there(it.zuid);
    there.begin("c-3");
    REQUIRE(there.does("Noor Bakker", RaiseAcute{{"hij slaat nu"}}, {}, "c-3").done());
    there.begin("c-4");
    REQUIRE(there.does("Noor Bakker", EraseCase{{"op verzoek", "Bram"}}, {}, "c-4").done());
  }
  it.wanted.with = {"Bram"};  // who owns nothing there
  const auto planned = it.planned();
  REQUIRE(planned);
  CHECK(refused_cases(*planned) ==
        std::vector<std::string>{"c-1 NotYoursToTransfer", "c-2 NotYoursToTransfer", "c-3 NotYoursToTransfer"});
  CHECK(planned->erased == 1);
  it.wanted.with = {"Bram", "Noor Bakker"};
  const auto part = it.done();
  REQUIRE(part);
  CHECK(refused_cases(*part) == std::vector<std::string>{"c-3 AcuteSafety"});
  CHECK_FALSE(part->closed);
  {
    Desk here(it.noord), there(it.zuid);
    CHECK(here.service.case_ids() == std::vector<std::string>{"c-1", "c-2"});
    CHECK_FALSE(there.service.team()->closed_at);
    REQUIRE(there.does("Noor Bakker", HandleAcute{{"112 gebeld"}}, {}, "c-3").done());
  }
  const auto rest = it.done();
  REQUIRE(rest);
  CHECK(rest->closed);
  Desk here(it.noord);
  CHECK(here.service.case_ids() == std::vector<std::string>{"c-1", "c-2", "c-3"});
}

TEST_CASE("a team that is closed, or has a case on the table, is not taken in", "[service][team]") {
  Joining it;
  {
    Desk there(it.zuid);
    service::Meetings meetings(there.service, it.zuid.clock);
    const auto meets = [&](MeetingBody body) {
      return meetings.handle(MeetingCommand{{}, "2026-03-02", "Bram", {}, std::nullopt, std::move(body)}).done();
    };
    PlanMeeting plan{{.chair = "Bram"}};
    AgendaLine line{.why = Why::quiet, .case_id = "c-1", .minutes = 35};
    plan.lines = {line};
    REQUIRE(meets(plan));
    REQUIRE(meets(StartMeeting{{"Bram", "Noor Bakker"}, "", ""}));
    CHECK(refusal_of(it.done()) == "MeetingGoesOn");
    REQUIRE(meets(FinishMeeting{}));
  }
  {
    Desk here(it.noord);
    REQUIRE(here.service.handle(TeamCommand{{}, {}, CloseTeam{{"gaat op in Oost"}}, "Samira"}).done());
    CHECK(refusal_of(it.done()) == "TeamIsClosed");
    REQUIRE(here.service.handle(TeamCommand{{}, {}, ReopenTeam{{"toch niet"}}, "Samira"}).done());
  }
  const auto done = it.done();
  REQUIRE(done);
  CHECK(done->closed);
}

TEST_CASE("a case gets a free number where its own is taken, and a colleague of before who is no member keeps no seat",
          "[service][team]") {
  Joining it;
  {
    Desk here(it.noord), there(it.zuid);
    here.begin("c-1", "Samira");
    REQUIRE(there.does("Noor Bakker", AddParticipant{"Kim", {Role::member}, true, false, ""}).done());
  }
  const auto done = it.done();
  REQUIRE(done);
  CHECK(done->closed);
  CHECK(done->cases[0].here == "2026-001");
  Desk here(it.noord);
  const auto c = here.service.open("2026-001");
  const auto kim = std::ranges::find(c.people, "(Wijkteam Zuid) Kim", &Person::name);
  REQUIRE(kim != c.people.end());
  CHECK_FALSE(kim->at_table());
}
