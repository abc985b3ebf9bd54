// SPDX-License-Identifier: EUPL-1.2
#include "tests/service/commands/two_teams.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;
using namespace casus::test::transfer;

TEST_CASE("a case goes to another team with its history, and is known to be there by the receipt",
          "[service][transfer]") {
  TwoTeams it;
  it.done(it.north, "Noor Bakker", title("de post ligt ongeopend"));
  const auto before = it.north.service.open("c-1");
  const auto handed = it.hands_out();
  REQUIRE(handed.done());
  REQUIRE(handed.after);
  CHECK(handed.after->given_over->what.code == it.code());
  CHECK(it.north.service.open("c-1").stage.life == Life::closed);
  CHECK(named(it.north.does("Noor Bakker", title("nog iets"))) == "CaseTransferred");
  CHECK(it.bytes.find("ongeopend") == std::string::npos);

  const auto taken = it.takes();
  if (taken.refusal) FAIL(taken.refusal->reason.in(Lang::en));
  REQUIRE(taken.done());
  CHECK(taken.case_id == "c-1");
  const auto there = it.south.service.open("c-1");
  CHECK(there.contributions[0].text == "de post ligt ongeopend");
  CHECK(there.contributions[0].at == before.contributions[0].at);
  CHECK(there.stage == before.stage);
  CHECK(there.here()->step == before.here()->step);
  CHECK(there.question == before.question);
  REQUIRE(there.came_from.size() == 1);
  CHECK(there.came_from[0].what.code == it.code());
  CHECK_FALSE(there.came_from[0].what.checkpoint.empty());
  CHECK(it.north.store->verify_against(there.came_from[0].what.checkpoint).empty());
  // Events one by one as they were, in front of what was added.
  const auto old = it.north.service.history("c-1");
  const auto now = it.south.service.history("c-1");
  for (std::int64_t i = 0; i < before.version; ++i) {
    const auto place = static_cast<std::size_t>(i);
    CHECK(name_of(old[place].body) == name_of(now[place].body));
    CHECK(old[place].at == now[place].at);
  }
  CHECK(it.south.service.cases({}).front().title == before.title);
  CHECK(it.south.store->verify().findings.empty());

  CHECK(named(it.north.does("Noor Bakker", ConfirmTransfer{"7K3M-9QXA-2F0T-BB1W"})) == "OtherReceipt");
  CHECK(named(it.north.does("Bram", ConfirmTransfer{it.package().receipt})) == "NotYoursToTransfer");
  it.done(it.north, "Noor Bakker", ConfirmTransfer{it.package().receipt});
  CHECK(it.north.service.open("c-1").given_over->confirmed);
  CHECK(named(it.north.does("Noor Bakker", CallBackTransfer{"toch niet"})) == "CaseTransferred");
  CHECK(it.north.service.index_findings().empty());
  CHECK(it.south.service.index_findings().empty());
}

TEST_CASE("who takes a case over has what was the owner's, and nobody is taken for somebody of the other team",
          "[service][transfer]") {
  TwoTeams it;
  AddAction action{
      {.what = "de post samen openen", .who = "Noor Bakker", .by_when = date_from("2026-04-01"), .checks = "Bram"}};
  it.done(it.north, "Noor Bakker", action);
  REQUIRE(it.hands_out().done());
  CHECK(named(it.takes("Piet")) == "NotOfTheTeam");
  CHECK_FALSE(it.south.service.exists("c-1"));  // a half that is refused leaves nothing
  REQUIRE(it.takes("Bram").done());
  const auto c = it.south.service.open("c-1");
  const auto* bram = c.person("Bram");
  REQUIRE(bram != nullptr);
  CHECK(c.owner() == bram);
  CHECK(bram->id == "p3");
  CHECK(c.person("p2")->name == "(Wijkteam Noord) Bram");
  CHECK_FALSE(c.person("p2")->at_table());
  CHECK_FALSE(c.person("p1")->at_table());
  CHECK(c.actions[0].plan.who == bram->id);
  CHECK(c.actions[0].plan.checks == "p2");
  it.done(it.south, "Bram", title("van ons"));
}

TEST_CASE("a case that comes home knows its people again, and nobody has two teams in front of a name",
          "[service][transfer]") {
  TwoTeams it;
  AddAction action{
      {.what = "de post samen openen", .who = "Noor Bakker", .by_when = date_from("2026-04-01"), .checks = "Bram"}};
  it.done(it.north, "Noor Bakker", action);
  REQUIRE(it.hands_out().done());
  REQUIRE(it.takes().done());
  it.done(it.south, "Samira", AddParticipant{"Bram", {Role::chair}, true, false, {}});  // theirs
  const auto home = it.goes_on(it.south, it.north, "c-1", "Samira", "Wijkteam Noord", "Bram");
  CHECK(home.id == "2026-001");  // what stayed here has the number of before
  CHECK(home.person("p1")->name == "Noor Bakker");
  CHECK(home.person("p2")->name == "Bram");
  CHECK_FALSE(home.person("p1")->has_seat());  // they come to the table when they are asked
  CHECK(home.owner() == home.person("p2"));
  CHECK(home.person("p3")->name == "(Wijkteam Zuid) Samira");
  CHECK(home.person("p4")->name == "(Wijkteam Zuid) Bram");
  CHECK(home.actions[0].plan.who == "p2");  // went along to Samira, and came back to who took it over
  CHECK(it.north.service.index_findings().empty());

  // To a third team: who has a team in front keeps that one.
  House east_house;
  Desk east(east_house);
  be_team(east, "Wijkteam Oost", {"Mo"});
  const auto there = it.goes_on(it.north, east, "2026-001", "Bram", "Wijkteam Oost", "Mo");
  CHECK(there.person("p1")->name == "(Wijkteam Noord) Noor Bakker");
  CHECK(there.person("p3")->name == "(Wijkteam Zuid) Samira");
  CHECK(there.person("p4")->name == "(Wijkteam Zuid) Bram");
  CHECK(there.owner()->name == "Mo");
}

TEST_CASE("who takes over a case of nobody that comes home is who they were in it", "[service][transfer]") {
  TwoTeams it;
  it.done(it.north, "Noor Bakker", RemoveParticipant{"Bram", false});
  it.done(it.north, "Noor Bakker", AddParticipant{.name = "Bram", .roles = {Role::chair}, .contact = "06-12345678"});
  const auto was = it.north.service.open("c-1").person("Bram")->id;
  REQUIRE(it.hands_out().done());
  REQUIRE(it.takes().done());
  it.done(it.south, "Samira", AddParticipant{"Bram", {Role::chair}, true, false, {}});  // theirs
  it.done(it.south, "Samira", RemoveParticipant{"Samira", false});
  REQUIRE(it.south.service.open("c-1").owner() == nullptr);
  const TransferCase over{"Wijkteam Noord", "De inwoner weet het", "terug"};
  REQUIRE(it.south.service
              .hand_out(Command{{}, "c-1", "Bram", {}, std::nullopt, over}, kPhrase,
                        [&](const std::string& sealed) { it.bytes = sealed; })
              .done());
  const auto taken =
      it.north.service.take_over(Command{{}, {}, "Bram", {}, std::nullopt, TransferCase{}}, it.package(), it.code());
  REQUIRE(taken.done());
  const auto home = it.north.service.open(taken.case_id);
  REQUIRE(home.owner() != nullptr);
  CHECK(home.owner()->id == was);
  CHECK(home.owner()->name == "Bram");
  CHECK(home.owner()->contact == "06-12345678");
  CHECK(it.north.service.index_findings().empty());
}

TEST_CASE("who left the team meanwhile is not known again when a case comes home", "[service][transfer]") {
  TwoTeams it;
  REQUIRE(it.hands_out().done());
  REQUIRE(it.takes().done());
  it.done(it.north, "Noor Bakker", ConfirmTransfer{it.package().receipt});
  const auto left = it.north.service.handle(TeamCommand{{}, {}, LeaveTeam{{"Noor Bakker"}}, "Noor Bakker"});
  if (left.refusal) FAIL(left.refusal->reason.in(Lang::en));
  const TransferCase over{"Wijkteam Noord", "De inwoner weet het", "terug"};
  REQUIRE(it.south.service
              .hand_out(Command{{}, "c-1", "Samira", {}, std::nullopt, over}, kPhrase,
                        [&](const std::string& sealed) { it.bytes = sealed; })
              .done());
  const auto taken =
      it.north.service.take_over(Command{{}, {}, "Bram", {}, std::nullopt, TransferCase{}}, it.package(), it.code());
  REQUIRE(taken.done());
  const auto home = it.north.service.open(taken.case_id);
  CHECK(home.person("p1")->name == "(Wijkteam Noord) Noor Bakker");
  CHECK(home.person("p2")->name == "Bram");
}

TEST_CASE("who was not there that day stays behind with the other team as everybody does", "[service][transfer]") {
  TwoTeams it;
  it.done(it.north, "Noor Bakker", RemoveParticipant{"Bram", true});
  REQUIRE(it.hands_out().done());
  REQUIRE(it.takes().done());
  const auto c = it.south.service.open("c-1");
  CHECK(c.person("p2")->name == "(Wijkteam Noord) Bram");
  CHECK_FALSE(c.person("p2")->has_seat());
}

TEST_CASE("a restriction that was granted of what stays here ends here too", "[service][transfer][rights]") {
  TwoTeams it;
  REQUIRE(it.hands_out().done());
  it.done(it.north, "Noor Bakker", ConfirmTransfer{it.package().receipt});
  it.done(it.north, "Noor Bakker", AskRight{Right::restriction, "Eerst de school vragen", {}, {}, {}});
  it.done(it.north, "Noor Bakker", AnswerRight{{.request = "r1", .answer = RightAnswer::granted}});
  LiftRestriction lift{{.request = "r1",
                        .because = "De school heeft het verbeterd",
                        .told = date_of(it.north.service.open("c-1").changed_at)}};
  it.done(it.north, "Noor Bakker", lift);
  CHECK(it.north.service.open("c-1").restriction() == nullptr);
}

TEST_CASE("a case that was taken over comes in once, and under a number that is free", "[service][transfer]") {
  TwoTeams it;
  it.takes_number("c-1");
  REQUIRE(it.hands_out().done());
  const auto taken = it.takes();
  REQUIRE(taken.done());
  CHECK(taken.case_id == "2026-001");
  const auto again = it.takes();
  CHECK(again.repeated);
  CHECK(again.case_id == "2026-001");
  CHECK(it.south.service.case_ids().size() == 2);
}

TEST_CASE("a case that is called back goes on where it was, and an older file brings no receipt any more",
          "[service][transfer]") {
  TwoTeams it;
  const auto before = it.north.service.open("c-1");
  REQUIRE(it.hands_out().done());
  const auto old = it.package();
  CHECK(named(it.north.does("Noor Bakker", CallBackTransfer{""})) == "ReasonMissing");
  it.done(it.north, "Noor Bakker", CallBackTransfer{"toch niet verhuisd"});
  const auto back = it.north.service.open("c-1");
  CHECK(back.stage == before.stage);
  CHECK(back.here()->step == before.here()->step);
  it.done(it.north, "Noor Bakker", title("hier verder"));
  CHECK(named(it.north.does("Noor Bakker", ConfirmTransfer{old.receipt})) == "NotTransferred");
  // Whose it is not hears not whether it went.
  CHECK(named(it.north.does("Mallory", ConfirmTransfer{old.receipt})) == "NotYoursToTransfer");
  CHECK(named(it.north.does("Mallory", CallBackTransfer{"toch niet"})) == "NotYoursToTransfer");
  REQUIRE(it.hands_out().done());
  CHECK(named(it.north.does("Noor Bakker", ConfirmTransfer{old.receipt})) == "OtherReceipt");
  CHECK(it.north.store->verify().findings.empty());
}

TEST_CASE("what was destroyed, and who was erased, do not come along; what ended in the case does",
          "[service][transfer]") {
  TwoTeams it;
  it.done(it.north, "Noor Bakker", title("GEHEIM nummer"));
  it.done(it.north, "Noor Bakker",
          AddNetworkPerson{"VERBORGEN tante", "tante", Shell::friend_, Quadrant::peers, false});
  it.done(it.north, "Noor Bakker", Destroy{"b1", DestroyGround::wrong_case, false});
  it.done(it.north, "Noor Bakker", ErasePerson{"VERBORGEN tante", "op verzoek", "Bram"});
  it.north.begin("c-2");
  it.done(it.north, "Noor Bakker", title("uit de tweede"), "c-2");
  const std::string letter = "%PDF-1.4 brief";
  const engine::Found found{static_cast<std::int64_t>(letter.size()), FileKind::pdf, "PDF"};
  REQUIRE(it.north.service
              .attach(Command{{}, "c-2", "Bram", {}, std::nullopt, CommandBody(AttachFile{"brief.pdf", "brief"})},
                      letter, found)
              .done());
  it.done(it.north, "Noor Bakker", MergeCase{"c-1", "zelfde gezin", ""}, "c-2");
  REQUIRE(it.hands_out().done());
  const auto text = *store::unseal_with_passphrase(kPhrase, it.bytes);
  CHECK(text.find("GEHEIM") == std::string::npos);
  CHECK(text.find("VERBORGEN") == std::string::npos);

  it.takes_number("c-2");
  REQUIRE(it.takes().done());
  const auto c = it.south.service.open("c-1");
  REQUIRE(c.taken_in.size() == 1);
  CHECK(c.taken_in[0].taken.case_id == "2026-001");
  CHECK(it.south.service.leads_to("2026-001") == "c-1");
  CHECK(it.south.service.file("c-1", "f1") == letter);
  CHECK(std::ranges::any_of(c.contributions, [](const auto& one) { return one.text == "uit de tweede"; }));
  // What is destroyed in the one goes in the other, also here; who took the case today waits until tomorrow.
  it.south_house.clock.advance(std::chrono::hours(30));
  const auto said = std::ranges::find(c.contributions, "uit de tweede", &Contribution::text);
  it.done(it.south, "Samira", Destroy{said->id, DestroyGround::wrong_case, false});
  CHECK(it.south.service.open("2026-001").contributions.empty());
  CHECK(it.south.store->verify().findings.empty());
  Desk later(it.south_house);
  CHECK(later.service.open("c-1").owner()->name == "Samira");
  CHECK(later.service.index_findings().empty());
}

TEST_CASE("a case goes by its owner, when nothing is hidden or in danger, and a file that cannot be written undoes it",
          "[service][transfer]") {
  TwoTeams it;
  CHECK(named(it.hands_out("Bram")) == "NotYoursToTransfer");
  CHECK(named(it.hands_out("Mallory")) == "NotYoursToTransfer");
  CHECK(named(it.north.does("Noor Bakker", TransferCase{"Wijkteam Zuid", "weet het", "verhuisd"})) == "NoFile");
  it.done(it.north, "Noor Bakker", RaiseAcute{{"hij slaat nu"}});
  CHECK(named(it.hands_out()) == "AcuteSafety");
  it.done(it.north, "Noor Bakker", HandleAcute{{"112 gebeld"}});
  CHECK(fault_of([&] {
          it.north.service.hand_out(
              Command{{}, "c-1", "Noor Bakker", {}, std::nullopt, TransferCase{"Wijkteam Zuid", "weet het", "x"}},
              kPhrase, [](const std::string&) { throw Fault(Fault::Kind::store, "disk full"); });
        }) == "disk full");
  CHECK_FALSE(it.north.service.open("c-1").given_over);
  REQUIRE(it.hands_out().done());  // an open meldcode goes along
  REQUIRE(it.takes().done());
  CHECK(it.south.service.open("c-1").stage.safety == Safety::concern);
  CHECK(it.north.service.open("c-1").given_over->before.safety == Safety::concern);
  // What is kept here ends as the law says, by two.
  CHECK(named(it.north.does("Noor Bakker", RaiseConcern{{"blauwe plek"}})) == "CaseTransferred");
  it.done(it.north, "Noor Bakker", EraseCase{{"op verzoek", "Bram"}});
  CHECK(it.north.store->verify().findings.empty());
}

TEST_CASE("a file that makes no case is refused whole", "[service][transfer]") {
  TwoTeams it;
  REQUIRE(it.hands_out().done());
  const auto good = it.package();
  const auto refused = [&](const char* what, auto change) {
    auto package = good;
    change(package);
    INFO(what);
    CHECK(named(it.takes("Samira", package)) == "BrokenCase");
    CHECK(it.south.service.case_ids().empty());
  };
  refused("the first left out", [](auto& p) { p.cases[0].events.erase(p.cases[0].events.begin()); });
  refused("a type that only a newer casus makes", [](auto& p) { p.cases[0].events[2].type = "CaseSung"; });
  refused("a version of later", [](auto& p) { p.cases[0].events[2].type_version = 99; });
  refused("no payload and nothing that says why", [](auto& p) { p.cases[0].events[2].payload.reset(); });
  refused("another content under a definition's hash", [](auto& p) { p.definitions.begin()->second += ' '; });
  CHECK(store::unseal_with_passphrase("een andere zin", it.bytes) == std::nullopt);
  auto bytes = it.bytes;
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  CHECK(store::unseal_with_passphrase(kPhrase, bytes) == std::nullopt);
  for (const char* text : {"", "{}", "[]", R"({"format": 2})", R"({"format": 1, "cases": []})", "nul\xff"})
    CHECK_FALSE(service::case_package_from(text));
  REQUIRE(it.takes("Samira", good).done());
}
