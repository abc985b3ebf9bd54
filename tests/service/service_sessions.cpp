// SPDX-License-Identifier: EUPL-1.2
// Methods played by chance: what ships is never stuck, and what gets stuck is told so that it can be seen again.
#include "core/engine/engine.hpp"
#include "core/service/definitions.hpp"
#include "core/service/play/sessions.hpp"
#include "tests/engine/shipped.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/size_asked.hpp"
#include "tests/support/temp_dir.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>

namespace casus::test {
namespace {

using nlohmann::ordered_json;
using service::SessionFault;

const workflow::Catalogue& session_workflows() {
  static const auto kWorkflows = workflow::Catalogue::scan({CASUS_SOURCE_DIR "/workflows"});
  return kWorkflows;
}

/// A method of one's own in a folder of its own.
struct OwnMethod {
  explicit OwnMethod(const ordered_json& patch) : methods(written(patch)) {
    REQUIRE(methods.find("nominal-group/round") != nullptr);
  }

  plugin::Catalogue written(const ordered_json& patch) const {
    const auto folder = dir.path() / "nominal-group";
    std::filesystem::create_directory(folder);
    const auto file = ordered_json::parse(source_file("plugins/examples/nominal-group/round.json")).patch(patch);
    std::ofstream(folder / "round.json") << file.dump(1);
    return plugin::Catalogue::scan({dir.path().string()});
  }

  service::Sessions play(int count, std::uint64_t seed = 1) const {
    return service::play_sessions(methods, session_workflows(), methods.find("nominal-group/round")->definition, count,
                                  seed, Lang::en);
  }

  TempDir dir;
  plugin::Catalogue methods;
};

ordered_json hard_limit(const char* path, const char* holds) {
  return ordered_json::array({{{"op", "add"},
                               {"path", path},
                               {"value",
                                {{"id", "limit"},
                                 {"level", "hard"},
                                 {"mark", "own"},
                                 {"text", {{"nl", "Niet meer dan dit."}, {"en", "No more than this."}}},
                                 {"holds", ordered_json::parse(holds)}}}}});
}

std::vector<std::string> faults(const service::Sessions& played) {
  std::vector<std::string> lines;
  for (const auto& one : played.shown)
    lines.push_back(std::string(key(one.fault)) + " " + std::to_string(one.seed) + " " + one.at + ": " + one.why);
  return lines;
}

}  // namespace

TEST_CASE("no session of a method that ships gets stuck", "[service][sessions]") {
  const int count = size_asked("CASUS_SESSIONS", 200);
  for (const auto& id : shipped_methods()) {
    CAPTURE(id);
    const auto played = service::play_sessions(shipped_plugins(), session_workflows(),
                                               shipped_plugins().find(id)->definition, count, 1, Lang::nl);
    CHECK(played.played == count);
    CHECK(played.moves > count * 20);
    CHECK(faults(played) == std::vector<std::string>{});
    CHECK(played.not_reached == std::vector<std::string>{});
  }
}

TEST_CASE("no session of an example of the guide gets stuck", "[service][sessions]") {
  const auto examples = plugin::Catalogue::scan({CASUS_SOURCE_DIR "/plugins/examples"});
  CHECK(examples.ids().size() >= 2);
  for (const auto id : examples.ids()) {
    CAPTURE(std::string(id));
    const auto played = service::play_sessions(examples, session_workflows(), examples.find(id)->definition,
                                               size_asked("CASUS_SESSIONS", 200), 1, Lang::nl);
    CHECK(faults(played) == std::vector<std::string>{});
    CHECK(played.not_reached == std::vector<std::string>{});
  }
}

TEST_CASE("in no session a step of a branch comes that nobody chose", "[service][sessions]") {
  TempDir dir;
  const auto folder = dir.path() / "kollegiale-beratung";
  std::filesystem::create_directory(folder);
  auto file = ordered_json::parse(source_file("plugins/examples/kollegiale-beratung/modules.json"));
  for (auto& branch : file["phases"]["plan_of_action"][0]["menu"]["branches"])
    branch["steps"].front()["repeat"] = ordered_json::parse(
        R"({"mark": "own", "at_most": 2, "until": {"text": {"nl": "Genoeg.", "en": "Enough."}, "chosen_by": ["chair"],
            "again": {"nl": "Nog een keer.", "en": "Once more."}}})");
  std::ofstream(folder / "modules.json") << file.dump(1);
  const auto methods = plugin::Catalogue::scan({dir.path().string()});
  REQUIRE(methods.find("kollegiale-beratung/modules") != nullptr);
  const auto played = service::play_sessions(methods, session_workflows(),
                                             methods.find("kollegiale-beratung/modules")->definition, 60, 1, Lang::en);
  CHECK(faults(played) == std::vector<std::string>{});
}

TEST_CASE("a method that gets stuck only by what somebody says is found, with the moves", "[service][sessions]") {
  // Nobody has to name a wish, so along the way on alone it never gets stuck.
  const OwnMethod own(hard_limit(
      "/phases/analysis/0/done_when/-",
      R"({"count": "contributions", "where": {"kind": "wish", "by": {"present": true}}, "scope": "round", "at_most": 1})"));
  const auto played = own.play(40);
  REQUIRE(played.bad > 0);
  const auto& first = played.shown.front();
  CHECK(first.fault == SessionFault::dead_end);
  CHECK(first.at == "/phases/analysis/0");
  CHECK(first.why == "No more than this.");
  // Alone it is the same session, and its moves make the same case.
  const auto again = own.play(1, first.seed);
  CHECK(faults(again) == std::vector{faults(played).front()});
  REQUIRE(again.shown.front().moves.size() == first.moves.size());
  const auto memory = store::open_memory();
  const service::Definitions library(*memory, own.methods, session_workflows());
  Case state{.id = first.moves.front().case_id};
  for (const auto& command : first.moves) {
    const auto events = engine::decide(state, command, library);
    REQUIRE(events.has_value());
    for (const auto& event : *events) engine::evolve(state, event);
  }
  CHECK(state.here()->step == "tell");
  CHECK(std::ranges::count(state.contributions, "wish", &Contribution::kind) > 1);
}

TEST_CASE("sessions with the same start are the same, and with another they are others", "[service][sessions]") {
  const OwnMethod own(ordered_json::array());
  const auto& entry = *own.methods.find("nominal-group/round");
  const auto played = [&](std::uint64_t seed) {
    return service::try_sessions(own.methods, session_workflows(), entry, 5, seed, Lang::nl).dump();
  };
  CHECK(played(1) == played(1));
  CHECK(played(1) != played(100));
}

TEST_CASE("sessions that take more than one process are those of one", "[service][sessions]") {
  const OwnMethod own(ordered_json::array());
  const auto& entry = *own.methods.find("nominal-group/round");
  const auto apart = service::try_sessions(own.methods, session_workflows(), entry, 53, 1, Lang::en);
  const auto here = own.play(53);
  CHECK(apart.at("sessions") == 53);
  CHECK(apart.at("moves") == here.moves);
  CHECK(apart.at("bad") == here.bad);
  CHECK(apart.at("not_reached") == nlohmann::json(here.not_reached));
  CHECK_FALSE(apart.contains("stopped"));
}

TEST_CASE("sessions that the last brake stopped are not said to be played", "[service][sessions]") {
  const OwnMethod own(ordered_json::array());
  const auto& entry = *own.methods.find("nominal-group/round");
  const auto stopped =
      service::try_sessions(own.methods, session_workflows(), entry, 50, 1, Lang::en, std::chrono::milliseconds(1));
  CHECK(stopped.at("sessions") == 0);
  CHECK(stopped.at("stopped") == "no answer within 1 ms");
}

}  // namespace casus::test
