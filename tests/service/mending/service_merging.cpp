// SPDX-License-Identifier: EUPL-1.2
#include "core/model/person_name.hpp"
#include "core/service/meetings/meetings.hpp"
#include "core/service/unlogged.hpp"
#include "tests/service/mending/two_cases.hpp"

using namespace casus;
using namespace casus::test;

TEST_CASE("two cases that are one: all goes on in the one, with its days, under ids of its own", "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  it.done("Noor Bakker", title("een eerste verhaal"), "c-1");
  const auto before = it.at("c-2");
  CHECK(it.refused("Noor Bakker", into("c-1")) == "NotBothYours");
  CHECK(it.refused("Mallory", into("c-1", "Bram")) == "NotBothYours");
  CHECK(it.refused("Noor Bakker", into("c-1", "Samira")) == "NotBothYours");
  CHECK(it.refused("Noor Bakker", into("c-9", "Bram")) == "CaseUnknown");
  CHECK(it.refused("Noor Bakker", into("c-2", "Bram")) == "SameCase");
  CHECK(it.refused("Noor Bakker", MergeCase{"c-1", "", "Bram"}) == "ReasonMissing");
  it.done("Noor Bakker", into("c-1", "Bram"));

  const auto c = it.at("c-1");
  REQUIRE(c.contributions.size() == 2);
  CHECK(c.contributions[1].id == "b2");
  CHECK(c.contributions[1].text == "de post ligt ongeopend");
  CHECK(c.name_of(c.contributions[1].by, Lang::nl) == "Bram");
  CHECK(c.contributions[1].at == before.contributions[0].at);
  CHECK(c.contributions[1].visit == -1);
  REQUIRE(c.actions.size() == 1);
  CHECK(c.name_of(c.actions[0].plan.who, Lang::nl) == "Els");
  CHECK(c.name_of(c.actions[0].plan.checks, Lang::nl) == "Bram");
  REQUIRE(c.more_bases.size() == 1);
  CHECK(c.more_bases[0].added.basis == Basis::wgs);
  CHECK(c.more_bases[0].added.reported_on == date_from("2026-02-02"));
  REQUIRE(c.requests.size() == 1);
  CHECK(to_string(c.requests[0].due()) == "2026-04-01");
  CHECK(c.person("Samira")->has(Role::resident));
  CHECK(c.owner()->name == "Noor Bakker");
  REQUIRE(c.taken_in.size() == 1);
  CHECK(c.taken_in[0].taken.title == "Gezin in de Lindestraat");
  CHECK(c.taken_in[0].taken.question == "Wie helpt met de post?");

  const auto gone = it.at("c-2");
  CHECK(gone.into() == "c-1");
  CHECK(gone.stage.life == Life::closed);
  CHECK(gone.here() == nullptr);
  CHECK(it.refused("Bram", AskForPlace{}) == "CaseMerged");
  CHECK(it.refused("Bram", into("c-1", "Noor Bakker")) == "CaseMerged");
  CHECK(it.refused("Noor Bakker", into("c-2", "Bram"), "c-1") == "CaseMerged");
  // The service that reads it anew reads the same.
  OpenService again(*it.desk.store, it.desk.methods, it.desk.workflows, it.house.clock);
  CHECK(again.open("c-1").version == c.version);
  CHECK(again.open("c-1").actions[0].plan.what == "de post samen openen");
  int cases = 0;
  service::Unlogged(it.desk.service).each_case([&](const Case&) { ++cases; });
  CHECK(cases == 1);
}

TEST_CASE("a colleague who was renamed between two cases has one seat when they are one", "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  const auto tells = [&](TeamBody body) {
    const auto answer = it.desk.service.handle(TeamCommand{{}, {}, std::move(body), somebody_of(it.desk.service)});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
  };
  tells(FoundTeam{{.name = "Noord"}});
  for (const auto* name : {"Noor Bakker", "Bram"}) tells(AddMember{{name, {}}});
  tells(RenameMember{{"Bram", "Abraham Jansen", {}}});
  // c-1 and c-2 know the seat as Bram; a third case begins after the rename.
  OpenCase open{
      .title = "Derde", .privacy = Privacy::anonymous, .basis = Basis::wmo, .purpose = "hulp", .method = "werf/werf"};
  it.done("Abraham Jansen", open, "c-3");
  it.done("Abraham Jansen", into("c-1", "Noor Bakker"), "c-3");
  const auto c = it.at("c-1");
  const auto seats = std::ranges::count_if(
      c.people, [](const Person& one) { return same_name(one.name, "Bram") || same_name(one.name, "Abraham Jansen"); });
  CHECK(seats == 1);
  REQUIRE(c.person("Bram") != nullptr);
  CHECK(c.person("Bram")->at_table());
  // Nor does joining under the new name give another seat.
  it.done("Noor Bakker", AddParticipant{"Abraham Jansen", {Role::chair}, true, false, {}}, "c-1");
  CHECK(it.at("c-1").people.size() == c.people.size());
}

TEST_CASE("a look at a case that was merged leads on, and who looked at either is told together",
          "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  REQUIRE(it.desk.service.look("c-2", {"Samira", CasePart::plan, "", false, Sureness::resident}));
  it.house.clock.advance(std::chrono::minutes(1));
  it.done("Bram", into("c-1", "Noor Bakker"));
  const auto shown = it.desk.service.look("c-2", {"Bram", CasePart::overview, "", false, Sureness::named});
  REQUIRE(shown);
  CHECK(shown->state().id == "c-1");
  it.house.clock.advance(std::chrono::minutes(1));
  CHECK_FALSE(it.desk.service.look("c-2", {"Mallory", CasePart::overview, "", false, Sureness::named}));
  const auto looks = it.desk.service.looks("c-1");
  REQUIRE(looks.size() == 3);
  CHECK(looks[0].seen.name == "Samira");
  CHECK(looks[1].seen.name == "Bram");
  CHECK(looks[2].seen.sight == Sight::refused);
  CHECK(it.desk.service.leads_to("c-2") == "c-1");
}

TEST_CASE("a line on an agenda of a case that was merged is one of the case that it is in", "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  service::Meetings meetings(it.desk.service, it.house.clock);
  const auto at = [&](MeetingBody body) {
    return meetings.handle(MeetingCommand{{}, "2026-03-09", "Noor Bakker", {}, std::nullopt, std::move(body)});
  };
  PlanMeeting plan;
  AgendaLine line{.case_id = "c-2", .minutes = 20};
  plan.lines = {line};
  REQUIRE(at(plan).done());
  it.done("Bram", into("c-1", "Noor Bakker"));
  CHECK(meetings.open("2026-03-09").items[0].line.case_id == "c-1");
  REQUIRE(at(StartMeeting{.present = {"Noor Bakker", "Bram"}, .chair = "Bram"}).done());
  // By either number.
  const auto by_old = at(TakeItem{"c-2", {}});
  if (by_old.refusal) FAIL(by_old.refusal->reason.in(Lang::en));
  REQUIRE(at(FinishItem{}).done());
  const auto taken = at(TakeItem{"c-1", {}});
  if (taken.refusal) FAIL(taken.refusal->reason.in(Lang::en));
  CHECK(taken.done());
  CHECK(at(AddItem{.case_id = "c-2", .minutes = 10}).refusal->name == "OnAgendaAlready");
}

TEST_CASE("they were two cases after all: the one is where it was, and the other gives back what came with it",
          "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  const auto alone = it.at("c-1");
  const auto before = it.at("c-2");
  it.done("Bram", into("c-1", "Noor Bakker"));
  it.done("Noor Bakker", FinishAction{{"a1", Done::done, "gedaan"}, {}}, "c-1");
  it.done("Noor Bakker", title("van deze casus zelf"), "c-1");
  CHECK(it.refused("Bram", SeparateCase{"twee gezinnen", ""}) == "NotBothYours");
  CHECK(it.refused("Bram", SeparateCase{"", "Noor Bakker"}) == "ReasonMissing");
  CHECK(it.refused("Noor Bakker", SeparateCase{"twee gezinnen", ""}, "c-1") == "NotMerged");
  const auto answer = it.done("Bram", SeparateCase{"twee gezinnen", "Noor Bakker"});
  REQUIRE(answer.remarks.size() == 1);
  CHECK(answer.remarks[0].message.in(Lang::en).find("a1") != std::string::npos);

  const auto c = it.at("c-1");
  REQUIRE(c.contributions.size() == 1);
  CHECK(c.contributions[0].text == "van deze casus zelf");
  CHECK(c.contributions[0].id == "b2");  // an id is never given twice
  CHECK(c.actions.empty());
  CHECK(c.requests.empty());
  CHECK(c.more_bases.empty());
  CHECK(c.reported_on == alone.reported_on);
  CHECK_FALSE(c.person("Els")->network);
  CHECK_FALSE(c.person("Samira")->at_table());
  CHECK(c.person("Bram")->at_table());  // sat here before
  const auto apart = it.at("c-2");
  CHECK(apart.into().empty());
  CHECK(apart.stage == before.stage);
  REQUIRE(apart.here() != nullptr);
  CHECK(apart.here()->step == before.here()->step);
  CHECK(apart.actions[0].state == Done::open);
  it.done("Bram", title("gaat hier verder"));
  CHECK(it.desk.service.leads_to("c-2") == "c-2");
  // It was never this case's to keep.
  CHECK(it.bytes_of("case/c-1").find("de post ligt ongeopend") == std::string::npos);
  CHECK(it.bytes_of("case/c-1").find("Gezin in de Lindestraat") == std::string::npos);
  CHECK(it.bytes_of("case/c-2").find("de post ligt ongeopend") != std::string::npos);
  // And once more together.
  it.done("Bram", into("c-1", "Noor Bakker"));
  CHECK(it.at("c-1").contributions.size() == 3);
  OpenService again(*it.desk.store, it.desk.methods, it.desk.workflows, it.house.clock);
  CHECK(again.open("c-1").contributions.size() == 3);
  CHECK(it.desk.store->verify().findings.empty());
}

TEST_CASE("what would mix up two people, or leave danger behind, is not merged", "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  it.done("Noor Bakker", AddParticipant{"Els", {Role::member}, true, false, {}}, "c-1");
  CHECK(it.refused("Bram", into("c-1", "Noor Bakker")) == "TwoOfOneName");
  it.done("Bram", Correct{"Els", "Els van beneden", {}, {}, "er zijn er twee"});
  it.done("Bram", RaiseConcern{{"een blauwe plek"}});
  const auto unsafe = it.says("Bram", into("c-1", "Noor Bakker"));
  REQUIRE(unsafe.refusal);
  CHECK(unsafe.refusal->name == "SafetyNotClear");
  // The one with the concern is the one that stays.
  it.done("Noor Bakker", into("c-2", "Bram"), "c-1");
  CHECK(it.at("c-2").stage.safety == Safety::concern);
  CHECK(it.at("c-1").into() == "c-2");
}

TEST_CASE("sent twice, two cases are merged once; another command under the id is refused", "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  const auto send = [&](const std::string& because) {
    return it.desk.does("Bram", MergeCase{"c-1", because, "Noor Bakker"}, "samen-1", "c-2");
  };
  REQUIRE(send("twee keer aangemeld").done());
  const auto version = it.at("c-1").version;
  const auto again = send("twee keer aangemeld");
  CHECK(again.repeated);
  CHECK(it.at("c-1").version == version);
  CHECK(send("iets anders").refusal->name == "IdOfAnother");
}

TEST_CASE("who was not there that day comes along as that, and goes when the cases are two again",
          "[service][merging]") {
  const House house;
  TwoCases it(some_store(house));
  it.done("Bram", AddParticipant{"Daan", {Role::coach}, true, false, {}});
  it.done("Bram", RemoveParticipant{"Daan", true});
  it.done("Bram", into("c-1", "Noor Bakker"));
  const auto daan = [&] { return *it.at("c-1").person("Daan"); };
  CHECK(daan().away);
  CHECK(daan().roles == std::vector{Role::coach});
  it.done("Bram", SeparateCase{"twee gezinnen", "Noor Bakker"});
  CHECK_FALSE(daan().has_seat());
  CHECK(it.at("c-2").person("Daan")->away);
}
