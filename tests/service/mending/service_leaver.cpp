// SPDX-License-Identifier: EUPL-1.2
// The name of who left goes from the team and from every meeting, in older copies of the database too.
#include "core/service/commands/command_json.hpp"
#include "core/service/meetings/meetings.hpp"
#include "tests/service/house.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>

using namespace casus;
using namespace casus::test;

namespace {

constexpr const char* kDayOfDaan = "2026-03-02";

/// Noor, Bram and Samira, with Daan who did what a colleague does and left. Each command by a program of its own.
struct OfDaan {
  House house;

  service::Answer does(const std::string& by, TeamBody body, const std::string& id = {}) {
    Desk desk(house);
    house.clock.advance(std::chrono::seconds(30));
    return desk.service.handle(TeamCommand{id, {}, std::move(body), by});
  }
  void done(const std::string& by, TeamBody body) {
    const auto answer = does(by, std::move(body));
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    REQUIRE(answer.done());
  }
  void meets(MeetingBody body, const std::string& by = "Daan Ploeg") {
    Desk desk(house);
    service::Meetings meetings(desk.service, house.clock);
    house.clock.advance(std::chrono::seconds(30));
    const auto answer = meetings.handle({{}, kDayOfDaan, by, {}, std::nullopt, std::move(body)});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    REQUIRE(answer.done());
  }

  OfDaan() {
    done("", FoundTeam{{.name = "Noord"}});
    for (const std::string name : {"Noor Bakker", "Bram", "Samira", "Daan"}) done("Noor Bakker", AddMember{{name, ""}});
    done("Daan", RenameMember{{"Daan", "Daan Ploeg", ""}});
    done("Daan Ploeg", SetTeam{{.phone = "070-1234567"}});
    done("Daan Ploeg", WritePaperLine{PaperLayer{}, "Vraag het Daan Ploeg"});
    done("Daan Ploeg", AddPartner{{"De Linde", PartnerKind::other, Partnership::present, {}}});
    done("Samira", WritePaperLine{PaperLayer{}, "Wij luisteren"});
    done("Samira", WritePaperLine{PaperLayer{}, "Weg hiermee"});
    done("Daan Ploeg", DestroyLine{"n3", DestroyGround::name, false});
    PlanMeeting plan{{.chair = "Daan Ploeg"}};
    AgendaLine line{.part = AgendaPart::opening, .minutes = 5, .because = "De verjaardag"};
    plan.lines = {line, line};
    meets(plan);
    meets(StartMeeting{{"Noor Bakker", "Daan Ploeg", "Samira"}, {}, {}});
    meets(SetLineAside{{"opa Terzijde slaat", true, {}}});
    meets(TakeItem{"i1", {}});
    meets(FinishItem{});
    meets(FinishMeeting{});
    done("Noor Bakker", LeaveTeam{{"Daan Ploeg"}});
  }

  Team team() {
    Desk desk(house);
    return desk.service.team().value_or(Team{});
  }
  Meeting meeting() {
    Desk desk(house);
    return service::Meetings(desk.service, house.clock).open(kDayOfDaan);
  }
  /// All that a database with these keys still gives of the team and its meetings.
  std::string all_of(const std::string& file = "casus.db") const {
    const auto store = store::open_sqlite(
        {(house.folder / file).string(), false, store::Purpose::cases, (house.folder / "casus.db.keys").string()});
    std::string all;
    for (const std::string prefix : {"team/", "meeting/", "learning/"})
      for (const auto& stream : store->streams(prefix))
        for (const auto& one : store->read(stream)) {
          all += one.payload.value_or("");
          if (one.left) all += one.left->payload;
        }
    return all;
  }
  bool stands(const std::string& word) const { return all_of().find(word) != std::string::npos; }
  void keep_keys() const { std::filesystem::copy_file(house.folder / "casus.db.keys", house.folder / "eerder.keys"); }
  void put_keys_back() const {
    std::filesystem::copy_file(house.folder / "eerder.keys", house.folder / "casus.db.keys",
                               std::filesystem::copy_options::overwrite_existing);
  }
};

std::string told(const service::Answer& answer) {
  std::string all;
  for (const auto& one : answer.remarks) all += one.message.in(Lang::nl) + '\n';
  return all;
}

}  // namespace

TEST_CASE("the name of who left goes from the team and its meetings, and what happened stays", "[service][mending]") {
  OfDaan it;
  const auto before = it.team();
  CHECK(it.does("Noor Bakker", EraseMember{"Daan Ploeg", ""}).refusal->name == "SecondPersonNeeded");
  CHECK(it.stands("Daan"));
  const auto erased = it.does("Noor Bakker", EraseMember{"daan ploeg", "Samira"}, "e");
  REQUIRE(erased.done());
  CHECK(told(erased).find("team destroy") != std::string::npos);
  CHECK(it.does("Noor Bakker", EraseMember{"daan ploeg", "Samira"}, "e").repeated);

  // Only what was written of him still says it.
  CHECK(it.stands("Vraag het Daan Ploeg"));
  const auto after = it.team();
  CHECK(after.phone == before.phone);
  CHECK(after.members.size() == 3);
  CHECK(after.partners.size() == 1);
  CHECK(after.paper.size() == before.paper.size());
  CHECK(after.left.empty());
  const auto meeting = it.meeting();
  REQUIRE(meeting.items.size() == 2);
  CHECK(meeting.items[0].state == ItemState::finished);
  CHECK(meeting.items[1].line.because == "De verjaardag");
  CHECK(meeting.items[0].chair == "[…]");
  CHECK(meeting.chair == "[…]");
  CHECK(meeting.finished_at.has_value());
  Desk desk(it.house);
  CHECK(desk.store->verify().findings.empty());
  CHECK(it.does("Noor Bakker", EraseMember{"Daan Ploeg", "Samira"}).refusal->name == "NotALeaver");
}

TEST_CASE("what was written of who left is destroyed after that, and is nowhere any more", "[service][mending]") {
  OfDaan it;
  std::filesystem::copy_file(it.house.folder / "casus.db", it.house.folder / "eerder.db");
  REQUIRE(it.does("Noor Bakker", EraseMember{"Daan Ploeg", "Samira"}).done());
  it.done("Noor Bakker", DestroyLine{"n1", DestroyGround::other_person, false});
  CHECK_FALSE(it.stands("Daan"));
  const auto team = it.team();
  CHECK(team.phone == "070-1234567");
  REQUIRE(team.paper.size() == 1);
  CHECK(team.paper[0].text == "Wij luisteren");
  CHECK(team.papered == 3);

  // Then the second person leaves, and is let go as well.
  it.done("Noor Bakker", LeaveTeam{{"Samira"}});
  REQUIRE(it.does("Noor Bakker", EraseMember{"Samira", "Bram"}).done());
  CHECK_FALSE(it.stands("Samira"));
  CHECK_FALSE(it.stands("Daan"));
  CHECK(it.team().members.size() == 2);
  CHECK(it.team().phone == "070-1234567");
  CHECK(it.meeting().items.size() == 2);
  CHECK(Desk(it.house).store->verify().findings.empty());
  // Last, since whoever opens an older copy says so in the key file.
  const auto then = it.all_of("eerder.db");
  CHECK(then.find("Daan") == std::string::npos);
  CHECK(then.find("Wij luisteren") != std::string::npos);
}

TEST_CASE("the cases in which who left still sits are offered one by one", "[service][mending]") {
  OfDaan it;
  {
    Desk desk(it.house);
    desk.begin();
    REQUIRE(desk.does("Noor Bakker", AddParticipant{"Daan Ploeg", {Role::member}, true, false, {}}).done());
    REQUIRE(desk.does("Noor Bakker", RemoveParticipant{{"Daan Ploeg"}}).done());
  }
  const auto erased = it.does("Noor Bakker", EraseMember{"Daan Ploeg", "Samira"});
  REQUIRE(erased.done());
  CHECK(told(erased).find("case erase") != std::string::npos);
  CHECK(told(erased).find("p3") != std::string::npos);
}

TEST_CASE("an older key file put back after an erasure loses nothing of a meeting", "[service][mending]") {
  OfDaan it;
  it.keep_keys();
  REQUIRE(it.does("Noor Bakker", EraseMember{"Daan Ploeg", "Samira"}).done());
  it.done("Noor Bakker", DestroyLine{"n1", DestroyGround::other_person, false});
  it.done("Noor Bakker", LeaveTeam{{"Samira"}});
  SECTION("of one who left") {}
  SECTION("of two, the second of whom stood in what was left by the first") {
    REQUIRE(it.does("Noor Bakker", EraseMember{"Samira", "Bram"}).done());
    CHECK_FALSE(it.stands("Samira"));
  }
  const auto before = it.meeting();
  const bool samira = it.stands("Samira");
  it.put_keys_back();

  const auto meeting = it.meeting();
  REQUIRE(meeting.items.size() == 2);
  CHECK(meeting.items[0].state == ItemState::finished);
  CHECK(meeting.items[0].chair == "[…]");
  CHECK(meeting.items[1].line.because == "De verjaardag");
  CHECK(meeting.chair == "[…]");
  CHECK(meeting.finished_at == before.finished_at);
  CHECK(meeting.version == before.version);
  CHECK(meeting.were_there == before.were_there);
  CHECK(meeting.present == before.present);
  REQUIRE(meeting.aside.size() == 1);
  CHECK(meeting.aside[0].kept.text == "opa Terzijde slaat");
  CHECK(it.team().phone == "070-1234567");
  CHECK_FALSE(it.stands("Daan"));
  // What was left of a line before the keys were kept lies in the older file still; what the events say of it is read.
  std::string read;
  for (const auto& event : Desk(it.house).service.team_history()) read += service::event_json(event, 0).dump();
  CHECK((read.find("Samira") != std::string::npos) == samira);
}

TEST_CASE("who let go of a line together with a colleague is erased there too", "[service][mending]") {
  OfDaan it;
  it.meets(SetLineAside{{"Bram belt nog", false, {}}}, "Noor Bakker");
  it.meets(TakeLineUp{"w2", {}, "stond er al", "Bram"}, "Samira");
  REQUIRE(it.meeting().let_go.size() == 1);
  REQUIRE(it.does("Noor Bakker", LeaveTeam{{"Bram"}}).done());
  it.house.clock.advance(std::chrono::hours(24));  // Samira joined today
  REQUIRE(it.does("Noor Bakker", EraseMember{"Bram", "Samira"}).done());
  std::string with;
  Desk desk(it.house);
  for (const auto& event : service::Meetings(desk.service, it.house.clock).history(kDayOfDaan))
    if (const auto* taken = std::get_if<LineTakenUp>(&event.body)) with += taken->with;
  CHECK(with == "[…]");
  CHECK(desk.store->verify().findings.empty());
}

TEST_CASE("a line that waited when its writer was erased goes for good when it is taken up", "[service][mending]") {
  OfDaan it;
  it.keep_keys();
  REQUIRE(it.does("Noor Bakker", EraseMember{"Daan Ploeg", "Samira"}).done());
  CHECK(it.stands("Terzijde"));
  it.meets(TakeLineUp{"w1", {}, "was al bekend", "Samira"}, "Noor Bakker");
  CHECK(it.meeting().aside.empty());
  CHECK_FALSE(it.stands("Terzijde"));
  CHECK(Desk(it.house).store->verify().findings.empty());
  it.put_keys_back();
  const auto meeting = it.meeting();
  CHECK(meeting.aside.empty());
  CHECK(meeting.last_aside == 1);
  CHECK(meeting.items.size() == 2);
  CHECK_FALSE(it.stands("Terzijde"));
}
