// SPDX-License-Identifier: EUPL-1.2
// A point of the checklist that asks something of each, where there was nobody.
#include "core/engine/explain/guidance.hpp"
#include "tests/engine/records_story.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace casus;
using namespace casus::test;
using method::Judged;

namespace {

/// Played to a step, with this asked of the checklist.
std::vector<method::MethodKept> judged_at(const std::string& step, const char* holds) {
  auto file = records_file();
  auto item = file["fidelity"][0];
  item["holds"] = nlohmann::ordered_json::parse(holds);
  file["fidelity"] = nlohmann::ordered_json::array({item});
  auto story = asked_by(file, {"Ria", "Yusuf"});
  story.go_to(Phase::plan_of_action, step);
  return engine::fidelity(story.c, story.library);
}

const method::Fidelity& of_method(const std::vector<method::MethodKept>& all) {
  const auto found = std::ranges::find(all, kRecordsMethod, &method::MethodKept::method);
  REQUIRE(found != all.end());
  REQUIRE(found->fidelity.items.size() == 1);
  return found->fidelity;
}

constexpr const char* kEachNoteTaker =
    R"({"every": "participants", "where": {"role": "note_taker"}, "has": {"in": "turns", "on": "by", "where": {"step": "list"}}})";
constexpr const char* kEachMember =
    R"({"every": "participants", "where": {"role": "member"}, "has": {"in": "turns", "on": "by", "where": {"step": "list"}}})";

}  // namespace

TEST_CASE("a point that asks something of each is neither kept nor broken where there was nobody",
          "[engine][fidelity]") {
  const auto all = judged_at("agree", kEachNoteTaker);
  const auto& fidelity = of_method(all);
  CHECK(fidelity.items.front().kept == Judged::Kept::nothing);
  CHECK(fidelity.items.front().proof.empty());
  CHECK(fidelity.judged() == 0);
  CHECK(fidelity.kept() == 0);
}

TEST_CASE("where there was somebody it is judged as ever, and it waits while its step goes on", "[engine][fidelity]") {
  const auto all = judged_at("agree", kEachMember);
  CHECK(of_method(all).judged() == 1);
  const auto during = judged_at("list", kEachNoteTaker);
  CHECK(of_method(during).items.front().kept == Judged::Kept::not_yet);
}

TEST_CASE("a point that allows so many for each waits while some lack it, and is broken at once by one too many",
          "[engine][fidelity]") {
  // A person is the one row of people with their id.
  const auto lacks = judged_at("list", R"({"every": "participants", "where": {"role": "member"},
      "has": {"in": "participants", "on": "id", "where": {"role": "note_taker"}, "at_least": 1, "at_most": 1}})");
  CHECK(of_method(lacks).items.front().kept == Judged::Kept::not_yet);
  const auto too_many = judged_at("list", R"({"every": "participants", "where": {"role": "member"},
      "has": {"in": "participants", "on": "id", "where": {"role": "member"}, "at_most": 0}})");
  CHECK(of_method(too_many).items.front().kept == Judged::Kept::no);
}

TEST_CASE("numbers together of which there is none are neither kept nor broken, also where there are rows",
          "[engine][fidelity]") {
  auto file = records_file();
  file["record_types"][0]["fields"][1]["required"] = false;
  auto item = file["fidelity"][0];
  item["holds"] = nlohmann::ordered_json::parse(
      R"({"spread": "records", "field": "own.severity", "where": {"step": "tell"}, "at_most": 2})");
  file["fidelity"] = nlohmann::ordered_json::array({item});
  auto story = asked_by(file, {"Ria", "Yusuf"});
  story.go_to(Phase::analysis, "tell");
  story.does("Noor", Record{"harm", "Hij viel", {}});
  story.go_to(Phase::plan_of_action, "list");
  CHECK(of_method(engine::fidelity(story.c, story.library)).items.front().kept == Judged::Kept::nothing);
}
