// SPDX-License-Identifier: EUPL-1.2
// A play with a step in which nobody reads who wrote what: neither the debrief nor a learning system does.
#include "core/training/debrief/without_name.hpp"

#include "core/training/debrief/debrief_words.hpp"
#include "core/training/xapi.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/training/training.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::training {
namespace {

/// The short round, in which questions are written unseen, with or without a name.
std::string round_unseen(bool anonymous) {
  auto file = nlohmann::ordered_json::parse(source_file("plugins/kort/ronde.json"));
  file["id"] = "proef/ronde";
  for (auto& step : file["phases"]["analysis"])
    if (step["id"] == "ask") step["floor"] = {{"speakers", {"member"}}, {"hidden", true}, {"anonymous", anonymous}};
  return file.dump();
}

/// Methods and a play of one of them, which needs them as long as it lives.
struct Unnamed {
  test::TempDir folder;
  plugin::Catalogue methods;  // of what the folder holds
  std::unique_ptr<service::Replay> replay;

  explicit Unnamed(bool anonymous = true) : methods(scan(folder, anonymous)) {
    REQUIRE(methods.find("proef/ronde") != nullptr);
    const auto& scenario = shipped_scenario("debts-and-shame");
    Setup setup{.run = "run",
                .scenario = scenario.id,
                .scenario_hash = scenario.hash,
                .method = "proef/ronde",
                .method_hash = methods.find("proef/ronde")->definition.hash,
                .mode = Mode::strict,
                .seed = 1,
                .at = *time_from("2026-03-02T09:00:00Z")};
    replay = std::make_unique<service::Replay>(scenario, setup, methods, shipped_workflows());
    const auto must = [&](Move move) { REQUIRE_FALSE(play().take(std::move(move)).refusal); };
    must(by("Bram", CommandBody(NextStep{"begin"})));
    must(says("Noor", "fact", "Hij heeft een kanarie."));
    must(by("Bram", CommandBody(NextStep{"verder"})));
    REQUIRE(play().state().here()->step == "ask");
    REQUIRE(play().take(says("Ria", "advice", "Ga samen naar de bank.")).refusal);
    refused = static_cast<int>(play().beats().size());
    must(says("Ria", "question", "Is dat een zeppelin voor hem?"));
    written = static_cast<int>(play().beats().size());
    must(says("Yusuf", "question", "Weg hiermee?"));
    gone = static_cast<int>(play().beats().size());
    must(by("Yusuf", TakeBack{1}));
  }
  void goes_on() { REQUIRE_FALSE(play().take(by("Bram", CommandBody(NextStep{"verder"}))).refusal); }
  std::string words(int number) { return beat_in_words(play(), replay->library(), number, Lang::nl); }
  static plugin::Catalogue scan(const test::TempDir& folder, bool anonymous) {
    folder.write("proef/ronde.json", round_unseen(anonymous));
    return plugin::Catalogue::scan({folder.path().string()});
  }
  Play& play() { return replay->play(); }

  int refused = 0, written = 0, gone = 0;  // moves
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("what was written without a name in a play is nobody's in the debrief", "[training]") {
  Unnamed it;
  it.goes_on();
  const auto& beats = it.play().beats();
  CHECK_FALSE(is_without_name(it.play(), beats.front()));
  for (const int number : {it.refused, it.written, it.gone}) {
    CAPTURE(number);
    CHECK(is_without_name(it.play(), beats[static_cast<std::size_t>(number) - 1]));
    const auto words = it.words(number);
    CHECK(holds(words, "iemand aan tafel"));
    for (const auto* part : {"Ria", "Yusuf", "naar de bank", "zeppelin", "hiermee"}) CHECK_FALSE(holds(words, part));
  }
  for (const auto& note : debrief(it.play(), it.replay->library()).people)
    for (const int number : {it.refused, it.written, it.gone}) {
      CAPTURE(note.name, number);
      CHECK(note.strength_beat != number);
      CHECK(note.try_beat != number);
    }
}

TEST_CASE("what is written unseen in a play is read by nobody before the table goes on", "[training]") {
  Unnamed it(false);
  const auto told = [&] { return xapi_statements(it.play(), "https://leren.voorbeeld.invalid/").dump(); };
  for (const auto* part : {"naar de bank", "zeppelin", "hiermee"}) {
    for (const int number : {it.refused, it.written, it.gone}) CHECK_FALSE(holds(it.words(number), part));
    CHECK_FALSE(holds(told(), part));
  }
  CHECK(holds(it.words(it.written), "Ria"));
  it.goes_on();
  CHECK(holds(it.words(it.written), "Ria"));
  CHECK(holds(it.words(it.written), "zeppelin"));
  CHECK(holds(told(), "zeppelin"));
  CHECK_FALSE(holds(it.words(it.gone), "hiermee"));  // nobody ever read it
}

TEST_CASE("a closed question is not quoted before the table goes on", "[training]") {
  Unnamed it(false);
  REQUIRE_FALSE(it.play().take(says("Femke", "question", "Is dat een papegaai?")).refusal);
  const auto told = [&] {
    std::string all;
    for (const auto& note : debrief(it.play(), it.replay->library()).people) all += note.next_try.in(Lang::nl) + '\n';
    return all;
  };
  CHECK_FALSE(holds(told(), "papegaai"));
  it.goes_on();
  CHECK(holds(told(), "papegaai"));
}

TEST_CASE("a learning system hears that the table wrote something without names, and neither who nor what",
          "[training]") {
  Unnamed it;
  it.goes_on();
  int told = 0;
  for (const auto& statement : xapi_statements(it.play(), "https://leren.voorbeeld.invalid/")) {
    const auto words = statement.dump(1);
    INFO(words);
    const auto& actor = statement.at("actor");
    told += actor.at("objectType") == "Group" && holds(words, "\"Say\"") ? 1 : 0;
    if (actor.at("objectType") == "Agent") CHECK(actor.at("name") != "Ria");
    if (holds(words, "kanarie")) CHECK(actor.at("name") == "Noor");
    for (const auto* part : {"zeppelin", "naar de bank", "hiermee"}) CHECK_FALSE(holds(words, part));
  }
  CHECK(told == 1);
}

}  // namespace casus::training
