// SPDX-License-Identifier: EUPL-1.2
#include "tests/support/catch.hpp"
#include "tests/support/typed_voice.hpp"
#include "tests/training/training.hpp"

// Playing: what brings facts out, what choices and the clock do, and what taking back leaves.

namespace casus::training {
namespace {

using Ids = std::vector<std::string>;

constexpr std::string_view kTeam = "solution-focused/reflecting-team";

/// Through the steps up to the one where the team may ask.
void to_questions(Play& play) {
  for (const auto& move :
       {by("Bram", CommandBody(NextStep{})), by("Bram", CommandBody(NextStep{})),
        says("Noor", "fact", "Hij schaamt zich."), by("Bram", CommandBody(NextStep{"Wij gaan door zonder wens."}))})
    REQUIRE_FALSE(play.take(move).refusal);
  REQUIRE(play.state().here()->step == "clarify");
}

Wait waits(int amount, ClockUnit unit) { return Wait{{.amount = amount, .unit = unit}}; }

}  // namespace

TEST_CASE("a play opens a real case with the table that the method has work for", "[training]") {
  auto team = begun(shipped_scenario("debts-and-shame"), kTeam);
  CHECK(team.play().state().privacy == Privacy::agreed);
  CHECK(team.play().state().question == "Hoe help ik deze vader om de post weer te openen, zonder hem te beschamen?");
  CHECK(team.play().state().with(Role::resident) == nullptr);
  CHECK(team.play().state().person("Iris") == nullptr);
  CHECK(team.play().observers() == Ids{"Sanne"});
  CHECK(team.play().state().person("Sanne") == nullptr);

  auto circle = begun(shipped_scenario("debts-and-shame"), "eigen-kracht/conference");
  CHECK(circle.play().state().privacy == Privacy::resident_present);
  CHECK(circle.play().state().with(Role::resident)->name == "Meneer Berk");
  CHECK_FALSE(circle.play().state().with(Role::coordinator)->team_member);

  auto set = begun(shipped_scenario("debts-and-shame"), "action-learning/learning-set");
  CHECK(set.play().state().with(Role::coach)->name == "Iris");
}

TEST_CASE("a fact comes out when the right thing is asked by the right kind, and once only", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  CHECK(out_of({0, {}, {}, {}, {}, {}, {}, play.opening(), 0}) == Ids{"arrears"});
  to_questions(play);
  CHECK(play.is_known("arrears"));
  CHECK_FALSE(play.is_known("shame"));  // said as a fact, not asked
  CHECK(out_of(play.take(says("Ria", "question", "Hoe gaat het op zijn werk?"))).empty());
  CHECK(out_of(play.take(says("Ria", "follow_up", "En WIE is er om hem heen?"))) == Ids{"sister"});
  CHECK(out_of(play.take(says("Yusuf", "question", "Wie nog meer?"))) == Ids{"neighbour"});
}

TEST_CASE("a refused contribution brings nothing out, and is remembered as refused", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  play.take(by("Bram", CommandBody(NextStep{})));
  play.take(by("Bram", CommandBody(NextStep{})));
  const auto& beat = play.take(says("Ria", "question", "Wie is er om hem heen?"));
  REQUIRE(beat.refusal);
  CHECK(beat.refusal->rule == "R4");
  CHECK(beat.came_out.empty());
  CHECK_FALSE(play.is_known("sister"));
  CHECK(play.beats().back().number == 3);
}

TEST_CASE("only who came into view can be spoken to, and is then asked in the case too", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  const auto& refused = play.take(by("Noor", Consult{"Anja", ""}));
  REQUIRE(refused.refusal);
  CHECK(refused.refusal->reason.in(Lang::nl) == "Van 'Anja' heeft de groep nog niet gehoord.");
  CHECK(refused.refusal->remedies_in(test::typed_in(Lang::nl)) ==
        "Vraag wie er nog meer is. Nu te spreken: Lot, Esra.");
  to_questions(play);
  play.take(says("Ria", "question", "Heeft hij familie?"));
  CHECK(out_of(play.take(by("Noor", Consult{"anja", "hoe zij het ziet"}))) == Ids{"sister-tells"});
  const auto* sister = play.state().person("Anja");
  REQUIRE(sister != nullptr);
  CHECK(sister->network->answer == Answer::yes);
  CHECK(sister->network->spoken_on);
}

TEST_CASE("time passes by the virtual clock, and what comes due happens in order if its condition holds",
          "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  CHECK(out_of(play.take(by("Bram", waits(4, ClockUnit::weeks)))) == Ids{"corporation", "weekend", "letter"});
  CHECK(to_string(play.clock()) == "2026-03-30T09:00:00Z");
  const auto& refused = play.take(by("Bram", waits(200, ClockUnit::weeks)));
  REQUIRE(refused.refusal);
  CHECK(refused.refusal->reason.in(Lang::nl) == "Wachten kan van een minuut tot twee jaar.");
}

TEST_CASE("the seed moves events by days, and the same seed by the same days", "[training]") {
  const auto day_of_letter = [](std::int64_t seed) {
    auto replay = begun(shipped_scenario("debts-and-shame"), kTeam, seed);
    for (const auto& out : replay.play().take(by("Bram", waits(5, ClockUnit::weeks))).came_out)
      if (out.id == "letter") return to_string(out.at);
    return std::string();
  };
  std::set<std::string> days;
  for (std::int64_t seed = 1; seed <= 20; ++seed) {
    CHECK(day_of_letter(seed) == day_of_letter(seed));
    days.insert(day_of_letter(seed));
  }
  CHECK(days == std::set<std::string>{"2026-03-23T09:00:00Z", "2026-03-24T09:00:00Z", "2026-03-25T09:00:00Z"});
}

TEST_CASE("a choice needs a reason, is made once, and has its effects later", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  const auto reason = [&](const Choose& choose) { return play.take(by("Noor", choose)).refusal->reason.in(Lang::nl); };
  CHECK(reason({"corporation", "with-him", "omdat"}) == "Bij 'corporation' valt nu niets te kiezen.");
  play.take(by("Bram", waits(1, ClockUnit::weeks)));
  CHECK(reason({"corporation", "with-him", " "}) == "Bij een keuze hoort een reden.");
  CHECK(reason({"corporation", "x", "omdat"}) == "'x' is geen keuze bij 'corporation'.");
  CHECK_FALSE(play.take(by("Noor", Choose{"corporation", "with-him", "Het is zijn verhaal."})).refusal);
  CHECK(reason({"corporation", "nothing", "omdat"}) == "Over 'corporation' is al gekozen.");
  CHECK(out_of(play.take(by("Bram", waits(13, ClockUnit::days)))) == Ids{"weekend"});
  CHECK(out_of(play.take(by("Bram", waits(1, ClockUnit::days)))) == Ids{"letter", "corporation/with-him"});
}

TEST_CASE("hints come in order, fit what is not known, are counted, and run out", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  to_questions(play);
  play.take(says("Ria", "question", "Wat wil hij zelf?"));
  CHECK(out_of(play.take(by("Noor", TakeHint{}))) == Ids{"2"});
  CHECK(out_of(play.take(by("Noor", TakeHint{}))) == Ids{"3"});
  CHECK(play.take(by("Noor", TakeHint{})).refusal->reason.in(Lang::nl) == "Er is nu geen hint.");
  CHECK(play.hints() == 2);
}

TEST_CASE("taking back leaves the play as if it had not been done, in a case of its own", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam),
       straight = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  to_questions(play);
  to_questions(straight.play());
  play.take(says("Ria", "question", "Wie is er om hem heen?"));
  play.take(by("Noor", Consult{"Anja", ""}));
  play.take(by("Noor", waits(3, ClockUnit::weeks)));
  REQUIRE(play.is_known("sister-tells"));
  play.take(by("Bram", TakeBack{3}));
  CHECK(play.state().id == "run-2");
  CHECK_FALSE(play.is_known("sister"));
  CHECK(play.state().person("Anja") == nullptr);
  CHECK(play.clock() == straight.play().clock());
  CHECK(play.kept().size() == straight.play().kept().size());
  CHECK(play.retries() == 1);
  // What follows goes as on the straight way, also after taking back twice.
  play.take(says("Ria", "question", "Wat wil hij zelf?"));
  play.take(by("Bram", TakeBack{1}));
  CHECK(out_of(play.take(says("Ria", "question", "Wanneer lukte het wel?"))) ==
        out_of(straight.play().take(says("Ria", "question", "Wanneer lukte het wel?"))));
  CHECK(play.history().size() == straight.play().history().size());
  CHECK(play.take(by("Bram", TakeBack{40})).refusal->reason.in(Lang::nl) == "Er zijn 5 zetten om terug te nemen.");
}

TEST_CASE("a training has no use for erasing or for a second case, and a learning line may hold no name",
          "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  CHECK(play.take(by("Noor", CommandBody(EraseCase{}))).refusal->name == "NotInTraining");
  to_questions(play);
  CHECK(play.take(by("Noor", Learn{"Wij vragen Femke eerder.", "gesprek"})).refusal->rule == "R15");
  CHECK_FALSE(play.take(by("Noor", Learn{"Eerst vragen wat al lukt.", "gesprek"})).refusal);
  CHECK(play.kept().back().line);
}

TEST_CASE("an observation names somebody at the table and says something", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  Observe sheet{.whom = "Piet"};
  CHECK(play.take(by("Sanne", sheet)).refusal->name == "NobodyObserved");
  sheet.whom = "Ria";
  CHECK(play.take(by("Sanne", sheet)).refusal->name == "NothingObserved");
  sheet.strength = "Wachtte.";
  sheet.score = 3;
  CHECK(play.take(by("Sanne", sheet)).refusal->name == "ScoreOffScale");
  sheet.score = 2;
  CHECK_FALSE(play.take(by("Sanne", sheet)).refusal);
}

TEST_CASE("a group that takes its moves back leaves what its observer saw", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);  // 1
  Observe sheet{.whom = "Ria", .strength = "Wachtte."};
  REQUIRE_FALSE(play.take(by("Sanne", sheet)).refusal);       // 2
  REQUIRE_FALSE(play.take(by("Bram", TakeBack{1})).refusal);  // 3
  CHECK(play.beats()[0].taken_back == 3);
  CHECK(play.beats()[1].counts());
  CHECK(play.take(by("Bram", TakeBack{1})).refusal->name == "NothingToTakeBack");
}

TEST_CASE("who wrote something about the play takes it back, with a reason", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);                                  // 1
  REQUIRE_FALSE(play.take(by("Ineke", JudgeGoal{"own-words", Verdict::partly, "half"})).refusal);         // 2
  REQUIRE_FALSE(play.take(by("Ineke", JudgeGoal{"own-words", Verdict::no, "toch niet"})).refusal);        // 3
  REQUIRE_FALSE(play.take(by("Marleen", JudgeGoal{"own-words", Verdict::yes, "zijn woorden"})).refusal);  // 4
  REQUIRE_FALSE(play.take(by("Ineke", Remark{"Er viel een stilte."})).refusal);                           // 5
  const auto refused = [&](std::string who, int move, std::string because) {
    const auto& beat = play.take(by(who, Retract{move, because}));
    return beat.refusal ? beat.refusal->name : std::string();
  };
  CHECK(refused("Ineke", 1, "het klopt niet") == "NoSuchNote");
  CHECK(refused("Ineke", 0, "het klopt niet") == "NoSuchNote");
  CHECK(refused("Ineke", 99, "het klopt niet") == "NoSuchNote");
  CHECK(refused("Ineke", 4, "het klopt niet") == "NoteOfAnother");
  CHECK(refused("Ineke", 3, " ") == "NoReason");
  CHECK(play.beats()[2].counts());
  CHECK(refused("ineke", 3, "ik was te laat binnen").empty());
  // What she had changed before does not come back; what Marleen wrote stands.
  CHECK_FALSE(play.beats()[1].counts());
  CHECK_FALSE(play.beats()[2].counts());
  CHECK(play.beats()[3].counts());
  CHECK(play.beats()[4].counts());
  CHECK(refused("Ineke", 3, "nog eens") == "RetractedAlready");
  CHECK(refused("Ineke", 12, "toch wel") == "NoSuchNote");
  // The group goes back over it, and it stays taken back.
  REQUIRE_FALSE(play.take(by("Bram", TakeBack{1})).refusal);
  CHECK_FALSE(play.beats()[2].counts());
  CHECK(play.beats()[4].counts());
}

TEST_CASE("what a trainer says of a run is somebody's", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kTeam);
  auto& play = replay.play();
  for (const auto* nobody : {"", " "}) {
    CHECK(play.take(by(nobody, JudgeGoal{"own-words", Verdict::yes, "ik hoorde het"})).refusal->name == "WhoIsThis");
    CHECK(play.take(by(nobody, Remark{"Er viel een stilte."})).refusal->name == "WhoIsThis");
  }
  CHECK_FALSE(play.take(by("Ineke", JudgeGoal{"own-words", Verdict::yes, "ik hoorde het"})).refusal);
}

TEST_CASE("a name in a training is the same with and without its accents, as everywhere", "[training]") {
  const auto [scenario, problems] = parse(small_patched(R"([
    {"op": "replace", "path": "/table/2/name", "value": "Zoë"},
    {"op": "replace", "path": "/table/7/name", "value": "Loïs d'Hont"}])"));
  REQUIRE(problems.empty());
  auto replay = begun(scenario, kTeam);
  auto& play = replay.play();
  CHECK(play.has_place("zoe"));
  CHECK(play.has_place("Zoe\u0308"));  // the mark behind its letter
  CHECK(play.has_place("lois d\u2019hont"));
  CHECK_FALSE(play.has_place("Zo"));
  // What somebody wrote of the play is theirs, however they write their name.
  REQUIRE_FALSE(play.take(by("Chlo\u00e9", Remark{"Er viel een stilte."})).refusal);
  CHECK(play.take(by("Chl\u00f6", Retract{1, "het viel mee"})).refusal->name == "NoteOfAnother");
  CHECK_FALSE(play.take(by("Chloe", Retract{1, "het viel mee"})).refusal);
  CHECK_FALSE(play.beats().front().counts());
  // So no two people at a table have names that differ in that alone.
  const auto [twice, wrong] = parse(small_patched(R"([
    {"op": "replace", "path": "/table/2/name", "value": "Zoë"},
    {"op": "replace", "path": "/table/3/name", "value": "zoe"}])"));
  REQUIRE(wrong.size() == 1);
  CHECK(wrong.front().pointer == "/table/3/name");
}

TEST_CASE("who speaks from the table to somebody of the circle hears how to, and nothing of whom nobody knows yet",
          "[training]") {
  auto replay = begun(shipped_scenario("neighbours-quarrel"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
  const auto said_to = [&](const std::string& whom) {
    Say say{{.kind = "question", .text = "Wat wil je zelf?", .to = whom}};
    const auto& beat = play.take(by("Ria", CommandBody(say)));
    REQUIRE(beat.refusal);
    return beat.refusal->reason.in(Lang::nl) + ' ' + beat.refusal->remedies_in(Lang::nl);
  };
  CHECK(said_to("Samira") == "Samira zit niet aan tafel. Ga in gesprek: spreek Samira, en dan waarover.");
  CHECK(said_to("Peer") == "Peer zit niet aan tafel. Ga in gesprek: spreek Peer, en dan waarover.");
  CHECK_THAT(said_to("Mevrouw Bos"), !Catch::Contains("zit niet aan tafel"));
}

TEST_CASE("who is not in the case yet takes nothing on, and it is told how they come into it", "[training]") {
  auto replay = begun(shipped_scenario("neighbours-quarrel"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
  const auto agreed_by = [&](const std::string& whom) {
    AddAction action{
        {.what = "Samen koffie drinken", .who = whom, .by_when = plus_days(date_of(play.clock()), 3), .checks = "Ria"}};
    const auto& beat = play.take(by("Noor", CommandBody(action)));
    return beat.refusal ? beat.refusal->reason.in(Lang::nl) + ' ' + beat.refusal->remedies_in(Lang::nl) : std::string();
  };
  CHECK(agreed_by("Samira") ==
        "Met Samira is nog niet gesproken: wat Samira op zich neemt, spreek je samen af. Ga in gesprek: spreek Samira, "
        "en dan waarover.");
  CHECK_THAT(agreed_by("Mevrouw Bos"), !Catch::Contains("nog niet gesproken"));  // nobody has heard of her
  REQUIRE_FALSE(play.take(by("Noor", Consult{"Samira", "Wil je koffie drinken met hem?"})).refusal);
  CHECK(agreed_by("Samira").empty());

  auto other = begun(shipped_scenario("young-mother"), "solution-focused/reflecting-team", 1, Mode::coaching);
  REQUIRE_FALSE(other.play().take(by("Bram", CommandBody(NextStep{}))).refusal);
  const auto& refused = other.play().take(by("Noor", CommandBody(AddAction{{.what = "Willy bellen", .who = "Kim"}})));
  REQUIRE(refused.refusal);
  CHECK_THAT(refused.refusal->remedies_in(Lang::nl), Catch::Contains("erbij Kim"));
}

}  // namespace casus::training
