// SPDX-License-Identifier: EUPL-1.2
// Cases that are pinned to a method of format 1 go on as they were.
#include "core/method/upgrade.hpp"
#include "core/store/codec/codec.hpp"
#include "tests/engine/story.hpp"
#include "tests/method/files.hpp"
#include "tests/support/temp_dir.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

using namespace casus;
using namespace casus::test;

namespace {

using nlohmann::ordered_json;

method::Definition definition_in(const std::string& bytes) {
  auto [method, problems] = method::parse(bytes);
  REQUIRE(lines_of(problems) == std::vector<std::string>{});
  return method;
}

/// A file of format 1, which goes with any workflow.
std::string format_1() {
  auto file = ordered_json::parse(source_file("tests/method/round-format-1.json"));
  file.erase("needs");
  return file.dump();
}

/// The same as `upgrade_1_to_2` makes it.
std::string upgraded() {
  auto file = nlohmann::json::parse(format_1());
  method::upgrade_1_to_2(file);
  // "format" stays the first key.
  ordered_json out{{"format", file["format"]}};
  for (const auto& [key, value] : file.items())
    if (key != "format") out[key] = value;
  return out.dump();
}

/// A case as it was kept when there was no format 2: its events in their first versions.
Story kept_case(method::Definition method) {
  Story story;
  const auto text = content_of(std::string(CASUS_SOURCE_DIR) + "/tests/engine/format_1_case.jsonl");
  std::istringstream in(text);
  std::int64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    auto one = nlohmann::json::parse(line);
    if (one["type"] == "CaseOpened") {
      one["payload"]["method"]["hash"] = method.hash;
      one["payload"]["workflow"]["hash"] = story.library.workflow("weekly-review")->hash;
    }
    store::StoredEvent stored{
        ++number, one["type"], one["version"], at(one["at"].get<std::string>().c_str()), one["payload"].dump(), {}};
    for (const auto& secret : one.value("secrets", nlohmann::json::array()))
      stored.secrets.push_back({secret["person"], secret["text"].dump()});
    story.history.push_back(store::decode(stored));
  }
  story.library.offer(std::move(method));
  story.c = story.refolded();
  story.now = story.c.changed_at;
  return story;
}

/// Events as they are kept, apart from which content they are pinned to.
std::vector<std::string> payloads(const Events& events) {
  std::vector<std::string> out;
  for (const auto& event : events) {
    const auto kept = store::encode(event);
    auto payload = nlohmann::json::parse(kept.payload);
    if (payload.contains("method") && payload["method"].is_object()) payload["method"].erase("hash");
    out.push_back(kept.type + ' ' + payload.dump());
  }
  return out;
}

/// As `explain` finds it, up to the circle's own time.
Events played(method::Definition method) {
  Story story;
  story.library.offer(std::move(method));
  story.does("Noor", open_command("demo/round"));
  story.does("Noor", AddParticipant{"Bram", {Role::chair}, true, false, {}});
  for (const char* name : {"Ria", "Yusuf"}) story.does("Noor", AddParticipant{name, {Role::member}, true, false, {}});
  story.does("Noor", AskQuestion{"Hoe komt er weer rust?", "Rust."});
  story.go_to(Phase::plan_of_action, "private");
  CHECK(story.refolded().version == story.c.version);
  return story.history;
}

}  // namespace

TEST_CASE("a case of format 1 is folded from its first events as it was", "[engine]") {
  const auto story = kept_case(definition_in(format_1()));
  const auto& c = story.c;
  REQUIRE(c.visits.size() == 2);
  CHECK(c.here()->step == "clarify");
  CHECK(c.visits[0].minutes() == 2);
  REQUIRE(c.turns.size() == 3);
  CHECK(c.turns[1].by == "p2");
  CHECK(c.turns[1].count == 2);
  CHECK(c.turns[2].passed);
  for (const auto& it : c.contributions) CHECK(it.group.empty());
  CHECK(c.groups.empty());
  CHECK(c.role_turns.empty());
  for (const auto& visit : c.visits) CHECK((visit.passed_over.empty() && visit.about.empty() && visit.again == 0));
}

TEST_CASE("a case of format 1 goes on with its own definition as with the upgraded one", "[engine]") {
  const auto first = kept_case(definition_in(format_1()));
  const auto second = kept_case(definition_in(upgraded()));
  const auto next = [](const Story& story) { return payloads(story.when("Bram", NextStep{"genoeg"}).events()); };
  CHECK(next(first) == next(second));
  CHECK(next(first).size() == 2);
  first.when("Yusuf", say("question", "Wat wil zij?")).refused("NotYourTurn", "R4");
}

TEST_CASE("a session in format 1 has the events that it has in format 2", "[engine]") {
  const auto events = played(definition_in(format_1()));
  CHECK(payloads(events) == payloads(played(definition_in(upgraded()))));
  for (const auto& event : events) {
    CHECK_FALSE(std::holds_alternative<GroupsMade>(event.body));
    CHECK_FALSE(std::holds_alternative<RoleTurned>(event.body));
    if (const auto* entered = std::get_if<StepEntered>(&event.body))
      CHECK((entered->passed_over.empty() && entered->about.empty() && entered->again == 0));
  }
}
