// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "core/engine/remarks/line_remarks.hpp"
#include "core/engine/team/team.hpp"
#include "tests/engine/story.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;

namespace {

Team of(std::vector<Member> members) { return Team{.name = "Noord", .members = std::move(members)}; }

Outcome<std::vector<TeamEvent>, Refusal> came_of(const Team& team, TeamBody body) {
  return engine::decide(team, {"t1", at("2026-03-02T09:00:00Z"), std::move(body)}, {}, Shipped());
}

std::string why_not(const Team& team, TeamBody body) {
  const auto outcome = came_of(team, std::move(body));
  return outcome ? "done" : outcome.error().name;
}

}  // namespace

TEST_CASE("two of one name in the team are told apart", "[engine][identity]") {
  const auto team = of({{"Noor", "wijkverpleegkundige", {}}, {"Mo Yildiz", "", {}}});
  CHECK(why_not(team, AddMember{{"Noor", "maatschappelijk werker"}}) == "NameTaken");
  CHECK(why_not(team, AddMember{{"N\u00F3or", "jongerenwerker"}}) == "NameTaken");
  CHECK(why_not(team, AddMember{{"Mo", ""}}) == "NameTaken");
  CHECK(why_not(team, AddMember{{"Noor", ""}}) == "done");
  CHECK(why_not(team, AddMember{{"Mo Yildiz", "jongerenwerker"}}) == "done");
  CHECK(why_not(team, AddMember{{"\u200B", ""}}) == "EmptyText");
  CHECK(why_not(team, SetAbsence{{"mo", *date_from("2026-03-02"), {}}}) == "done");
}

TEST_CASE("a member is renamed, and leaves", "[engine][identity]") {
  auto team = of({{"Noor", "wijkverpleegkundige", {}}, {"Noor Visser", "", {}}});
  const auto does = [&](TeamBody body) {
    auto outcome = came_of(team, std::move(body));
    REQUIRE(outcome.has_value());
    for (const auto& event : *outcome) engine::evolve(team, event);
  };
  does(SetAbsence{{"Noor", *date_from("2026-03-02"), {}}});
  does(RenameMember{{"Noor", "Noor Bakker", ""}});
  CHECK(team.members.front().name == "Noor Bakker");
  CHECK(team.member("Noor")->name == "Noor Bakker");
  CHECK(team.is_away("Noor Bakker", *date_from("2026-03-03")));
  CHECK(why_not(team, RenameMember{{"Noor Visser", "noor bakker", ""}}) == "NameTaken");
  CHECK(why_not(team, RenameMember{{"noo", "X", ""}}) == "WhichOne");
  CHECK(why_not(team, RenameMember{{"Noor Bakker", "", ""}}) == "EmptyText");
  does(LeaveTeam{{"Noor Visser"}});
  CHECK(team.members.size() == 1);
  CHECK(team.left.front().name == "Noor Visser");
  CHECK(why_not(team, LeaveTeam{{"Noor Visser"}}) == "NotInTeam");
}

TEST_CASE("somebody new who is called as one who left is not taken for them without a word", "[engine][identity]") {
  auto team = of({{"Noor", "", {}}, {"Mo Yildiz", "", {}}, {"Ria", "", {}}});
  const auto does = [&](TeamBody body) {
    auto outcome = came_of(team, std::move(body));
    REQUIRE(outcome.has_value());
    for (const auto& event : *outcome) engine::evolve(team, event);
  };
  const auto remarked = [&](TeamBody body) {
    std::string all;
    for (const auto& one : engine::remarks(team, TeamCommand{"", at("2026-03-02T09:00:00Z"), std::move(body)}))
      all += one.message.in(typed_in(Lang::nl)) + '\n';
    return all;
  };
  CHECK(remarked(AddMember{{"Sam", ""}}).empty());
  does(RenameMember{{"Mo Yildiz", "Mo Kaya", ""}});
  does(LeaveTeam{{"Mo Kaya"}});
  does(LeaveTeam{{"Ria"}});
  for (const std::string name : {"Ria", "r\u00EDa", " Ria ", "Mo Kaya", "Mo Yildiz"}) {
    CAPTURE(name);
    CHECK(remarked(AddMember{{name, ""}}).find("uit het team, die onder die naam in oudere casussen staat") !=
          std::string::npos);
    CHECK_FALSE(remarked(RenameMember{{"Noor", name, ""}}).empty());
  }
  CHECK(remarked(AddMember{{"Ria", ""}}).find("casus team rename Ria --to") != std::string::npos);
  CHECK(remarked(AddMember{{"Ria Bos", ""}}).empty());
  CHECK(remarked(RenameMember{{"Noor", "", "jongerenwerker"}}).empty());
  // Who is back is there already.
  does(AddMember{{"Ria", ""}});
  CHECK(remarked(AddMember{{"Ria", "wijkwerker"}}).empty());
}

TEST_CASE("a team that was closed does nothing more until it is opened again, and anybody may leave it", "[engine]") {
  auto team = of({{"Noor", "", {}}, {"Mo", "", {}}});
  const auto does = [&](TeamBody body) {
    auto outcome = came_of(team, std::move(body));
    REQUIRE(outcome.has_value());
    for (const auto& event : *outcome) engine::evolve(team, event);
  };
  CHECK(why_not(team, RenameTeam{{" "}}) == "EmptyText");
  does(RenameTeam{{" Noord\n west "}});
  CHECK(team.name == "Noord west");
  CHECK(why_not(team, ReopenTeam{{"toch"}}) == "TeamNotClosed");
  CHECK(why_not(team, CloseTeam{}) == "ReasonMissing");
  CHECK(why_not(team, CloseTeam{{"bel 06-12345678"}}) == "PersonalData");
  does(CloseTeam{{"gaat op in Zuid"}});
  REQUIRE(team.closed_at);
  CHECK(date_of(*team.closed_at) == *date_from("2026-03-02"));
  CHECK(why_not(team, AddMember{{"Ria", ""}}) == "TeamIsClosed");
  CHECK(why_not(team, RenameTeam{{"Zuid"}}) == "TeamIsClosed");
  CHECK(why_not(team, CloseTeam{{"nog eens"}}) == "TeamIsClosed");
  does(LeaveTeam{{"Mo"}});
  CHECK(why_not(team, ReopenTeam{}) == "ReasonMissing");
  does(ReopenTeam{{"toch nodig"}});
  CHECK_FALSE(team.closed_at);
  does(AddMember{{"Ria", ""}});
  CHECK(why_not({}, CloseTeam{{"x"}}) == "NoTeam");
  CHECK(why_not({}, RenameTeam{{"Zuid"}}) == "NoTeam");
}

TEST_CASE("a colleague does not become the resident who is called the same", "[engine][identity]") {
  auto story = ready();
  story.does("Noor", AddParticipant{"Samira", {Role::resident}, false, false, ""});
  story.does("Noor", AddNetworkPerson{"Els", "tante", Shell::intimate, Quadrant::family, false});
  story.when("Noor", AddParticipant{"Samira", {Role::member}, true, false, ""})
      .refused("NameOfAnother")
      .says("Samira is in deze casus al inwoner.", "Samira is already resident in this case.");
  story.when("Noor", AddParticipant{"els", {Role::member}, true, false, ""}).refused("NameOfAnother");
  story.when("Noor", AddParticipant{"Ria", {Role::resident}, false, false, ""}).refused("NameOfAnother");
  story.does("Noor", AddParticipant{"Samira Bakker", {Role::member}, true, false, ""});
  story.does("Noor", AddParticipant{"Els", {Role::circle}, false, false, ""});  // from the network to the table
}

TEST_CASE("somebody of the case is meant by a beginning that only they have", "[engine][identity]") {
  auto story = begun();
  story.does("Noor", AddNetworkPerson{"Tante Els", "tante", Shell::intimate, Quadrant::family, false});
  CHECK(story.when("Noor", AskPerson{"tante", Answer::yes, true, "", {}}).gives<PersonAsked>().person ==
        story.c.person("Tante Els")->id);
  story.does("Noor", AddNetworkPerson{"Tante Joke", "tante", Shell::intimate, Quadrant::family, false});
  story.when("Noor", AskPerson{"tante", Answer::yes, true, "", {}})
      .refused("WhichOne")
      .says("'tante' kan er meer dan één zijn: Tante Els, Tante Joke.",
            "'tante' could be more than one: Tante Els, Tante Joke.")
      .asks("Typ meer van de naam.", "Type more of the name.");
}

TEST_CASE("who hands over gives roles and open actions, and the history says so", "[engine][identity]") {
  auto story = begun();
  story.does("Noor", action("Bellen", "Noor", "Bram"));
  story.does("Noor", action("Mailen", "Bram", "Noor"));
  const auto noor = story.c.person("Noor")->id;
  story.when("Bram", HandOver{{"Noor", "Ria", ""}}).refused("ReasonMissing");
  const auto came = story.when("Bram", HandOver{{"Noor", "Ria", "Noor verhuist"}});
  came.then({"HandedOver", "ParticipantLeft", "ParticipantAdded", "ActionChanged", "ActionChanged"});
  story.does("Bram", HandOver{{"Noor", "Ria", "Noor verhuist"}});
  const auto* ria = story.c.person("Ria");
  CHECK(ria->has(Role::presenter));
  CHECK_FALSE(story.c.person("Noor")->at_table());
  CHECK(story.c.actions[0].plan.who == ria->id);
  CHECK(story.c.actions[1].plan.checks == ria->id);
  CHECK(story.c.contributions.empty());
  CHECK(story.refolded().actions[0].plan.who == ria->id);
  story.when("Bram", HandOver{{noor, "Yusuf", ""}}).refused("NothingToHandOver");
  story.when("Bram", HandOver{{"Ria", "Ria", "zomaar"}}).refused("SamePerson");
  story.when("Mallory", HandOver{{"Ria", "Bram", "zomaar"}}).refused("NotAtTheTable");
}

TEST_CASE("two entries of one person become one, with all that was said and tied", "[engine][identity]") {
  auto story = begun();
  story.does("Noor", AddNetworkPerson{"tante", "tante", Shell::intimate, Quadrant::family, false});
  story.does("Noor", AddNetworkPerson{"Els", "tante", Shell::friend_, Quadrant::peers, false});
  story.does("Noor", AddTie{"inwoner", "tante", Strength::strong, false, Direction::both});
  story.does("Noor", AddTie{"Els", "tante", Strength::strong, false, Direction::both});
  story.does("Noor", action("Koffie drinken", "tante", "Bram"));
  const auto tante = story.c.person("tante")->id;
  story.when("Noor", MergePersons{{"tante", "Els", ""}}).refused("ReasonMissing");
  story.when("Noor", MergePersons{{"tante", "Noor", "x"}}).refused("NotOnePerson");
  story.when("Noor", MergePersons{{"Els", "Els", "x"}}).refused("SamePerson");
  story.does("Noor", MergePersons{{"tante", "Els", "Zij zei het zelf"}});
  const auto* els = story.c.person("Els");
  CHECK(story.c.person(tante) == els);
  CHECK(story.c.person("tante") == nullptr);
  REQUIRE(story.c.ties.size() == 1);
  CHECK(story.c.ties.front().tie.to == els->id);
  CHECK(story.c.actions.front().plan.who == els->id);
  CHECK(els->network->shell == Shell::friend_);
  // Erasing one takes the other entry along.
  story.when("Noor", ErasePerson{{"Els", "op verzoek", "Bram"}}).then({"PersonErased", "PersonErased"});
  CHECK(story.refolded().ties.size() == 1);
}

TEST_CASE(
    "the resident and the circle bring their own people and go themselves; the rest of the frame is of colleagues",
    "[engine][identity]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Joke Voorbeeld", {Role::resident}, false, false, ""});
  story.does("Noor", AddParticipant{"Tante Els", {Role::circle}, false, false, ""});
  story.does("Noor", AddParticipant{"School", {Role::referrer}, false, false, ""});
  SetBasis basis{{.privacy = Privacy::anonymous, .basis = Basis::wmo, .purpose = "iets anders"}};
  DropBasis drops{{.basis = Basis::wmo}};
  const std::vector<CommandBody> frame{
      basis,
      AddBasis{},
      drops,
      ChangeMethod{"kort/ronde", {}, "korter"},
      AdoptDefinitions{},
      CloseCase{{"klaar"}},
      ReopenCase{},
      AddParticipant{"Mallory", {Role::member}, true, false, ""},
      AddParticipant{"Mallory", {Role::circle, Role::coach}, true, false, ""},
      AddParticipant{"Nog een", {Role::resident}, false, false, ""},
      AddParticipant{"Tante Els", {Role::chair}, false, false, ""},
      RemoveParticipant{{"Noor"}},
      RemoveParticipant{{"Bram"}},
  };
  for (const auto* by : {"Joke Voorbeeld", "Tante Els", "School"})
    for (const auto& body : frame) {
      INFO(by << " " << body.index());
      story.when(by, body).refused("ForColleagues");
    }
  story.does("Joke Voorbeeld", AddParticipant{"Zus Mia", {Role::circle}, false, false, ""});
  story.does("Tante Els", RemoveParticipant{{"Tante Els"}});
  story.does("Noor", basis);
}

TEST_CASE("who referred and leads a step seats nobody who would read the case", "[engine][identity]") {
  auto story = begun("eigen-kracht/conference");
  story.go_to(Phase::analysis, "coordinator");
  story.does("Noor", AddParticipant{"School", {Role::referrer}, false, false, ""});
  for (const auto role : {Role::chair, Role::member, Role::coach})
    story.when("School", AddParticipant{"Mallory", {role}, false, false, ""}).refused("ForColleagues");
}

TEST_CASE("the talk goes on and back at the word of a colleague, and those around lead nothing that is not theirs",
          "[engine][identity]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Joke Voorbeeld", {Role::resident}, false, false, ""});
  story.does("Noor", AddParticipant{"Tante Els", {Role::circle}, false, false, ""});
  story.does("Noor", AddParticipant{"School", {Role::referrer}, false, false, ""});
  const std::vector<CommandBody> leading{NextStep{"klaar"}, BackStep{{}, "klaar"}, StartRound{{}, "klaar"},
                                         TakeMeldcodeStep{}, ClearSafety{{"voorbij"}}};
  for (const auto* by : {"Joke Voorbeeld", "Tante Els", "School"})
    for (const auto& body : leading) {
      INFO(by << " " << body.index());
      story.when(by, body).refused("ForColleagues");
    }
  story.when("Tante Els", NextStep{})
      .says("Verder of terug gaat het gesprek op het woord van een collega.",
            "The talk goes on, or back, at the word of a colleague.")
      .asks("Vraag het Bram, die kan het zo doen: casus case next 2026-001 --as Bram.",
            "Ask Bram, who can do it like this: casus case next 2026-001 --as Bram.");
  story.does("Noor", action("De post openen", "Noor"));
  for (const auto* by : {"Tante Els", "School"}) story.when(by, AgreePlan{}).refused("ForColleagues");
  story.when("Joke Voorbeeld", AgreePlan{}).then({"PlanAgreed"});
  // The way that is shown to them is one that can be gone.
  const auto way = engine::explain(story.c, story.library, "Tante Els", story.tick()).way;
  REQUIRE_FALSE(way.empty());
  CHECK(way.back().by == "Bram");
  for (const auto& command : way) story.done(command);
}

TEST_CASE("what a colleague promised is changed and ticked by colleagues, and not by those around the resident",
          "[engine][identity]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Joke Voorbeeld", {Role::resident}, false, false, ""});
  story.does("Noor", AddParticipant{"Tante Els", {Role::circle}, false, false, ""});
  story.does("Noor", action("De post openen", "Noor"));
  story.does("Noor", action("Samen koken", "Tante Els"));
  ChangeAction changed{.action = "a1", .what = "Niets"};
  const std::vector<CommandBody> of_noor{FinishAction{"a1", Done::done, "klaar"},
                                         MoveAction{"a1", on("2026-04-01"), "later"}, changed};
  for (const auto* by : {"Joke Voorbeeld", "Tante Els"})
    for (const auto& body : of_noor) {
      INFO(by << " " << body.index());
      story.when(by, body).refused("NotYourAction");
    }
  // The plan of the circle is theirs together.
  story.when("Joke Voorbeeld", FinishAction{"a2", Done::done, "klaar"}).then({"ActionFinished"});
  story.when("Tante Els", MoveAction{"a2", on("2026-04-01"), "later"}).then({"ActionMoved"});
  story.when("Tante Els", FinishAction{"a2", Done::done, "klaar"}).then({"ActionFinished"});
  story.when("Ria", FinishAction{"a2", Done::done, "klaar"}).then({"ActionFinished"});
}

TEST_CASE("who does what is the work of colleagues, also when the resident sits at the table", "[engine][identity]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Joke Voorbeeld", {Role::resident}, false, false, ""});
  story.does("Noor", AddNetworkPerson{"tante", "tante", Shell::intimate, Quadrant::family, false});
  story.does("Noor", AddNetworkPerson{"Els", "tante", Shell::friend_, Quadrant::peers, false});
  story.when("Joke Voorbeeld", HandOver{{"Noor", "Bram", "x"}}).refused("ForColleagues");
  story.when("Joke Voorbeeld", MergePersons{{"tante", "Els", "x"}})
      .refused("ForColleagues")
      .says("Wie wat doet en wie wie is, houden de collega's bij.",
            "Who does what, and who is who, is for colleagues to record.");
}

TEST_CASE("who is not there today has no part in the talk, and keeps what is theirs", "[engine][identity]") {
  auto story = begun();
  story.does("Noor", action("Bellen", "Ria", "Bram"));
  story.does("Noor", AddParticipant{"Ria", {Role::coach}, true, false, {}});
  CHECK(story.when("Bram", RemoveParticipant{"Ria", true}).gives<ParticipantLeft>().for_now);
  story.does("Bram", RemoveParticipant{"Ria", true});
  const auto ria = [&] { return *story.c.person("Ria"); };
  CHECK_FALSE(ria().at_table());
  CHECK(ria().has_seat());
  CHECK(story.c.with(Role::coach) == nullptr);
  story.when("Bram", RemoveParticipant{"Ria", true})
      .refused("NotThere")
      .says("Ria zit er nu al niet bij.", "Ria is already marked as not here now.");
  story.when("Ria", Pass{})
      .refused("NotAtTheTable")
      .says("Ria zit nu niet aan tafel bij deze casus.", "Ria is not at the table of this case now.")
      .asks("Is Ria er weer bij? casus case join 2026-001 Ria --role teamlid --as Ria.",
            "Is Ria back? casus case join 2026-001 Ria --role member --as Ria.");
  story.when("Ria", ChangeMethod{"kort/ronde", {}, "korter"}).refused("NotAtTheTable");
  story.does("Ria", FinishAction{"a1", Done::done, "Gebeld"});
  story.does("Ria", AddParticipant{"Ria", {Role::member}, true, false, {}});
  CHECK(ria().at_table());
  CHECK(ria().roles == std::vector{Role::member, Role::coach});
  CHECK(story.refolded().person("Ria")->at_table());
  // Left for good, nothing of before comes back.
  story.does("Bram", RemoveParticipant{"Ria"}).does("Bram", AddParticipant{"Ria", {Role::member}, true, false, {}});
  CHECK(ria().roles == std::vector{Role::member});
}

TEST_CASE("who is back leads the table no more when somebody else does", "[engine][identity][R3]") {
  auto story = begun();
  story.does("Noor", RemoveParticipant{"Bram", true});
  story.does("Noor", AddParticipant{"Ria", {Role::chair}, true, false, {}});
  story.does("Noor", AddParticipant{"Bram", {Role::member}, true, false, {}});
  CHECK(story.c.person("Bram")->roles == std::vector{Role::member});
  CHECK(story.c.with(Role::chair)->name == "Ria");
}

TEST_CASE("a case stays whose it is while they are not there today", "[engine][identity]") {
  auto story = begun();
  story.does("Bram", RemoveParticipant{"Noor", true});
  CHECK(story.c.owner() == story.c.person("Noor"));
  CHECK_FALSE(story.c.unowned_since);
  story.does("Bram", AddParticipant{"Ria", {Role::presenter}, true, false, {}});
  CHECK(story.c.owner() == story.c.person("Ria"));
  // Back at the table, she presents no more: somebody else does.
  story.does("Bram", AddParticipant{"Noor", {Role::member}, true, false, {}});
  CHECK(story.c.person("Noor")->roles == std::vector{Role::member});
}

TEST_CASE("who is not there today hands over before they are erased, and is one with another entry", "[engine]") {
  auto story = begun();
  story.does("Noor", RemoveParticipant{"Ria", true});
  story.when("Noor", ErasePerson{"Ria", "op verzoek", "Bram"}).refused("HandOverFirst");
  story.when("Noor", HandOver{{"Ria", "Femke", "Ria verhuist"}}).then({"HandedOver", "ParticipantLeft"});
  story.does("Noor", MergePersons{{"Ria", "Femke", "een persoon"}});
  CHECK(story.c.person("Femke")->at_table());
  auto both = begun();
  both.does("Noor", RemoveParticipant{"Ria", true}).does("Noor", RemoveParticipant{"Yusuf", true});
  both.does("Noor", MergePersons{{"Ria", "Yusuf", "een persoon"}});
  CHECK(both.c.person("Yusuf")->away);
}
