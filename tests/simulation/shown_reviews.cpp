// SPDX-License-Identifier: EUPL-1.2
#include "core/simulation/styles_review.hpp"
#include "tests/simulation/simulated.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"
#include "tests/support/schema_file.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace casus::test {
namespace {

using simulation::Deed;

std::string shipped_participants() { return content_of(CASUS_SOURCE_DIR "/workflows/participants/made-up-team.json"); }

const simulation::Participants& made_up_team() {
  static const auto kTeam = simulation::parse_participants(shipped_participants()).first;
  return kTeam;
}

std::vector<simulation::ShownStep> shown(const std::string& method, const std::vector<std::string>& styles, Mode mode,
                                         std::uint64_t seed) {
  simulation::ReviewShow show{method, mode, seed, Lang::nl, {}};
  for (std::size_t i = 0; i < styles.size(); ++i) show.people.push_back({made_up_team().people[i].name, styles[i]});
  return simulation::show_review(simulated_library(), made_up_team(), show);
}

std::vector<Deed> deeds_of(const std::vector<simulation::ShownStep>& steps) {
  std::vector<Deed> all;
  for (const auto& step : steps) all.insert(all.end(), step.deeds.begin(), step.deeds.end());
  return all;
}

/// Rules by which something that people said or passed was refused.
std::multiset<std::string> rules_broken(const std::vector<Deed>& deeds) {
  std::multiset<std::string> rules;
  for (const auto& deed : deeds)
    if (deed.refusal &&
        (std::holds_alternative<Say>(deed.command.body) || std::holds_alternative<Pass>(deed.command.body)))
      rules.insert(deed.refusal->rule);
  return rules;
}

const std::vector<std::string> kMixed{"careful", "careful", "advice-giver", "quiet", "dominant", "expert"};
const std::vector<std::string> kCareful{"careful", "careful", "careful", "careful", "careful", "careful"};

}  // namespace

TEST_CASE("made-up people bring every shipped method to its end, whatever their style", "[training]") {
  for (const auto id : simulated_library().method_ids())
    for (const auto mode : {Mode::strict, Mode::coaching})
      for (const auto& styles :
           {kMixed, std::vector<std::string>{"quiet", "dominant", "expert", "advice-giver", "quiet"}}) {
        INFO(id);
        const auto deeds = deeds_of(shown(std::string(id), styles, mode, 3));
        CHECK(deeds.back().after.stage.life == Life::closed);
        // What was shown is a history that the engine reads back.
        Events history;
        for (const auto& deed : deeds) history.insert(history.end(), deed.events.begin(), deed.events.end());
        CHECK(engine::fold("verzonnen", history).version == deeds.back().after.version);
      }
}

TEST_CASE("a shown review is the same for the same seed, and another for another", "[training]") {
  const auto texts = [](std::uint64_t seed) {
    std::vector<std::string> all;
    for (const auto& deed : deeds_of(shown("solution-focused/reflecting-team", kMixed, Mode::strict, seed)))
      all.push_back(deed.by + std::string(name_of(deed.command.body)) + (deed.refusal ? deed.refusal->name : ""));
    return all;
  };
  CHECK(texts(5) == texts(5));
  CHECK(texts(5) != texts(6));
}

TEST_CASE("styles break the rules that they are there to show", "[training]") {
  std::size_t careful = 0, mixed = 0;
  std::multiset<std::string> rules;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    careful += rules_broken(deeds_of(shown("solution-focused/reflecting-team", kCareful, Mode::strict, seed))).size();
    const auto broken = rules_broken(deeds_of(shown("solution-focused/reflecting-team", kMixed, Mode::strict, seed)));
    mixed += broken.size();
    rules.insert(broken.begin(), broken.end());
  }
  CHECK(mixed > 4 * careful);
  CHECK(rules.contains("R4"));
  CHECK(rules.contains("R6"));
}

TEST_CASE("in coaching mode the same people are noticed, not refused", "[training]") {
  std::size_t refused = 0, noticed = 0;
  for (const auto& deed : deeds_of(shown("solution-focused/reflecting-team", kMixed, Mode::coaching, 2))) {
    if (deed.refusal && std::holds_alternative<Say>(deed.command.body) && deed.refusal->rule == "R4") ++refused;
    for (const auto& event : deed.events)
      if (const auto* said = std::get_if<Contributed>(&event.body)) noticed += said->noticed.size();
  }
  CHECK(refused == 0);
  CHECK(noticed > 0);
}

TEST_CASE("nothing that made-up people say is an example between brackets", "[training]") {
  for (const auto id : simulated_library().method_ids())
    for (const auto& deed : deeds_of(shown(std::string(id), kMixed, Mode::strict, 1)))
      if (const auto* said = std::get_if<Say>(&deed.command.body)) {
        INFO(id << ": " << said->text);
        CHECK_FALSE(said->text.starts_with('['));
      }
}

TEST_CASE("the shipped people are good, and whatever the schema refuses the check refuses", "[training]") {
  CHECK(simulation::parse_participants(shipped_participants()).second == Problems{});
  const SchemaFile schema("workflows/participants/participants.schema.json");
  auto few = nlohmann::ordered_json::parse(shipped_participants());
  CHECK(schema.accepts(nlohmann::json::parse(shipped_participants())));
  // One of everything: more of the same would only take longer.
  few["styles"].erase(few["styles"].begin() + 1, few["styles"].end());
  for (auto& person : few["people"]) person["style"] = "careful";
  few["people"].erase(few["people"].begin() + 3, few["people"].end());
  nlohmann::ordered_json sentences;
  for (const auto* kind : {"statement", "text", "question", "answer", "advice", "disguised"})
    sentences[kind] = nlohmann::ordered_json::array({few["sentences"][kind][0]});
  few["sentences"] = sentences;
  REQUIRE(simulation::parse_participants(few.dump()).second == Problems{});
  int refused = 0;
  for (const auto& [how, bytes] : spoilt(few)) {
    if (schema.accepts(nlohmann::json::parse(bytes))) continue;
    ++refused;
    INFO(how);
    CHECK_FALSE(simulation::parse_participants(bytes).second.empty());
  }
  CHECK(refused > 60);
}

TEST_CASE("what is wrong with made-up people is told with its place, all at once", "[training]") {
  auto in = nlohmann::ordered_json::parse(shipped_participants());
  in["styles"][0]["passes"] = 2;
  in["people"][1]["style"] = "carefull";
  in["people"][2]["name"] = "noor";
  in["sentences"].erase("advice");
  in["sentences"]["question"][0]["nl"] = "Geen vraag.";
  std::vector<std::string> told;
  for (const auto& problem : simulation::parse_participants(in.dump()).second)
    told.push_back(problem.pointer + ": " + english(problem));
  CHECK(told == std::vector<std::string>{
                    "/styles/0/passes: expected a number from 0 to 1, got 2",
                    "/people/1/style: no style 'carefull' (did you mean 'careful'?)",
                    "/people/2/name: there is another 'noor'",
                    "/sentences: missing 'advice'",
                    "/sentences/question/0: expected a question, got 'Geen vraag.'",
                });
}

}  // namespace casus::test
