// SPDX-License-Identifier: EUPL-1.2
// Files, each broken in one place as people break them: what is told has a place, says what is wrong and what to
// do, in the language of the reader. The words stand in broken_files.nl.txt and .en.txt.
#include "tests/method/files.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <cstdlib>

namespace casus::test {
namespace {

constexpr const char* kMethodFile = "plugins/kort/ronde.json";
constexpr const char* kWorkflowFile = "workflows/weekly-review.json";
constexpr const char* kScenarioFile = "workflows/scenarios/quiet-child.json";
constexpr const char* kInstrumentFile = "workflows/learning/quickscan.json";

/// One file that ships, changed where `from` stands first.
struct Slip {
  const char* file;
  const char* from;
  const char* to;
};

const std::vector<Slip>& slips() {
  static const std::vector<Slip> all{
      // a method
      {kMethodFile, "\"id\": \"kort/ronde\",", "\"id\": \"kort/ronde\""},
      {kMethodFile, "\"evaluation\"", "evaluation"},
      {kMethodFile, "\"own\"}\n  ],", "\"own\"},\n  ],"},
      {kMethodFile, "\"format\": 2", "\"format\": 3"},
      {kMethodFile, "\"format\": 2,\n", ""},
      {kMethodFile, "\"minutes\": 2", "\"minuts\": 2"},
      {kMethodFile, "\"minutes\": 2", "\"minutes\": \"twee\""},
      {kMethodFile, "\"minutes\": 2", "\"minutes\": 900"},
      {kMethodFile, "\"minutes_mark\": \"own\"", "\"minutes_mark\": \"documented\""},
      {kMethodFile, "\"status\": \"own\"", "\"status\": \"ours\""},
      {kMethodFile, "\"version\": \"1.0.2\"", "\"version\": \"een\""},
      {kMethodFile, "\"workflow\": \"weekly-review\"", "\"workflow\": \"Weekly Review\""},
      {kMethodFile, "\"id\": \"kort/ronde\"", "\"id\": \"lang/ronde\""},
      {kMethodFile, "\"id\": \"kort/ronde\"", "\"id\": \"ronde\""},
      {kMethodFile, "\"nl\": \"Vertellen\", ", ""},
      {kMethodFile, "\"en\": \"Tell\"", "\"en\": \" \""},
      {kMethodFile, "\"speakers\": [\"presenter\", \"resident\"]", "\"speakers\": [\"presenter\", \"coach\"]"},
      {kMethodFile, "\"speakers\": [\"presenter\", \"resident\"]", "\"speakers\": [\"presentor\"]"},
      {kMethodFile, "\"speakers\": [\"presenter\", \"resident\"]", "\"speakers\": []"},
      {kMethodFile, "\"kinds\": [\"fact\", \"wish\", \"strength\"]", "\"kinds\": [\"fact\", \"wsh\"]"},
      {kMethodFile, "\"kinds\": [\"fact\", \"wish\", \"strength\"]", "\"kinds\": [\"fact\", \"fact\"]"},
      {kMethodFile, "\"kinds\": [\"fact\", \"wish\", \"strength\"]", "\"kinds\": [\"fact\", \"advice\"]"},
      {kMethodFile, "\"per_turn\": {\"idea\": 1}", "\"per_turn\": {\"question\": 1}"},
      {kMethodFile, "\"order\": \"turns\", \"per_turn\"", "\"per_turn\""},
      {kMethodFile, "\"people\": {\"min\": 3", "\"people\": {\"min\": 30"},
      {kMethodFile, "\"people\": {\"min\": 3", "\"people\": {\"min\": 6"},
      {kMethodFile, "\"id\": \"ask\"", "\"id\": \"tell\""},
      {kMethodFile, "\"scope\": \"step\", \"at_least\": 1", "\"scope\": \"stap\", \"at_least\": 1"},
      {kMethodFile, "\"scope\": \"step\", \"at_least\": 1", "\"scope\": \"step\", \"at_least\": 0"},
      {kMethodFile, "\"scope\": \"step\", \"at_least\": 1", "\"scope\": \"step\""},
      {kMethodFile, "{\"count\": \"contributions\", \"where\": {\"kind\": \"idea\"}, \"scope\": \"step\"",
       "{\"count\": \"participants\", \"where\": {\"role\": \"member\"}, \"scope\": \"step\""},
      {kMethodFile, "{\"count\": \"contributions\"", "{\"cout\": \"contributions\""},
      {kMethodFile, "{\"kind\": \"idea\"}", "{\"kinds\": \"idea\"}"},
      {kMethodFile, "{\"kind\": \"idea\"}", "{\"kind\": \"wish\"}"},
      {kMethodFile, "Twee minuten.", "3 minuten."},
      {kMethodFile, "  \"phases\": {",
       "  \"kinds\": [{\"kind\": \"plan\", \"name\": {\"nl\": \"Vraag\", \"en\": \"plan\"}}],\n  \"phases\": {"},
      {kMethodFile, "\"workflow\": \"weekly-review\"", "\"workflow\": \"weekly-revue\""},
      {kMethodFile,
       "{\"count\": \"contributions\", \"where\": {\"step\": \"tell\", \"kind\": \"wish\"}, \"at_least\": 1}",
       "{\"count\": \"branches\", \"where\": {\"branch\": \"ideas\"}, \"at_least\": 1}"},
      {kMethodFile,
       "{\"count\": \"contributions\", \"where\": {\"step\": \"tell\", \"kind\": \"wish\"}, \"at_least\": 1}",
       "{\"count\": \"scores\", \"where\": {\"value\": {\"at_least\": 11}}, \"at_least\": 1}"},
      {kMethodFile, "  \"phases\": {",
       "  \"rotations\": [{\"role\": \"chair\", \"per\": \"round\", \"among\": [\"presenter\"], \"mark\": \"own\"}],\n "
       " \"phases\": {"},
      {kMethodFile, "\"kinds\": [\"choice\"],",
       "\"kinds\": [\"choice\", \"vote\"], \"vote\": {\"kinds\": [\"vote\"], \"how\": \"choose\", \"most\": 1, "
       "\"mark\": \"own\"},"},
      {kMethodFile,
       "{\"count\": \"contributions\", \"where\": {\"kind\": \"choice\", \"role\": [\"presenter\", \"resident\"]}, "
       "\"scope\": \"step\", \"at_least\": 1}",
       "{\"every\": \"participants\", \"has\": {\"in\": \"contributions\", \"on\": \"by\", \"where\": {\"kind\": "
       "\"fact\"}, \"scope\": \"step\"}}"},
      {kMethodFile, "\"per_turn\": {\"idea\": 1}", "\"per_turn\": {\"idea\": 1}, \"per_person\": 0"},
      {kMethodFile, "\"nl\": \"teamlid\"", "\"nl\": \"inbrenger\""},
      // a workflow
      {kWorkflowFile, "\"phases\": [", "\"phases\": "},
      {kWorkflowFile, "\"phase\": \"analysis\"", "\"phase\": \"analyse\""},
      {kWorkflowFile, "\"phase\": \"plan_of_action\"", "\"phase\": \"analysis\""},
      {kWorkflowFile, "\"level\": \"soft\"", "\"level\": \"zacht\""},
      {kWorkflowFile, "{\"kind\": \"wish\"}", "{\"kind\": \"sleutelvraag\"}"},
      {kWorkflowFile, "{\"kind\": \"wish\"}", "{\"step\": \"tell\"}"},
      {kWorkflowFile, "\"scope\": \"round\"", "\"scope\": \"step\""},
      {kWorkflowFile, "{\"count\": \"goals\", \"at_least\": 1}", "{\"count\": \"goals\", \"at_least\": 0}"},
      {kWorkflowFile, "{\"professional\": false}, \"at_least\"",
       "{\"professional\": false}, \"scope\": \"phase\", \"at_least\""},
      {kWorkflowFile, "\"method\": \"solution-focused/reflecting-team\"", "\"method\": \"reflecting-team\""},
      {kWorkflowFile, "\"unit\": \"months\"", "\"unit\": \"maanden\""},
      // a scenario
      {kScenarioFile, "\"count\": \"meldcode\"", "\"count\": \"meldkode\""},
      {kScenarioFile, "\"age\": 34", "\"age\": 340"},
      {kScenarioFile, "\"debrief\": \"gibbs\"", "\"debrief\": \"gips\""},
      {kScenarioFile, "\"id\": \"facts-first\"", "\"id\": \"code-kept\""},
      {kScenarioFile, "{\"step\": 4}, \"at_least\": 1", "{\"step\": 4}, \"at_least\": 4, \"at_most\": 3"},
      {kScenarioFile, "\"nl\": \"Een stil kind\", ", ""},
      {kScenarioFile, "\"opening\": {", "\"opnening\": {"},
      {kScenarioFile, "\"facts\": [",
       "\"counters\": [{\"id\": \"rust\", \"name\": {\"nl\": \"rust\", \"en\": \"calm\"}, \"start\": 11, \"moods\": "
       "[{\"from\": 4, \"text\": {\"nl\": \"Hij zit.\", \"en\": \"He sits.\"}}, "
       "{\"from\": 2, \"text\": {\"nl\": \"Hij loopt.\", \"en\": \"He paces.\"}}]}],\n  \"facts\": ["},
      {kScenarioFile, "\"facts\": [",
       "\"counters\": [{\"id\": \"rust\", \"name\": {\"nl\": \"rust\", \"en\": \"calm\"}, \"start\": 5, \"least\": "
       "10}],\n"
       "  \"facts\": ["},
      {kScenarioFile, "\"effects\": [", "\"changes\": {\"rust\": 0}, \"effects\": ["},
      {kScenarioFile, "{\"reached\": {\"phase\": \"plan_of_action\"}}]},",
       "{\"reached\": {\"phase\": \"plan_of_action\"}}]}, \"within\": {\"amount\": 2, \"unit\": \"days\"},"},
      {kScenarioFile, "{\"known\": \"grandfather\"}", "{\"counter\": {\"id\": \"rust\"}}"},
      {kScenarioFile, "{\"known\": \"grandfather\"}",
       "{\"counter\": {\"id\": \"rust\", \"at_least\": 4, \"at_most\": 3}}"},
      // an instrument of the team's learning
      {kInstrumentFile, "\"kind\": \"scan\"", "\"kind\": \"skan\""},
      {kInstrumentFile, "\"nl\": \"Quickscan\",\n", "\"nl\": \"\",\n"},
      {kInstrumentFile, "\"id\": \"quickscan\"", "\"id\": \"Quick scan\""},
      {kInstrumentFile, "\"scales\": [", "\"schalen\": ["},
      {kInstrumentFile, "\"sources\": [", "\"sources\": [[],"},
      {kInstrumentFile, "\"version\": \"1.0.0\",", "\"version\": \"1.0.0\""},
  };
  return all;
}

const char* command_for(const std::string& file) {
  return file == kMethodFile     ? "method check"
         : file == kWorkflowFile ? "workflow check"
         : file == kScenarioFile ? "train check"
                                 : "learn check";
}

/// The folder of this run has another name each time.
Ran checked_in(const Home& home, const std::string& line) {
  auto ran = home.type(line);
  const auto folder = std::filesystem::canonical(home.folder().path()).string() + "/";
  for (std::size_t at; (at = ran.err.find(folder)) != std::string::npos;) ran.err.erase(at, folder.size());
  return ran;
}

void check_told(const std::string& told, const char* name) {
  const auto path = std::filesystem::path(CASUS_SOURCE_DIR) / "tests/stories" / name;
  if (const char* const update = std::getenv("CASUS_UPDATE_GOLDEN"); update != nullptr && *update == '1')
    std::ofstream(path, std::ios::binary) << told;
  CHECK(told == source_file(std::string("tests/stories/") + name));
}

}  // namespace

TEST_CASE("seventy-four broken files are told with place, reason and remedy, in the reader's language", "[stories]") {
  REQUIRE(slips().size() == 74);
  const Home home;
  std::string in_dutch, in_english;
  for (const auto& slip : slips()) {
    auto bytes = source_file(slip.file);
    const auto at = bytes.find(slip.from);
    INFO(slip.file << ": " << slip.from);
    REQUIRE(at != std::string::npos);
    bytes.replace(at, std::string_view(slip.from).size(), slip.to);
    const std::string path = std::string(slip.file) == kMethodFile ? "kort/ronde.json" : "own.json";
    home.folder().write(path, bytes);
    const auto line = std::string("casus ") + command_for(slip.file) + " " + path;
    const auto nl = checked_in(home, line + " --lang nl");
    const auto en = checked_in(home, line + " --lang en");
    INFO(nl.out << nl.err);
    CHECK_FALSE(nl.err.empty());
    CHECK(nl.exit == en.exit);
    CHECK(nl.err != en.err);
    for (const auto& told : lines_in(nl.err)) CHECK(told.find(path + ":") != std::string::npos);
    const auto heading = std::string("# ") + command_for(slip.file) + ": " + slip.from + " -> " + slip.to;
    in_dutch += heading + "\n" + nl.err + "\n";
    in_english += heading + "\n" + en.err + "\n";
  }
  check_told(in_dutch, "broken_files.nl.txt");
  check_told(in_english, "broken_files.en.txt");
}

TEST_CASE("a folder is checked whole, and a schema for the editor may stand above the format", "[stories]") {
  const Home home;
  auto bytes = source_file(kWorkflowFile);
  bytes.insert(bytes.find("\"format\""), "\"$schema\": \"workflow.schema.json\",\n  ");
  home.folder().write("own/a.json", bytes);
  home.folder().write("own/b.json", source_file(kWorkflowFile).replace(20, 0, "x"));
  const auto ran = home.type("casus workflow check own --json");
  INFO(ran.out << ran.err);
  CHECK(ran.exit == 3);
  const auto told = nlohmann::json::parse(ran.out);
  REQUIRE(told["files"].size() == 2);
  CHECK(told["files"][0]["ok"] == true);
  CHECK(told["files"][1]["ok"] == false);
  CHECK(told["files"][1]["problems"][1]["line"] == 3);
  // The same of files that are named one by one.
  const auto named = home.type("casus workflow check own/a.json own/b.json --json");
  CHECK(named.exit == 3);
  CHECK(nlohmann::json::parse(named.out) == told);
  CHECK(home.type("casus workflow check own/a.json --json").out.find("\"files\"") == std::string::npos);
  CHECK(home.type("casus workflow check nergens").exit == 2);
  home.folder().write("leeg/readme.txt", "niets");
  CHECK(home.type("casus workflow check leeg").exit == 2);
}

}  // namespace casus::test
