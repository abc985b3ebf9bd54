// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/retention.hpp"
#include "core/service/meetings/meetings.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("a moment that is still to come is refused for case, team and meeting, with a minute of grace",
          "[service][never_kept]") {
  const House house;
  Desk desk(house, some_store(house));
  desk.begin();
  service::Meetings meetings(desk.service, house.clock);
  const auto soon = house.clock.now() + std::chrono::minutes(1);
  const auto later = soon + std::chrono::seconds(1);
  const auto far = *time_from("2199-01-01T00:00:00Z");
  const auto version = desk.service.open("c-1").version;
  for (const auto at : {later, far}) {
    CHECK(desk.service.handle(Command{{}, "c-1", "Noor Bakker", at, {}, AskForPlace{}}).refusal->name == "StillToCome");
    CHECK(desk.service.handle(TeamCommand{{}, at, FoundTeam{"Noord", 90, Mode::strict, {}, {}}}).refusal->name ==
          "StillToCome");
    CHECK(meetings.handle(MeetingCommand{{}, "2026-03-02", "Noor", at, {}, PlanMeeting{}}).refusal->name ==
          "StillToCome");
  }
  CHECK(desk.service.open("c-1").version == version);
  CHECK_FALSE(desk.service.team());
  CHECK_FALSE(meetings.exists("2026-03-02"));
  CHECK(desk.service.handle(Command{{}, "c-1", "Noor Bakker", soon, {}, SetReview{*date_from("2026-04-02")}}).done());
}

TEST_CASE("a remark comes with the answer, once, and in no event", "[service][never_kept]") {
  const House house;
  Desk desk(house, some_store(house));
  desk.begin();
  const auto goal = SetGoal{"Fatima drinkt minder: de verslaving", false, {}, "", {}};
  const auto first = desk.does("Noor Bakker", goal, "once");
  CHECK(first.remarks.size() == 2);
  CHECK(desk.does("Noor Bakker", goal, "once").remarks.empty());
  CHECK(desk.does("Niemand", goal).remarks.empty());  // refused: nothing was done
}

TEST_CASE("a likely name and a second Enter are remarked in what lies with the team, as in a case",
          "[service][never_kept]") {
  const House house;
  Desk desk(house, some_store(house));
  const auto said = [&](TeamBody body) {
    const auto answer = desk.service.handle(TeamCommand{{}, {}, std::move(body), somebody_of(desk.service)});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    std::string all;
    for (const auto& remark : answer.remarks) all += remark.message.in(Lang::en) + '\n';
    return all;
  };
  CHECK(said(FoundTeam{{"Noord", 90, Mode::coaching, "intervision", {}}}).empty());
  CHECK(said(AddMember{{"Fatima Yildiz", {}}}).empty());
  CHECK(said(AddPartner{{"De Linde", PartnerKind::other, Partnership::present, {}}}).empty());
  CHECK(said(NoteLearning{{"Eerst vragen wat al lukt", "post"}}).empty());
  CHECK(said(NoteLearning{{"Met Fatima eerst bij De Linde langs", "post"}}).empty());  // of the team, and beside it
  CHECK(said(NoteLearning{{"Bij Els Jansen eerst bellen", "post"}}).find("'Els Jansen'") != std::string::npos);
  CHECK(said(NoteLearning{{" eerst vragen wat al lukt", "post"}}).find("as l1") != std::string::npos);
  CHECK(said(NoteSignal{{"Overlast bij Dorpsstraat 12", "rust", "Noord"}}).find("'Dorpsstraat 12'") !=
        std::string::npos);
  CHECK(said(CorrectLine{"l1", "Eerst Els Jansen bellen", {}, "scherper"}).find("'Els Jansen'") != std::string::npos);
}

TEST_CASE("a case that is said to have ended years ago is asked about, and the day that its terms run from is said",
          "[service]") {
  House house;
  house.clock.set("2010-03-02T09:00:00Z");
  Desk desk(house);
  desk.begin();
  house.clock.set("2026-03-02T09:00:00Z");
  const auto closes = [&](bool long_ago, const char* at) {
    CloseCase close{{"verhuisd"}};
    close.long_ago = long_ago;
    return desk.service.handle(Command{{}, "c-1", "Bram", *time_from(at), std::nullopt, close});
  };
  CHECK(closes(false, "2010-06-01T09:00:00Z").refusal->name == "ClosedLongAgo");
  const auto done = closes(true, "2010-06-01T09:00:00Z");
  REQUIRE(done.done());
  REQUIRE(done.remarks.size() == 1);
  CHECK(done.remarks.front().message.in(Lang::nl).find("1 juni 2010") != std::string::npos);
  CHECK(engine::due_for_erasure(desk.service.open("c-1"), date_of(house.clock.now())));
}
