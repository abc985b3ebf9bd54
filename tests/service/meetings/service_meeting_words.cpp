// SPDX-License-Identifier: EUPL-1.2
// What was typed in a meeting is destroyed for good when it has to be, in older copies of the database too.
#include "core/service/meetings/meetings.hpp"
#include "tests/service/house.hpp"

#include <filesystem>

using namespace casus;
using namespace casus::test;

namespace {

constexpr const char* kMeetingDay = "2026-03-02";

struct MeetingWords {
  House house;

  /// Done by Noor, on the store as it is on disk.
  void does(MeetingBody body) {
    Desk desk(house);
    service::Meetings meetings(desk.service, house.clock);
    house.clock.advance(std::chrono::seconds(30));
    const auto answer = meetings.handle({{}, kMeetingDay, "Noor", {}, std::nullopt, std::move(body)});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    REQUIRE(answer.done());
  }
  /// Every text that the store with these files gives back for the meeting.
  std::string all_of(const std::string& file) const {
    const auto store =
        store::open_sqlite({file, false, store::Purpose::cases, (house.folder / "casus.db.keys").string()});
    std::string all;
    for (const auto& one : store->read(std::string("meeting/") + kMeetingDay, 0)) {
      if (one.payload) all += *one.payload;
      if (one.left) all += one.left->payload;
    }
    return all;
  }
  Meeting now() {
    Desk desk(house);
    return service::Meetings(desk.service, house.clock).open(kMeetingDay);
  }
  MeetingEvents history() {
    Desk desk(house);
    return service::Meetings(desk.service, house.clock).history(kMeetingDay);
  }
};

PlanMeeting agenda() {
  PlanMeeting plan{{.chair = "Noor"}};
  for (const auto* because : {"Het rooster van Verboden", "De verjaardag"})
    plan.lines.push_back(AgendaLine{.part = AgendaPart::opening, .minutes = 5, .because = because});
  return plan;
}

}  // namespace

TEST_CASE("a guest who is nearly called as a colleague is remarked, with the way to put it right",
          "[service][meeting]") {
  MeetingWords it;
  it.does(agenda());
  Desk desk(it.house);
  FoundTeam team{{.name = "Wijkteam Noord"}};
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, team, somebody_of(desk.service)}).done());
  for (const char* name : {"Noor", "Bram", "Daan"})
    REQUIRE(desk.service.handle(TeamCommand{{}, {}, AddMember{name, ""}, somebody_of(desk.service)}).done());
  service::Meetings meetings(desk.service, it.house.clock);
  const auto remarked = [&](MeetingBody body, const std::string& by = "Noor") {
    it.house.clock.advance(std::chrono::seconds(30));
    const auto answer = meetings.handle({{}, kMeetingDay, by, {}, std::nullopt, std::move(body)});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    std::string all;
    for (const auto& one : answer.remarks) all += one.message.in(Lang::nl) + '\n';
    return all;
  };
  // Bram is there, so nobody is taken for a slip of his name.
  CHECK(remarked(StartMeeting{{"Noor", "Bram", "Dann", "Bran", "Oma Els"}, {}, {}}) ==
        "Dann staat erbij als gast. Bedoel je Daan? Haal Dann er dan af: meeting leave name=Dann. En zet Daan erbij: "
        "meeting arrive name=Daan\n");
  CHECK(remarked(Arrive{{"Daam"}}).starts_with("Daam staat erbij als gast. Bedoel je Daan?"));
  // Who is of the team is no guest's to know.
  CHECK(remarked(Arrive{{"Daann"}}, "Oma Els").empty());
  CHECK(remarked(Arrive{{"Daan"}}).empty());
  // Daan is there by now, and so is Bram from the beginning.
  CHECK(remarked(Arrive{{"Dan"}}).empty());
  CHECK(remarked(Arrive{{"Brem"}}).empty());
  CHECK(remarked(Arrive{{"Wijkagent Ilse"}}).empty());
}

TEST_CASE("a likely name or address in why something is done in a meeting is remarked", "[service][never_kept]") {
  MeetingWords it;
  it.does(agenda());
  it.does(StartMeeting{{"Noor", "Bram"}, {}, {}});
  it.does(TakeItem{"i1", {}});
  Desk desk(it.house);
  service::Meetings meetings(desk.service, it.house.clock);
  const auto remarked = [&](MeetingBody body) {
    it.house.clock.advance(std::chrono::seconds(30));
    const auto answer = meetings.handle({{}, kMeetingDay, "Noor", {}, std::nullopt, std::move(body)});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
    std::string all;
    for (const auto& one : answer.remarks) all += one.message.in(Lang::en) + '\n';
    return all;
  };
  AddItem added{.minutes = 5, .because = "mevrouw Jansen belde"};
  CHECK(remarked(added).find("Jansen") != std::string::npos);
  CHECK(remarked(ParkItem{"de sleutel ligt op Kerkstraat 12"}).find("Kerkstraat 12") != std::string::npos);
  CHECK(remarked(RewordItem{{"i2", "de verjaardag van mevrouw Jansen", {}}}).find("Jansen") != std::string::npos);
  CHECK(remarked(RewordItem{{"i2", "De verjaardag", {}}}).empty());
  CHECK(remarked(SetLineAside{{"mevrouw Jansen belde", false, {}}}).find("Jansen") != std::string::npos);
  CHECK(remarked(SetLineAside{{"oma belde", false, {}}}).empty());
  // Where somebody is in danger it may have to be said who.
  CHECK(remarked(SetLineAside{{"mevrouw Jansen valt", true, {}}}).empty());
  REQUIRE(remarked(FinishMeeting{}).empty());
  CHECK(remarked(ReopenMeeting{{"mevrouw Jansen belde nog"}}).find("Jansen") != std::string::npos);
  added.because = "het rooster van volgende week";
  CHECK(remarked(added).empty());
}

TEST_CASE("a reason of spaces, or of signs that nobody sees, is no reason in a meeting", "[service][never_kept]") {
  MeetingWords it;
  it.does(agenda());
  it.does(StartMeeting{{"Noor", "Bram"}, {}, {}});
  it.does(TakeItem{"i1", {}});
  it.does(ParkItem{"  \u200B\u202A "});
  CHECK(it.now().item("i1")->because.empty());
  Desk desk(it.house);
  service::Meetings meetings(desk.service, it.house.clock);
  AddItem added{.minutes = 5, .because = "\u200B"};
  it.house.clock.advance(std::chrono::seconds(30));
  CHECK(meetings.handle({{}, kMeetingDay, "Noor", {}, std::nullopt, added}).refusal);
}

TEST_CASE("what was typed in a meeting is put right, and destroyed in older copies too", "[service][mending]") {
  MeetingWords it;
  it.does(agenda());
  it.does(StartMeeting{{"Noor", "Bram"}, {}, {}});
  it.does(SetLineAside{{"opa Verboden slaat", true, {}}});
  it.does(TakeItem{"i1", {}});
  it.does(ParkItem{"Verboden belt nog"});
  const auto db = (it.house.folder / "casus.db").string();
  const auto before = (it.house.folder / "eerder.db").string();
  std::filesystem::copy_file(db, before);
  CHECK(it.all_of(before).find("Verboden") != std::string::npos);

  it.does(RewordItem{{"i1", "Er wordt nog gebeld", DestroyGround::name}});
  it.does(TakeLineUp{"w1", {}, "het is al gemeld", {}});
  CHECK(it.now().item("i1")->because == "Er wordt nog gebeld");
  CHECK(it.now().item("i1")->line.because == "Het rooster van Verboden");
  it.does(TakeItem{"i1", {}});
  it.does(FinishItem{});
  it.does(RewordItem{{"i1", {}, DestroyGround::name}});  // why it waited
  CHECK(it.now().aside.empty());
  CHECK(it.all_of(db).find("opa") == std::string::npos);
  CHECK(it.all_of(db).find("belt nog") == std::string::npos);
  CHECK(it.all_of(before).find("opa") == std::string::npos);
  CHECK(it.all_of(before).find("belt nog") == std::string::npos);
  CHECK(it.now().item("i2")->line.because == "De verjaardag");
  CHECK(it.history().size() == static_cast<std::size_t>(it.now().version) - 1);  // the line that lay aside is gone
}

TEST_CASE("of a line that waits and got other words the first are in no copy any more", "[service][mending]") {
  MeetingWords it;
  it.does(agenda());
  it.does(StartMeeting{{"Noor", "Bram"}, {}, {}});
  it.does(SetLineAside{{"opa Verboden slaat", true, {}}});
  const auto db = (it.house.folder / "casus.db").string();
  const auto before = (it.house.folder / "eerder.db").string();
  std::filesystem::copy_file(db, before);
  it.does(RewordItem{{"w1", "opa slaat", {}}});
  const auto aside = it.now().aside;
  REQUIRE(aside.size() == 1);
  CHECK(aside.front().kept.id == "w2");
  CHECK(aside.front().kept.text == "opa slaat");
  CHECK(aside.front().kept.danger);
  CHECK(aside.front().by == "Noor");
  CHECK(it.all_of(db).find("Verboden slaat") == std::string::npos);
  {
    Desk desk(it.house);
    CHECK(desk.store->verify().findings.empty());
  }
  // Last, since whoever opens an older copy says so in the key file.
  CHECK(it.all_of(before).find("Verboden slaat") == std::string::npos);
}

TEST_CASE("an older key file put back after words were destroyed loses nothing of the meeting", "[service][mending]") {
  MeetingWords it;
  it.does(agenda());
  const auto db = it.house.folder / "casus.db";
  const auto keys = it.house.folder / "casus.db.keys";
  std::filesystem::copy_file(keys, it.house.folder / "eerder.keys");
  it.does(RewordItem{{"i1", "Het rooster van Verboten", DestroyGround::name}});
  it.does(RewordItem{{"i1", "Het rooster", DestroyGround::name}});  // the first of these goes with its words
  it.does(StartMeeting{{"Noor", "Bram"}, {}, {}});
  it.does(TakeItem{"i1", {}});
  const auto events = it.history().size();
  std::filesystem::copy_file(it.house.folder / "eerder.keys", keys, std::filesystem::copy_options::overwrite_existing);

  const auto meeting = it.now();
  REQUIRE(meeting.items.size() == 2);
  CHECK(meeting.chair == "Noor");
  CHECK(meeting.item("i1")->line.because == "Het rooster");
  CHECK(meeting.item("i1")->state == ItemState::at_hand);
  CHECK(meeting.item("i2")->line.because == "De verjaardag");
  CHECK(it.history().size() == events);
  CHECK(it.all_of(db.string()).find("Verbo") == std::string::npos);
}
