// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/debrief_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

#include <algorithm>

// What a debrief must not say: that something came too soon which was asked for, that a rule was kept which was not,
// that the group did what the trainer brought in, or that one trainer thought what another did.

namespace casus::training {
namespace {

service::Replay of_debts(Mode mode) {
  return begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 1, mode);
}

/// Goes on so many times.
void go_on(Play& play, int steps) {
  for (int i = 0; i < steps; ++i) REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{"door"}))).refusal);
}

Item found_in(const service::Replay& replay, const Play& play, std::string_view finding) {
  const auto seen = debrief(play, replay.library());
  for (const auto& level : seen.levels)
    for (const auto& item : level.items)
      if (finding_of(level, item) == finding) return item;
  throw std::runtime_error("no finding " + std::string(finding));
}

PersonNote note_on(const service::Replay& replay, const Play& play, std::string_view name) {
  for (auto& note : debrief(play, replay.library()).people)
    if (note.name == name) return note;
  throw std::runtime_error("nobody is called " + std::string(name));
}

}  // namespace

TEST_CASE("an action is of whoever has it now, and of nobody once it was withdrawn", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 5);
  AddAction add{
      {.what = "Bellen met Esra", .who = "Femke", .by_when = plus_days(date_of(play.clock()), 7), .checks = "Bram"}};
  REQUIRE_FALSE(play.take(by("Noor", CommandBody(add))).refusal);  // 6
  const auto has_one = [&](std::string_view name) {
    const auto note = note_on(replay, play, name);
    return !note.strength.empty() && note.strength.in(Lang::nl) == "heeft een actie op naam" ? note.strength_beat : 0;
  };
  CHECK(has_one("Femke") == 6);
  CHECK(has_one("Noor") == 0);  // who typed it
  ChangeAction other_words{.action = "a1", .what = "Bellen met Esra van de corporatie"};
  REQUIRE_FALSE(play.take(by("Noor", CommandBody(other_words))).refusal);  // 7
  CHECK(has_one("Femke") == 6);                                            // it was hers already
  ChangeAction handed_over{.action = "a1", .who = "Yusuf"};
  REQUIRE_FALSE(play.take(by("Noor", CommandBody(handed_over))).refusal);  // 8
  CHECK(has_one("Femke") == 0);
  CHECK(has_one("Yusuf") == 8);
  REQUIRE_FALSE(play.take(by("Noor", CommandBody(Withdraw{"a1", "toch niet"}))).refusal);  // 9
  CHECK(has_one("Yusuf") == 0);
}

TEST_CASE("words of advice come too soon where advice waits, and not in a step that asks for ideas", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 5);
  REQUIRE(play.state().here()->step == "reflect");
  REQUIRE_FALSE(play.take(says("Ria", "question", "Heb je al gedacht aan schuldhulp?")).refusal);  // 6
  CHECK(found_in(replay, play, "protocol/advice-waits").points == 1);
  CHECK(found_in(replay, play, "talk/disguised-advice").beats == std::vector<int>{6});
}

TEST_CASE("an idea before its step is no word that leads up to advice, and is not called refused with coaching",
          "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 3);
  REQUIRE(play.state().here()->step == "clarify");
  REQUIRE_FALSE(play.take(says("Ria", "idea", "Anja kan met hem de post doen.")).refusal);  // 4
  const auto waited = found_in(replay, play, "protocol/advice-waits");
  CHECK(waited.points == 0);
  CHECK(waited.beats == std::vector<int>{4});
  CHECK_THAT(waited.note.in(Lang::nl),
             Catch::StartsWith("als advies of idee gebracht") && !Catch::Contains("geweigerd"));
  CHECK(found_in(replay, play, "talk/disguised-advice").points == 0);
  CHECK(note_on(replay, play, "Ria").try_beat == 4);
  REQUIRE_FALSE(play.take(says("Yusuf", "idea", "Je moet hem aanmelden.")).refusal);  // 5
  CHECK(found_in(replay, play, "talk/disguised-advice").beats == std::vector<int>{5});
}

TEST_CASE("words of advice that were refused because another had the floor were said all the same", "[training]") {
  auto replay = of_debts(Mode::strict);
  auto& play = replay.play();
  go_on(play, 2);
  REQUIRE(play.take(says("Ria", "question", "Heb je al gedacht aan schuldhulp?")).refusal->name ==
          "NotYourFloor");  // 3
  CHECK(found_in(replay, play, "protocol/turns").beats == std::vector<int>{3});
  const auto advice = found_in(replay, play, "protocol/advice-waits");
  CHECK(advice.points == 0);
  CHECK(advice.beats == std::vector<int>{3});
  CHECK(found_in(replay, play, "talk/disguised-advice").points == 0);  // it is no part of the talk
}

TEST_CASE("with coaching a remark on the form is not called one on the floor", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 1);
  REQUIRE_FALSE(play.take(says("Noor", "wish", "Dat Lot kan blijven slapen.")).refusal);  // 2: a question fits here
  for (const auto* finding : {"protocol/turns", "protocol/form", "protocol/measure"}) {
    const auto item = found_in(replay, play, finding);
    CHECK_FALSE(item.points);
    CHECK(item.note.in(Lang::nl) ==
          "coachend gespeeld: niets is geweigerd; opmerkingen over beurt, vorm of lengte samen: 1");
  }
}

TEST_CASE("an answer that the trainer brought in is no proof that the group asked", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 2);
  REQUIRE_FALSE(play.take(by("Noor", Consult{"Lot", "Zeg dat hij moet betalen."})).refusal);                       // 3
  REQUIRE_FALSE(play.take(by("Ineke", Inject{Injected::answer, "Lot", "Ik weet het niet", Answer::no})).refusal);  // 4
  const auto network = found_in(replay, play, "content/network");
  CHECK(network.beats == std::vector<int>{3});
  // That she was spoken to stands in the log; what was asked of her does not.
  CHECK(network.note.in(Lang::nl) == "ook: iemand uit de kring is zelf benaderd");
}

TEST_CASE("one line is counted once: an exception alone is no strength that was said too", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 4);
  REQUIRE_FALSE(play.take(says("Noor", "exception", "Nooit ging het beter.")).refusal);  // 5
  CHECK(found_in(replay, play, "content/exception").points == 1);
  REQUIRE_FALSE(play.take(says("Ria", "affirmation", "Hij legde elke brief op datum.")).refusal);  // 6
  CHECK(found_in(replay, play, "content/exception").beats == std::vector<int>{5, 6});
  CHECK(found_in(replay, play, "content/exception").points == 2);
}

TEST_CASE("whoever opened the first step is not told to sum up before it", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  const auto tried = [&](std::string_view name) { return note_on(replay, play, name).try_beat; };
  go_on(play, 1);
  CHECK(tried("Bram") == 0);
  go_on(play, 1);
  CHECK(tried("Bram") == 2);
}

TEST_CASE("the resident is nobody of the circle who was asked, and a baby cannot be asked", "[training]") {
  for (const auto& [scenario, resident] : std::vector<std::pair<std::string, std::string>>{
           {"neighbours-quarrel", "Meneer Vos"}, {"quiet-child", "Mevrouw Els"}}) {
    INFO(scenario);
    auto replay = begun(shipped_scenario(scenario), "solution-focused/reflecting-team", 1, Mode::coaching);
    auto& play = replay.play();
    go_on(play, 1);
    REQUIRE_FALSE(play.take(by("Noor", Consult{resident, "Hoe gaat het?"})).refusal);
    const auto network = found_in(replay, play, "content/network");
    CHECK(network.points == 0);
    CHECK(network.beats.empty());
  }
  auto replay = begun(shipped_scenario("young-mother"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  go_on(play, 1);
  const auto asked = play.take(by("Noor", Consult{"Noah", "Doe je mee?"})).refusal;
  REQUIRE(asked);
  CHECK(asked->reason.in(Lang::nl) == "Noah kan niet voor zichzelf spreken.");
  const auto said = play.take(by("Ineke", Inject{Injected::answer, "Noah", "Ja", Answer::yes})).refusal;
  REQUIRE(said);
  CHECK(said->name == "CannotSpeakForSelf");
  CHECK(found_in(replay, play, "content/network").points == 0);
}

TEST_CASE("a wish in other words is a line written down as a wish, and brings no secret out", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 1);
  REQUIRE_FALSE(play.take(says("Noor", "wish", "Hij moet gewoon ophouden met zeuren, dat is mijn wens.")).refusal);
  CHECK_FALSE(play.is_known("wish"));
  CHECK(found_in(replay, play, "content/wish").points == 1);
  CHECK(found_in(replay, play, "protocol/resident-wish").text.in(Lang::nl) == "Er is een regel als wens opgeschreven.");
  for (const auto* id : {"content/safety", "content/exception"})
    CHECK(points_in_words(found_in(replay, play, id), Lang::nl) == "niet geteld");
  REQUIRE_FALSE(play.take(says("Noor", "wish", "Dat Lot kan komen logeren.")).refusal);
  CHECK(play.is_known("wish"));
}

TEST_CASE("who goes on before a step is done has the reason in the transcript", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 4);
  CHECK(found_in(replay, play, "protocol/steps-done").note.in(Lang::nl) ==
        "met een reden verder voordat de stap af was");
  CHECK(beat_in_words(play, replay.library(), 4, Lang::nl).ends_with(" · reden: door"));
}

TEST_CASE("of two trainers each keeps their own judgement, and who judges again has one", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  const auto judges = [&](std::string who, Verdict verdict, std::string because) {
    REQUIRE_FALSE(play.take(by(who, JudgeGoal{"own-words", verdict, because})).refusal);
  };
  judges("Ineke", Verdict::partly, "bijna");
  judges("Marleen", Verdict::no, "onze woorden");
  judges("Ineke", Verdict::yes, "toch wel");
  const auto seen = debrief(play, replay.library());
  const auto goal = std::ranges::find_if(seen.goals, [](const GoalResult& one) { return one.goal->id == "own-words"; });
  REQUIRE(goal != seen.goals.end());
  CHECK(goal->judgement->by == "Ineke");
  REQUIRE(goal->others.size() == 1);
  CHECK(goal->others.front().by == "Marleen");
  const auto page = page::page_markdown(debrief_page(seen, play, replay.library(), Lang::nl));
  CHECK_THAT(page, Catch::Contains("oordeel van Marleen (trainer): nee, omdat onze woorden") &&
                       Catch::Contains("oordeel van Ineke (trainer): ja, omdat toch wel") &&
                       !Catch::Contains("oordeel van Ineke (trainer): deels"));
}

TEST_CASE("what was withdrawn counts in no goal and in no score, and counts again when it is restored", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 4);
  REQUIRE_FALSE(play.take(says("Ria", "affirmation", "Hij legde elke brief op datum, dat vraagt moed.")).refusal);  // 5
  const auto counted = [&] {
    const auto seen = debrief(play, replay.library());
    const auto& ria = *std::ranges::find(seen.people, "Ria", &PersonNote::name);
    return std::pair(seen.goals.front().parts.back().beats, ria.strength_beat);
  };
  CHECK(counted() == std::pair(std::vector<int>{5}, 5));
  CHECK(found_in(replay, play, "talk/affirmations").points == 1);
  REQUIRE_FALSE(play.take(by("Ria", CommandBody(Withdraw{}))).refusal);  // 6
  CHECK(counted() == std::pair(std::vector<int>{}, 0));
  CHECK(found_in(replay, play, "talk/affirmations").points == 0);
  REQUIRE_FALSE(play.take(by("Ria", CommandBody(Restore{}))).refusal);  // 7
  CHECK(counted() == std::pair(std::vector<int>{5}, 5));
}

TEST_CASE("a why is counted as a question, and called neither open nor closed", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 1);
  REQUIRE_FALSE(play.take(says("Ria", "question", "Waarom liegt hij over de post?")).refusal);  // 2
  REQUIRE_FALSE(play.take(says("Yusuf", "question", "En why does he lie?")).refusal);           // 3
  CHECK(found_in(replay, play, "talk/questions").points == 2);
  CHECK(found_in(replay, play, "talk/open-questions").points == 0);
  for (const auto& note : debrief(play, replay.library()).people) {
    CHECK_THAT(note.strength.in(Lang::nl), !Catch::Contains("open"));
    CHECK_THAT(note.next_try.in(Lang::nl), !Catch::Contains("open vraag"));
  }
  REQUIRE_FALSE(play.take(says("Ria", "question", "Waarvan ligt hij wakker?")).refusal);  // 4
  CHECK(found_in(replay, play, "talk/open-questions").beats == std::vector<int>{4});
}

TEST_CASE("a question that asks openly halfway is not called closed", "[training]") {
  for (const auto& [question, closed] :
       std::vector<std::pair<std::string, bool>>{{"Heeft hij familie of kleinkinderen, wie nog meer?", false},
                                                 {"Is er iemand? Wie dan?", false},
                                                 {"Heb je hem gebeld, en wat zei hij?", false},
                                                 {"Kookt hij zelf, of wie doet dat?", false},
                                                 {"Does he have family, and who else?", false},
                                                 {"Heb je de dochter al gebeld?", true},
                                                 {"Kookt hij zelf, of doet zijn dochter dat?", true}}) {
    INFO(question);
    auto replay = of_debts(Mode::coaching);
    auto& play = replay.play();
    go_on(play, 1);
    REQUIRE_FALSE(play.take(says("Ria", "question", question)).refusal);
    const auto note = note_on(replay, play, "Ria");
    const bool proposed = note.next_try.in(Lang::nl).starts_with("maak hier een open vraag van");
    CHECK(proposed == closed);
  }
}

TEST_CASE("the clock of the exercise says where a step ran over, and takes no point for it", "[training]") {
  auto replay = of_debts(Mode::coaching);
  auto& play = replay.play();
  go_on(play, 2);
  CHECK_FALSE(found_in(replay, play, "protocol/timer").points);
  CHECK(found_in(replay, play, "protocol/timer").beats.empty());
  CHECK_THAT(found_in(replay, play, "protocol/timer").note.in(Lang::nl), Catch::Contains("geen stap liep uit"));
  const auto before = debrief(play, replay.library()).levels.front().of();
  for (int i = 0; i < 30; ++i)
    REQUIRE_FALSE(play.take(says("Noor", "fact", "Brief nummer " + std::to_string(i + 1) + ".")).refusal);
  go_on(play, 1);  // 33
  const auto timer = found_in(replay, play, "protocol/timer");
  CHECK_FALSE(timer.points);
  CHECK(timer.beats == std::vector<int>{33});
  CHECK_THAT(timer.note.in(Lang::nl), Catch::Contains("hier liep een stap uit"));
  CHECK(debrief(play, replay.library()).levels.front().of() >= before);
}

TEST_CASE("small talk is neither told as an open question nor to be made one", "[training]") {
  for (const auto* line : {"Hoe laat is het?", "Wanneer is de pauze?", "Wie neemt de notulen?",
                           "Wil er nog iemand koffie?", "Yusuf, hoe was jouw vakantie?"}) {
    INFO(line);
    auto replay = of_debts(Mode::coaching);
    auto& play = replay.play();
    go_on(play, 1);
    REQUIRE_FALSE(play.take(says("Ria", "question", line)).refusal);  // 2
    CHECK(note_on(replay, play, "Ria").strength.empty());
    CHECK(note_on(replay, play, "Ria").next_try.empty());
    REQUIRE_FALSE(play.take(says("Ria", "question", "Drinkt hij zijn koffie alleen?")).refusal);  // 3
    CHECK(note_on(replay, play, "Ria").try_beat == 3);
  }
}

TEST_CASE("what is asked at any table, and of a case as well, is told as an open question", "[training]") {
  for (const auto* line : {"Hoe is het met de familie?", "Wat gebeurt er nu?", "When does she come back?"}) {
    INFO(line);
    auto replay = of_debts(Mode::coaching);
    auto& play = replay.play();
    go_on(play, 1);
    REQUIRE_FALSE(play.take(says("Ria", "question", line)).refusal);  // 2
    CHECK(note_on(replay, play, "Ria").strength.in(Lang::nl) == "stelde een vraag die open begint");
  }
}

TEST_CASE("who told somebody of the circle off is not told to have brought something out", "[training]") {
  const auto told = [](std::string_view about) {
    auto replay = begun(shipped_scenario("circle-says-no"), "solution-focused/reflecting-team", 1, Mode::coaching);
    auto& play = replay.play();
    go_on(play, 1);
    REQUIRE_FALSE(play.take(by("Noor", Consult{"Saskia", std::string(about)})).refusal);
    CHECK(play.is_known("daughter-no"));
    const auto note = note_on(replay, play, "Noor");
    return !note.strength.empty() && note.strength.in(Lang::nl) == "hierdoor kwam iets boven dat nog niet op tafel lag";
  };
  for (const auto* line : {"U moet uw moeder helpen.", "Het is toch uw moeder!"}) {
    INFO(line);
    CHECK_FALSE(told(line));
  }
  for (const auto* line : {"Hoe gaat het met u?", "over haar moeder", "of zij mee wil kijken", ""}) {
    INFO(line);
    CHECK(told(line));
  }
}

TEST_CASE("what time it is brings nothing out, in any scenario", "[training]") {
  for (const auto& file : shipped_scenarios())
    for (const auto* question : {"Hoe laat is het?", "What time is it?", "Waarom liegt hij over de post?"}) {
      INFO(file.scenario.id << ": " << question);
      auto replay = begun(shipped_scenario(file.scenario.id), "solution-focused/reflecting-team", 1, Mode::coaching);
      go_on(replay.play(), 1);
      const auto& beat = replay.play().take(says("Ria", "question", question));
      REQUIRE_FALSE(beat.refusal);
      CHECK(out_of(beat).empty());
    }
}

TEST_CASE("a reproach, or a question about a colleague, is not proposed as an open question", "[training]") {
  for (const auto& [line, proposed] :
       std::vector<std::pair<std::string, bool>>{{"Schaamt hij zich niet kapot?", false},
                                                 {"Schaam jij je niet, Noor, dat je nog niet binnen was?", false},
                                                 {"Slaapt Bram wel goed?", false},
                                                 {"Is onze planning klaar?", false},
                                                 {"Slaapt hij wel goed?", true},
                                                 {"Is het koud in huis?", true}}) {
    INFO(line);
    auto replay = of_debts(Mode::coaching);
    auto& play = replay.play();
    go_on(play, 1);
    REQUIRE_FALSE(play.take(says("Ria", "question", line)).refusal);
    const auto tried = note_on(replay, play, "Ria").next_try;
    CHECK((!tried.empty() && tried.in(Lang::nl).find(line) != std::string::npos) == proposed);
  }
}

}  // namespace casus::training
