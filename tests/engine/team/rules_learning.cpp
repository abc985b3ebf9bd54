// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/team/team.hpp"
#include "core/report/cards.hpp"
#include "core/text/label.hpp"
#include "tests/engine/story.hpp"
#include "tests/support/typed_voice.hpp"

using namespace casus;
using namespace casus::test;

namespace {

const std::vector<std::string> kNames{"Noor Bakker", "Ria"};

Outcome<std::vector<TeamEvent>, Refusal> decided(const Team& team, TeamBody body) {
  return engine::decide(team, {"t1", at("2026-03-02T09:00:00Z"), std::move(body)}, kNames, Shipped());
}

Refusal refused(const Team& team, TeamBody body) {
  const auto outcome = decided(team, std::move(body));
  REQUIRE_FALSE(outcome.has_value());
  return outcome.error();
}

}  // namespace

TEST_CASE("lessons and signals hold nobody's data", "[engine][R15]") {
  const Team team;
  for (const char* text : {"Ria vroeg door", "bel 06-12345678", "mail a@b.nl", "noor bakker vroeg door"}) {
    CAPTURE(text);
    CHECK(refused(team, NoteLearning{text, {}}).name == "PersonalData");
    CHECK(refused(team, NoteLearning{"Vraag door", text}).rule == "R15");
    CHECK(refused(team, NoteSignal{text, "eenzaamheid", {}}).name == "PersonalData");
    CHECK(refused(team, NoteSignal{"Weinig buurthuizen", text, {}}).name == "PersonalData");
  }
  const auto refusal = refused(team, NoteLearning{"Ria vroeg door", {}});
  CHECK(refusal.reason.in(Lang::nl) ==
        "Hier staat een naam: 'ria'. Leerpunten en signalen gaan over het werk, niet over een persoon.");
  CHECK(refusal.reason.in(Lang::en) ==
        "This contains a name: 'ria'. Lessons and signals are about the work, not about a person.");
  CHECK(refusal.remedies_in(typed_in(Lang::nl)) ==
        "Schrijf het op zonder dat iemand te herkennen is: 'een moeder', 'een buurman'.");
  CHECK(refused(team, NoteLearning{" ", {}}).name == "EmptyText");
  CHECK(refused(team, NoteSignal{"Weinig buurthuizen", {}, {}}).name == "EmptyText");
  CHECK(decided(team, NoteLearning{"Vraag langer door", "gesprek"}).has_value());
  CHECK(decided(team, NoteSignal{"Weinig buurthuizen", "ontmoeting", "Noord"}).has_value());
}

TEST_CASE("a name of the case is no lesson in another spelling either", "[engine][R15]") {
  const std::vector<std::string> names{"Ren\u00E9 D'Arcy", "Zo\u00EB"};
  for (const char* text :
       {"Rene D'Arcy vroeg door", "ren\u00E9 d\u2019arcy vroeg door", "Zoe vroeg door", "Zoe\u0308"}) {
    CAPTURE(text);
    const auto outcome =
        engine::decide({}, {"t1", at("2026-03-02T09:00:00Z"), NoteLearning{text, {}}}, names, Shipped());
    REQUIRE_FALSE(outcome.has_value());
    CHECK(outcome.error().name == "PersonalData");
  }
}

TEST_CASE("a case only counts what was learned from it", "[engine][R15]") {
  auto story = begun();
  story.does("Noor", CountLearning{"gesprek"});
  story.when("Noor", CountSignal{}).refused("EmptyText");
  story.does("Noor", CountSignal{"wachttijd"});
  CHECK(story.c.learning.size() == 1);
  CHECK(story.c.signals.front().theme == "wachttijd");
}

TEST_CASE("a team is founded once, and takes members and settings", "[engine][team]") {
  Team team;
  CHECK(refused(team, SetTeam{60, {}, {}, {}}).name == "NoTeam");
  CHECK(refused(team, AddMember{"Ria", {}}).name == "NoTeam");
  CHECK(refused(team, FoundTeam{"Noord", 5, Mode::strict, "weekly-review", {}}).reason.in(Lang::nl) ==
        "Een overleg van 5 minuten kan niet.");
  const auto does = [&](TeamBody body) {
    const auto events = decided(team, std::move(body));
    REQUIRE(events.has_value());
    for (const auto& event : *events) engine::evolve(team, event);
  };
  does(FoundTeam{"Noord", 90, Mode::coaching, "weekly-review", {}});
  CHECK(refused(team, FoundTeam{"Zuid", 90, Mode::strict, "weekly-review", {}}).name == "TeamExists");
  CHECK(refused(team, SetTeam{}).name == "EmptyText");
  CHECK(refused(team, SetTeam{481, {}, {}, {}}).name == "MinutesOff");
  CHECK(refused(team, SetTeam{std::nullopt, {}, std::string("\xff"), {}}).name == "TextNotReadable");
  CHECK(refused(team, SetTeam{std::nullopt, {}, {}, std::string("werf/wref")}).name == "MethodUnknown");
  CHECK(refused(team, SetTeam{std::nullopt, {}, std::string("intervisie"), {}}).name == "WorkflowUnknown");
  CHECK(refused(Team{}, FoundTeam{"Noord", 90, Mode::strict, "weekly-review", "werf/wref"}).name == "MethodUnknown");
  CHECK(refused(Team{}, FoundTeam{"Noord", 90, Mode::strict, "intervisie", {}}).name == "WorkflowUnknown");
  does(AddMember{"Ria", "wijkverpleegkundige"});
  does(RenameMember{"ria", "", "verpleegkundige"});
  does(SetTeam{60, {}, {}, std::string("werf/werf")});
  REQUIRE(team.members.size() == 1);
  CHECK(team.members.front().profession == "verpleegkundige");
  CHECK(team.minutes == 60);
  CHECK(team.mode == Mode::coaching);
  CHECK(team.method == "werf/werf");
}

TEST_CASE("the resident hears what was discussed: by name always, anonymous or with a reason", "[engine][R16]") {
  const auto at_the_end_of_the_plan = [](Privacy privacy) {
    auto story = begun();
    story.does("Noor", SetBasis{privacy, Basis::wmo, "hulp", {}});
    story.go_to(Phase::plan_of_action, "close");
    auto first = action("Zus vragen");
    first.first_step = true;
    story.does("Noor", first);
    story.does("Noor", SetReview{on("2026-04-13")});
    return story;
  };
  const auto by_name = at_the_end_of_the_plan(Privacy::agreed);
  by_name.when("Bram", NextStep{"geen tijd"})
      .refused("StepNotDone", "R16")
      .says("De stap 'Afronden' is nog niet klaar. Wat nog moet: De inwoner weet wat er besproken is.",
            "The step 'Close' is not done yet. Still to do: The resident knows what was discussed.");
  at_the_end_of_the_plan(Privacy::anonymous).when("Bram", NextStep{"geen tijd"}).then({"StepLeft", "StepEntered"});

  auto there = at_the_end_of_the_plan(Privacy::resident_present);
  there.when("Bram", NextStep{"geen tijd"}).refused("StepNotDone", "R16");
  there.does("Noor", AddParticipant{"Els", {Role::resident}, false, false, {}});
  there.when("Bram", NextStep{"geen tijd"}).then({"StepLeft", "StepEntered"});

  auto told = by_name;
  told.when("Noor", TellResident{}).refused("EmptyText", "R16");
  // Somebody who will tell it, on a day, is as good; when that came to nothing it is asked again.
  auto later = by_name;
  later.does("Noor", TellResident{"alles", "Ria", on("2026-03-06")});
  later.when("Bram", NextStep{"geen tijd"}).then({"StepLeft", "StepEntered"});
  const auto tells = later.c.actions.back().plan.id;
  auto went = later;
  went.does("Noor", FinishAction{tells, Done::done, {}});
  went.when("Bram", NextStep{"geen tijd"}).then({"StepLeft", "StepEntered"});
  later.does("Noor", FinishAction{tells, Done::not_done, "niet thuis"});
  later.when("Bram", NextStep{"geen tijd"}).refused("StepNotDone", "R16");
  const auto event = told.when("Noor", TellResident{"alles", "Ria", {}}).gives<ResidentTold>();
  CHECK(event.who == "p3");
  CHECK(event.on == on("2026-03-02"));
  told.does("Noor", TellResident{"alles", {}, {}});
  told.when("Bram", NextStep{"geen tijd"}).then({"StepLeft", "StepEntered"});
}

TEST_CASE("with a major decision everybody first gives an opinion, and other views are kept", "[engine][R17]") {
  auto story = begun();
  story.does("Noor", AddParticipant{"Els", {Role::observer}, false, false, {}});
  story.when("Noor", RaiseDecision{}).refused("EmptyText");
  story.does("Noor", RaiseDecision{"Melden we bij Veilig Thuis?", true});
  story.does("Ria", GiveOpinion{"d1", Stance::against, "eerst praten"});
  story.when("Ria", GiveOpinion{"d1", Stance::in_favour, {}})
      .refused("OpinionGiven", "R17")
      .says("Je gaf je eerste mening al; die blijft staan.", "You have already given your first opinion; it stands.");
  story.when("Noor", GiveOpinion{"d7", Stance::in_favour, {}}).refused("NotFound");
  const TakeDecision take{"d1", "Ja", "het kan niet wachten", {"Ria wil eerst praten"}, {}};
  story.when("Bram", take)
      .refused("OpinionsMissing", "R17")
      .says(
          "Bij een zwaar besluit geeft iedereen eerst een eigen mening. Die ontbreekt nog van: Noor, Bram, Yusuf, "
          "Femke.",
          "For a major decision everybody gives a first opinion. Still missing: Noor, Bram, Yusuf, Femke.");
  auto hurried = take;
  hurried.without_opinions = "nu gevaar";
  story.when("Bram", hurried).then({"DecisionTaken"});
  for (const char* name : {"Noor", "Bram", "Yusuf", "Femke"})
    story.does(name, GiveOpinion{"d1", Stance::in_favour, {}});
  auto bare = take;
  bare.because.clear();
  story.when("Bram", bare).refused("EmptyText", "R17");
  story.does("Bram", take);
  CHECK(story.c.decisions.front().taken->dissent == std::vector<std::string>{"Ria wil eerst praten"});
  story.when("Bram", take).refused("DecisionTaken");
  story.when("Els", GiveOpinion{"d1", Stance::unsure, {}}).refused("DecisionTaken");

  story.does("Noor", RaiseDecision{"Volgende week weer?", false});
  story.when("Bram", TakeDecision{"d2", "Ja", "het helpt", {}, {}}).then({"DecisionTaken"});
}

TEST_CASE("each method's card shows where the method comes from", "[engine][R18]") {
  const Shipped library;
  for (const auto& id : shipped_methods()) {
    CAPTURE(id);
    const auto& method = *library.method(id);
    for (const auto lang : {Lang::nl, Lang::en}) {
      const auto card = report::method_card(method, lang);
      CHECK(card.find(label(method.status, lang)) != std::string::npos);
    }
    CHECK_FALSE(method.status_note.empty());
  }
}
