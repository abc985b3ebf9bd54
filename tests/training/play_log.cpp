// SPDX-License-Identifier: EUPL-1.2
#include "core/service/play/play_log.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/open_service.hpp"
#include "tests/support/problems.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/training/training.hpp"

#include <nlohmann/json.hpp>

// The log: the same lines give the same run, and a run is kept once.

namespace casus::training {
namespace {

using Lines = std::vector<std::string>;

/// A run with every kind of move in it.
void play_some(Play& play) {
  Observe sheet{.whom = "Ria", .score = 1, .next_try = "Vraag één keer door."};
  Wait wait{{.amount = 2, .unit = ClockUnit::weeks}};
  for (const auto& move :
       {by("Bram", CommandBody(NextStep{})), by("Bram", CommandBody(NextStep{})), says("Ria", "question", "Te vroeg?"),
        says("Noor", "wish", "Dat zijn dochter kan \"blijven\" slapen."), by("Bram", CommandBody(NextStep{})),
        says("Ria", "question", "Wie is er voor hem?"), by("Noor", Consult{"Anja", "over geld"}),
        by("Noor", TakeHint{}), by("Bram", TakeBack{2}), by("Sanne", sheet), by("Noor", wait),
        by("Noor", Choose{"corporation", "with-him", "Omdat het van hem is."}),
        by("Noor", Learn{"Eerst vragen, dan pas helpen.", "gesprek"}),
        by("Noor", Signal{{"Er is een lange wachtlijst.", "wachten", {}}})})
    play.take(move);
}

std::string outcome(const Play& play) {
  std::string out;
  for (const auto& beat : play.beats()) out += service::beat_json(beat, Lang::nl).dump() + '\n';
  return out;
}

}  // namespace

TEST_CASE("a log read back makes the same run, byte for byte", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 7);
  play_some(replay.play());
  const auto log = service::read_play_log(replay.log());
  REQUIRE(log.problems.empty());
  service::Replay again(shipped_scenario("debts-and-shame"), log.setup, shipped_methods(), shipped_workflows());
  for (const auto& move : log.moves) again.play().take(move);
  CHECK(again.log() == replay.log());
  CHECK(outcome(again.play()) == outcome(replay.play()));
  CHECK(again.play().state().version == replay.play().state().version);
}

TEST_CASE("a whole round of any method is the same when its log is played again", "[training]") {
  for (const auto& entry : shipped_methods().entries()) {
    INFO(entry.definition.id);
    auto replay = begun(shipped_scenario("young-mother"), entry.definition.id, 3);
    REQUIRE(play_through(replay));
    const auto log = service::read_play_log(replay.log());
    service::Replay again(shipped_scenario("young-mother"), log.setup, shipped_methods(), shipped_workflows());
    for (const auto& move : log.moves) again.play().take(move);
    CHECK(again.log() == replay.log());
    CHECK(outcome(again.play()) == outcome(replay.play()));
  }
}

TEST_CASE("every line of a log that is wrong is told, with its number and place", "[training]") {
  const auto log = service::read_play_log(
      "{\"format\":1,\"play\":{\"run\":\"Een "
      "Twee\",\"scenario\":\"x\",\"scenario_hash\":\"\",\"method\":\"y\",\"method_hash\":\"\",\"seed\":1,"
      "\"at\":\"2026-03-02T09:00:00Z\",\"lang\":\"nl\"}}\n"
      "{\"do\":\"Wiat\",\"by\":\"Bram\"}\n\n"
      "{\"do\":\"Wait\",\"by\":\"Bram\",\"amount\":\"drie\",\"unit\":\"weken\"}\n"
      "{\"do\":\"NextStep\",\"by\":\"Bram\",\"case\":\"2026-001\"}\n");
  Lines told;
  for (const auto& line : log.problems)
    for (const auto& problem : line.problems)
      told.push_back(std::to_string(line.line) + " " + problem.pointer + " " + test::english(problem));
  CHECK(told == Lines{"1 /play/run expected an id in a-z, 0-9, '-' and '.', got 'Een Twee'",
                      "2 /do unknown move 'Wiat' (did you mean 'Wait'?)",
                      "4 /amount expected a whole number, got \"drie\"",
                      "4 /unit expected one of minutes, hours, days, weeks, got 'weken'",
                      "5 /case a move of a training session has none: the game knows it"});
  CHECK(test::english(service::read_play_log("").problems.at(0).problems.at(0)) ==
        "expected the setup of a training session on the first line, got an empty file");
}

TEST_CASE("a run is kept in a real store once, also when it was cut short and is taken up again", "[training]") {
  const test::TempDir dir;
  const auto path = (dir / "training.db").string(), log_path = (dir / "runs/run.jsonl").string();
  std::int64_t version = 0;
  const auto open = [&] { return store::open_sqlite({path, true, store::Purpose::training}); };
  {
    auto store = open();
    test::OpenService service(*store, shipped_methods(), shipped_workflows());
    auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team");
    service::TrainingRun run(service, replay, log_path);
    run.take(by("Bram", CommandBody(NextStep{})));
    version = service.open("run").version;
    CHECK(version == replay.play().state().version);
  }
  // The last line reached the log and not the store.
  std::ofstream(log_path, std::ios::app) << service::move_line(by("Bram", CommandBody(NextStep{})),
                                                               *time_from("2026-03-02T09:01:00Z"))
                                         << '\n';
  const auto log = service::read_play_log(test::content_of(log_path));
  REQUIRE(log.moves.size() == 2);
  for (int sitting = 0; sitting < 2; ++sitting) {
    auto store = open();
    test::OpenService service(*store, shipped_methods(), shipped_workflows());
    service::Replay replay(shipped_scenario("debts-and-shame"), log.setup, shipped_methods(), shipped_workflows());
    service::TrainingRun run(service, replay, log_path);
    run.again(log);
    CHECK(service.open("run").version == replay.play().state().version);
    CHECK(service.open("run").version > version);
    CHECK(store->verify().findings.empty());
  }
}

TEST_CASE("another course of events under the same name is not mixed into a run", "[training]") {
  const auto store = store::open_memory();
  test::OpenService service(*store, shipped_methods(), shipped_workflows());
  auto first = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team");
  service::PlayRoom(service, first.play(), first.kept()).keep();
  auto other = begun(shipped_scenario("quiet-child"), "solution-focused/reflecting-team");
  CHECK_THROWS_WITH(service::PlayRoom(service, other.play(), other.kept()).keep(),
                    Catch::Contains("the store holds another training 'run'"));
}

TEST_CASE("a run is kept by the method that it began with, also when its case is made anew", "[training]") {
  const auto& shipped = *shipped_methods().find("kort/ronde");
  auto changed = nlohmann::ordered_json::parse(shipped.bytes);
  changed["version"] = "0.1.0";
  service::KeptDefinitions kept{.method_bytes = changed.dump()};
  auto [method, problems] = method::parse(kept.method_bytes);
  REQUIRE(problems.empty());
  kept.method = std::move(method);
  Setup setup{.run = "run",
              .scenario = "quiet-child",
              .method = "kort/ronde",
              .method_hash = kept.method->hash,
              .at = *time_from("2026-03-02T09:00:00Z")};
  const auto store = store::open_memory();
  test::OpenService service(*store, shipped_methods(), shipped_workflows());
  service::Replay replay(shipped_scenario("quiet-child"), setup, shipped_methods(), shipped_workflows(), kept);
  service::PlayRoom room(service, replay.play(), replay.kept());
  replay.play().take(by("Bram", CommandBody(NextStep{})));
  room.keep();
  replay.play().take(by("Bram", TakeBack{1}));
  room.keep();
  for (const auto* id : {"run", "run-2"}) {
    INFO(id);
    const auto it = service.open(id);
    CHECK(it.methods.front().version == "0.1.0");
    // Its file is in the store: the case does not need the run any more.
    const auto* pinned = service.library().pinned_method(it.methods.front());
    REQUIRE(pinned != nullptr);
    CHECK(pinned->version == "0.1.0");
    CHECK(service.kept_definition(it.methods.front().hash) == kept.method_bytes);
  }
  // What else is opened in that store goes by what this machine offers.
  auto other = begun(shipped_scenario("quiet-child"), "kort/ronde");
  auto fresh = other.play().setup();
  fresh.run = "other";
  service::Replay second(shipped_scenario("quiet-child"), fresh, shipped_methods(), shipped_workflows());
  service::PlayRoom(service, second.play(), second.kept()).keep();
  CHECK(service.open("other").methods.front().version == shipped.definition.version);
}

TEST_CASE("a log of every format is read, and written again as it was", "[training]") {
  Setup setup{.run = "een", .scenario = "x", .method = "y/z", .at = *time_from("2026-03-02T09:00:00Z")};
  for (int format = 1; format <= 4; ++format) {
    INFO(format);
    setup.keeps_heard = format > 3;
    if (format > 1) setup.kept_scenario = R"({"id": "x"})";
    if (format > 2) setup.kept_method = R"({"id": "y/z"})", setup.kept_workflow = R"({"id": "w"})";
    const auto line = service::setup_line(setup);
    CHECK(nlohmann::json::parse(line).at("format") == format);
    const auto log = service::read_play_log(line + '\n');
    REQUIRE(log.problems.empty());
    CHECK(service::setup_line(log.setup) == line);
    CHECK(log.setup.kept_method == setup.kept_method);
    CHECK(log.setup.kept_workflow == setup.kept_workflow);
    CHECK(log.setup.keeps_heard == setup.keeps_heard);
  }
}

TEST_CASE("what was heard when a run was played is heard so again, whatever words are known by then", "[training]") {
  auto replay = begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 1, Mode::coaching);
  auto& play = replay.play();
  REQUIRE_FALSE(play.take(by("Bram", CommandBody(NextStep{}))).refusal);
  const auto heard = [](Move move, Lines facts) {
    move.heard = std::move(facts);
    return move;
  };
  // Not known then, and known by now.
  CHECK(out_of(play.take(heard(says("Ria", "question", "Wie is er om hem heen, ook van vroeger?"), {}))).empty());
  CHECK_FALSE(play.is_known("sister"));
  // Known then, and not any more.
  CHECK(out_of(play.take(heard(says("Yusuf", "question", "Hoe gaat het daarmee?"), {"sister"}))) == Lines{"sister"});
  // What is taken back makes the rest again as it was.
  REQUIRE_FALSE(play.take(heard(by("Bram", TakeBack{1}), {})).refusal);
  CHECK_FALSE(play.is_known("sister"));
  // Who was spoken with is no matter of words.
  CHECK(out_of(play.take(heard(by("Noor", Consult{"Esra", "Hoe lang nog?"}), {}))).front() == "eviction-date");

  const auto at = *time_from("2026-03-02T09:01:00Z");
  for (const auto& move :
       {heard(says("Ria", "question", "Wie?"), {"sister"}), heard(by("Noor", Consult{"Esra", ""}), {"sister"})}) {
    const auto read = service::move_from(service::move_line(move, at));
    REQUIRE(read);
    CHECK(read->heard == Lines{"sister"});
  }
  const auto wrong = service::move_from(R"({"do":"TakeHint","by":"Noor","heard":"sister"})");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().front().pointer == "/heard");
}

TEST_CASE("what was heard comes out in the order in which it came out when it was played", "[training]") {
  const auto [scenario, problems] = parse(small_patched(R"([{"op": "add", "path": "/facts/0/when", "value": {"all": [
      {"known": "barn"},
      {"said": {"kinds": ["question"], "about": {"nl": ["schuur"], "en": ["barn"]}, "to": ["table"]}}]}}])"));
  REQUIRE(problems.empty());
  const auto out = [&](std::optional<Lines> heard) {
    auto replay = begun(scenario, "solution-focused/reflecting-team", 1, Mode::coaching);
    REQUIRE_FALSE(replay.play().take(by("Bram", CommandBody(NextStep{}))).refusal);
    auto move = says("Ria", "question", "Slaapt hij in de schuur?");
    move.heard = std::move(heard);
    Lines ids;
    for (const auto& one : replay.play().take(move).came_out)
      if (one.what == CameOut::What::fact) ids.push_back(one.id);
    return ids;
  };
  const auto live = out(std::nullopt);
  CHECK(live == Lines{"barn", "gone"});
  CHECK(out(live) == live);
}

TEST_CASE("a run that is being played keeps what was heard in each move", "[training]") {
  const test::TempDir dir;
  const auto log_path = (dir / "runs/run.jsonl").string();
  const auto store = store::open_memory();
  test::OpenService service(*store, shipped_methods(), shipped_workflows());
  auto setup =
      begun(shipped_scenario("debts-and-shame"), "solution-focused/reflecting-team", 1, Mode::coaching).play().setup();
  setup.keeps_heard = true;
  service::Replay replay(shipped_scenario("debts-and-shame"), setup, shipped_methods(), shipped_workflows());
  service::TrainingRun run(service, replay, log_path);
  run.take(by("Bram", CommandBody(NextStep{})));
  run.take(says("Ria", "question", "Wie is er om hem heen, ook van vroeger?"));
  run.take(by("Ineke", Inject{Injected::fact, "wish", {}, Answer::none}));
  const auto log = service::read_play_log(test::content_of(log_path));
  REQUIRE(log.moves.size() == 3);
  CHECK(log.moves[0].heard == Lines{});
  CHECK(log.moves[1].heard == Lines{"sister"});
  CHECK(log.moves[2].heard == Lines{});  // the trainer told it
}

}  // namespace casus::training
