// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/fidelity_tally.hpp"
#include "core/engine/explain/guidance.hpp"
#include "core/report/guidance.hpp"
#include "core/training/debrief/compare.hpp"
#include "core/training/debrief/debrief.hpp"
#include "core/training/debrief/debrief_words.hpp"
#include "core/training/library_names.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

// What was not there to be done was neither done nor left; what a trainer overruled is claimed nowhere.

namespace casus::training {
namespace {

Item protocol_item(const Debrief& seen, std::string_view id) {
  for (const auto& item : seen.levels.front().items)
    if (item.id.ends_with(id)) return item;
  throw std::runtime_error("no item " + std::string(id));
}

void must_do(Play& play, Move move) {
  const auto& beat = play.take(std::move(move));
  INFO((beat.refusal ? beat.refusal->reason.in(Lang::en) : std::string()));
  REQUIRE_FALSE(beat.refusal);
}

std::string markdown(const service::Replay& replay, const Play& play) {
  return page::page_markdown(debrief_page(debrief(play, replay.library()), play, replay.library(), Lang::nl));
}

const Scenario& with_goals() {
  static const auto kScenario = [] {
    auto [scenario, problems] = parse(small_patched(R"([
      {"op": "add", "path": "/counters", "value": [
        {"id": "trust", "name": {"nl": "vertrouwen", "en": "trust"}, "start": 5}]},
      {"op": "add", "path": "/facts/1/changes", "value": {"trust": -3}},
      {"op": "add", "path": "/goals/-", "value": {"id": "trusted", "name": {"nl": "Vertrouwen", "en": "Trust"},
        "counted": {"counter": {"id": "trust", "at_least": 3}}, "judged": [{"nl": "Hoe?", "en": "How?"}]}},
      {"op": "add", "path": "/goals/-", "value": {"id": "no-vet", "name": {"nl": "Geen arts", "en": "No vet"},
        "counted": {"not": {"said": {"kinds": ["idea", "fact"], "about": {"nl": ["dierenarts"], "en": ["vet"]}}}},
        "judged": [{"nl": "Hoe?", "en": "How?"}]}}])"));
    REQUIRE(problems.empty());
    return scenario;
  }();
  return kScenario;
}

const GoalResult& goal_of(const Debrief& seen, std::string_view id) {
  return *std::ranges::find_if(seen.goals, [&](const GoalResult& one) { return one.goal->id == id; });
}

}  // namespace

TEST_CASE("in a run in which nothing was played no rule is called kept", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team");
  auto& play = replay.play();
  const auto empty = debrief(play, replay.library());
  CHECK(empty.levels.front().points() == 0);
  CHECK(empty.levels.front().of() == 0);
  for (const auto* id : {"turns", "form", "measure", "advice-waits", "steps-done", "timer"}) {
    const auto item = protocol_item(empty, id);
    CHECK_FALSE(item.points);
    CHECK(item.note.in(Lang::nl) == "nog niet voorgekomen: niet geteld");
  }
  // Each by its own occasion: a line for the floor, a step that was left for the steps.
  must_do(play, by("Bram", CommandBody(NextStep{})));
  must_do(play, by("Bram", CommandBody(NextStep{})));
  CHECK_FALSE(protocol_item(debrief(play, replay.library()), "turns").points);
  CHECK(protocol_item(debrief(play, replay.library()), "steps-done").points == 1);
  must_do(play, says("Noor", "wish", "Dat zijn dochter kan blijven slapen."));
  CHECK(protocol_item(debrief(play, replay.library()), "turns").points == 1);
  // Each move is counted somewhere: a step that is not done is refused by no rule of the floor.
  AddAction nobody{
      {.what = "Bellen", .who = "Xaviera", .by_when = plus_days(date_of(play.clock()), 3), .checks = "Ria"}};
  REQUIRE(play.take(by("Noor", CommandBody(nobody))).refusal);
  const auto counted = debrief(play, replay.library());
  CHECK(counted.moves + counted.refused + counted.refused_other == static_cast<int>(play.beats().size()));
  // What who leads or watches did not get written is none of theirs.
  Observe nothing{.whom = "Ria"};
  REQUIRE(play.take(by("Sanne", nothing)).refusal);
  REQUIRE(play.take(by("Ineke", JudgeGoal{"own-words", Verdict::yes, ""})).refusal);
  REQUIRE(play.take(by("Ineke", Remark{""})).refusal);
  const auto written = debrief(play, replay.library());
  CHECK(written.refused == counted.refused);
  CHECK(written.refused_other == counted.refused_other);
  // Where a line was refused, and nothing was said, the refusal is the occasion.
  auto second = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team");
  must_do(second.play(), by("Bram", CommandBody(NextStep{})));
  REQUIRE(second.play().take(says("Ria", "question", "Wie is er?")).refusal);
  CHECK(protocol_item(debrief(second.play(), second.library()), "turns").points == 0);
}

TEST_CASE("a point on what must not be is not called broken in a step where nothing was said", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), "kort/ronde", 1, Mode::coaching);
  auto& play = replay.play();
  for (int i = 0; i < 4; ++i) must_do(play, by("Bram", CommandBody(NextStep{"door"})));
  REQUIRE(play.state().here()->step == "agree");
  const auto seen = debrief(play, replay.library());
  const auto silent = protocol_item(seen, "presenter-listened");
  CHECK_FALSE(silent.points);
  CHECK(silent.note.in(Lang::nl) == "hierover is niets opgeschreven: niet geteld");
  CHECK(protocol_item(seen, "everyone-heard").points == 0);  // that nobody had a turn is so
  CHECK(protocol_item(seen, "residents-wish").points == 0);
  // A real case reads the same.
  const auto methods = engine::fidelity(play.state(), replay.library());
  const LibraryNames names(replay.library());
  const auto told = report::fidelity_text(methods, play.state(), names, Lang::nl);
  CHECK_THAT(told, Catch::Contains("niet te zien: In het rondje ideeën is geen bijdrage") &&
                       Catch::Contains("nee: Ieder teamlid kreeg een beurt"));
  // What is not to be seen is none of those that could be kept: the wish, and that everybody had a turn.
  CHECK_THAT(told, Catch::Contains("0 van 2 punten gevolgd"));
  const auto tally = engine::fidelity_tally(play.state(), replay.library());
  CHECK(tally.kept == 0);
  CHECK(tally.judged == 2);
  CHECK(report::fidelity_json(methods, play.state(), Lang::nl)[0]["judged"] == 2);
}

TEST_CASE("a point on what must not be is broken by the one line that does it", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), "kort/ronde", 1, Mode::coaching);
  auto& play = replay.play();
  for (int i = 0; i < 3; ++i) must_do(play, by("Bram", CommandBody(NextStep{"door"})));
  REQUIRE(play.state().here()->step == "ideas");
  must_do(play, says("Noor", "idea", "Ik bel zijn zus."));
  must_do(play, by("Bram", CommandBody(NextStep{"door"})));
  CHECK(protocol_item(debrief(play, replay.library()), "presenter-listened").points == 0);
}

TEST_CASE("beside what was counted stands that it was so at the start, and which lines were refused", "[training]") {
  auto replay = begun(with_goals(), "solution-focused/reflecting-team");
  auto& play = replay.play();
  const auto empty = debrief(play, replay.library());
  CHECK(goal_of(empty, "trusted").parts.front().from_start);
  CHECK(goal_of(empty, "no-vet").given() == 1);
  CHECK_FALSE(goal_of(empty, "asked").parts.front().from_start);
  CHECK_THAT(markdown(replay, play), Catch::Contains("(dat was al zo bij het begin)"));

  must_do(play, by("Bram", CommandBody(NextStep{})));  // 1
  REQUIRE(play.take(says("Yusuf", "idea", "Bel de dierenarts.")).refusal);
  REQUIRE(play.take(says("Yusuf", "idea", "Bel haar zus.")).refusal);
  const auto seen = debrief(play, replay.library());
  CHECK(goal_of(seen, "no-vet").parts.front().held);
  CHECK(goal_of(seen, "no-vet").parts.front().refused == std::vector<int>{2});
  CHECK(goal_of(seen, "asked").parts.front().refused.empty());
  CHECK_THAT(markdown(replay, play), Catch::Contains("zulke woorden zijn wel getypt, en geweigerd:"));
}

TEST_CASE("what a choice is worth, once overruled, is claimed neither beside the choice nor in a comparison",
          "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  must_do(play, by("Bram", Wait{{.amount = 1, .unit = ClockUnit::weeks}}));
  must_do(play, by("Noor", Choose{"corporation", "tell-all", "zij vroeg het"}));
  must_do(play, by("Ineke", Overrule{"decisions/corporation", "hij zat erbij"}));
  must_do(play, by("Ineke", Overrule{"talk/questions", "geen vragen"}));
  const auto seen = debrief(play, replay.library());
  const auto choice =
      std::ranges::find_if(seen.decisions, [](const DecisionResult& one) { return one.decision->id == "corporation"; });
  REQUIRE(choice->overruled);
  CHECK(choice->overruled->because == "hij zat erbij");
  const auto page = markdown(replay, play);
  const auto choices = page.find("## Keuzes en wat erop volgde");
  REQUIRE(choices != std::string::npos);
  CHECK(page.find("weerlegd door Ineke (trainer), omdat hij zat erbij", choices) != std::string::npos);
  const std::vector<Compared> runs{{&seen, &play, &replay.library()}, {&seen, &play, &replay.library()}};
  const auto beside = page::page_markdown(compare_page(runs, Lang::nl));
  CHECK_THAT(beside, Catch::Contains("0×; weerlegd door Ineke (trainer)") &&
                         Catch::Contains("zonder 1 die de trainer weerlegde") &&
                         Catch::Contains("weerlegd door Ineke (trainer), omdat hij zat erbij"));
}

}  // namespace casus::training
