// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/access.hpp"
#include "core/service/commands/blank_texts.hpp"
#include "tests/service/house.hpp"
#include "tests/support/typed_voice.hpp"

#include <algorithm>
#include <string>

using namespace casus;
using namespace casus::test;

namespace {

struct Peopled : TeamDesk {
  Peopled() {
    found_team({"Noor Bakker", "Bram", "Samira"});
    desk.begin();
  }
};

OpenCase of_an_old_man() {
  return OpenCase{.title = "Oudere man",
                  .privacy = Privacy::anonymous,
                  .basis = Basis::wmo,
                  .purpose = "Een eerste stap",
                  .method = "werf/werf"};
}

}  // namespace

TEST_CASE("who acts is read as a person: by a beginning, in the team's spelling", "[service][identity]") {
  Peopled it;
  CHECK(it.does("noor b", AskForPlace{}).empty());
  CHECK(it.state().place_asked->by == it.state().person("Noor Bakker")->id);
  CHECK(it.does("NOOR", AskForPlace{}).empty());
  CHECK(it.does("Mallory", AskForPlace{}) == "NotAtTheTable");
  it.tells(AddMember{{"Noor Visser", ""}});
  CHECK(it.does("Noor", AskForPlace{}) == "WhichOne");
  CHECK(it.does("Noor Visser", AskForPlace{}) == "NotAtTheTable");
  CHECK(it.does("Noor Bakker", AskForPlace{}).empty());
  CHECK(it.does("Bram", AddParticipant{"sam", {Role::member}, true, false, ""}).empty());
  CHECK(it.state().person("Samira") != nullptr);
  CHECK(it.state().person("sam") == nullptr);
}

TEST_CASE("what nobody can see is no name, no reason and no text", "[service][identity][never_kept]") {
  Peopled it;
  for (const char* nothing : {" ", "\u200B", "\u202A\u202C", "\u00A0", "\u3164"}) {
    CAPTURE(nothing);
    CHECK_FALSE(it.does("Noor Bakker", AddParticipant{nothing, {Role::circle}, true, false, ""}).empty());
    CHECK_FALSE(it.does("Noor Bakker", SetBasis{{Privacy::anonymous, Basis::wmo, nothing, {}}}).empty());
    CHECK_FALSE(it.told(AddMember{{nothing, ""}}).empty());
    CHECK_FALSE(it.told(NoteLearning{{nothing, {}}}).empty());
  }
  CHECK(it.does("Noor Bakker", AskForPlace{}).empty());
}

TEST_CASE("among several texts there is none that nobody can see", "[service][never_kept]") {
  TakeDecision take{
      {.outcome = "We vragen het aan", .because = "\u200B", .dissent = {"  ", "Bram wacht liever", "\u200B"}}};
  CommandBody body = take;
  service::leave_out_blanks(body);
  const auto& left = std::get<TakeDecision>(body);
  CHECK(left.outcome == "We vragen het aan");
  CHECK(left.because.empty());
  CHECK(left.dissent == std::vector<std::string>{"Bram wacht liever"});
}

TEST_CASE("a member who was renamed keeps the seat in older cases, and nobody else gets it", "[service][identity]") {
  Peopled it;
  it.tells(RenameMember{{"Bram", "Bram Jansen", ""}});
  CHECK(it.does("Bram Jansen", SetReview{*date_from("2026-05-01")}).empty());
  CHECK(it.does("Bram", SetReview{*date_from("2026-05-02")}).empty());
  it.tells(AddMember{{"Bram de Wit", ""}});
  CHECK(it.does("Bram", SetReview{*date_from("2026-05-03")}) == "WhichOne");
  CHECK(it.does("Bram de Wit", SetReview{*date_from("2026-05-03")}) == "NotAtTheTable");
  CHECK(it.does("Bram Jansen", SetReview{*date_from("2026-05-04")}).empty());
}

TEST_CASE("whichever of their two names is typed, a colleague has one seat", "[service][identity]") {
  Peopled it;
  it.tells(RenameMember{{"Bram", "Abraham Jansen", ""}});
  const auto seat = it.state().person("Bram")->id;
  const auto does_it = [&](const std::string& name) {
    REQUIRE(it.does("Noor Bakker", AddAction{"Bellen met " + name, name, *date_from("2026-03-09"), "Noor Bakker",
                                             Rung::self, false, ""})
                .empty());
    return it.state().actions.back().plan.who;
  };
  for (const auto* name : {"Bram", "Abraham Jansen", "abraham"}) CHECK(does_it(name) == seat);
  // Neither does the name of now make a second person of them.
  CHECK(it.does("Noor Bakker", AddParticipant{"Abraham Jansen", {Role::circle}, false, false, ""}) == "NameOfAnother");
  CHECK(it.state().people.size() == 2);
  // Somebody came since who is called as they were once.
  it.tells(AddMember{{"Bram de Wit", ""}});
  CHECK(does_it("Abraham Jansen") == seat);
}

TEST_CASE("who was renamed is no second person beside themselves", "[service][identity]") {
  Peopled it;
  it.tells(RenameMember{{"Noor Bakker", "Fatma Yilmaz", ""}});
  CHECK(it.does("Fatma Yilmaz", EraseCase{"op verzoek", "Noor Bakker"}) == "SecondPersonNeeded");
  CHECK(it.does("Noor Bakker", EraseCase{"op verzoek", "Fatma"}) == "SecondPersonNeeded");
  CHECK(it.does("Fatma Yilmaz", EraseCase{"op verzoek", "Bram"}).empty());
}

TEST_CASE("a colleague who is called as the resident is asked which of the two it is", "[service][identity]") {
  Peopled it;
  CHECK(it.does("Bram", AddParticipant{"Samira", {Role::resident}, false, false, ""}).empty());
  const auto refused = it.desk.does("Samira", AskForPlace{});
  REQUIRE(refused.refusal);
  CHECK(refused.refusal->name == "TwoOfOneName");
  CHECK(refused.refusal->reason.in(Lang::en) ==
        "'Samira' could be someone case c-1 is about, or someone on the team. Which one are you?");
  // The link of the resident says who it is; so does the number in the case.
  Command by_link{{}, "c-1", "Samira", {}, std::nullopt, CommandBody(AskRight{Right::access, "", {}, "", {}})};
  by_link.seat = Typist{"Samira", Sureness::resident, {}};
  CHECK(it.desk.service.handle(by_link).done());
  CHECK(it.does("p3", AskRight{Right::access, "", {}, "", {}}).empty());
  engine::LookWanted look{"Samira", CasePart::plan, "", false, Sureness::named};
  REQUIRE_FALSE(it.desk.service.look("c-1", look));
  const auto refused_look = it.desk.service.looks("c-1").back().seen;
  CHECK(refused_look.name == "Samira");
  CHECK(refused_look.person == "outside");
  CHECK(refused_look.part == CasePart::plan);
  CHECK(refused_look.sight == Sight::refused);
  look.sureness = Sureness::resident;
  const auto seen = it.desk.service.look("c-1", look);
  REQUIRE(seen);
  CHECK(seen->sight == Sight::resident);
}

TEST_CASE("a name that a neighbour and a colleague both have chooses neither of them", "[service][identity]") {
  Peopled it;
  const auto named = it.desk.does("Bram", NameForNetwork{"Samira", "buurvrouw"});
  REQUIRE(named.done());
  const auto of_colleague = [](const engine::Remark& one) { return one.message.id() == "remark.named_as_colleague"; };
  CHECK(std::ranges::any_of(named.remarks, of_colleague));
  const auto neighbour = it.state().person("Samira")->id;
  const auto agrees = [&](const std::string& who, const std::string& checks) {
    return it.does("Bram", AddAction{"Bellen", who, *date_from("2026-03-09"), checks, Rung::self, false, ""});
  };
  CHECK(agrees("Samira", "Bram") == "TwoOfOneName");
  CHECK(agrees("Bram", "samira") == "TwoOfOneName");
  CHECK(it.does("Bram", HandOver{{"Noor Bakker", "Samira", "vakantie"}}) == "TwoOfOneName");
  CHECK(it.state().actions.empty());
  // The number says who it is.
  CHECK(agrees(neighbour, "Bram").empty());
  CHECK(it.state().actions.back().plan.who == neighbour);
  // Neither becomes the other by sitting down or by being named.
  CHECK(it.does("Noor Bakker", AddParticipant{"Samira", {Role::member}, true, false, ""}) == "NameOfAnother");
  CHECK(it.does("Bram", NameForNetwork{"Noor Bakker", "buurvrouw"}) == "NameOfAnother");
  it.tells(RenameMember{{"Samira", "Fatma Yilmaz", ""}});
  CHECK(it.does("Noor Bakker", AddParticipant{"Fatma Yilmaz", {Role::member}, true, false, ""}).empty());
  CHECK(it.state().person("Fatma Yilmaz")->id != neighbour);
  CHECK(agrees("Fatma Yilmaz", "Bram").empty());
}

TEST_CASE("who adds a colleague hears that a case of their own has somebody of that name", "[service][identity]") {
  Peopled it;
  for (const auto* name : {"Wil", "Ab"}) CHECK(it.does("Bram", NameForNetwork{name, "buur"}).empty());
  const auto told = [&](const std::string& by, const std::string& name) {
    TeamCommand adds{{}, {}, TeamBody(AddMember{{name, ""}})};
    adds.by = by;
    const auto answer = it.desk.service.handle(adds);
    REQUIRE(answer.done());
    return std::ranges::any_of(
        answer.remarks, [](const engine::Remark& one) { return one.message.id() == "identity.called_as_somebody"; });
  };
  CHECK(told("Bram", "Wil"));
  // Of a case that is not open to them nothing is told.
  CHECK_FALSE(told("Samira", "Ab"));
  CHECK_FALSE(told("Bram", "Joost"));
}

TEST_CASE("who asks for a case under a name that two have is turned away, and that is kept", "[service][identity]") {
  Peopled it;
  it.tells(AddMember{{"Noor Visser", ""}});
  const engine::LookWanted look{"noor", CasePart::dossier, "GEHEIM", false, Sureness::named};
  CHECK_FALSE(it.desk.service.look("c-1", look));
  const auto looks = it.desk.service.looks("c-1");
  REQUIRE(looks.size() == 1);
  CHECK(looks.front().seen.name == "noor");
  CHECK(looks.front().seen.part == CasePart::dossier);
  CHECK(looks.front().seen.sight == Sight::refused);
  CHECK(looks.front().seen.because.empty());
  // Who goes through all cases asked for none of them; a screen that was told no already is not told it anew.
  CHECK_FALSE(it.desk.service.look("c-1", look, {false, {}}));
  CHECK_FALSE(it.desk.service.look("c-1", look, {true, Sight::refused}));
  CHECK_FALSE(it.desk.service.look("c-1", look, {true, {}, false}));
  CHECK(it.desk.service.looks("c-1").size() == 1);
}

TEST_CASE("nobody leaves the team before all is handed over", "[service][identity]") {
  Peopled it;
  CHECK(it.does("Bram", AddAction{"Bellen", "Bram", *date_from("2026-03-09"), "Noor Bakker", Rung::self, false, ""})
            .empty());
  const auto has = it.desk.service.still_has("bram");
  REQUIRE(has.size() == 1);
  CHECK(has.front().case_id == "c-1");
  CHECK(has.front().roles.empty());  // a seat alone, and the chair of a meeting, are no work that stays behind
  CHECK(has.front().actions == 1);
  CHECK(it.told(LeaveTeam{{"Bram"}}) == "HandOverFirst");
  CHECK(it.told(LeaveTeam{{"br"}}) == "HandOverFirst");
  CHECK(it.told(LeaveTeam{{"Noor Bakker"}}) == "HandOverFirst");
  CHECK(it.does("Samira", HandOver{{"Bram", "Samira", ""}}) == "ReasonMissing");
  CHECK(it.does("Mallory", HandOver{{"Bram", "Samira", "x"}}) == "NotAtTheTable");
  CHECK(it.does("Samira", HandOver{{"Bram", "sam", "Bram verhuist"}}).empty());
  CHECK(it.state().person("Samira")->at_table());
  CHECK(it.desk.service.still_has("Bram").empty());
  CHECK(it.told(LeaveTeam{{"Bram"}}).empty());
  CHECK(it.told(LeaveTeam{{"Samira"}}) == "HandOverFirst");
  // Who left is of the team no more.
  CHECK(it.does("Bram", HandOver{{"Samira", "Noor Bakker", "x"}}) == "NotAtTheTable");
}

TEST_CASE("somebody whom the team does not know is remarked, with the nearest name", "[service][identity]") {
  Peopled it;
  const auto said = [&](const char* name, bool of_team) {
    const auto answer = it.desk.does("Bram", AddParticipant{name, {Role::member}, of_team, false, ""});
    REQUIRE(answer.done());
    std::vector<std::string> out;
    for (const auto& remark : answer.remarks) out.push_back(std::string(remark.message.id()));
    return out;
  };
  CHECK(said("Samria", true) == std::vector<std::string>{"identity.stranger"});
  CHECK(said("Joost", false).empty());
  CHECK(said("Samira", true).empty());
}

TEST_CASE("whom the team does not know is let in by somebody of it, and not by themselves", "[service][identity]") {
  Peopled it;
  const auto open = of_an_old_man();
  const auto told = [&](const std::string& by, CommandBody body, const std::string& id) {
    const auto answer = it.desk.does(by, std::move(body), {}, id);
    REQUIRE(answer.done());
    for (const auto& remark : answer.remarks)
      if (remark.message.id() == "identity.stranger") return remark.message.in(typed_in(Lang::nl));
    return std::string();
  };
  const AddParticipant joins{"Samria", {Role::member}, true, false, ""};
  CHECK(told("bram", open, "c-2").empty());
  CHECK(told("Bram", joins, "c-2").ends_with("casus team add Samria"));
  // A guest at the table is no member.
  CHECK(told("Samria", AddParticipant{"Joost", {Role::member}, true, false, ""}, "c-2")
            .ends_with("casus team add Joost --as NAAM"));
}

TEST_CASE("a case is opened by somebody of the team, once it has members", "[service][identity]") {
  Peopled it;
  const auto open = of_an_old_man();
  const auto opens = [&](Command command) { return it.desk.service.handle(std::move(command)).refusal; };
  const auto by = [&](const std::string& name, const std::string& id) {
    return Command{{}, id, name, {}, std::nullopt, CommandBody(open)};
  };
  const auto refusal = opens(by("Mallory", "c-2"));
  REQUIRE(refusal);
  CHECK(refusal->name == "OnlyTheTeamOpens");
  CHECK(refusal->reason.in(Lang::nl) == "Een casus opent hier iemand van het team, en Mallory hoort daar niet bij.");
  CHECK(
      refusal->remedies_in(typed_in(Lang::nl)) ==
      "Hoort Mallory erbij, dan zegt een collega dat: casus team add Mallory --as NAAM. Zo niet, dan opent een "
      "collega de casus, en zet Mallory daarna aan tafel: casus case join c-2 Mallory --role professional --as NAAM.");
  // Who is in the team is told to nobody from outside.
  CHECK(opens(by("Samria", "c-2"))->reason.in(Lang::en).find("Samira") == std::string::npos);
  CHECK_FALSE(it.desk.service.exists("c-2"));
  // Also as lines for a program.
  for (const auto& answer : it.desk.service.handle_together({by("Mallory", "c-2"), by("Noor", "c-3")}))
    if (answer.case_id == "c-2") CHECK(answer.refusal->name == "OnlyTheTeamOpens");
  CHECK_FALSE(it.desk.service.exists("c-2"));
  // By the beginning of a name, with other accents, and typed by a colleague.
  CHECK_FALSE(opens(by("noor", "c-4")));
  auto typed = by("Samira", "c-5");
  typed.seat = Typist{"Bram", Sureness::table, {}};
  CHECK_FALSE(opens(typed));
  typed.case_id = "c-6";
  typed.seat = Typist{"Mallory", Sureness::named, {}};
  CHECK(opens(typed)->name == engine::kTypedByStranger);
}

TEST_CASE("without members anybody opens a case", "[service][identity]") {
  const House house;
  Desk desk(house);
  FoundTeam team{{.name = "Noord"}};
  REQUIRE(desk.service.handle(TeamCommand{{}, {}, team}).done());
  desk.begin();
  CHECK(desk.service.exists("c-1"));
}

TEST_CASE("two entries that were one person are erased together", "[service][identity]") {
  Peopled it;
  CHECK(it.does("Bram", AddNetworkPerson{"tante", "tante", Shell::friend_, Quadrant::peers, false}).empty());
  CHECK(it.does("Bram", AddNetworkPerson{"Els", "tante", Shell::friend_, Quadrant::peers, false}).empty());
  CHECK(it.does("Bram", MergePersons{{"tante", "Els", "zij zei het zelf"}}).empty());
  CHECK(it.does("Noor Bakker", ErasePerson{"Els", "op verzoek", "Bram"}).empty());
  const auto state = it.state();
  for (const auto* id : {"p3", "p4"}) {
    const auto found = std::ranges::find(state.people, std::string(id), &Person::id);
    REQUIRE(found != state.people.end());
    CHECK(found->erased);
    CHECK(found->name.empty());
  }
  for (const auto& event : it.desk.store->read("case/c-1", 0))
    for (const auto& secret : event.secrets) CHECK((secret.person != "p3" && secret.person != "p4"));
  CHECK(it.desk.store->verify().findings.empty());
}
