// SPDX-License-Identifier: EUPL-1.2
#include "core/training/xapi.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/schema_file.hpp"
#include "tests/training/training.hpp"

#include <algorithm>
#include <set>
#include <string>

// A run as statements of the Experience API, held to a schema that we wrote from the specification.

namespace casus::training {
namespace {

using nlohmann::json;

constexpr const char* kHome = "https://leren.voorbeeld.invalid/";

/// Something of each kind of move.
service::Replay started() {
  return begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 1, Mode::coaching);
}

void play_all(Play& play) {
  const auto must = [&](Move move) { REQUIRE_FALSE(play.take(std::move(move)).refusal); };
  must(by("Bram", CommandBody(NextStep{})));
  must(says("Ria", "question", "Wie is er om hem heen?"));
  must(says("Noor", "answer", "Een zus."));
  must(by("Noor", Consult{"zus", "Wil je meedoen?"}));
  must(by("Noor", TakeHint{}));
  must(by("Ineke", Inject{Injected::message, {}, "De bel gaat.", Answer::none}));
  must(by("Ineke", Inject{Injected::fact, "eviction-date", {}, Answer::none}));
  must(by("Noor", Choose{"corporation", "with-him", "het is zijn verhaal"}));
  must(by("Bram", Wait{{.amount = 3, .unit = ClockUnit::weeks}}));
  must(by("Sanne", Observe{.whom = "Ria", .said = "Wie nog meer?", .score = 2}));
  must(by("Noor", Learn{{"Eerst vragen, dan pas een plan.", "gesprek"}}));
  must(says("Ria", "question", "Teruggenomen?"));
  must(by("Ria", TakeBack{1}));
  must(by("Ineke", JudgeGoal{"own-words", Verdict::partly, "half"}));
  must(by("Ineke", JudgeGoal{"shame-named", Verdict::no, "te hard"}));
  must(by("Ineke", Remark{"Lange stilte."}));
  must(by("Ineke", Remark{"Herroepen."}));
  must(by("Ineke", Retract{static_cast<int>(play.beats().size()), "dat was een andere groep"}));
}

}  // namespace

TEST_CASE("each statement of a run passes the schema of the specification", "[training]") {
  auto replay = started();
  play_all(replay.play());
  const auto statements = xapi_statements(replay.play(), kHome);
  const test::SchemaFile schema("tests/training/xapi_statement.schema.json");
  std::set<std::string> ids, verbs;
  for (const auto& statement : statements) {
    INFO(statement.dump(1));
    CHECK(schema.accepts(statement));
    CHECK(ids.insert(statement.at("id")).second);
    const auto verb = statement.at("verb").at("id").get<std::string>();
    verbs.insert(verb.substr(verb.rfind('/') + 1));
    // Of a score that has bounds, the value lies between.
    if (statement.contains("result") && statement["result"].contains("score")) {
      const auto& score = statement["result"]["score"];
      CHECK(score.at("raw") >= score.at("min"));
      CHECK(score.at("raw") <= score.at("max"));
    }
  }
  CHECK(verbs == std::set<std::string>{"initialized", "asked", "responded", "commented", "answered", "interacted",
                                       "experienced", "shared", "scored"});
  auto again = started();
  play_all(again.play());
  CHECK(xapi_statements(again.play(), kHome) == statements);  // the same run, the same ids
}

TEST_CASE("what a choice is worth goes to no learning system once the trainer overruled it", "[training]") {
  auto replay = started();
  play_all(replay.play());
  const auto answered = [&] {
    for (auto& statement : xapi_statements(replay.play(), kHome))
      if (statement.at("verb").at("id").get<std::string>().ends_with("/answered")) return statement.at("result");
    return json();
  };
  CHECK(answered().at("score").at("raw") == 3);
  REQUIRE_FALSE(replay.play().take(by("Ineke", Overrule{"decisions/corporation", "hij zat erbij"})).refusal);
  CHECK_FALSE(answered().contains("score"));
  CHECK(answered().at("extensions").at("https://leren.voorbeeld.invalid/xapi/worth-overruled") == "hij zat erbij");
  const test::SchemaFile schema("tests/training/xapi_statement.schema.json");
  for (const auto& statement : xapi_statements(replay.play(), kHome)) CHECK(schema.accepts(statement));
  // The trainer takes that back, and it counts again.
  const auto last = static_cast<int>(replay.play().beats().size());
  REQUIRE_FALSE(replay.play().take(by("Ineke", Retract{last, "toch niet"})).refusal);
  CHECK(answered().at("score").at("raw") == 3);
}

TEST_CASE("what the trainer brought in is said to be so to a learning system", "[training]") {
  auto replay = started();
  play_all(replay.play());
  const auto named = std::string(kHome) + "xapi/brought-in-by-trainer";
  std::set<std::string> brought;
  int others = 0;
  for (const auto& statement : xapi_statements(replay.play(), kHome)) {
    const auto& extensions = statement.at("context").at("extensions");
    if (extensions.contains(named)) brought.insert(extensions.at(named).get<std::string>());
    else if (statement.at("verb").at("id").get<std::string>().ends_with("/experienced")) ++others;
  }
  // What the group brought out itself is no such thing.
  CHECK(brought == std::set<std::string>{"fact", "message"});
  CHECK(others > 0);
}

TEST_CASE("a schema that takes all is none: what is spoilt is refused", "[training]") {
  auto replay = started();
  play_all(replay.play());
  const test::SchemaFile schema("tests/training/xapi_statement.schema.json");
  const auto good = xapi_statements(replay.play(), kHome).at(1);
  REQUIRE(schema.accepts(good));
  for (const auto* patch : {R"([{"op": "remove", "path": "/actor"}])", R"([{"op": "remove", "path": "/verb/id"}])",
                            R"([{"op": "replace", "path": "/id", "value": "zet-1"}])",
                            R"([{"op": "add", "path": "/timestamp", "value": "2026-03-02T09:00:00Z"}])",
                            R"([{"op": "add", "path": "/result/duration", "value": "PT"}])",
                            R"([{"op": "add", "path": "/result/duration", "value": "P0001-00-00T00:00:00"}])",
                            R"([{"op": "add", "path": "/result/score", "value": {"scaled": 3}}])",
                            R"([{"op": "add", "path": "/context/extensions/soort", "value": "vraag"}])",
                            R"([{"op": "replace", "path": "/object/definition/name", "value": {}}])",
                            R"([{"op": "replace", "path": "/object/definition/name", "value": null}])",
                            R"([{"op": "replace", "path": "/verb/id", "value": "asked"}])",
                            R"([{"op": "add", "path": "/actor/mbox", "value": "mailto:ria@voorbeeld.invalid"}])",
                            R"([{"op": "replace", "path": "/object/definition/name", "value": "stap"}])",
                            R"([{"op": "add", "path": "/result/grade", "value": 8}])",
                            R"([{"op": "add", "path": "/version", "value": "1.0.3"}])"})
    CHECK_FALSE(schema.accepts(good.patch(json::parse(patch))));
}

TEST_CASE("the time of an exercise is no time of a statement, and what says something else has another id",
          "[training]") {
  const auto played = [](const char* asked, int weeks) {
    auto replay = started();
    auto& play = replay.play();
    REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
    REQUIRE_FALSE(play.take(by("Bram", Wait{{weeks, ClockUnit::weeks}})).refusal);
    REQUIRE_FALSE(play.take(says("Ria", "question", asked)).refusal);
    return xapi_statements(play, kHome);
  };
  const auto one = played("Wie is er om hem heen?", 99), other = played("Wat wil hij zelf?", 99);
  std::set<std::string> ids, groups;
  for (const auto& statement : one) {
    CHECK_FALSE(statement.contains("timestamp"));  // in 2028, by the clock of the play
    CHECK_FALSE(statement.contains("version"));
    CHECK(ids.insert(statement.at("id")).second);
    if (statement.at("actor").at("objectType") == "Group") groups.insert(statement.at("actor").at("account").dump());
  }
  CHECK(groups.size() == 1);
  const auto& extensions = one.back().at("context").at("extensions");
  CHECK(extensions.at("https://leren.voorbeeld.invalid/xapi/virtual-time").get<std::string>().starts_with("2028-"));
  CHECK_FALSE(extensions.at("https://leren.voorbeeld.invalid/xapi/move").get<std::string>().empty());
  // Two groups of one name: what both did is the same statement, and what they asked is not.
  CHECK(ids.contains(other.front().at("id").get<std::string>()));
  const auto asks = [](const json& all) {
    const auto found = std::ranges::find_if(
        all, [](const json& it) { return it.at("verb").at("id") == "http://adlnet.gov/expapi/verbs/asked"; });
    return found->at("id").get<std::string>();
  };
  CHECK(asks(one) != asks(other));
}

TEST_CASE("what was taken back is not told, goals are scored by the trainer alone, and no name but those at the table",
          "[training]") {
  auto replay = started();
  play_all(replay.play());
  const auto statements = xapi_statements(replay.play(), kHome);
  const auto text = statements.dump();
  CHECK_THAT(text,
             !Catch::Contains("Teruggenomen?") && Catch::Contains("De bel gaat.") &&
                 Catch::Contains("https://leren.voorbeeld.invalid/scenario/debts-and-shame/decision/corporation"));
  // Steps are called as the method calls them; what was done before the first stands in none.
  CHECK_THAT(text, !Catch::Contains("/step//") && Catch::Contains("/step/intake\""));
  const auto asked = std::ranges::find_if(statements, [](const json& one) {
    return one.contains("result") && one["result"].value("response", "") == "Wie is er om hem heen?";
  });
  REQUIRE(asked != statements.end());
  CHECK(asked->at("object").at("definition").at("name").at("nl") == "Voorbereiden");
  int scored = 0, with_score = 0;
  for (const auto& statement : statements) {
    const bool is_scored = statement.at("verb").at("id") == "http://adlnet.gov/expapi/verbs/scored";
    scored += is_scored ? 1 : 0;
    if (is_scored) {
      CHECK(statement.at("actor").at("name") == "Ineke");
      CHECK(statement.at("actor").at("account").at("name").get<std::string>().ends_with("/trainer/ineke"));
      CHECK_FALSE(statement.at("result").contains("score"));
      CHECK(statement.at("result").contains("success") ==
            (statement.at("result").at("extensions").dump().find("partly") == std::string::npos));
    }
    if (statement.contains("result") && statement["result"].contains("score")) ++with_score;
  }
  CHECK(scored == 2);
  CHECK(with_score == 2);  // the choice, and what the observer gave
}

TEST_CASE("what nobody chose in time is nobody's answer", "[training]") {
  auto replay = begun(shipped_scenario("neighbours-quarrel"), "kort/ronde", 1, Mode::coaching);
  auto& play = replay.play();
  for (int i = 0; i < 12 && !play.is_open("first-move"); ++i) play.take(by("Bram", CommandBody(NextStep{"verder"})));
  REQUIRE(play.is_open("first-move"));
  play.take(by("Bram", Wait{{.amount = 11, .unit = ClockUnit::days}}));
  REQUIRE(play.is_late("first-move"));
  const test::SchemaFile schema("tests/training/xapi_statement.schema.json");
  int late = 0;
  for (const auto& statement : xapi_statements(play, kHome)) {
    CHECK(schema.accepts(statement));
    CHECK(statement.at("verb").at("id") != "http://adlnet.gov/expapi/verbs/answered");
    if (statement.contains("result") && statement["result"] == json{{"completion", false}}) ++late;
  }
  CHECK(late == 1);
}

TEST_CASE("who is told off was not asked, and who was only spoken to neither", "[training]") {
  for (const auto& [about, verb] :
       std::vector<std::pair<std::string, std::string>>{{"Zou je met hem mee willen kijken?", "asked"},
                                                        {"Jij had moeten bellen.", "commented"},
                                                        {"", "interacted"}}) {
    INFO(about);
    auto replay = started();
    auto& play = replay.play();
    REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
    REQUIRE_FALSE(play.take(by("Noor", Consult{"Lot", about})).refusal);
    std::string found;
    for (const auto& statement : xapi_statements(play, kHome))
      if (statement.at("object").at("id").get<std::string>().ends_with("/network/dochter")) {
        found = statement.at("verb").at("id").get<std::string>();
        CHECK(statement.contains("result") == !about.empty());  // nothing said is no empty answer
      }
    CHECK(found == "http://adlnet.gov/expapi/verbs/" + verb);
  }
}

TEST_CASE("a home that is no address is not taken", "[training]") {
  CHECK(is_home("https://leren.voorbeeld.invalid/kit"));
  for (const auto* wrong : {"", "leren.voorbeeld", "https://", "https:///", "mailto:a@b", "https://a b",
                            "https://a/<b>", "https://a/b|c", "https://a?b=c", "https://a#b", "https://a\\b"})
    CHECK_FALSE(is_home(wrong));
}

}  // namespace casus::training
