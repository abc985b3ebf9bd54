// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/debrief_scores.hpp"

#include "core/training/debrief/debrief_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

// Looking back: five scores apart, each with moves that can be pointed at.

namespace casus::training {
namespace {

const Item& item_of(const Debrief& debrief, Level level, std::string_view id) {
  for (const auto& item : debrief.levels.at(static_cast<std::size_t>(level)).items)
    if (item.id == id) return item;
  throw std::runtime_error("no item " + std::string(id));
}

/// Every move that any part of a debrief points at.
std::vector<int> pointed_at(const Debrief& debrief) {
  std::vector<int> all;
  const auto add = [&](const std::vector<int>& beats) { all.insert(all.end(), beats.begin(), beats.end()); };
  for (const auto& level : debrief.levels)
    for (const auto& item : level.items) add(item.beats);
  for (const auto& goal : debrief.goals) add(goal.beats());
  for (const auto& fact : debrief.facts) add({fact.beat});
  for (const auto& decision : debrief.decisions) add({decision.beat});
  for (const auto& note : debrief.people) add({note.strength_beat, note.try_beat});
  tidy_beats(all);
  return all;
}

}  // namespace

TEST_CASE("an open question begins with a word that yes and no do not answer", "[training]") {
  for (const auto* open : {"Wat wil hij zelf?", "en wie merkt het?", "Hoe houdt zij dit vol?", "Who noticed?",
                           "Bij wie praat zij wel, en wie nog meer?", "Waarvan slaapt hij slecht?", "Hoelang al?",
                           "With whom does she talk?"})
    CHECK(is_open_question(open));
  for (const auto* closed :
       {"Heeft hij familie?", "Zou je niet bellen?", "Wat wil hij", "Did he call?", "Bij hem thuis al geweest?"}) {
    CHECK_FALSE(is_open_question(closed));
    CHECK_FALSE(asks_why(closed));
  }
}

TEST_CASE("a play of nothing scores nothing, and says so without a mark", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting);
  const auto seen = debrief(replay.play(), replay.library());
  CHECK(seen.moves == 0);
  CHECK(pointed_at(seen).empty());
  CHECK(item_of(seen, Level::content, "wish").points == 0);
  CHECK_FALSE(item_of(seen, Level::decisions, "first-visit").points);
  CHECK(score_in_words(seen.levels[static_cast<std::size_t>(Level::decisions)], Lang::nl) == "nog niets te beoordelen");
  for (const auto& goal : seen.goals) CHECK_FALSE(goal.counted());
}

TEST_CASE("what one sentence says holds or does not: it is not one of one", "[training]") {
  Item item{"presenter-chose", {}, 0, 1, {}, {}};
  CHECK(points_in_words(item, Lang::nl) == "niet zo");
  item.points = 1;
  CHECK(points_in_words(item, Lang::nl) == "klopt");
  CHECK(points_in_words(item, Lang::en) == "holds");
  item.of = 2;
  CHECK(points_in_words(item, Lang::nl) == "1 van 2");
  item.points.reset();
  CHECK(points_in_words(item, Lang::nl) == "–");
}

TEST_CASE("each score rises by its own moves only, and points at them", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting);
  auto& play = replay.play();
  play.take(by("Bram", CommandBody(NextStep{})));                                  // 1
  play.take(by("Bram", CommandBody(NextStep{})));                                  // 2
  play.take(says("Ria", "question", "Wie is er?"));                                // 3: out of turn
  play.take(says("Noor", "wish", "Dat zijn dochter kan blijven slapen."));         // 4
  play.take(by("Bram", CommandBody(NextStep{})));                                  // 5
  play.take(says("Ria", "question", "Wie is er om hem heen?"));                    // 6
  play.take(says("Yusuf", "question", "Heb je al gedacht aan schuldhulp?"));       // 7: advice in disguise
  play.take(by("Noor", Consult{"Anja", ""}));                                      // 8
  play.take(by("Noor", Learn{"Eerst vragen wat iemand zelf al probeerde.", ""}));  // 9
  const auto seen = debrief(play, replay.library());

  CHECK(item_of(seen, Level::protocol, "turns").points == 0);
  CHECK(item_of(seen, Level::protocol, "turns").beats == std::vector<int>{3});
  CHECK(item_of(seen, Level::protocol, "advice-waits").beats == std::vector<int>{7});
  CHECK(item_of(seen, Level::talk, "questions").points == 2);
  CHECK(item_of(seen, Level::talk, "open-questions").beats == std::vector<int>{6});
  CHECK(item_of(seen, Level::talk, "disguised-advice").points == 1);
  CHECK(item_of(seen, Level::content, "wish").points == 1);
  CHECK(item_of(seen, Level::content, "wish").beats == std::vector<int>{4});
  CHECK(item_of(seen, Level::content, "network").points == 2);
  CHECK(item_of(seen, Level::content, "network").beats == std::vector<int>{6, 8});
  CHECK(item_of(seen, Level::reflection, "learning").points == 2);
  CHECK(item_of(seen, Level::reflection, "retry").points == 0);
  CHECK(seen.refused == 1);

  const auto& network = seen.goals.at(1);
  CHECK(network.counted());
  CHECK(network.beats() == std::vector<int>{8});
  CHECK_FALSE(seen.goals.at(2).counted());
}

TEST_CASE("a missing question mark is no turn taken from another, and an action is of its owner", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting);
  auto& play = replay.play();
  for (int i = 0; i < 2; ++i) play.take(by("Bram", CommandBody(NextStep{})));  // 2
  play.take(says("Noor", "wish", "Dat zijn dochter kan blijven slapen."));     // 3
  play.take(by("Bram", CommandBody(NextStep{})));                              // 4
  const auto refused = play.take(says("Ria", "question", "Wat wil hij"));      // 5
  REQUIRE(refused.refusal);
  REQUIRE(refused.refusal->rule == "R4");
  AddAction add{{.what = "Hem bellen",
                 .who = "Yusuf",
                 .by_when = plus_days(date_of(play.clock()), 3),
                 .checks = "Ria",
                 .rung = Rung::network}};
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(add))).refusal);  // 6
  const auto seen = debrief(play, replay.library());
  CHECK(item_of(seen, Level::protocol, "turns").points == 1);
  CHECK(item_of(seen, Level::protocol, "form").beats == std::vector<int>{5});
  const auto note = [&](std::string_view name) { return *std::ranges::find(seen.people, name, &PersonNote::name); };
  CHECK(note("Yusuf").strength_beat == 6);
  CHECK(note("Bram").strength.in(Lang::en) == "moved on to the next step 3 times");
  CHECK(note("Ria").try_beat == 5);
  CHECK(note("Femke").strength.empty());
}

TEST_CASE("of a person stands what they did: no advice as an open question, no wish as a find, no pass as nothing",
          "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting, 1, Mode::coaching);
  auto& play = replay.play();
  for (int i = 0; i < 2; ++i) play.take(by("Bram", CommandBody(NextStep{})));                      // 2
  REQUIRE_FALSE(play.take(says("Noor", "wish", "Dat zijn dochter kan blijven slapen.")).refusal);  // 3
  REQUIRE(play.is_known("wish"));
  play.take(by("Bram", CommandBody(NextStep{"genoeg"})));                                                   // 4
  REQUIRE_FALSE(play.take(says("Yusuf", "question", "Waarom bel je de corporatie niet gewoon?")).refusal);  // 5
  REQUIRE_FALSE(play.take(by("Femke", CommandBody(Pass{}))).refusal);                                       // 6
  const auto seen = debrief(play, replay.library());
  const auto note = [&](std::string_view name) { return *std::ranges::find(seen.people, name, &PersonNote::name); };
  CHECK(note("Noor").strength.in(Lang::nl) == "bracht iets in");
  CHECK(note("Noor").next_try.empty());  // who answers is not told to ask on
  CHECK(note("Yusuf").strength.in(Lang::nl) == "bracht iets in");
  CHECK(note("Yusuf").try_beat == 5);
  CHECK(note("Femke").strength.empty());
  CHECK(note("Femke").in_log);
  CHECK_FALSE(note("Ria").in_log);
  const auto page = page::page_markdown(debrief_page(seen, play, replay.library(), Lang::nl));
  CHECK_THAT(page, Catch::Contains("in het log staat niets om hier te noemen: vraag ernaar") &&
                       Catch::Contains("in het log staat niets van deze persoon: vraag ernaar") &&
                       Catch::Contains("uit het log: bracht iets in") && !Catch::Contains("sterk:"));
  // What the case answered stands below the move, with where it comes from.
  CHECK_THAT(page, Catch::Contains("boven kwam: Wat hij zelf wil: dat zijn dochter gewoon kan komen logeren, zonder "
                                   "dat hij zich schaamt voor een koude kamer. (verzonnen)"));
}

TEST_CASE("what was refused is told as it was meant, without the name of a command", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting);
  auto& play = replay.play();
  REQUIRE(play.take(by("Noor", CommandBody(AddAction{{.what = "Langsgaan"}}))).refusal);
  REQUIRE(play.take(by("Noor", CommandBody(CloseCase{}))).refusal);
  CHECK_THAT(beat_in_words(play, replay.library(), 1, Lang::nl), Catch::Contains("Noor wilde afspreken: Langsgaan · "));
  CHECK_THAT(beat_in_words(play, replay.library(), 2, Lang::nl), Catch::Contains("Noor probeerde iets · geweigerd: "));
}

TEST_CASE("what stood in the scenario is no point for who played it", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting);
  auto& play = replay.play();
  for (int i = 0; i < 2; ++i) play.take(by("Bram", CommandBody(NextStep{})));
  const auto seen = debrief(play, replay.library());
  const auto& stated = item_of(seen, Level::protocol, "question-stated");
  CHECK_FALSE(stated.points);
  CHECK(stated.note.in(Lang::nl) == "stond al in het scenario: niet geteld");
}

TEST_CASE("a finding is typed by a short name, and an older log by its long one", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting, 1, Mode::coaching);
  auto& play = replay.play();
  for (int i = 0; i < 3; ++i) play.take(by("Bram", CommandBody(NextStep{"door"})));
  play.take(says("Ria", "question", "Heb je al gedacht aan schuldhulp?"));
  play.take(by("Bram", CommandBody(NextStep{"door"})));
  const std::string id = "solution-focused/no-advice-in-questions";
  REQUIRE(item_of(debrief(play, replay.library()), Level::protocol, id).points == 0);
  const auto named = findings(debrief(play, replay.library()));
  CHECK(std::ranges::find(named, "protocol/no-advice-in-questions") != named.end());
  play.take(by("Ineke", Overrule{"protocol/" + id, "zij vroeg het echt"}));
  CHECK(item_of(debrief(play, replay.library()), Level::protocol, id).overruled);
}

TEST_CASE("whatever a debrief points at is a move of the log", "[training]") {
  for (const auto& entry : shipped_methods().entries()) {
    auto replay = begun(shipped_scenario("refuses-help"), entry.definition.id);
    REQUIRE(play_through(replay));
    const auto seen = debrief(replay.play(), replay.library());
    const auto page = page::page_markdown(debrief_page(seen, replay.play(), replay.library(), Lang::nl));
    for (const auto number : pointed_at(seen)) {
      INFO(entry.definition.id << " points at " << number);
      REQUIRE(number <= static_cast<int>(replay.play().beats().size()));
      CHECK(replay.play().beats()[static_cast<std::size_t>(number - 1)].taken_back == 0);
      CHECK_FALSE(beat_in_words(replay.play(), replay.library(), number, Lang::nl).empty());
    }
    CHECK_THAT(page, Catch::Contains("er is met opzet geen eindcijfer"));
  }
}

TEST_CASE("choices are shown with what followed, and where they left a good path", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting);
  auto& play = replay.play();
  Wait wait{{.amount = 1, .unit = ClockUnit::weeks}};
  play.take(by("Bram", wait));
  play.take(by("Noor", Choose{"corporation", "tell-all", "Zij vroegen het."}));
  auto seen = debrief(play, replay.library());
  const auto& decision = seen.decisions.at(1);
  CHECK(decision.option->quality == 0);
  CHECK(decision.followed.empty());
  CHECK(decision.to_come == 1);
  play.take(by("Bram", wait));
  seen = debrief(play, replay.library());
  CHECK(seen.decisions.at(1).followed.size() == 1);
  REQUIRE(seen.paths.front().left_at != nullptr);
  CHECK(path_in_words(seen.paths.front(), Lang::nl) ==
        "0 van de 2 keuzes zijn zoals op dit pad. Verlaten bij zet 2: gekozen is 'Vertellen wat er speelt, ook over "
        "zijn dochter', dit pad kiest "
        "'Met hem afspreken wat hij de corporatie zelf laat weten'.");
}

TEST_CASE("what an observer wrote goes before what the play shows", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting);
  auto& play = replay.play();
  play.take(by("Sanne", Observe{.whom = "ria", .strength = "Liet een stilte vallen."}));
  const auto seen = debrief(play, replay.library());
  for (const auto& note : seen.people) {
    INFO(note.name);
    CHECK(note.observed == (note.name == "Ria"));
    CHECK(note.strength.empty() == (note.name != "Ria"));  // of the others the log shows nothing
  }
  CHECK(seen.people.at(2).strength.in(Lang::nl) == "Liet een stilte vallen.");
}

TEST_CASE("what somebody wrote of themselves is no observation, and another than the observer is named", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting);
  auto& play = replay.play();
  const auto sheet = [](std::string whom, std::string strength) {
    return Observe{.whom = std::move(whom), .strength = std::move(strength)};
  };
  REQUIRE_FALSE(play.take(by("Ria", sheet("Ria", "Ik deed het goed."))).refusal);
  REQUIRE_FALSE(play.take(by("Ria", sheet("Yusuf", "Bleef rustig."))).refusal);
  REQUIRE_FALSE(play.take(by("Sanne", sheet("Femke", "Keek goed rond."))).refusal);
  const auto seen = debrief(play, replay.library());
  const auto note_of = [&](std::string_view name) { return *std::ranges::find(seen.people, name, &PersonNote::name); };
  CHECK_FALSE(note_of("Ria").observed);
  CHECK(note_of("Ria").strength.empty());
  CHECK(note_of("Yusuf").observed_by == std::vector<std::string>{"Ria"});
  const auto page = page::page_markdown(debrief_page(seen, play, replay.library(), Lang::nl));
  CHECK_THAT(page, Catch::Contains("Yusuf** (gezien door Ria)"));
  CHECK_THAT(page, Catch::Contains("Femke** (gezien door de observator)"));
}

TEST_CASE("who only took something back, or a hint or a step and went on, tried nothing again", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting);
  auto& play = replay.play();
  const auto retry = [&] { return item_of(debrief(play, replay.library()), Level::reflection, "retry"); };
  play.take(by("Bram", CommandBody(NextStep{})));  // 1
  REQUIRE_FALSE(play.take(by("Bram", TakeHint{})).refusal);
  play.take(by("Bram", TakeBack{1}));              // 3: the hint
  play.take(by("Bram", CommandBody(NextStep{})));  // 4
  CHECK(retry().points == 0);
  play.take(by("Bram", TakeBack{1}));  // 5: the step
  CHECK(retry().points == 0);
  play.take(by("Bram", CommandBody(NextStep{})));  // 6
  CHECK(retry().points == 0);
  CHECK(play.retries() == 2);  // how often something was taken back
}

TEST_CASE("who took the waiting back and went on tried nothing again, and who asked otherwise did", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), kReflecting, 1, Mode::coaching);
  auto& play = replay.play();
  const auto retry = [&] { return item_of(debrief(play, replay.library()), Level::reflection, "retry"); };
  const auto goes = [&](Move move) { REQUIRE_FALSE(play.take(std::move(move)).refusal); };
  goes(by("Bram", CommandBody(NextStep{})));
  goes(by("Bram", Wait{{3, ClockUnit::weeks}}));  // 2
  goes(by("Bram", TakeBack{1}));
  goes(says("Ria", "question", "Wat is er gebeurd?"));  // 4
  CHECK(retry().points == 0);
  goes(by("Bram", TakeBack{1}));
  CHECK(retry().points == 0);
  goes(by("Bram", Wait{{1, ClockUnit::days}}));  // 6: in its place there is nothing said
  CHECK(retry().points == 0);
  goes(says("Ria", "question", "Wie merkte het?"));  // 7
  goes(by("Bram", TakeBack{1}));                     // 8
  goes(says("Ria", "question", "Wie merkte het het eerst?"));
  CHECK(retry().points == 2);
  CHECK(retry().beats == std::vector<int>{8, 9});
}

TEST_CASE("who let the time to choose go by, and went back to choose, tried again; who chose the same did not",
          "[training]") {
  for (const bool too_late : {true, false}) {
    INFO(too_late);
    auto replay = begun(shipped_scenario("circle-says-no"), kReflecting, 1, Mode::coaching);
    auto& play = replay.play();
    const auto goes = [&](Move move) { REQUIRE_FALSE(play.take(std::move(move)).refusal); };
    goes(by("Bram", CommandBody(NextStep{})));
    goes(by("Noor", Consult{"Saskia", "Hoe is het voor jou?"}));  // 2: there is something to choose
    if (too_late) goes(by("Bram", Wait{{3, ClockUnit::weeks}}));
    else goes(by("Noor", Choose{"after-no", "wait", "zij draaien wel bij"}));
    goes(by("Bram", TakeBack{1}));  // 4
    goes(by("Noor", Choose{"after-no", "wait", "zij bedenken zich nog"}));
    const auto retry = item_of(debrief(play, replay.library()), Level::reflection, "retry");
    CHECK(retry.points == (too_late ? 2 : 0));
    CHECK(retry.beats == (too_late ? std::vector<int>{4, 5} : std::vector<int>{}));
  }
}

TEST_CASE("the page for a browser stands alone and holds three pictures", "[training]") {
  auto replay = begun(shipped_scenario("quiet-child"), kReflecting);
  REQUIRE(play_through(replay));
  const auto page = page::page_html(
      debrief_page(debrief(replay.play(), replay.library()), replay.play(), replay.library(), Lang::en), Lang::en);
  std::size_t pictures = 0;
  for (auto at = page.find("<svg"); at != std::string::npos; at = page.find("<svg", at + 1)) ++pictures;
  CHECK(pictures == 3);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("http-equiv") == std::string::npos);
  CHECK_THAT(page, Catch::Contains("Gibbs 1988, six steps [GIB]"));
}

}  // namespace casus::training
