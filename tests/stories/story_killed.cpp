// SPDX-License-Identifier: EUPL-1.2
// The program killed at any moment: what it answered is there.
#include "core/store/store.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <random>

namespace casus::test {
namespace {

using nlohmann::json;

constexpr int kKills = 50;
constexpr int kLines = 10'000;

/// Cases that are opened and talked about. Now and then a line of learning for the team, which ends a transaction, so
/// that answers come in parts of many sizes.
std::vector<json> commands() {
  std::vector<json> all;
  const auto add = [&](json command) {
    command["id"] = "k" + std::to_string(all.size());
    command["at"] = "2026-03-02T09:00:00Z";
    all.push_back(std::move(command));
  };
  add({{"do", "FoundTeam"}, {"name", "Wijkteam Voorbeeld"}});
  for (int i = 0; all.size() < kLines; ++i) {
    const auto id = "casus-" + std::to_string(i);
    const auto with = [&](const char* what, const char* by, json fields) {
      fields.update({{"do", what}, {"case", id}, {"by", by}});
      add(std::move(fields));
    };
    with("OpenCase", "Noor",
         {{"title", "Titel van " + id},
          {"privacy", "anonymous"},
          {"basis", "wmo"},
          {"purpose", "Een eerste stap"},
          {"method", "solution-focused/reflecting-team"}});
    with("AddParticipant", "Noor", {{"name", "Samira"}, {"roles", {"chair"}}});
    with("AddParticipant", "Noor", {{"name", "Daan"}, {"roles", {"member"}}});
    with("AskQuestion", "Noor", {{"text", "Hoe help ik " + id + "?"}, {"hoped_for", "Een stap"}});
    with("NextStep", "Samira", json::object());
    with("NextStep", "Samira", json::object());
    for (int j = 0; j < 6; ++j) with("Say", "Noor", {{"kind", "fact"}, {"text", "Feit bij nummer " + id}});
    if (i % 7 == 3) add({{"do", "NoteLearning"}, {"text", "Wat wij leerden, nummer " + std::to_string(i)}});
  }
  all.resize(kLines);
  return all;
}

/// Whole lines only: the last may have been cut off by the kill, and was then not said.
std::vector<json> acknowledged(const std::string& out) {
  std::vector<json> all;
  const auto end = out.rfind('\n');
  for (const auto& line : lines_in(out.substr(0, end == std::string::npos ? 0 : end)))
    if (auto answer = json::parse(line); answer["ok"] == true) all.push_back(std::move(answer));
  return all;
}

/// What was answered and is not in the store, in words.
std::vector<std::string> lost(const std::filesystem::path& path, const std::vector<json>& sent,
                              const std::vector<json>& answers) {
  if (answers.empty()) return {};
  std::vector<std::string> missing;
  const auto store = store::open_sqlite({path.string(), false});
  std::map<std::string, std::vector<store::StoredEvent>> streams;
  for (const auto& answer : answers) {
    const auto& command = sent.at(answer["line"].get<std::size_t>() - 1);
    const auto receipt = store->receipt(command["id"].get<std::string>());
    if (!receipt) {
      missing.push_back("no receipt of " + command.dump());
      continue;
    }
    auto& events = streams[receipt->stream];
    if (events.empty()) events = store->read(receipt->stream);
    if (static_cast<std::size_t>(receipt->last) > events.size()) {
      missing.push_back("no event of " + command.dump());
    } else if (command.contains("text")) {
      const auto& payload = events[static_cast<std::size_t>(receipt->last) - 1].payload;
      if (!payload || payload->find(command["text"].get<std::string>()) == std::string::npos)
        missing.push_back("not the text of " + command.dump());
    }
  }
  return missing;
}

}  // namespace

TEST_CASE("the program killed fifty times in a file of ten thousand commands loses nothing it answered", "[stories]") {
  const auto sent = commands();
  REQUIRE(sent.size() == kLines);
  std::string text;
  for (const auto& command : sent) text += command.dump() + "\n";

  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> moment(5, 300);
  std::size_t total = 0;
  int cut_short = 0;
  auto home = std::make_unique<Home>();
  for (int round = 0; round < kKills; ++round) {
    // A new store every third time; in between the same file goes on where the last kill stopped it.
    if (round % 3 == 0) {
      home = std::make_unique<Home>();
      home->folder().write("commands.jsonl", text);
    }
    // A file is read whole before anything is done, which takes longer than most kills wait; a stream begins at once.
    auto casus = round % 10 == 9
                     ? home->begin_casus({"apply", "commands.jsonl", "--json"})
                     : home->begin_casus({"apply", "-", "--json"}, (home->folder() / "commands.jsonl").string());
    // Half of the kills fall in the start, when the store is made or mended; half a moment after so many answers.
    if (round % 2 == 1) casus.listen_until_lines(1 + 5 * round, std::chrono::seconds(60));
    casus.listen(std::chrono::milliseconds(round % 2 == 1 ? moment(random) / 10 : moment(random)));
    casus.kill();
    const auto ran = casus.finish();
    cut_short += ran.exit == -1 ? 1 : 0;
    const auto answers = acknowledged(ran.out);
    total += answers.size();

    INFO("round " << round << ", " << answers.size() << " answers, store " << home->store().string());
    const bool begun = std::filesystem::exists(home->store());
    CHECK((begun || answers.empty()));
    if (!begun) continue;
    const auto verified = home->type("casus store verify");
    INFO(verified.out << verified.err);
    CHECK(verified.exit == 0);
    CHECK(lost(home->store(), sent, answers) == std::vector<std::string>{});
  }
  CHECK(cut_short >= kKills / 2);  // or the file was too short to be cut off
  CHECK(total > 1000);
}

}  // namespace casus::test
