// SPDX-License-Identifier: EUPL-1.2
// Files that are no good: every problem is told with its place, soon, and nothing is written.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr auto kSoon = std::chrono::seconds(120);  // hangs are found, a busy machine is not

std::string shipped(const std::string& file) { return content_of(fs::path(CASUS_SOURCE_DIR) / file); }

std::string without(json document, const std::string& key) {
  document.erase(key);
  return document.dump();
}

std::string with(json document, const std::string& key, const json& value) {
  document[key] = value;
  return document.dump();
}

struct Bad {
  std::string what;
  std::string bytes;
  std::vector<std::string> told;  ///< all of this must be said
};

/// What any definition can suffer. `good` has the keys "id", "version" and "name".
std::vector<Bad> spoilt_definitions(const std::string& good) {
  const auto document = json::parse(good);
  auto twice = document;
  twice["id"] = 7;
  twice["version"] = json::array();
  twice["nmae"] = "verkeerd gespeld";
  return {
      {"empty", "", {}},
      {"cut off after one byte", good.substr(0, 1), {}},
      {"cut in half", good.substr(0, good.size() / 2), {}},
      {"cut before the last brace", good.substr(0, good.rfind('}')), {}},
      {"not JSON", "dit is geen JSON", {}},
      {"a list", "[]", {}},
      {"a number", "1", {}},
      {"an empty object", "{}", {"format"}},
      {"no format", without(document, "format"), {"format"}},
      {"another format", with(document, "format", 3), {"/format"}},
      {"an unknown key", with(document, "nmae", "x"), {"nmae", "name"}},
      {"three things at once", twice.dump(), {"/id", "/version", "nmae"}},
      {"a name that is a list", with(document, "name", json::array()), {"/name"}},
      {"bytes that are no UTF-8", good.substr(0, 20) + "\xff\xfe" + good.substr(20), {}},
      {"a text that is no UTF-8", "{\"format\": 1, \"id\": \"\xc3\x28\"}", {}},
      {"a zero byte", good.substr(0, 20) + std::string(1, '\0') + good.substr(20), {}},
      {"a hundred thousand brackets", std::string(100'000, '['), {}},
      {"deep objects",
       [] {
         std::string deep;
         for (int i = 0; i < 5'000; ++i) deep += "{\"a\":";
         return deep;
       }(),
       {}},
  };
}

fs::path huge(const Home& home, const std::string& name) {
  const auto file = home.folder().write(name, "{");
  fs::resize_file(file, 100 * 1024 * 1024);  // takes no room on disk
  return file;
}

/// A home with a case in it; what is there before and after must be the same.
class Kept {
 public:
  Kept() {
    home.folder().write("given.jsonl", shipped("tests/stories/given/presenting.jsonl"));
    REQUIRE(home.type("casus apply given.jsonl").exit == 0);
    before_ = state();
  }
  void check() const { CHECK(state() == before_); }

  const Home home;

 private:
  std::string state() const {
    const auto info = json::parse(home.type("casus store info --json").out);
    return info["events"].dump() + " events, " + info["commands"].dump() + " commands, " + info["streams"].dump() +
           " streams";
  }
  std::string before_;
};

}  // namespace

TEST_CASE("a workflow that is no good is refused with the place of every problem", "[stories]") {
  const Kept kept;
  for (const auto& bad : spoilt_definitions(shipped("workflows/weekly-review.json"))) {
    INFO(bad.what);
    kept.home.folder().write("mijn.json", bad.bytes);
    const auto ran = kept.home.begin("casus workflow check mijn.json").finish(kSoon);
    INFO(ran.out << ran.err);
    CHECK(ran.exit == 3);
    CHECK(ran.out.empty());
    REQUIRE(!ran.err.empty());
    for (const auto& line : lines_in(ran.err)) CHECK(line.starts_with("mijn.json:"));
    for (const auto& told : bad.told) CHECK(ran.err.find(told) != std::string::npos);

    const auto machine = kept.home.begin("casus workflow check mijn.json --json").finish(kSoon);
    CHECK(machine.exit == 3);
    const auto document = json::parse(machine.out);
    CHECK(document["ok"] == false);
    CHECK(document["problems"].size() == lines_in(ran.err).size());
  }
  kept.check();
}

TEST_CASE("a workflow file that is not there, is a folder or is huge is told so at once", "[stories]") {
  const Home home;
  huge(home, "huge.json");
  fs::create_directory(home.folder() / "map");
  const std::map<std::string, std::string> told{
      {"nergens.json", "nergens.json is niet te lezen: het bestaat niet"},
      {"map", "in map staat geen JSON-bestand om na te kijken; geef een bestand, of een map ermee"},
      {"huge.json", "huge.json is groter dan 1 MB, en zo groot wordt dit niet; kijk of dit het goede bestand is"}};
  for (const auto& [file, sentence] : told) {
    const auto ran = home.begin("casus workflow check " + file).finish(kSoon);
    CHECK(ran.exit == 2);
    CHECK(lines_in(ran.err).at(0) == sentence);
  }
}

TEST_CASE("a method that is no good is listed with its problems, and the others stay usable", "[stories]") {
  Kept kept;
  const auto good = shipped("plugins/werf/werf.json");
  Home home;
  home.set("CASUS_PLUGINS", (home.folder() / "mijn").string());
  auto cases = spoilt_definitions(good);
  for (const auto& bad : cases) {
    INFO(bad.what);
    home.folder().write("mijn/proef/proef.json", bad.bytes);
    const auto ran = home.begin("casus method list").finish(kSoon);
    INFO(ran.out << ran.err);
    CHECK(ran.exit == 3);
    CHECK(ran.out.find("werf/werf") != std::string::npos);
    REQUIRE(!ran.err.empty());
    for (const auto& line : lines_in(home.plain(ran.err))) CHECK(line.starts_with("$HOME/mijn/proef/proef.json:"));
    for (const auto& told : bad.told) CHECK(ran.err.find(told) != std::string::npos);
  }
  huge(home, "mijn/proef/proef.json");
  const auto ran = home.begin("casus method list").finish(kSoon);
  INFO(ran.err);
  CHECK(ran.exit == 3);
  CHECK(lines_in(ran.err).size() == 1);
  CHECK_FALSE(fs::exists(home.store()));
}

TEST_CASE("of a file that is wrong on each line the first lines are told, and how many more", "[stories]") {
  const Kept kept;
  std::string bytes;
  for (int line = 0; line < 1000; ++line) bytes += "{\"doe\":\"Say\"}\n";
  kept.home.folder().write("c.jsonl", bytes);
  const auto ran = kept.home.begin("casus apply c.jsonl").finish(kSoon);
  INFO(ran.err);
  CHECK(ran.exit == 2);
  CHECK(ran.err.find("c.jsonl: regel 20: ") != std::string::npos);
  CHECK(ran.err.find("c.jsonl: regel 21: ") == std::string::npos);
  CHECK(ran.err.find("En nog 980 regels die niet kloppen.\n") != std::string::npos);
  // A program gets them all.
  CHECK(lines_in(kept.home.begin("casus apply c.jsonl --json").finish(kSoon).out).size() == 1000);
  kept.check();
}

TEST_CASE("a file with a bad command is refused whole, with every line that is wrong", "[stories]") {
  const Kept kept;
  const std::string good = R"({"do":"Say","case":"2026-001","by":"Noor","kind":"fact","text":"Zij heeft een zus"})";
  const std::vector<Bad> all{
      {"cut off", good.substr(0, good.size() - 2), {"regel 3"}},
      {"no object", "[1]", {"regel 3"}},
      {"no command", R"({"case":"2026-001","by":"Noor"})", {"regel 3: 'do' ontbreekt"}},
      {"an unknown command", R"({"do":"Sya","case":"2026-001","by":"Noor","text":"x"})", {"/do", "Say"}},
      {"an unknown key", R"({"do":"Say","case":"2026-001","by":"Noor","kind":"fact","txet":"x"})", {"txet", "text"}},
      {"wrong types",
       R"({"do":"Say","case":2026,"by":["Noor"],"kind":"fact","text":7,"on":"ooit"})",
       {"/case", "/by", "/text", "/on"}},
      {"a key twice", R"({"do":"Say","do":"Say","case":"2026-001","by":"Noor","kind":"fact","text":"x"})", {"do"}},
      {"no UTF-8",
       "{\"do\":\"Say\",\"case\":\"2026-001\",\"by\":\"Noor\",\"kind\":\"fact\",\"text\":\"\xc3\x28\"}",
       {}},
      {"a control character",
       R"({"do":"Say","case":"2026-001","by":"Noor","kind":"fact","text":"\u001b[2J"})",
       {"/text"}},
      {"deep", R"({"do":"Say","case":)" + std::string(100'000, '['), {}},
      {"a line of two megabytes",
       R"({"do":"Say","case":"2026-001","by":"Noor","kind":"fact","text":")" + std::string(2 << 20, 'a') + "\"}",
       {"regel 3"}},
      {"a number that is too large", R"({"do":"GiveScore","case":"2026-001","by":"Noor","value":1e999})", {}},
  };
  for (const auto& bad : all) {
    INFO(bad.what);
    kept.home.folder().write("c.jsonl", good + "\n\n" + bad.bytes + "\n" + good + "\n" + "{}\n");
    const auto ran = kept.home.begin("casus apply c.jsonl").finish(kSoon);
    INFO(ran.out << ran.err);
    CHECK(ran.exit == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("c.jsonl: regel 3: ") != std::string::npos);
    CHECK(ran.err.find("c.jsonl: regel 5: 'do' ontbreekt; zet 'do' erbij\n") !=
          std::string::npos);  // the other problem is told as well
    CHECK(ran.err.find("regel 1:") == std::string::npos);
    CHECK(ran.err.find("regel 4:") == std::string::npos);
    CHECK(ran.err.size() < 20'000);
    CHECK(lines_in(ran.err).back() ==
          "er is niets gedaan; verbeter deze regels en probeer het opnieuw met het bestand");
    for (const auto& told : bad.told) CHECK(ran.err.find(told) != std::string::npos);
  }
  huge(kept.home, "huge.jsonl");
  const auto ran = kept.home.begin("casus apply huge.jsonl").finish(kSoon);
  CHECK(ran.exit == 2);
  CHECK(lines_in(ran.err).at(0) == "huge.jsonl is groter dan 64 MB; splits het bestand en geef de delen een voor een");
  kept.check();
}

TEST_CASE("a bad file makes no store where there was none", "[stories]") {
  const Home home;
  home.folder().write("c.jsonl", "{\n");
  CHECK(home.type("casus apply c.jsonl").exit == 2);
  CHECK(home.type("casus apply nergens.jsonl").exit == 2);
  CHECK_FALSE(fs::exists(home.store().parent_path()));
}

TEST_CASE("what is no regular file is refused and not waited for, whatever reads it", "[stories]") {
  const Home home;
  REQUIRE(home.type("casus team init T && mkfifo pijp").exit == 0);
  for (const std::string verb : {"apply", "simulate --assumptions", "simulate --resume", "train debrief", "train apply",
                                 "case take-over", "store keys restore"})
    for (const std::string file : {"pijp", "/dev/zero"}) {
      CAPTURE(verb, file);
      const auto ran = home.begin("timeout 20 casus " + verb + ' ' + file).finish(kSoon);
      CHECK((ran.exit == 2 || ran.exit == 3));
      CHECK(ran.err.find("opslagbestand") == std::string::npos);
    }
}

TEST_CASE("a line that was done before is not told as done now", "[stories]") {
  const Home home;
  home.folder().write("c.jsonl", R"({"id":"x1","do":"FoundTeam","name":"T","by":"Noor","at":"2026-03-02T10:00:00Z"})"
                                 "\n");
  const auto first = home.type("casus apply c.jsonl");
  CHECK(first.out.find("regel 1: team gedaan") != std::string::npos);
  const auto second = home.type("casus apply c.jsonl");
  CHECK(second.exit == first.exit);
  CHECK(second.out.find("was al gedaan; er is niets veranderd") != std::string::npos);
  CHECK(first.out.find("\n1 gedaan, 0 geweigerd") != std::string::npos);
  CHECK(second.out.find("\n0 gedaan, 1 al eerder gedaan, 0 geweigerd") != std::string::npos);
}

}  // namespace casus::test
