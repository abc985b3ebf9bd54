// SPDX-License-Identifier: EUPL-1.2
#include "core/service/play/play_log.hpp"
#include "core/training/debrief/debrief.hpp"
#include "core/training/play/small_talk.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

// Runs of goal_runs.jsonl, as a group would have played them: `counted` says whether the words of the goal are there,
// and `why` why they should not be taken for its sense, or its sense for missing. What the debrief may not say of any
// of them is the same.

namespace casus::training {
namespace {

using nlohmann::json;

std::vector<json> lines_of_file(const std::string& path) {
  std::vector<json> runs;
  const auto bytes = source_file(path);
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = std::min(bytes.find('\n', at), bytes.size());
    if (end > at) runs.push_back(json::parse(bytes.substr(at, end - at)));
    at = end + 1;
  }
  return runs;
}

std::vector<json> goal_runs() { return lines_of_file("tests/training/goal_runs.jsonl"); }

/// Whether the fact is known when this was asked in a new play, with what has to come before it.
bool is_told(const json& row, const std::string& question) {
  auto replay = begun(shipped_scenario(row.at("scenario").get<std::string>()), "solution-focused/reflecting-team", 1,
                      Mode::coaching);
  auto& play = replay.play();
  const auto fact = row.at("fact").get<std::string>();
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
  if (row.contains("first"))
    REQUIRE_FALSE(play.take(says("Ria", "question", row.at("first").get<std::string>())).refusal);
  if (row.contains("spoken_with"))
    REQUIRE_FALSE(play.take(by("Noor", Consult{row.at("spoken_with").get<std::string>(), ""})).refusal);
  REQUIRE_FALSE(play.is_known(fact));
  REQUIRE_FALSE(play.take(says("Ria", "question", question)).refusal);
  return play.is_known(fact);
}

bool waits_for_words(const HiddenFact& fact) {
  bool asked = false;
  if (fact.when)
    each_part(*fact.when, "", [&](const Condition& part, const std::string&) { asked |= !part.about.nl.empty(); });
  return asked;
}

/// What is refused is not done; how often that is stands beside the moves.
void play_as_in(const json& run, Play& play) {
  int refused = 0;
  for (const auto& line : run.at("moves")) {
    INFO(line.dump());
    auto move = service::move_from(line.dump());
    REQUIRE(move.has_value());
    refused += play.take(std::move(*move)).refusal ? 1 : 0;
  }
  CHECK(refused == run.value("refused", 0));
}

}  // namespace

TEST_CASE("each scenario has three more runs in which words and sense part, two of them eight", "[training]") {
  std::map<std::string, int> runs;
  for (const auto& run : goal_runs()) ++runs[run.at("scenario").get<std::string>()];
  for (const auto& file : shipped_scenarios()) {
    INFO(file.scenario.id);
    CHECK(runs[file.scenario.id] >= 3);
  }
  for (const auto* id : {"plan-gives-way", "young-mother"}) CHECK(runs[id] >= 8);
}

TEST_CASE("the debrief of a run tells what was counted, and claims neither the goal nor its failure", "[training]") {
  for (const auto& run : goal_runs()) {
    INFO(run.at("scenario") << ' ' << run.at("goal") << ": " << run.at("why"));
    auto replay = begun(shipped_scenario(run.at("scenario").get<std::string>()), "solution-focused/reflecting-team", 1,
                        Mode::coaching);
    play_as_in(run, replay.play());
    const auto seen = debrief(replay.play(), replay.library());
    const auto goal = std::ranges::find_if(
        seen.goals, [&](const GoalResult& one) { return one.goal->id == run.at("goal").get<std::string>(); });
    REQUIRE(goal != seen.goals.end());
    CHECK(goal->counted() == run.at("counted").get<bool>());
    CHECK_FALSE(goal->judgement);
    const auto page_in = [&](Lang lang) {
      return page::page_markdown(debrief_page(seen, replay.play(), replay.library(), lang));
    };
    CHECK_THAT(page_in(Lang::nl), Catch::Contains("nog geen oordeel van de trainer") &&
                                      !Catch::Contains("oordeel van Ineke") && !Catch::Contains("- sterk:"));
    // What only words decide is said so, and asked of the trainer.
    for (const auto& part : goal->parts) {
      if (part.is_open()) CHECK_THAT(page_in(Lang::nl), Catch::Contains("niet gehoord: "));
      if (!part.heard.empty()) CHECK_THAT(page_in(Lang::nl), Catch::Contains("(herkend aan woorden;"));
    }
    CHECK_THAT(page_in(Lang::en),
               Catch::Contains("the trainer has not judged this yet") && !Catch::Contains("- strength:"));
    // What is worth nothing has nothing to show for it.
    for (const auto& level : seen.levels)
      if (level.level == Level::content)
        for (const auto& item : level.items)
          if (item.points == 0) CHECK(item.beats.empty());
  }
}

TEST_CASE("who tells the circle off asked nothing", "[training]") {
  for (const auto& [about, out] : std::vector<std::pair<std::string, bool>>{
           {"Uw broer zou zich moeten schamen.", false}, {"Heeft u nog contact met uw broer?", true}}) {
    INFO(about);
    auto replay = begun(shipped_scenario("circle-says-no"), "solution-focused/reflecting-team", 1, Mode::coaching);
    auto& play = replay.play();
    REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
    REQUIRE_FALSE(play.take(by("Noor", Consult{"Saskia", about})).refusal);
    CHECK(play.is_known("daughter-no"));
    CHECK(play.is_known("brother") == out);
  }
}

TEST_CASE("small talk brings nothing out, whatever the scenario", "[training]") {
  const auto lines = small_talk();
  CHECK(lines.size() >= 60);
  CHECK(std::ranges::find(lines, "Is dit moeilijk?") != lines.end());
  for (const auto& file : shipped_scenarios()) {
    INFO(file.scenario.id);
    std::vector<std::string> heard;
    for (const auto& problem : heard_in_small_talk(file.scenario)) heard.push_back(problem.pointer);
    CHECK(heard == std::vector<std::string>{});
  }
}

TEST_CASE("each fact that waits for words comes out with two questions that a group would ask, in both languages",
          "[training]") {
  std::set<std::pair<std::string, std::string>> asked;
  for (const auto& row : lines_of_file("tests/training/reveals.jsonl")) {
    asked.emplace(row.at("scenario").get<std::string>(), row.at("fact").get<std::string>());
    for (const auto* lang : {"nl", "en"}) {
      CHECK(row.at(lang).size() >= 2);
      for (const auto& question : row.at(lang)) {
        INFO(row.at("scenario") << ' ' << row.at("fact") << ": " << question);
        CHECK(is_told(row, question.get<std::string>()));
      }
    }
  }
  for (const auto& file : shipped_scenarios())
    for (const auto& fact : file.scenario.facts) {
      INFO(file.scenario.id << ' ' << fact.id);
      CHECK(asked.contains({file.scenario.id, fact.id}) == waits_for_words(fact));
    }
}

TEST_CASE("who asks what a hint asks gets what it hints at", "[training]") {
  int asked = 0;
  for (const auto& file : shipped_scenarios())
    for (const auto& hint : file.scenario.hints) {
      if (!hint.when) continue;
      each_part(*hint.when, "", [&](const Condition& waits, const std::string&) {
        const auto* fact = waits.op == Condition::Op::known ? file.scenario.fact(waits.id) : nullptr;
        if (fact == nullptr || !waits_for_words(*fact)) return;
        for (const auto& question : {hint.text.nl, hint.text.en}) {
          if (!is_question(question)) continue;
          INFO(file.scenario.id << ' ' << fact->id << ": " << question);
          bool heard = false;
          each_part(*fact->when, "", [&](const Condition& part, const std::string&) {
            heard |= !part.about.nl.empty() && mentions(question, part.about);
          });
          CHECK(heard);
          ++asked;
        }
      });
    }
  CHECK(asked >= 20);
}

namespace {

bool hears(std::string_view text, std::string phrase) { return mentions(text, {{std::move(phrase)}, {}}); }

}  // namespace

TEST_CASE("a combination asks for all its parts in one line, in any order, and hears short words whole", "[training]") {
  CHECK(hears("Is het moeilijk voor hem?", "moeilijk + voor hem"));
  CHECK(hears("Voor HEM een moeilijke dag?", "moeilijk + voor hem"));
  CHECK_FALSE(hears("Is dit moeilijk?", "moeilijk + voor hem"));
  CHECK(hears("Wie kent ze?", "wie/familie + zij/ze"));
  CHECK(hears("Heeft zij familie?", "wie/familie + zij/ze"));
  CHECK_FALSE(hears("Wie weet het zeker?", "wie/familie + zij/ze"));
  CHECK_FALSE(hears("Wie zijn er?", "wie/familie + zij/ze"));
  CHECK(hears("Wat wil zeker niemand?", "wil ze"));  // no combination: the beginning of a word, as it always was
  CHECK(hears("Ja/nee?", "ja/nee"));
  CHECK_FALSE(hears("ja?", "ja/nee"));
  CHECK_FALSE(hears("Wie?", "wie + "));
  // A pronoun at the end of more words is no beginning of another word.
  CHECK(hears("Wat wil zij?", "wat + wil zij"));
  CHECK(hears("Wat wil zijzelf?", "wat + wil zij"));
  CHECK(hears("Is het moeilijk voor hemzelf?", "moeilijk + voor hem"));
  CHECK(hears("Zijn er goede dagen voor hem?", "goede dag + hem"));
  CHECK_FALSE(hears("Wat wil zijn huisarts?", "wat + wil zij"));
  CHECK_FALSE(hears("Wat zou zeker helpen?", "wat + zou ze"));
  CHECK_FALSE(hears("What does her doctor want?", "want + does he"));
}

TEST_CASE("a combination is not heard in a line about the table, but where it names the thing itself", "[training]") {
  CHECK(hears("Wat wil hij?", "wat + wil hij"));
  CHECK(hears("Wat wil hij met de was?", "wat + wil hij"));
  CHECK_FALSE(hears("Wat wil hij drinken?", "wat + wil hij"));
  CHECK_FALSE(hears("Durft hij de BEAMER aan te zetten?", "durft + hij"));
  CHECK_FALSE(hears("Would he like some tea?", "would + he like"));
  CHECK(hears("Would he like a team?", "would + he like"));  // a short word of the table is heard whole
  CHECK(hears("Met wie dronken zij koffie?", "Koffie + dronken"));
  CHECK(hears("Wat wil hij drinken?", "wat wil hij"));  // no combination: as it always was
  for (const auto& file : shipped_scenarios())
    for (const auto* question :
         {"Wat wil hij drinken?", "Wil ze ook koffie?", "Wie helpt haar met de laptop?", "Wie is zij ook alweer?",
          "Is it hard for him to log in?", "Does she want tea?", "Who is he again?"}) {
      INFO(file.scenario.id << ": " << question);
      auto replay = begun(shipped_scenario(file.scenario.id), "solution-focused/reflecting-team", 1, Mode::coaching);
      REQUIRE_FALSE(replay.play().take(by("Bram", CommandBody(NextStep{}))).refusal);
      const auto& beat = replay.play().take(says("Ria", "question", question));
      REQUIRE_FALSE(beat.refusal);
      CHECK(out_of(beat).empty());
    }
}

TEST_CASE("a word that stands in any question brings no secret out", "[training]") {
  for (const auto& file : shipped_scenarios())
    for (const auto* question :
         {"Wie typt er mee?", "Who types?", "Wanneer is de pauze?", "When is the break?", "Werkt dit?",
          "Does this work?", "Past dat?", "Is that everything?", "Is het koffie of thee die jullie willen?"}) {
      INFO(file.scenario.id << ": " << question);
      auto replay = begun(shipped_scenario(file.scenario.id), "solution-focused/reflecting-team", 1, Mode::coaching);
      REQUIRE_FALSE(replay.play().take(by("Bram", CommandBody(NextStep{}))).refusal);
      const auto& beat = replay.play().take(says("Ria", "question", question));
      REQUIRE_FALSE(beat.refusal);
      CHECK(out_of(beat).empty());
    }
}

}  // namespace casus::training
