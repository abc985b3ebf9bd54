// SPDX-License-Identifier: EUPL-1.2
// Every point of every method's checklist falls when it is broken, and no other. fidelity_breaks.jsonl has one line for
// each point: what is left out of the faithful example ("drop"), or said besides ("add", after a command of it). A
// point that the engine itself keeps ("held": true) cannot be broken: then the run is refused.
#include "core/engine/explain/guidance.hpp"
#include "core/service/commands/command_json.hpp"
#include "tests/engine/story.hpp"
#include "tests/support/temp_dir.hpp"

#include <nlohmann/json.hpp>

#include <map>
#include <set>
#include <sstream>

using namespace casus;
using namespace casus::test;
using method::Judged;
using nlohmann::json;

namespace {

std::vector<json> lines_of_file(const std::string& path) {
  std::istringstream in(content_of(std::string(CASUS_SOURCE_DIR) + "/" + path));
  std::vector<json> all;
  for (std::string line; std::getline(in, line);) all.push_back(json::parse(line));
  return all;
}

/// The example of a method, done in coaching mode with something left out or added; softly asked things are explained.
class BrokenRun {
 public:
  explicit BrokenRun(const json& broken) {
    story_.library.use_native_rules();
    story_.c.id = "huishouden-eik";
    std::string name = broken["method"];
    std::ranges::replace(name, '/', '-');
    const std::set<std::string> drop = broken.value("drop", std::set<std::string>{});
    const std::string after = broken.contains("add") ? broken["add"].value("after", "") : "";
    const std::string until = broken.value("until", "");
    for (auto& line : lines_of_file("workflows/example/" + name + ".jsonl")) {
      const std::string id = line.value("id", ""), number = id.substr(id.rfind('-') + 1);
      if (line.contains("case") && !drop.contains(number)) done(line);
      else if (line["do"] == "Say") ++said_;
      if (number == after)
        for (const auto& command : broken["add"]["commands"]) add(command);
      if (number == until || refused_) break;
    }
  }

  bool refused() const { return refused_; }
  std::vector<Judged> items() const {
    const auto all = engine::fidelity(story_.c, story_.library);
    return all.empty() ? std::vector<Judged>{} : all.front().fidelity.items;
  }

 private:
  /// What was said has another number when something before it was left out.
  void done(json line) {
    if (line["do"] == "OpenCase") line["mode"] = "coaching";
    if (line["do"] == "NextStep" || line["do"] == "CloseCase") line["because"] = "voor de proef";
    if (line.contains("re")) line["re"] = renamed_.at(line["re"].get<std::string>());
    if (line["do"] == "Say") ++said_;
    give(line);
    if (line["do"] == "Say" && !refused_) renamed_["b" + std::to_string(said_)] = story_.c.contributions.back().id;
  }
  void add(json line) {
    line["case"] = story_.c.id;
    line["at"] = to_string(last_);
    if (line.contains("re")) line["re"] = renamed_.at(line["re"].get<std::string>());
    give(line);
  }
  void give(const json& line) {
    const auto command = service::command_from(line.dump());
    REQUIRE(command.has_value());
    last_ = command->at;
    const auto events = engine::decide(story_.c, *command, story_.library);
    refused_ = !events.has_value();
    if (refused_) {
      UNSCOPED_INFO(line.dump() << "\n" << events.error().reason.in(Lang::en));
      return;
    }
    for (const auto& event : *events) engine::evolve(story_.c, event);
  }

  Story story_;
  Time last_{};
  int said_ = 0;
  bool refused_ = false;
  std::map<std::string, std::string> renamed_;
};

std::vector<std::string> fallen(const std::vector<Judged>& items) {
  std::vector<std::string> all;
  for (const auto& item : items)
    if (item.kept == Judged::Kept::no) all.push_back(item.id);
  return all;
}

}  // namespace

TEST_CASE("of a broken run the broken point falls and no other, with what shows it", "[engine][fidelity]") {
  for (const auto& broken : lines_of_file("tests/engine/fidelity_breaks.jsonl")) {
    INFO(broken.dump());
    const BrokenRun run(broken);
    CHECK(run.refused() == broken.value("held", false));
    if (run.refused()) continue;
    const auto items = run.items();
    CHECK(fallen(items) == std::vector<std::string>{broken["item"]});
    if (!broken.contains("add")) continue;
    const std::string text = broken["add"]["commands"].front().value("text", "");
    if (text.empty()) continue;
    const auto item = std::ranges::find(items, broken["item"].get<std::string>(), &Judged::id);
    REQUIRE(item != items.end());
    // What was said too much, or who had the turn in which it was.
    CHECK(std::ranges::any_of(item->proof, [&](const auto& proof) {
      return proof.text == text || (proof.rows == method::Collection::turns && !proof.by.empty());
    }));
  }
}

TEST_CASE("every point of every method's checklist has a line that breaks it", "[engine][fidelity]") {
  std::set<std::string> broken, all;
  for (const auto& line : lines_of_file("tests/engine/fidelity_breaks.jsonl"))
    broken.insert(line["method"].get<std::string>() + " " + line["item"].get<std::string>());
  for (const auto& method : shipped_methods())
    for (const auto& item : BrokenRun(json{{"method", method}}).items()) {
      INFO(method << " " << item.id);
      CHECK(item.kept == Judged::Kept::yes);
      all.insert(method + " " + item.id);
    }
  CHECK(broken == all);
}
