// SPDX-License-Identifier: EUPL-1.2
#include "core/training/play/what_is_wished.hpp"

#include "core/training/scenario/scenario_hearers.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"
#include "tests/training/training.hpp"

// A wish that denies what a scenario listens for is another wish; and somebody elsewhere tells what they know.

namespace casus::training {
namespace {

const Phrases kStay{{"hier blijven", "koor", "niet/nooit + weg"}, {"stay here", "choir", "not/doesn't + leave"}};

/// Whether a wish, written down by the presenter, brings out what the resident wants.
bool brings_wish_out(std::string_view scenario, std::string_view wish) {
  auto replay = begun(shipped_scenario(scenario), "solution-focused/reflecting-team", 1, Mode::coaching);
  REQUIRE_FALSE(replay.play().take(by("Bram", CommandBody(NextStep{}))).refusal);
  REQUIRE_FALSE(replay.play().take(says("Noor", "wish", wish)).refusal);
  return replay.play().is_known("wish");
}

/// Whether a fact is known once somebody of the network was asked this.
bool told_by(std::string_view scenario, std::string_view fact, const std::string& whom, const std::string& question) {
  auto replay = begun(shipped_scenario(scenario), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
  REQUIRE_FALSE(play.is_known(fact));
  REQUIRE_FALSE(play.take(by("Noor", Consult{whom, question})).refusal);
  return play.is_known(fact);
}

}  // namespace

TEST_CASE("what a wish denies is not wished, and a phrase that names the denial is heard there alone", "[training]") {
  for (const auto* wish :
       {"Hij wil hier blijven.", "Hij wil niet weg, hij wil hier blijven.", "Zij wil geen hulp maar wel hier blijven.",
        "Hier blijven en niet naar een tehuis.", "Zij wil naar het koor zolang Theo niet alleen is.",
        "Hij wil hier blijven zonder hulp.", "Nooit meer weg.", "\"Ik wil hier blijven.\"",
        "He doesn't want to move, but to stay here.", "He does not want to leave.", "To stay here without help."}) {
    INFO(wish);
    CHECK(is_wished(wish, kStay));
  }
  for (const auto* wish :
       {"Hij wil niet hier blijven.", "Hij wil hier niet blijven.", "Zij wil het koor niet.", "Zij wil geen koor meer.",
        "Hij wil niet dat ze zegt dat hij moet hier blijven.", "Niemand wil hier blijven.", "Zonder koor.",
        "Hij wil nooit meer hier blijven.", "\"Niet hier blijven!\"", "Hij wil weg.", "He doesn't want to stay here.",
        "He wants to leave.", "No more choir."}) {
    INFO(wish);
    CHECK_FALSE(is_wished(wish, kStay));
  }
}

TEST_CASE("a denied wish brings no wish out, in whichever scenario", "[training]") {
  for (const auto& [scenario, wish] :
       std::vector<std::pair<std::string, std::string>>{{"circle-says-no", "Zij wil geen soep meer maken."},
                                                        {"debts-and-shame", "Hij wil niet dat Lot komt logeren."},
                                                        {"neighbours-quarrel", "Hij wil niet slapen."},
                                                        {"plan-gives-way", "Hij wil niet dat ze bij hem opgroeien."},
                                                        {"plan-gives-way", "Hij wil bedelen."},
                                                        {"quiet-child", "Moeder wil niet dat Fenna weer kletst."},
                                                        {"refuses-help", "Hij wil niet hier blijven."},
                                                        {"worn-out-carer", "Zij wil nooit meer naar het koor."},
                                                        {"young-mother", "Kim wil niet koken."}}) {
    INFO(scenario << ": " << wish);
    CHECK_FALSE(brings_wish_out(scenario, wish));
  }
}

TEST_CASE("a wish that something ends is a wish, in whichever scenario", "[training]") {
  for (const auto& [scenario, wish] : std::vector<std::pair<std::string, std::string>>{
           {"circle-says-no", "Zij wil zelf soep maken, en niemand tot last zijn."},
           {"debts-and-shame", "Dat hij zich niet schaamt voor een koude kamer."},
           {"neighbours-quarrel", "Hij wil niet meer wakker liggen."},
           {"plan-gives-way", "Dat hij niet elke week hoeft te bedelen."},
           {"plan-gives-way", "Hij wil af van dat bedelen."},
           {"quiet-child", "Dat Fenna niet meer zo stil is."},
           {"refuses-help", "Hij wil niet naar een tehuis."},
           {"worn-out-carer", "Zij wil naar het koor, en dat Theo niet alleen is."},
           {"young-mother", "Kim wil koken, en niet naar zes loketten."}}) {
    INFO(scenario << ": " << wish);
    CHECK(brings_wish_out(scenario, wish));
  }
}

TEST_CASE("somebody of the network tells what they know, and not what another knows", "[training]") {
  struct Row {
    std::string scenario, fact, knows, question, stranger;
  };
  for (const auto& row :
       std::vector<Row>{{"circle-says-no", "brother", "Saskia", "Heeft zij familie?", "Zuster Tan"},
                        {"debts-and-shame", "wish", "Lot", "Wat wil hij zelf?", "Esra"},
                        {"neighbours-quarrel", "before", "Samira", "Hoe was het vroeger tussen hen?", "Peer"},
                        {"plan-gives-way", "held", "Sem", "Wat lukte wel?", "Juf Ineke"},
                        {"quiet-child", "grandfather", "Mevrouw Els", "Wie is er om haar heen?", "Juf Marloes"},
                        {"refuses-help", "mate", "Gülay", "Wie is er om hem heen?", "Ingrid"},
                        {"worn-out-carer", "choir", "Jelle", "Wie is er om haar heen?", "Van Dam"},
                        {"young-mother", "clash", "Tan", "Wie vraagt wat van haar?", {}}}) {
    INFO(row.scenario << ' ' << row.fact);
    CHECK(told_by(row.scenario, row.fact, row.knows, row.question));
    if (!row.stranger.empty()) CHECK_FALSE(told_by(row.scenario, row.fact, row.stranger, row.question));
  }
  CHECK_FALSE(told_by("debts-and-shame", "sister", "Esra", "Wie zijn er om hem heen?"));
  CHECK_FALSE(told_by("debts-and-shame", "shame", "Esra", "Schaamt hij zich?"));
}

TEST_CASE("whoever can be asked stands with each question of what ships, and the check notes one that has nobody",
          "[training]") {
  for (const auto& file : shipped_scenarios()) {
    INFO(file.path);
    CHECK(lines_of(told_by_anybody(file.scenario)) == std::vector<std::string>{});
  }
  const auto noted = [](std::string_view patch) {
    const auto [scenario, problems] = parse(small_patched(patch));
    REQUIRE(lines_of(problems) == std::vector<std::string>{});
    return lines_of(told_by_anybody(scenario));
  };
  const std::string kNote = "fact 'barn' comes out at a question to whomever, also somebody who does not know it";
  const std::string kTo = "/facts/1/when/any/0/said/to";
  CHECK(noted("[]").empty());
  CHECK(noted(R"([{"op": "remove", "path": ")" + kTo + R"("}])") ==
        std::vector<std::string>{"/facts/1/when/any/0/said: " + kNote});
  CHECK(noted(R"([{"op": "replace", "path": ")" + kTo + R"(", "value": "buur"}])").empty());
  // A wish that is written down is said to nobody elsewhere; nor is anything where nobody can speak.
  CHECK(noted(R"([{"op": "remove", "path": ")" + kTo +
              R"("}, {"op": "replace", "path": "/facts/1/when/any/0/said/kinds", "value": ["wish"]}])")
            .empty());
  CHECK(noted(R"([{"op": "remove", "path": ")" + kTo + R"("}, {"op": "remove", "path": "/network/0/answer"},
                 {"op": "add", "path": "/network/0/speaks_for_self", "value": false},
                 {"op": "remove", "path": "/facts/1/when/any/1"}])")
            .empty());
}

TEST_CASE("a question at the table is heard by whomever it is put to there", "[training]") {
  const auto [scenario, problems] = parse(small_patched("[]"));
  REQUIRE(problems.empty());
  auto replay = begun(scenario, "solution-focused/reflecting-team", 1, Mode::coaching);
  REQUIRE_FALSE(replay.play().take(by("Bram", CommandBody(NextStep{}))).refusal);
  Say say{{.kind = "question", .text = "Waar slaapt hij?", .to = "Noor"}};
  CHECK(out_of(replay.play().take(by("Ria", CommandBody(say)))).front() == "barn");
}

}  // namespace casus::training
