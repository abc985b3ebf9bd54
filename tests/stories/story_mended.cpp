// SPDX-License-Identifier: EUPL-1.2
// The program killed while texts are corrected, withdrawn, destroyed and moved: all of each, or nothing of it.
#include "core/store/store.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <random>

namespace casus::test {
namespace {

using nlohmann::json;

constexpr int kMendKills = 12;
constexpr int kSaid = 100;

std::string word(int number) { return "woord <" + std::to_string(number) + ">"; }

/// Two cases at the same table; what is said in the first is put right at once, each in its turn.
std::vector<json> put_right_commands() {
  std::vector<json> all;
  const auto add = [&](const char* what, const char* id, const char* by, json fields) {
    fields.update({{"do", what}, {"case", id}, {"by", by}, {"at", "2026-03-02T09:00:00Z"}});
    fields["id"] = "m" + std::to_string(all.size());
    all.push_back(std::move(fields));
  };
  for (const auto* id : {"een", "twee"}) {
    add("OpenCase", id, "Noor",
        {{"title", "Casus"},
         {"privacy", "anonymous"},
         {"basis", "wmo"},
         {"purpose", "Een eerste stap"},
         {"method", "solution-focused/reflecting-team"}});
    add("AddParticipant", id, "Noor", {{"name", "Samira"}, {"roles", {"chair"}}});
    add("AddParticipant", id, "Noor", {{"name", "Daan"}, {"roles", {"member"}}});
    add("AskQuestion", id, "Noor", {{"text", "Hoe verder?"}, {"hoped_for", "Een stap"}});
    add("NextStep", id, "Samira", json::object());
    add("NextStep", id, "Samira", json::object());
  }
  for (int i = 1; i <= kSaid; ++i) {
    const auto ref = "b" + std::to_string(i);
    add("Say", "een", "Noor", {{"kind", "fact"}, {"text", word(i)}});
    if (i % 4 == 0) add("Correct", "een", "Noor", {{"ref", ref}, {"text", word(i) + " beter"}});
    if (i % 4 == 1) add("Destroy", "een", "Noor", {{"ref", ref}, {"ground", "special"}});
    if (i % 4 == 2) add("Withdraw", "een", "Noor", {{"ref", ref}, {"because", "vergissing"}});
    if (i % 4 == 3) add("MoveOver", "een", "Noor", {{"ref", ref}, {"to", "twee"}});
  }
  return all;
}

/// All of a stream that can be opened.
std::string opened(store::Store& store, const std::string& stream) {
  std::string all;
  for (const auto& event : store.read(stream)) all += event.payload.value_or("") + "\n";
  return all;
}

/// What is half done, or done and still there, in words.
std::vector<std::string> not_whole(const std::filesystem::path& path, const std::vector<json>& sent,
                                   const std::string& answers) {
  std::vector<std::string> wrong;
  const auto store = store::open_sqlite({path.string(), false});
  const auto events = store->read("case/een");
  for (const auto& event : events) {
    if (event.type != "TextDestroyed" || !event.payload) continue;
    const auto destroyed = json::parse(*event.payload);
    for (const auto& number : destroyed.at("events"))
      if (events.at(number.get<std::size_t>() - 1).payload)
        wrong.push_back("event " + number.dump() + " is said to be destroyed, and can be read");
  }
  const auto one = opened(*store, "case/een"), other = opened(*store, "case/twee");
  for (int i = 3; i <= kSaid; i += 4)
    if (one.find(word(i)) != std::string::npos && other.find(word(i)) != std::string::npos)
      wrong.push_back(word(i) + " stands in both cases");
  const auto whole = answers.rfind('\n');
  for (const auto& line : lines_in(answers.substr(0, whole == std::string::npos ? 0 : whole))) {
    const auto answer = json::parse(line);
    const auto& command = sent.at(answer["line"].get<std::size_t>() - 1);
    if (answer["ok"] != true) wrong.push_back("refused: " + command.dump());
    const auto what = command["do"].get<std::string>();
    if (what != "Destroy" && what != "MoveOver") continue;
    const auto text = word(std::stoi(command["ref"].get<std::string>().substr(1)));
    if (one.find(text) != std::string::npos) wrong.push_back(text + " was destroyed, and can be read");
    if (what == "MoveOver" && other.find(text) == std::string::npos) wrong.push_back(text + " was moved, and is gone");
  }
  return wrong;
}

}  // namespace

TEST_CASE("killed while texts are put right, each of it is done whole or not at all", "[stories][mending]") {
  const auto sent = put_right_commands();
  std::string text;
  for (const auto& command : sent) text += command.dump() + "\n";
  const auto seed = std::random_device{}();
  INFO("seed " << seed);
  std::mt19937 random(seed);
  std::uniform_int_distribution<int> moment(0, 30);
  auto home = std::make_unique<Home>();
  for (int round = 0; round < kMendKills; ++round) {
    if (round % 6 == 0) {
      home = std::make_unique<Home>();
      home->folder().write("commands.jsonl", text);
    }
    auto casus = home->begin_casus({"apply", "-", "--json"}, (home->folder() / "commands.jsonl").string());
    casus.listen_until_lines(1 + 30 * (round % 6), std::chrono::seconds(60));
    casus.listen(std::chrono::milliseconds(moment(random)));
    casus.kill();
    const auto ran = casus.finish();
    INFO("round " << round << ", store " << home->store().string());
    if (!std::filesystem::exists(home->store())) continue;
    const auto verified = home->type("casus store verify");
    INFO(verified.out << verified.err);
    CHECK(verified.exit == 0);
    CHECK(not_whole(home->store(), sent, ran.out) == std::vector<std::string>{});
    if (ran.out.find('\n') != std::string::npos) CHECK(home->type("casus case show een --json --as Noor").exit == 0);
  }
}

}  // namespace casus::test
