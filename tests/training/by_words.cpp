// SPDX-License-Identifier: EUPL-1.2
// Where only words decide, the program says what it heard and leaves what was meant to the trainer: the same in other
// words is no failure, and the words alone are no success.
#include "core/training/debrief/debrief.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

#include <algorithm>
#include <array>

namespace casus::training {
namespace {

service::Replay coached(std::string_view scenario) {
  return begun(shipped_scenario(scenario), kReflecting, 1, Mode::coaching);
}

/// Lines of Ria, Yusuf and Femke in turn, after the first step was begun: the moves from 2 on.
void ask(Play& play, const std::vector<std::string_view>& questions) {
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
  constexpr std::array<std::string_view, 3> kAsking{"Ria", "Yusuf", "Femke"};
  for (std::size_t i = 0; i < questions.size(); ++i)
    REQUIRE_FALSE(play.take(says(kAsking[i % kAsking.size()], "question", questions[i])).refusal);
}

/// The part of the goal that waits for this to come out.
CountedPart part_of(service::Replay& replay, std::string_view goal) {
  const auto seen = debrief(replay.play(), replay.library());
  const auto found = std::ranges::find_if(seen.goals, [&](const GoalResult& one) { return one.goal->id == goal; });
  REQUIRE(found != seen.goals.end());
  return found->parts.front();
}

std::string told_of(service::Replay& replay, Lang lang = Lang::nl) {
  const auto seen = debrief(replay.play(), replay.library());
  return page::page_markdown(debrief_page(seen, replay.play(), replay.library(), lang));
}

}  // namespace

TEST_CASE("what was asked in words that the program does not know is no failure: the trainer is asked, with the moves",
          "[training]") {
  struct Row {
    std::string_view scenario, goal;
    std::vector<std::string_view> questions;
  };
  for (const auto& row : std::vector<Row>{
           {"debts-and-shame", "shame-named", {"Wat maakt dat hij de brieven laat liggen?"}},
           {"worn-out-carer", "carer-heard", {"Hoe komt ze aan haar rust?", "Wanneer doet zij haar ogen dicht?"}},
           {"refuses-help", "his-terms", {"Wat moet er voor hem beslist blijven zoals het is?"}},
           {"young-mother", "own-words", {"Hoe stelt Kim zich haar toekomst voor?"}},
           {"quiet-child", "facts-first", {"Wat heeft school precies waargenomen?"}},
           {"plan-gives-way", "bottom-line", {"Wie let er op de kleintjes na het eten?"}}}) {
    INFO(row.scenario << ' ' << row.goal);
    auto replay = coached(row.scenario);
    ask(replay.play(), row.questions);
    const auto part = part_of(replay, row.goal);
    CHECK_FALSE(part.held);
    CHECK(part.is_open());
    std::vector<int> moves;
    for (std::size_t i = 0; i < row.questions.size(); ++i) moves.push_back(static_cast<int>(i) + 2);
    CHECK(part.unheard == moves);
    CHECK_THAT(told_of(replay), Catch::Contains("niet gehoord: ") &&
                                    Catch::Contains("Gebeurde het wel, in andere woorden? Kijk bij:") &&
                                    Catch::Contains("kwam niet boven") && !Catch::Contains("niet gevonden"));
    CHECK_THAT(told_of(replay, Lang::en), Catch::Contains("not heard: ") && Catch::Contains("did not come out"));
  }
}

TEST_CASE("the words of a goal are told as words, whatever was meant with them", "[training]") {
  struct Row {
    std::string_view scenario, goal, question;
  };
  for (const auto& row : std::vector<Row>{
           {"debts-and-shame", "shame-named", "Zou die arme man zich misschien schamen voor zijn eigen luiheid?"},
           {"plan-gives-way", "bottom-line", "Laat hij die kinderen dan gewoon alleen zitten?"},
           {"refuses-help", "his-terms", "En wat wil meneer zelf, behalve ons de deur wijzen?"},
           {"worn-out-carer", "carer-heard", "Slaapt zij dan nooit, of stelt ze zich aan?"},
           {"young-mother", "own-words", "Wat wil ze nou eigenlijk, zes instanties laten zweten?"}}) {
    INFO(row.scenario << ' ' << row.goal);
    auto replay = coached(row.scenario);
    ask(replay.play(), {row.question});
    const auto part = part_of(replay, row.goal);
    CHECK(part.held);
    CHECK(part.heard == std::vector<int>{2});
    CHECK(part.unheard.empty());
    CHECK_THAT(told_of(replay), Catch::Contains("(herkend aan woorden; of het zo bedoeld was, hoort de trainer)"));
    CHECK_THAT(told_of(replay, Lang::en), Catch::Contains("(known by its words;"));
  }
}

TEST_CASE("where nobody asked anything, nothing is left open; who was spoken with is no matter of words",
          "[training]") {
  auto silent = coached("debts-and-shame");
  ask(silent.play(), {});
  CHECK_FALSE(part_of(silent, "shame-named").is_open());
  CHECK_THAT(told_of(silent), Catch::Contains("niet geteld: eerst: boven kwam") && !Catch::Contains("niet gehoord"));

  auto replay = coached("debts-and-shame");
  ask(replay.play(), {"Hoe kijkt hij naar zichzelf?"});
  CHECK_FALSE(part_of(replay, "network-before-service").is_open());
  REQUIRE_FALSE(replay.play().take(by("Noor", Consult{"Lot", "Hoe is het bij papa?"})).refusal);
  const auto spoken_with = part_of(replay, "network-before-service");
  CHECK(spoken_with.held);
  CHECK(spoken_with.heard.empty());
}

TEST_CASE("small talk and what is asked of the table alone are no moves to look at", "[training]") {
  for (const auto* line : {"Wil er nog iemand koffie?", "Hoe laat is het?", "Yusuf, hoe was jouw vakantie?",
                           "Wie neemt de notulen?", "Wanneer is de pauze?", "Hoeveel nachten draait Bram?"}) {
    INFO(line);
    auto replay = coached("debts-and-shame");
    ask(replay.play(), {line});
    CHECK_FALSE(part_of(replay, "shame-named").is_open());
    CHECK_THAT(told_of(replay), !Catch::Contains("niet gehoord: ") && !Catch::Contains("in andere woorden? Kijk bij:"));
  }

  // With somebody of the case in it, it may be about the case; and what is asked at any table, and of a case as well.
  auto other = coached("debts-and-shame");
  ask(other.play(), {"Drinkt die man zijn koffie alleen?", "Ligt het dossier bij Anja?", "Staat de verwarming aan?"});
  CHECK(part_of(other, "shame-named").unheard == std::vector<int>{2, 3, 4});
}

TEST_CASE("asked in other words before the choice, and heard after it, is open; what was only asked later is not",
          "[training]") {
  const auto chosen_after = [](const std::vector<std::string_view>& questions) {
    auto replay = coached("plan-gives-way");
    auto& play = replay.play();
    ask(play, questions);
    Wait weeks{{.amount = 2, .unit = ClockUnit::weeks}};
    REQUIRE_FALSE(play.take(by("Bram", weeks)).refusal);
    REQUIRE_FALSE(play.take(by("Noor", Choose{"plan-broken", "service", "dat is zeker"})).refusal);
    REQUIRE_FALSE(play.take(says("Ria", "question", "Laat hij de kinderen alleen?")).refusal);
    REQUIRE(play.is_known("alone"));
    return part_of(replay, "bottom-line");
  };
  const auto before = chosen_after({"Wie let er op de kleintjes na het eten?"});
  CHECK_FALSE(before.held);
  CHECK(before.unheard == std::vector<int>{2});
  CHECK_FALSE(chosen_after({}).is_open());
}

TEST_CASE("that something was not said is only that it was not heard, where words of the kind were said",
          "[training]") {
  const auto [scenario, problems] = parse(small_patched(R"([
    {"op": "add", "path": "/goals/-", "value": {"id": "no-vet", "name": {"nl": "Geen arts", "en": "No vet"},
      "counted": {"not": {"said": {"kinds": ["idea", "fact"], "about": {"nl": ["dierenarts"], "en": ["vet"]}}}},
      "judged": [{"nl": "Hoe?", "en": "How?"}]}}])"));
  REQUIRE(problems.empty());
  auto replay = begun(scenario, kReflecting, 1, Mode::coaching);
  ask(replay.play(), {});
  CHECK(part_of(replay, "no-vet").unheard.empty());
  REQUIRE_FALSE(replay.play().take(says("Yusuf", "idea", "Iemand met een spuit moet ernaar kijken.")).refusal);
  const auto part = part_of(replay, "no-vet");
  CHECK(part.held);
  CHECK_FALSE(part.is_open());
  CHECK(part.unheard == std::vector<int>{2});
  CHECK_THAT(told_of(replay), Catch::Contains("Is het toch gezegd, in andere woorden? Kijk bij:"));
}

TEST_CASE("what came in time is not left open for what else is missing", "[training]") {
  const auto [scenario, problems] = parse(small_patched(R"([
    {"op": "add", "path": "/goals/-", "value": {"id": "dog-first", "name": {"nl": "Eerst de hond", "en": "Dog first"},
      "counted": {"any": [{"all": [
        {"before": {"first": {"said": {"kinds": ["question"], "about": {"nl": ["hond"], "en": ["dog"]}}},
                    "then": {"said": {"kinds": ["idea", "fact"], "about": {"nl": ["dierenarts"], "en": ["vet"]}}}}},
        {"said": {"kinds": ["idea", "fact"], "about": {"nl": ["mand"], "en": ["basket"]}}}]}]},
      "judged": [{"nl": "Hoe?", "en": "How?"}]}}])"));
  REQUIRE(problems.empty());
  auto replay = begun(scenario, kReflecting, 1, Mode::coaching);
  ask(replay.play(), {"Hoe lang duurt dat al?", "Hoe gaat het met de hond?"});
  REQUIRE_FALSE(replay.play().take(says("Yusuf", "idea", "De dierenarts bellen.")).refusal);
  const auto part = part_of(replay, "dog-first");
  CHECK_FALSE(part.held);
  // The idea may have been the other one; the question that was heard in time is none to look for.
  CHECK(part.unheard == std::vector<int>{4});
}

TEST_CASE("who is asked about, and not each question with 'who' in it, brings somebody of the circle out",
          "[training]") {
  struct Row {
    std::string_view scenario, fact;
    std::vector<std::string_view> out, not_out;
  };
  for (const auto& row : std::vector<Row>{
           {"debts-and-shame",
            "sister",
            {"Wie kent hem goed?", "Met wie praat hij?", "Wie zou hij bellen als het misgaat?", "Who does he trust?",
             "Who did he talk to?"},
            {"Wie denkt hij wel dat hij is?", "Wie beslist dat voor hem?", "Wie heeft hem dat wijsgemaakt?",
             "Who says that he lies?", "Who does he think he is?", "Who do you think he is?"}},
           {"circle-says-no",
            "brother",
            {"Wie helpt haar thuis?", "Bij wie kan zij terecht?", "Wie heeft zij nog?", "Who knows her well?"},
            {"Wie vindt dat zij moet betalen?", "Wie is zij eigenlijk?", "Who thinks she should pay?"}},
           {"quiet-child",
            "grandfather",
            {"Bij wie praat zij wel?", "Wie komt er bij haar over de vloer?"},
            {"Wie zegt dat ze liegt?", "Wie gelooft haar nog?"}},
           {"refuses-help",
            "mate",
            {"Wie laat hij wel toe?", "Op wie rekent hij?"},
            {"Wie betaalt dat straks voor hem?", "Wie zegt dat hij liegt?"}},
           {"worn-out-carer", "choir", {"Wie staat dicht bij haar?"}, {"Wie vindt dat ze moet stoppen?"}},
           {"young-mother", "foster", {"Wie heeft Kim nog?"}, {"Wie vraagt wat van haar?"}},
           {"neighbours-quarrel", "coffee", {"Wie kent hen allebei?"}, {"Wie zegt dat zij liegt?"}}}) {
    const auto comes_out = [&](std::string_view question) {
      auto replay = coached(row.scenario);
      ask(replay.play(), {question});
      return replay.play().is_known(row.fact);
    };
    for (const auto question : row.out) {
      INFO(row.scenario << ": " << question);
      CHECK(comes_out(question));
    }
    for (const auto question : row.not_out) {
      INFO(row.scenario << ": " << question);
      CHECK_FALSE(comes_out(question));
    }
  }
}

TEST_CASE("of many moves to look at the few are told that brought nothing out, and how many more there are",
          "[training]") {
  auto replay = coached("debts-and-shame");
  ask(replay.play(), {"Wat wil hij zelf?", "Waar werkt hij?", "Hoe laat staat hij op?", "Wat eet hij?",
                      "Waar slaapt hij dan?", "Wat leest hij graag?", "Hoe gaat hij naar zijn werk?"});
  REQUIRE(replay.play().is_known("wish"));
  const auto part = part_of(replay, "shame-named");
  REQUIRE(part.unheard.size() > 5);
  CHECK(part.unheard.front() == 2);  // all of them are kept
  const auto page = told_of(replay);
  const auto more = " (en nog " + std::to_string(part.unheard.size() - 4) + ")";
  CHECK_THAT(page, Catch::Contains(more));
  // What was heard as something else comes last, and so is not among the few.
  const auto line = page.substr(page.find("in andere woorden? Kijk bij:"));
  CHECK(line.substr(0, line.find('\n')).find("[2]") == std::string::npos);
}

}  // namespace casus::training
