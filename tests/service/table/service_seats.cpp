// SPDX-License-Identifier: EUPL-1.2
// Whose seat it is: nobody becomes another in it, nobody takes a case and erases it, nobody keeps a seat after leaving.
#include "core/engine/access/access.hpp"
#include "core/service/table/seating.hpp"
#include "tests/service/house.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;

namespace {

struct Seated : TeamDesk {
  Seated() {
    found_team({"Noor Bakker", "Bram", "Samira", "Daan"});
    house.clock.set("2026-03-03T09:00:00Z");
    desk.begin();
    CHECK(does("Noor Bakker", AddParticipant{"Daan", {Role::member}, true, false, ""}).empty());
    house.clock.set("2026-03-04T09:00:00Z");
  }
};

Correct other_name(const std::string& ref, const std::string& name) {
  return Correct{.ref = ref, .text = name, .because = "typefout"};
}

/// As when a meeting turns to the case, with these people there.
std::vector<Command> seating(Seated& it, const std::string& id, std::vector<std::string> present,
                             const std::string& chair = "Bram") {
  return service::seating_commands(it.state(), {std::move(present), chair, ""}, id, it.house.clock.now(),
                                   Typist{"Noor Bakker", {}, {}});
}
void seat(Seated& it, const std::string& id, std::vector<std::string> present, const std::string& chair = "Bram") {
  for (const auto& one : seating(it, id, std::move(present), chair)) {
    const auto answer = it.desk.service.handle(one);
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
  }
}

bool reads(Seated& it, const std::string& name) {
  return !engine::decide_look(it.state(), {name, CasePart::dossier, ""}).refusal;
}

std::optional<Date> on_day(const char* text) { return date_from(text); }

}  // namespace

TEST_CASE("a colleague's seat gets no other name in a case", "[service][identity]") {
  Seated it;
  CHECK(it.does("Noor Bakker", other_name("p2", "Mallory")) == "NameOfColleague");
  CHECK(it.does("Noor Bakker", MergePersons{{"Bram", "Daan", "een persoon"}}) == "TwoColleagues");
  CHECK(it.state().person("Bram")->at_table());
  CHECK(it.does("Noor Bakker", AddParticipant{"Jooke", {Role::circle}, false, false, ""}).empty());
  CHECK(it.does("Noor Bakker", other_name("Jooke", "Joke")).empty());
}

TEST_CASE("a case goes to who is known, and whoever takes it does not erase it that day", "[service][identity]") {
  Seated it;
  CHECK(it.does("Noor Bakker", HandOver{{"Noor Bakker", "Piet", ""}}) == "NobodyTakesOver");
  CHECK(it.does("Daan", HandOver{{"Noor Bakker", "Daan", ""}}) == "ReasonMissing");
  CHECK(it.does("Daan", HandOver{{"Noor Bakker", "Daan", "Noor is ziek"}}).empty());
  CHECK(it.does("Daan", EraseCase{"op verzoek", "Samira"}) == "OwnerSinceToday");
  it.house.clock.set("2026-03-05T09:00:00Z");
  CHECK(it.does("Daan", EraseCase{"op verzoek", "Samira"}).empty());
}

TEST_CASE("who gives the case away by themselves leaves no doubt about whose it is", "[service][identity]") {
  Seated it;
  CHECK(it.does("Noor Bakker", HandOver{{"Noor Bakker", "Daan", ""}}).empty());
  CHECK(it.does("Daan", EraseCase{"op verzoek", "Samira"}).empty());
}

TEST_CASE("however somebody comes to own a case, it is not erased by them that day", "[service][identity]") {
  const AddParticipant presents{"Daan", {Role::presenter}, true, false, {}};
  const AddParticipant manages{"Daan", {Role::case_manager}, true, false, {}};
  {  // the owner was sent away
    Seated it;
    CHECK(it.does("Daan", RemoveParticipant{{"Noor Bakker"}}).empty());
    CHECK(it.does("Daan", EraseCase{"op verzoek", "Samira"}) == "UnownedSinceToday");
    CHECK(it.does("Samira", ErasePerson{"Noor Bakker", "op verzoek", "Daan"}) == "UnownedSinceToday");
    CHECK(it.does("Daan", presents).empty());
    CHECK(it.does("Daan", EraseCase{"op verzoek", "Samira"}) == "OwnerSinceToday");
    it.house.clock.set("2026-03-05T09:00:00Z");
    CHECK(it.does("Daan", EraseCase{"op verzoek", "Samira"}).empty());
  }
  {  // somebody took a role beside the owner
    Seated it;
    CHECK(it.does("Daan", manages).empty());
    CHECK(it.does("Daan", EraseCase{"op verzoek", "Samira"}) == "OwnerSinceToday");
  }
  {  // and passed it on
    Seated it;
    CHECK(it.does("Samira", HandOver{{"Noor Bakker", "Samira", "Noor is ziek"}}).empty());
    CHECK(it.does("Samira", HandOver{{"Samira", "Daan", "Druk"}}).empty());
    CHECK(it.does("Daan", EraseCase{"op verzoek", "Samira"}) == "OwnerSinceToday");
  }
  {  // or did so on a day that is past
    Seated it;
    it.house.clock.set("2026-03-12T09:00:00Z");
    const Command left{
        {}, "c-1", "Daan", *time_from("2026-03-10T09:00:00Z"), std::nullopt, RemoveParticipant{{"Noor Bakker"}}};
    REQUIRE(it.desk.service.handle(left).done());
    CHECK(it.does("Daan", EraseCase{"op verzoek", "Samira"}) == "UnownedSinceToday");
  }
}

TEST_CASE("who came to own a case today destroys nothing of others that day but a number", "[service][identity]") {
  const Destroy special{"question", DestroyGround::special, false},
      number{"question", DestroyGround::citizen_number, false};
  {
    Seated it;
    REQUIRE(it.does("Daan", HandOver{{"Noor Bakker", "Daan", "Noor is ziek"}}).empty());
    CHECK(it.does("Daan", special) == "OwnerSinceToday");
    REQUIRE(it.does("Daan", AddParticipant{"Noor Bakker", {Role::member}, true, false, ""}).empty());
    CHECK(it.does("Noor Bakker", special).empty());  // her own words
  }
  {
    Seated it;
    REQUIRE(it.does("Daan", HandOver{{"Noor Bakker", "Daan", "Noor is ziek"}}).empty());
    CHECK(it.does("Daan", number).empty());
  }
  {
    Seated it;
    REQUIRE(it.does("Daan", HandOver{{"Noor Bakker", "Daan", "Noor is ziek"}}).empty());
    it.house.clock.set("2026-03-05T09:00:00Z");
    CHECK(it.does("Daan", special).empty());
  }
  {
    Seated it;
    REQUIRE(it.does("Daan", RemoveParticipant{{"Noor Bakker"}}).empty());
    CHECK(it.does("Daan", special) == "UnownedSinceToday");
  }
}

TEST_CASE("a request that stood overnight is not taken back on a day that is past", "[service][identity]") {
  Seated it;
  CHECK(it.does("Noor Bakker", AskRight{.right = Right::objection, .text = "Dit klopt niet"}).empty());
  const auto then = it.house.clock.now();
  it.house.clock.set("2026-03-13T09:00:00Z");
  CHECK(it.does("Noor Bakker", Withdraw{"r1", "fout"}) == "RequestStands");
  const Command back{{}, "c-1", "Noor Bakker", then, std::nullopt, Withdraw{"r1", "fout"}};
  const auto answer = it.desk.service.handle(back);
  REQUIRE(answer.refusal);
  CHECK(answer.refusal->name == "RequestStands");
}

TEST_CASE("who leaves the team leaves every table with it", "[service][identity]") {
  Seated it;
  CHECK(it.told(LeaveTeam{{"Daan"}}).empty());
  CHECK_FALSE(it.state().person("Daan")->at_table());
  CHECK(it.does("Daan", AskForPlace{}) == "NotAtTheTable");
  // Whoever sits there alone has something to hand over first.
  CHECK(it.does("Noor Bakker", RemoveParticipant{{"Bram"}}).empty());
  const auto has = it.desk.service.still_has("Noor Bakker");
  REQUIRE(has.size() == 1);
  CHECK(it.told(LeaveTeam{{"Noor Bakker"}}) == "HandOverFirst");
}

TEST_CASE("who left the team does nothing more to it, and is told that what was done is done", "[service][identity]") {
  Seated it;
  const TeamCommand leaves{"bye", {}, LeaveTeam{{"Daan"}}, "Daan"};
  REQUIRE(it.desk.service.handle(leaves).done());
  CHECK(it.desk.service.handle(leaves).repeated);
  const auto renamed = it.desk.service.handle(TeamCommand{{}, {}, RenameTeam{"Zuid"}, "Daan"});
  REQUIRE(renamed.refusal);
  CHECK(renamed.refusal->name == "NotOfTheTeam");
  CHECK(it.desk.service.team()->name == "Noord");
}

TEST_CASE("who lets somebody leave the team stands in the history of the team and of the case", "[service][identity]") {
  Seated it;
  const auto on_screen = [&](TeamBody body) {
    const auto answer =
        it.desk.service.handle(TeamCommand{{}, {}, std::move(body), "bram", Typist{"Noor Bakker", {}, {}}});
    if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
  };
  on_screen(LeaveTeam{{"Daan"}});
  const auto left = it.desk.service.history("c-1").back();
  REQUIRE(std::holds_alternative<ParticipantLeft>(left.body));
  const auto state = it.state();
  CHECK(left.by == state.person("Bram")->id);
  REQUIRE(left.seat);
  CHECK(left.seat->name == state.person("Noor Bakker")->id);

  on_screen(AddPartner{{"De Linde", PartnerKind::other, Partnership::present, {}}});
  const auto number = std::to_string(it.desk.service.team_history().size());
  on_screen(WithdrawLine{number, "stond er al"});
  for (const auto& event : {it.desk.service.team_history().rbegin()[2], it.desk.service.team_history().back()}) {
    CHECK(event.by == "Bram");
    REQUIRE(event.seat);
    CHECK(event.seat->name == "Noor Bakker");
  }
  on_screen(NoteLearning{{"Eerst vragen", "post"}});
  const auto line = it.desk.service.team_history().back();
  CHECK(line.by.empty());  // R15
  CHECK_FALSE(line.seat);
}

TEST_CASE("what a case counted for the team is taken back with the team's line", "[service][mending]") {
  Seated it;
  REQUIRE(it.desk.service
              .note(Command{{}, "c-1", "Noor Bakker", {}, std::nullopt, CountLearning{{"post"}}},
                    TeamCommand{{}, {}, NoteLearning{{"Eerst vragen", "post"}}})
              .done());
  const auto team = [&] { return it.desk.service.team().value(); };
  REQUIRE(team().learning.size() == 1);
  CHECK(it.does("Noor Bakker", Correct{"", "iets anders", {}, {}, {}}) == "LiesWithTheTeam");
  CHECK(it.does("Noor Bakker", Withdraw{"", ""}).empty());
  CHECK(team().learning.empty());
  CHECK(it.state().learning.empty());
}

TEST_CASE("what a case counted for the team is destroyed with the team's line, also when that was taken back before",
          "[service][mending]") {
  Seated it;
  REQUIRE(it.desk.service
              .note(Command{{}, "c-1", "Noor Bakker", {}, std::nullopt, CountSignal{{"wachttijd"}}},
                    TeamCommand{{}, {}, NoteSignal{{"De wachttijd is een half jaar", "wachttijd", {}, {}}}})
              .done());
  const auto number = std::to_string(it.state().version);
  const auto words = [&] {
    std::string all;
    for (const auto& event : it.desk.service.team_history())
      if (const auto* signal = std::get_if<SignalNoted>(&event.body)) all += signal->text;
    return all;
  };
  REQUIRE(words() == "De wachttijd is een half jaar");
  SECTION("at once") {}
  SECTION("taken back before") { CHECK(it.does("Noor Bakker", Withdraw{number, "klopt niet"}).empty()); }
  CHECK(it.does("Noor Bakker", Destroy{number, DestroyGround::other_person, false}).empty());
  CHECK(words().empty());
  CHECK(it.desk.service.team().value().signals.empty());
}

TEST_CASE("of two signals of one moment the one is destroyed that was meant", "[service][mending]") {
  Seated it;
  std::vector<std::string> numbers;
  for (const auto* text : {"De wachttijd is een half jaar", "De bus rijdt niet meer"}) {
    REQUIRE(it.desk.service
                .note(Command{{}, "c-1", "Noor Bakker", {}, std::nullopt, CountSignal{{"wijk"}}},
                      TeamCommand{{}, {}, NoteSignal{{text, "wijk", {}, {}}}})
                .done());
    numbers.push_back(std::to_string(it.state().version));
  }
  const auto signals = [&] { return it.desk.service.team().value().signals; };
  REQUIRE(signals().size() == 2);
  CHECK(it.does("Noor Bakker", Destroy{numbers.back(), DestroyGround::other_person, false}).empty());
  REQUIRE(signals().size() == 1);
  CHECK(signals().front().text == "De wachttijd is een half jaar");
  CHECK(it.does("Noor Bakker", Destroy{numbers.front(), DestroyGround::other_person, false}).empty());
  CHECK(signals().empty());
}

TEST_CASE("other words without a place are for the last line in the step, whatever it was", "[service][mending]") {
  Seated it;
  CHECK(it.does("Noor Bakker", title("De eerste titel")).empty());
  CHECK(it.does("Noor Bakker", RaiseConcern{"De jongste is moe"}).empty());
  auto correct = other_name("", "De jongste is erg moe");
  CHECK(it.does("Noor Bakker", correct).empty());
  CHECK(it.state().contributions.front().text == "De eerste titel");
  CHECK(it.state().safety_notes.front().text == "De jongste is erg moe");
}

TEST_CASE("nobody gets a seat by taking the name that somebody had before", "[service][identity]") {
  Seated it;
  REQUIRE(it.told(RenameMember{{"Samira", "Samira Bos", {}}}).empty());
  CHECK(it.told(AddMember{{"Samira", "wijkwerker"}}) == "NameTaken");
  CHECK(it.told(RenameMember{{"Samira Bos", "Samira", {}}}).empty());
}

TEST_CASE("a specialist of another team sits at one case until a day, and reads nothing after it", "[service][seats]") {
  Seated it;
  AddParticipant asked{"Ada Jansen", {Role::professional}, false, false, ""};
  asked.until = on_day("2026-03-10");
  CHECK(it.does("Noor Bakker", asked).empty());
  const auto looks = [&] {
    return it.desk.service.look("c-1", {"Ada Jansen", CasePart::overview, "", false, Sureness::named}).has_value();
  };
  CHECK(looks());
  it.house.clock.set("2026-03-10T20:00:00Z");
  CHECK(looks());
  it.house.clock.set("2026-03-11T08:00:00Z");
  SECTION("looking") {
    CHECK_FALSE(looks());
    CHECK_FALSE(it.state().person("Ada Jansen")->at_table());
  }
  SECTION("saying something") { CHECK(it.does("Ada Jansen", title("nog iets")) == "NotAtTheTable"); }
  SECTION("somebody else comes to the case") {
    CHECK(it.does("Noor Bakker", title("hoe nu verder")).empty());
    CHECK_FALSE(it.state().person("Ada Jansen")->at_table());
  }
  SECTION("another process, at the same time") {
    Desk other(it.house);
    CHECK_FALSE(other.service.open("c-1").person("Ada Jansen")->at_table());
    CHECK_FALSE(looks());
  }
  const auto history = it.desk.service.history("c-1");
  const auto left = std::ranges::count_if(
      history, [](const Event& event) { return std::holds_alternative<ParticipantLeft>(event.body); });
  CHECK(left == 1);
  CHECK(it.desk.service.index_findings().empty());
  CHECK(it.desk.store->verify().findings.empty());
}

TEST_CASE("a colleague who is not at the meeting is of the case still, and is back with their roles",
          "[service][meeting]") {
  Seated it;
  REQUIRE(it.does("Noor Bakker", AddParticipant{"Daan", {Role::coach}, true, false, ""}).empty());
  const auto daan = [&] { return *it.state().person("Daan"); };
  seat(it, "m1", {"Noor Bakker", "Bram"});
  CHECK_FALSE(daan().at_table());
  CHECK(daan().away);
  CHECK(reads(it, "Daan"));
  CHECK(seating(it, "m2", {"Noor Bakker", "Bram"}).empty());
  CHECK(it.state().person("Samira") == nullptr);  // never sat there
  // What is theirs in the case is handed over before they leave the team.
  CHECK(it.told(LeaveTeam{{"Daan"}}) == "HandOverFirst");
  seat(it, "m3", {"Noor Bakker", "Bram", "Daan"});
  CHECK(daan().roles == std::vector{Role::member, Role::coach});
  CHECK(daan().at_table());
  // Who leaves the case by a word of their own has left it, and comes as anybody who is new.
  REQUIRE(it.does("Daan", RemoveParticipant{{"Daan"}}).empty());
  CHECK_FALSE(reads(it, "Daan"));
  seat(it, "m4", {"Noor Bakker", "Bram"});
  CHECK_FALSE(daan().away);
  seat(it, "m5", {"Noor Bakker", "Bram", "Daan"});
  CHECK(daan().roles == std::vector{Role::member});
}

TEST_CASE("who leaves the team reads no case, also when they were not there that day", "[service][identity]") {
  Seated it;
  seat(it, "m1", {"Noor Bakker", "Bram"});
  REQUIRE(reads(it, "Daan"));
  CHECK(it.told(LeaveTeam{{"Daan"}}).empty());
  CHECK_FALSE(reads(it, "Daan"));
  CHECK_FALSE(it.state().person("Daan")->away);
}

TEST_CASE("a chair who is not there comes back as a member, when another leads", "[service][meeting][R3]") {
  Seated it;
  seat(it, "m1", {"Noor Bakker", "Samira", "Daan"}, "Samira");
  CHECK(it.state().person("Bram")->away);
  CHECK(it.state().with(Role::chair)->name == "Samira");
  seat(it, "m2", {"Noor Bakker", "Samira", "Daan", "Bram"}, "Samira");
  CHECK(it.state().person("Bram")->roles == std::vector{Role::member});
  seat(it, "m3", {"Noor Bakker", "Daan"}, "Daan");
  seat(it, "m4", {"Noor Bakker", "Bram", "Daan"}, "Bram");
  CHECK(it.state().person("Bram")->roles == std::vector{Role::chair});
}
