// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/engine/floor/seats.hpp"
#include "tests/engine/story.hpp"

#include <algorithm>

using namespace casus;
using namespace casus::test;

TEST_CASE("nothing but the intake comes before the first step", "[engine]") {
  auto story = ready();
  story.when("Noor", say("fact", "Zij is alleen."))
      .refused("NotBegun")
      .says("De bespreking van deze casus is nog niet begonnen.", "The review of this case has not begun yet.")
      .asks("Ga naar de eerste stap: casus case next 2026-001.", "Go to the first step: casus case next 2026-001.");
  story.when("Noor", CloseCase{"weg"}).refused("NotBegun");
  story.when("Noor", open_command()).refused("CaseExists");
  story.does("Bram", NextStep{});
  CHECK(story.c.stage.life == Life::open);
}

TEST_CASE("who is not at the table does nothing, and is told who may add them", "[engine]") {
  auto story = begun();
  story.when("", NextStep{}).refused("WhoIsThis");
  story.when("Riaa", NextStep{})
      .refused("NotAtTheTable")
      .says("Riaa doet niet mee aan deze casus. Bedoel je Ria?", "Riaa is not part of this case. Did you mean Ria?")
      .asks("Laat een deelnemer Riaa toevoegen: casus case join 2026-001 Riaa --role teamlid --as Noor.",
            "Ask someone who is to add Riaa: casus case join 2026-001 Riaa --role member --as Noor.");
  story.does("Bram", RemoveParticipant{"Ria"});
  story.when("Ria", Pass{}).refused("NotAtTheTable");
  story.when("Bram", RemoveParticipant{"Ria"}).refused("NotThere");
  story.does("Bram", AddParticipant{"ria", {Role::observer}, true, false, {}});
  CHECK(story.c.person("Ria")->id == "p3");
  CHECK(story.c.person("Ria")->roles == std::vector<Role>{Role::observer});
}

TEST_CASE("a seat until a day is for a guest who leads and owns nothing", "[engine]") {
  auto story = begun();
  const auto seat = [](bool of_team, std::vector<Role> roles, const char* until) {
    AddParticipant add{"Ada", std::move(roles), of_team, false, {}};
    if (until != nullptr) add.until = on(until);
    return add;
  };
  story.when("Noor", seat(true, {Role::professional}, "2026-05-01")).refused("SeatHasNoEnd");
  story.when("Noor", seat(false, {Role::case_manager}, "2026-05-01")).refused("SeatHasNoEnd");
  story.when("Noor", seat(false, {Role::circle}, "2026-05-01")).refused("SeatHasNoEnd");
  story.when("Noor", seat(false, {Role::professional}, "2026-01-01")).refused("DayIsPast");
  story.when("Noor", seat(false, {Role::professional}, "2026-05-01")).then({"ParticipantAdded", "SeatLimited"});
  story.does("Noor", seat(false, {Role::professional}, "2026-05-01"));
  CHECK(story.c.person("Ada")->until == on("2026-05-01"));
  // Another role beside it leaves the day as it is, and owning something needs a seat without one.
  story.does("Noor", seat(false, {Role::safety_expert}, nullptr));
  CHECK(story.c.person("Ada")->until == on("2026-05-01"));
  story.when("Noor", seat(false, {Role::case_manager}, nullptr)).refused("SeatHasNoEnd");
  CHECK(engine::seats_over(story.c, on("2026-05-01")).empty());
  CHECK(engine::seats_over(story.c, on("2026-05-02")) == std::vector{story.c.person("Ada")->id});
  story.does("Noor", RemoveParticipant{"Ada"});
  CHECK(engine::seats_over(story.c, on("2026-05-02")).empty());
  story.does("Noor", seat(false, {Role::professional}, nullptr));
  CHECK_FALSE(story.c.person("Ada")->until);
}

TEST_CASE("a case is not left to those whose seat ends by itself", "[engine]") {
  Story story;
  story.does("Noor", open_command());
  AddParticipant guest{"Ada", {Role::professional}, false, false, {}};
  guest.until = on("2026-05-01");
  story.does("Noor", guest);
  story.when("Noor", RemoveParticipant{"Noor"})
      .refused("LastAtTheTable")
      .says("Als Noor weggaat, blijven alleen mensen over met een plaats die een einddag heeft.",
            "If Noor leaves, only people whose seat has a last day remain.");
  const auto seats_over = [&] { return engine::seats_over(story.c, on("2026-05-02")); };
  CHECK(seats_over() == std::vector{story.c.person("Ada")->id});
  // However it came that nobody else sits there, the case stays somebody's.
  const auto noor = story.c.person("Noor")->id;
  engine::evolve(story.c, Event{story.c.changed_at, noor, ParticipantLeft{{noor}}});
  CHECK(seats_over().empty());
  ParticipantAdded back{.person = noor, .name = "Noor", .roles = {Role::presenter}};
  engine::evolve(story.c, Event{story.c.changed_at, noor, back});
  CHECK(seats_over() == std::vector{story.c.person("Ada")->id});
}

TEST_CASE("two seats that are one person's end when the later one does", "[engine]") {
  Story story;
  story.does("Noor", open_command());
  const auto seat = [&](const char* name, const char* until) {
    AddParticipant guest{name, {Role::professional}, false, false, {}};
    if (until != nullptr) guest.until = on(until);
    story.does("Noor", guest);
  };
  seat("Ada", "2026-05-01");
  seat("Adje", "2026-06-01");
  story.does("Noor", MergePersons{{"Adje", "Ada", "een persoon"}});
  CHECK(story.c.person("Ada")->until == on("2026-06-01"));
  seat("Aad", nullptr);
  story.does("Noor", MergePersons{{"Aad", "Ada", "een persoon"}});
  CHECK_FALSE(story.c.person("Ada")->until);
}

TEST_CASE("the last one at the table does not leave", "[engine]") {
  Story story;
  story.does("Noor", open_command());
  story.when("Noor", RemoveParticipant{"Noor"})
      .refused("LastAtTheTable")
      .says("Noor is de laatste die aan deze casus meedoet.", "Noor is the last one involved in this case.");
  // A store of before may hold a case of which everybody was erased: then it is taken over.
  engine::evolve(story.c, Event{story.c.changed_at, "p1", PersonErased{{"p1", "op verzoek", {}}}});
  story.when("Noor", NextStep{}).refused("NotAtTheTable");
  story.does("Ria", AddParticipant{"Ria", {Role::presenter}, true, false, {}});
  CHECK(story.c.with(Role::presenter)->name == "Ria");
}

TEST_CASE("a paused case waits, and goes on where it was", "[engine]") {
  auto story = begun();
  story.go_to(Phase::analysis, "clarify");
  story.does("Bram", PauseCase{"opname", on("2026-04-01")});
  story.when("Bram", NextStep{})
      .refused("CasePaused")
      .says("Deze casus staat op pauze.", "This case is paused.")
      .asks("Ga verder waar jullie waren: casus case resume 2026-001.",
            "Go on where you were: casus case resume 2026-001.");
  story.when("Ria", say("question", "Wie belt?")).refused("CasePaused");
  story.when("Noor", TellResident{"pauze", {}, {}}).then({"ResidentTold"});
  story.does("Bram", ResumeCase{});
  CHECK(story.c.here()->step == "clarify");
  story.when("Bram", ResumeCase{}).refused("NotPaused");
}

TEST_CASE("a concern outlives a pause", "[engine]") {
  auto story = begun();
  story.does("Noor", RaiseConcern{"blauwe plekken"});
  story.does("Noor", TakeMeldcodeStep{{2, "overlegd", {}, {}, {}, {}, {Consulted::colleague}}});
  story.does("Bram", PauseCase{"opname", on("2026-04-01")});
  story.does("Bram", ResumeCase{});
  CHECK(story.c.stage.safety == Safety::concern);
  CHECK(story.c.stage.meldcode_step == 2);
}

TEST_CASE("closing early needs a reason, and a closed case takes only what came of it", "[engine]") {
  auto story = begun();
  story.does("Noor", action("Bellen"));
  const auto early = story.when("Bram", CloseCase{});
  early.refused("StepNotDone", "R10")
      .asks("Vul dit aan, of ga verder met een reden: casus case close 2026-001 --because \"...\".",
            "Do it now, or go on with a reason: casus case close 2026-001 --because \"...\".");
  CHECK(early.missing() == std::vector<std::string>{"open-actions", "before-evaluation"});
  story.does("Bram", CloseCase{"het gezin verhuist"});
  CHECK(story.c.stage.life == Life::closed);
  CHECK(story.c.here() == nullptr);
  CHECK(story.c.visits.back().explained == std::vector<std::string>{"open-actions", "before-evaluation"});
  story.when("Bram", NextStep{}).refused("CaseClosed");
  story.when("Bram", CloseCase{"weer"}).refused("CaseClosed");
  story.when("Noor", FinishAction{"a1", Done::done, {}}).then({"ActionFinished"});
  story.when("Noor", TellResident{"gesloten", {}, {}}).then({"ResidentTold"});
  story.when("Noor", ReopenCase{})
      .refused("ReasonMissing")
      .says("Waarom gaat deze casus weer open?", "Why is this case opened again?");
  story.does("Noor", ReopenCase{"nieuwe vraag"});
  CHECK(story.c.round == 2);
  CHECK(story.c.here()->step == "prepare");
  story.when("Noor", ReopenCase{"weer"}).refused("NotClosed");
}

TEST_CASE("a round ends in another round or in closing", "[engine]") {
  auto story = begun();
  story.when("Bram", StartRound{}).refused("NotAtTheEnd");
  story.when("Noor", Evaluate{"het gaat beter", {}, {}, {}})
      .refused("NotEvaluating")
      .says("Terugkijken hoort bij de evaluatie; de casus zit nu in: analyse.",
            "Looking back belongs to the evaluation; the case is in: analysis.");
  story.go_to(Phase::evaluation, "follow-up");
  story.when("Bram", NextStep{}).refused("RoundEnds");
  story.when("Bram", CloseCase{"klaar"}).refused("StepNotDone");
  story.when("Bram", StartRound{{}, "klaar"}).refused("StepNotDone");
  story.when("Noor", Evaluate{}).refused("EmptyText");
  story.does("Noor", Evaluate{"zij slaapt", {}, {}, {}});
  story.when("Bram", StartRound{Phase::evaluation, "verder"}).refused("NotAnEarlierPhase");
  auto closed = story;
  closed.does("Bram", CloseCase{"genoeg zo"});
  CHECK(closed.c.stage.life == Life::closed);
  CHECK(closed.c.visits.back().because == "genoeg zo");
  auto complete = story;
  complete.does("Noor", FinishAction{"a1", Done::done, {}});
  complete.does("Noor", GiveScore{Scale::scale_0_10, 7, "zij slaapt weer", {}, {}, {}});
  complete.does("Noor", TellResident{"wij keken terug", {}, {}});
  complete.does("Bram", CloseCase{"genoeg zo"});
  // Nothing was missing: the last step was left as it should be, and the reason is that of the case.
  CHECK(complete.c.visits.back().explained == std::vector<std::string>{});
  CHECK(complete.c.visits.back().because.empty());
  CHECK(complete.c.endings.back().because == "genoeg zo");
  story.when("Bram", StartRound{{}, "verder"}).then({"StepLeft", "RoundStarted", "StepEntered"});
  story.does("Bram", StartRound{Phase::plan_of_action, "verder"});
  CHECK(story.c.round == 2);
  CHECK(story.c.here()->step == "reflect");
  // A round of its own asks for an action of its own.
  story.does("Ria", say("idea", "Samen eten."));
  story.does("Bram", NextStep{"geen tijd"});
  const auto missing = story.when("Bram", NextStep{"geen tijd"}).missing();
  CHECK(std::ranges::count(missing, "first-step") == 1);
}

TEST_CASE("going back returns to the step before or to a named one, and nothing is lost", "[engine]") {
  auto story = begun();
  story.when("Bram", BackStep{})
      .refused("FirstStep")
      .says("Dit is de eerste stap; er is niets om naar terug te gaan.",
            "This is the first step; there is nothing to go back to.");
  story.go_to(Phase::analysis, "present");
  story.does("Noor", say("fact", "Zij is alleen."));
  story.go_to(Phase::plan_of_action, "reflect");
  story.does("Bram", BackStep{{}, "nog iets vergeten"});
  CHECK(story.c.here()->step == "affirm");
  CHECK(story.c.visits[story.c.visits.size() - 2].back);
  story.when("Bram", BackStep{"reflect", {}}).refused("NotFound");
  story.does("Bram", BackStep{"present", {}});
  CHECK(story.c.here()->phase == Phase::analysis);
  CHECK(story.c.contributions.front().text == "Zij is alleen.");
  story.when("Bram", BackStep{"presnt", {}})
      .refused("NotFound")
      .asks("Kies uit: Voorbereiden.", "Choose from: Prepare.");
}

TEST_CASE("time does not run back", "[engine]") {
  auto story = begun();
  const Command early{{}, "2026-001", "Bram", at("2026-03-02T09:00:00Z"), std::nullopt, NextStep{}};
  const Came came(story.c, engine::decide(story.c, early, story.library));
  came.refused("TimeRunsBack")
      .says(
          "Dit zou gebeurd zijn op 2 maart 2026 om 10:00 uur, maar de casus is al bijgewerkt op 2 maart 2026 om 10:07 "
          "uur.",
          "This would have happened on 2 March 2026 at 10:00, but the case has already been changed on "
          "2 March 2026 at 10:07.");
}

TEST_CASE("a text that cannot be kept is refused, also as a name", "[engine]") {
  auto story = begun();
  story.when("Noor", say("question", std::string(10'001, 'a')))
      .refused("TextTooLong")
      .says("Wat je schreef is te lang: 10001 tekens, het mogen er 10000 zijn.",
            "What you wrote is too long: 10001 bytes, 10000 is the limit.");
  story.when("Noor", say("question", "\xc3\x28"))
      .refused("TextNotReadable")
      .says("In wat je schreef staan tekens die niet te lezen zijn.",
            "What you wrote contains characters that cannot be read.");
  story.when("Noor", say("question", std::string("a\0b", 3))).refused("TextNotReadable");
  story.when("\xff", NextStep{}).refused("TextNotReadable");
  const Story empty;
  empty.when("\xff", open_command()).refused("TextNotReadable");
  Story elsewhere;
  elsewhere.c.id = "\xff";
  elsewhere.when("Noor", open_command()).refused("TextNotReadable");
  elsewhere.c.id = "Familie Jansen";
  elsewhere.when("Noor", open_command()).refused("CaseIdNotUsable");
  elsewhere.when("Noor", NextStep{})
      .refused("CaseUnknown")
      .says("Er is geen casus 'Familie Jansen'.", "There is no case 'Familie Jansen'.");
}

TEST_CASE("folding the history gives the case that grew by it", "[engine]") {
  for (const auto& id : shipped_methods()) {
    auto story = begun(id);
    for (int moves = 0; moves < 12; ++moves) story.go_to(story.c.here()->phase, story.c.here()->step);
    const auto again = story.refolded();
    CHECK(again.version == story.c.version);
    CHECK(again.stage == story.c.stage);
    CHECK(again.visits.size() == story.c.visits.size());
    CHECK(again.changed_at == story.c.changed_at);
  }
}

TEST_CASE("a damaged history is a fault, not a refusal", "[engine]") {
  const auto fault = [](const Events& history) -> std::string {
    try {
      (void)engine::fold("2026-001", history);
    } catch (const Fault& fault) {
      return fault.what();
    }
    return "";
  };
  const auto story = begun();
  CHECK(fault({{story.now, "p1", CaseResumed{}}}) ==
        "history of case '2026-001': event 1 (CaseResumed) cannot follow: the history does not begin with CaseOpened");
  auto history = story.history;
  history.push_back({story.now, "p1", CaseResumed{}});
  CHECK(fault(history) ==
        "history of case '2026-001': event 8 (CaseResumed) cannot follow: the lifecycle does not allow it");
  history.back().body = ParticipantLeft{{"p9"}};
  CHECK(fault(history) == "history of case '2026-001': event 8 (ParticipantLeft) cannot follow: nobody has id 'p9'");
  history.back().body = ActionFinished{{"a9", Done::done, {}}};
  CHECK(fault(history) == "history of case '2026-001': event 8 (ActionFinished) cannot follow: nothing has id 'a9'");
  history.back().body = StepEntered{};
  CHECK(fault(history) ==
        "history of case '2026-001': event 8 (StepEntered) cannot follow: another step is still going on");
}
