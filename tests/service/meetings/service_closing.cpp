// SPDX-License-Identifier: EUPL-1.2
#include "core/service/meetings/meetings.hpp"
#include "tests/service/house.hpp"
#include "tests/service/watched_store.hpp"

#include <atomic>
#include <chrono>
#include <set>
#include <string>
#include <thread>

using namespace casus;
using namespace casus::test;

namespace {

/// Noor's case c-1 is open; the team has Noor and Bram.
struct Closing : TeamDesk {
  service::Meetings meetings{desk.service, house.clock};

  Closing() {
    found_team({"Noor Bakker", "Bram"});
    desk.begin();
  }

  std::string meets(MeetingBody body) {
    const auto answer = meetings.handle(MeetingCommand{{}, "2026-03-02", "Bram", {}, std::nullopt, std::move(body)});
    return answer.refusal ? answer.refusal->name : "";
  }

  void plan() {
    PlanMeeting plan{{.chair = "Bram"}};
    AgendaLine line{.why = Why::quiet, .case_id = "c-1", .minutes = 35};
    plan.lines = {line};
    REQUIRE(meets(plan).empty());
  }

  void close_case(const std::string& id = "c-1") { REQUIRE(desk.does("Bram", CloseCase{"verhuisd"}, {}, id).done()); }
};

OpenCase another() {
  return OpenCase{.title = "Oudere man",
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = "samen een eerste stap vinden",
                  .method = "werf/werf"};
}

}  // namespace

TEST_CASE("a team is closed when no case is open and no meeting goes on", "[service][team]") {
  Closing it;
  const auto open = it.desk.service.still_open();
  REQUIRE(open.size() == 1);
  CHECK(open.front().case_id == "c-1");
  CHECK(open.front().who == "Noor Bakker");
  const auto refused = it.desk.service.handle(TeamCommand{{}, {}, CloseTeam{{"gaat op in Zuid"}}, "Bram"});
  REQUIRE(refused.refusal);
  CHECK(refused.refusal->name == "CasesOpen");
  CHECK(refused.refusal->reason.in(Lang::en) == "There are still cases open: c-1 with Noor Bakker.");
  CHECK_FALSE(it.desk.service.team()->closed_at);
  it.close_case();
  CHECK(it.desk.service.still_open().empty());
  it.plan();
  REQUIRE(it.meets(StartMeeting{{"Bram", "Noor Bakker"}, "", ""}).empty());
  CHECK(it.told(CloseTeam{{"gaat op in Zuid"}}) == "MeetingGoesOn");
  // Which it is, and how to end it, is for the team.
  TeamCommand closes{{}, {}, CloseTeam{{"gaat op in Zuid"}}, "Bram"};
  const auto to_member = it.desk.service.handle(closes).refusal;
  REQUIRE(to_member);
  CHECK_FALSE(to_member->remedies.front().ways().empty());
  closes.by = "Beheer";
  closes.seat = Typist{"Beheer", Sureness::keeper, {}};
  const auto to_keeper = it.desk.service.handle(closes).refusal;
  REQUIRE(to_keeper);
  CHECK(to_keeper->name == "MeetingGoesOn");
  CHECK(to_keeper->reason.in(Lang::nl) == "Er is nog een overleg bezig.");
  CHECK(to_keeper->remedies.front().ways().empty());
  REQUIRE(it.meets(FinishMeeting{}).empty());
  CHECK(it.told(CloseTeam{{"gaat op in Zuid"}}).empty());
  CHECK(it.desk.service.team()->closed_at);
}

TEST_CASE("a case whose review did not begin is not closed: it says to hand it over or to erase it",
          "[service][team]") {
  Closing it;
  REQUIRE(it.desk.does("Noor Bakker", another(), {}, "c-2").done());
  const auto paths = [](const Remedy& remedy) {
    std::set<std::string> all;
    for (const auto& way : remedy.ways()) all.emplace(way.path);
    return all;
  };
  const auto closing = [&] {
    return it.desk.service.handle(TeamCommand{{}, {}, CloseTeam{{"gaat op in Zuid"}}, "Bram"});
  };
  auto refused = closing();
  REQUIRE(refused.refusal);
  REQUIRE(refused.refusal->remedies.size() == 2);
  CHECK(paths(refused.refusal->remedies[0]) == std::set<std::string>{"case close", "case transfer"});
  CHECK(paths(refused.refusal->remedies[1]) == std::set<std::string>{"case transfer", "case erase"});
  it.close_case();
  refused = closing();
  REQUIRE(refused.refusal);
  REQUIRE(refused.refusal->remedies.size() == 1);
  CHECK(paths(refused.refusal->remedies[0]) == std::set<std::string>{"case transfer", "case erase"});
  const auto not_closed = it.desk.does("Noor Bakker", CloseCase{"weg"}, {}, "c-2");
  REQUIRE(not_closed.refusal);
  CHECK(not_closed.refusal->name == "NotBegun");
  CHECK(paths(not_closed.refusal->remedies.front()) ==
        std::set<std::string>{"case why", "case transfer", "case erase"});
  // Without a reason it would be refused, as typed here.
  for (const auto& remedy : {not_closed.refusal->remedies.front(), refused.refusal->remedies[0]})
    for (const auto& way : remedy.ways())
      if (way.path == "case transfer") CHECK(way.line().find("because=?") != std::string::npos);
}

TEST_CASE("in a closed team nothing begins, and what is there is read and answered for", "[service][team]") {
  Closing it;
  it.plan();
  it.close_case();
  REQUIRE(it.told(CloseTeam{{"gaat op in Zuid"}}).empty());
  CHECK(it.desk.does("Noor Bakker", another(), {}, "c-2").refusal->name == "TeamIsClosed");
  CHECK(it.does("Noor Bakker", ReopenCase{{"toch"}}) == "TeamIsClosed");
  CHECK(it.meets(StartMeeting{{"Bram"}, "", ""}) == "TeamIsClosed");
  CHECK(it.told(AddMember{{"Ria", ""}}) == "TeamIsClosed");
  CHECK(it.desk.service.look("c-1", {"Noor Bakker", CasePart::dossier, ""}));
  CHECK(it.does("Noor Bakker", AskRight{.right = Right::access}).empty());
  // Another process sees the same, and it holds until the team is opened again.
  Desk other(it.house);
  CHECK(other.does("Noor Bakker", another(), {}, "c-2").refusal->name == "TeamIsClosed");
  REQUIRE(other.service.handle(TeamCommand{{}, {}, ReopenTeam{{"toch nodig"}}, "Bram"}).done());
  CHECK(it.desk.does("Noor Bakker", another(), {}, "c-2").done());
}

TEST_CASE("what was done before the team was closed is answered as done when it is sent again", "[service][team]") {
  Closing it;
  REQUIRE(it.desk.does("Noor Bakker", another(), "open-2", "c-2").done());
  REQUIRE(it.desk.does("Noor Bakker", AddParticipant{"Bram", {Role::chair}, true, false, ""}, {}, "c-2").done());
  REQUIRE(it.desk.does("Noor Bakker", AskQuestion{"Hoe nu verder?", "Ik bel morgen."}, {}, "c-2").done());
  REQUIRE(it.desk.does("Bram", NextStep{}, {}, "c-2").done());
  it.close_case();
  it.close_case("c-2");
  REQUIRE(it.desk.service.handle(TeamCommand{"closing", {}, CloseTeam{{"gaat op in Zuid"}}, "Bram"}).done());
  CHECK(it.desk.does("Noor Bakker", another(), "open-2", "c-2").repeated);
  CHECK(it.desk.service.handle(TeamCommand{"closing", {}, CloseTeam{{"gaat op in Zuid"}}, "Bram"}).repeated);
}

TEST_CASE("nobody closes the team between the looking and the case that begins in it", "[service][team]") {
  Closing it;
  it.close_case();
  WatchedStore between(*it.desk.store);
  OpenService mine(between, it.desk.methods, it.desk.workflows, it.house.clock);
  Desk other(it.house);
  std::string closing;
  std::atomic<bool> closed = false;
  std::thread closes;
  between.meanwhile = [&] {  // whoever closes may be done before the case is kept, or has to wait for it
    closes = std::thread([&] {
      const auto answer = other.service.handle(TeamCommand{{}, {}, CloseTeam{{"gaat op in Zuid"}}, "Bram"});
      if (answer.refusal) closing = answer.refusal->name;
      closed = true;
    });
    for (int i = 0; i < 60 && !closed; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  };
  const auto opened = mine.handle(Command{{}, "c-2", "Noor Bakker", {}, std::nullopt, CommandBody(another())});
  REQUIRE(closes.joinable());
  closes.join();
  CHECK(opened.done());
  CHECK(closing == "CasesOpen");
  CHECK_FALSE(it.desk.service.team()->closed_at);
}
