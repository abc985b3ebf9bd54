// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "core/service/meetings/meetings.hpp"
#include "core/store/codec/codec.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("of an erased case nothing can be read, in this process or the next", "[service]") {
  const House house;
  {
    Desk desk(house);
    desk.begin();
    CHECK(desk.does("Noor Bakker", EraseCase{"termijn voorbij", "Bram"}).done());
    const auto c = desk.service.open("c-1");
    CHECK(c.stage.life == Life::erased);
    CHECK(c.title.empty());
    CHECK(c.people.empty());
    CHECK(desk.does("Bram", NextStep{}).refusal->name == "CaseErased");
  }
  Desk later(house);
  const auto c = later.service.open("c-1");
  CHECK(c.stage.life == Life::erased);
  CHECK(c.people.empty());
  CHECK(c.opened_at == *time_from("2026-03-02T09:00:00Z"));
  CHECK(fault_of([&] { later.service.history("c-1"); }) == "case 'c-1' is erased: its history cannot be read any more");
  CHECK(later.service.cases({}).front().title.empty());
  CHECK(later.does("Bram", ReopenCase{"toch"}).refusal->name == "CaseErased");
  CHECK(engine::explain(later.service.open("c-1"), later.service.library(), "Bram", house.clock.now()).stuck);
  CHECK(later.store->verify().findings.empty());
}

TEST_CASE("of an erased person no name is left, and the case goes on", "[service]") {
  const House house;
  {
    Desk desk(house);
    desk.begin();
    CHECK(desk.does("Noor Bakker", AddNetworkPerson{"Els", "zus", Shell::intimate, Quadrant::family, false}).done());
    CHECK(desk.does("Noor Bakker", ErasePerson{"Els", "op verzoek", "Bram"}).done());
    CHECK(desk.does("Noor Bakker", AddParticipant{"Ria", {Role::member}, true, false, {}}).done());
    CHECK(desk.does("Noor Bakker", ErasePerson{"Bram", "op verzoek", "Ria"}).refusal->name == "HandOverFirst");
    CHECK(desk.does("Noor Bakker", RemoveParticipant{"Bram"}).done());
    CHECK(desk.does("Noor Bakker", ErasePerson{"Bram", "op verzoek", "Ria"}).done());
    CHECK(desk.service.cases({}).front().title == "Moeder met twee kinderen");
    CHECK(desk.does("Bram", NextStep{}).refusal->name == "NotAtTheTable");
    CHECK(desk.does("Noor Bakker", AddParticipant{"Bram", {Role::chair}, true, false, "06-1"}).done());
    const auto by_number = AddNetworkPerson{"p3", "zus", Shell::intimate, Quadrant::family, false};
    CHECK(desk.does("Noor Bakker", by_number).refusal->name == "NotAName");
  }
  Desk later(house);
  const auto c = later.service.open("c-1");
  CHECK(c.name_of("p2", Lang::nl) == "(gewist)");
  CHECK(c.people[1].contact.empty());
  CHECK(c.people[2].network->relation.empty());
  CHECK_FALSE(c.people[1].at_table());
  CHECK(c.person("Bram")->id == "p5");
  CHECK(later.store->verify().findings.empty());
}

TEST_CASE("erasing that was cut short is finished by the next who looks", "[service]") {
  const House house;
  Desk desk(house);
  desk.begin("c-1");
  desk.begin("c-2");
  // What a process leaves that ended after saying so and before destroying the key.
  const Time at = *time_from("2026-03-02T10:00:00Z");
  REQUIRE(
      desk.store->append("case/c-1", 4, "k-1", {store::encode(Event{at, "p2", CaseErased{{"termijn", {}}}})}, nullptr));
  REQUIRE(desk.store->append("case/c-2", 4, "k-2",
                             {store::encode(Event{at, "p2", PersonErased{{"p2", "verzoek", {}}}})}, nullptr));
  Desk next(house);
  CHECK(next.service.open("c-1").stage.life == Life::erased);
  CHECK(next.service.open("c-2").name_of("p2", Lang::nl) == "(gewist)");
  CHECK_FALSE(next.store->read("case/c-1", 0).front().payload.has_value());
  for (const auto& event : next.store->read("case/c-2", 0))
    for (const auto& secret : event.secrets) CHECK(secret.person != "p2");
  for (const auto& line : next.service.cases({}))
    CHECK(line.title == (line.id == "c-1" ? "" : "Moeder met twee kinderen"));
}

TEST_CASE("an erased name is gone from why somebody looked, and from who was a guest", "[service]") {
  House house;
  const auto bytes_read = [&](const std::string& stream) {
    const auto store = store::open_sqlite({(house.folder / "casus.db").string(), true});
    std::string all;
    for (const auto& one : store->read(stream)) {
      if (one.payload) all += *one.payload;
      if (one.left) all += one.left->payload;
    }
    return all;
  };
  Desk desk(house);
  desk.begin();
  CHECK(desk.service.handle(TeamCommand{{}, {}, FoundTeam{{"Noord", 90, Mode::coaching, "intervision", {}}}}).done());
  for (const auto* name : {"Noor Bakker", "Bram", "Ria"})
    CHECK(desk.service.handle(TeamCommand{{}, {}, AddMember{{name, {}}}}).done());
  CHECK(desk.does("Noor Bakker", AddParticipant{"Els Bos", {Role::resident}, false, false, {}}).done());
  CHECK(desk.does("Noor Bakker", RemoveParticipant{{"Els Bos"}}).done());
  const engine::LookWanted wanted{"Ria", CasePart::plan, "Els Bos belde naar Ria", {}};
  CHECK(desk.service.look("c-1", wanted, {}).has_value());
  house.clock.advance(std::chrono::minutes(5));
  CHECK(desk.service.look("c-1", {"Ria", CasePart::plan, "vervangt Noor", {}}, {}).has_value());
  service::Meetings meetings(desk.service, house.clock);
  const auto meets = [&](MeetingBody body) {
    house.clock.advance(std::chrono::seconds(30));
    const auto answer = meetings.handle({{}, "2026-03-02", "Noor Bakker", {}, std::nullopt, std::move(body)});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
  };
  PlanMeeting plan{{.chair = "Bram"}};
  plan.lines.push_back(AgendaLine{.part = AgendaPart::review, .case_id = "c-1", .minutes = 20});
  meets(plan);
  meets(StartMeeting{{"Noor Bakker", "Bram", "Els Bos"}, {}, {}});
  meets(FinishMeeting{});
  REQUIRE(bytes_read("meeting/2026-03-02").find("Els Bos") != std::string::npos);

  house.clock.advance(std::chrono::hours(30));
  const auto erased = desk.does("Noor Bakker", ErasePerson{"Els Bos", "op verzoek", "Bram"});
  if (erased.refusal) FAIL(erased.refusal->reason.in(Lang::en));
  CHECK(bytes_read("access/c-1").find("Els") == std::string::npos);
  CHECK(bytes_read("meeting/2026-03-02").find("Els") == std::string::npos);
  // Why somebody looked stands there once, in what ends with its term.
  const auto reasons = bytes_read("access/c-1");
  CHECK(reasons.find("belde") != std::string::npos);
  CHECK(reasons.find("belde") == reasons.rfind("belde"));
  const auto looks = desk.service.looks("c-1");
  REQUIRE(looks.size() == 2);
  CHECK(looks[0].seen.because == "[\u2026] belde naar Ria");
  CHECK(looks[0].seen.name == "Ria");
  CHECK(looks[1].seen.because == "vervangt Noor");
  const auto told = meetings.history("2026-03-02");
  REQUIRE(std::holds_alternative<MeetingStarted>(told[1].body));
  CHECK(std::get<MeetingStarted>(told[1].body).present == std::vector<std::string>{"Noor Bakker", "Bram", "[\u2026]"});
  CHECK(desk.service.accountability("c-1").unread == 0);
  const auto proof = desk.store->verify();
  CHECK(proof.findings.empty());
  CHECK(proof.reworded_looks == 1);
  CHECK(proof.destroyed_looks == 0);
}

TEST_CASE("why somebody or a case was erased is kept without the name that goes", "[service]") {
  House house;
  Desk desk(house);
  desk.begin();
  REQUIRE(desk.does("Noor Bakker", AddParticipant{"Zqtante Els", {Role::resident}, false, false, {}}).done());
  REQUIRE(desk.does("Noor Bakker", RemoveParticipant{{"Zqtante Els"}}).done());
  house.clock.advance(std::chrono::hours(30));
  REQUIRE(desk.does("Noor Bakker", ErasePerson{"Zqtante Els", "verzoek Zqtante Els, per brief", "Bram"}).done());
  REQUIRE(desk.service.erasures("c-1").size() == 1);
  CHECK(desk.service.erasures("c-1").front().done.because == "verzoek [\u2026], per brief");
  for (const auto& event : desk.service.history("c-1"))
    if (const auto* erased = std::get_if<PersonErased>(&event.body))
      CHECK(erased->because == "verzoek [\u2026], per brief");
  REQUIRE(desk.does("Noor Bakker", AddParticipant{"Zqoom Jan", {Role::resident}, false, false, {}}).done());
  SetBasis named{{.privacy = Privacy::agreed, .basis = Basis::wmo, .purpose = "samen verder"}};
  REQUIRE(desk.does("Noor Bakker", named).done());
  const auto gone = desk.does("Noor Bakker", EraseCase{"Zqoom Jan en mevrouw de Vries zijn overleden", "Bram"});
  REQUIRE(gone.done());
  CHECK(desk.service.erasures("c-1").back().done.because == "[\u2026] en mevrouw de Vries zijn overleden");
  // Whom the case does not know cannot be masked, and is asked about.
  CHECK(std::ranges::any_of(gone.remarks, [](const auto& one) { return one.rule == "AVG 17"; }));
}

TEST_CASE("what was first said is destroyed also when the words that came in its place are gone",
          "[service][mending]") {
  House house;
  Desk desk(house, some_store(house));
  desk.begin();
  REQUIRE(desk.does("Noor Bakker", title("Joke belde vaak")).done());
  REQUIRE(desk.does("Noor Bakker", Correct{"b1", "zij belde vaak", {}, {}, "zonder naam"}).done());
  const auto correction = std::to_string(desk.service.open("c-1").version);
  REQUIRE(desk.does("Noor Bakker", Destroy{correction, DestroyGround::other_person, false}).done());
  REQUIRE(desk.does("Noor Bakker", Destroy{"b1", DestroyGround::other_person, false}).done());
  for (const auto& event : desk.store->read("case/c-1"))
    CHECK(event.payload.value_or("").find("belde vaak") == std::string::npos);
  CHECK(desk.does("Noor Bakker", Destroy{"b1", DestroyGround::other_person, false}).refusal->name ==
        "DestroyedAlready");
}

TEST_CASE("why somebody was erased is destroyed where it was written down as well", "[service][mending]") {
  House house;
  Desk desk(house, some_store(house));
  desk.begin();
  REQUIRE(desk.does("Noor Bakker", AddNetworkPerson{"Els", "tante", Shell::friend_, Quadrant::peers, false}).done());
  REQUIRE(desk.does("Noor Bakker", ErasePerson{"Els", "Joke vroeg het", "Bram"}).done());
  const auto written = [&] {
    std::string all;
    for (const auto* stream : {"case/c-1", "access/c-1"})
      for (const auto& event : desk.store->read(stream)) all += event.payload.value_or("");
    return all;
  };
  REQUIRE(desk.service.erasures("c-1").front().done.because == "Joke vroeg het");
  const auto line = std::to_string(desk.service.open("c-1").version);
  REQUIRE(desk.does("Noor Bakker", Destroy{line, DestroyGround::other_person, false}).done());
  REQUIRE(desk.service.erasures("c-1").size() == 1);
  CHECK(desk.service.erasures("c-1").front().done.because == "[\u2026]");
  CHECK(written().find("Joke") == std::string::npos);
  CHECK(desk.store->verify().findings.empty());
}
