// SPDX-License-Identifier: EUPL-1.2
// A year of learning: what somebody wrote for themselves is in nobody else's page, in no file, and in no byte.
#include "cli/verbs.hpp"
#include "core/desk/desk.hpp"
#include "core/desk/typed/command_text.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace casus::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path kYear = fs::path(CASUS_SOURCE_DIR) / "tests/stories/given/learning_year.jsonl";

/// Everything in the year that is for one person alone, by person.
std::map<std::string, std::set<std::string>> secrets_of_the_year() {
  static const std::map<std::string, std::string> kOwn{
      {"SetOwnGoal", "text"},   {"AddOwnEvidence", "text"}, {"ReviewOwnGoal", "better"},   {"WriteOwnLog", "text"},
      {"WriteOwnLine", "text"}, {"WriteHomework", "text"},  {"FinishHomework", "outcome"}, {"TakeAlong", "text"}};
  std::map<std::string, std::set<std::string>> all;
  for (const auto& line : lines_in(content_of(kYear))) {
    const auto command = json::parse(line);
    const auto kind = command.at("do").get<std::string>();
    if (kind == "AnswerScan")
      for (const auto& one : command.at("answers"))
        if (const auto answer = one.get<std::string>(); answer.starts_with('w'))
          all[command.at("by")].insert(answer.substr(answer.find('=') + 1));
    const auto own = kOwn.find(kind);
    if (own != kOwn.end() && !command.value("offer", false)) all[command.at("by")].insert(command.at(own->second));
  }
  return all;
}

/// The examples of all commands that only show something, as this person types them, in every form that they have.
std::vector<std::string> all_that_shows(const std::string& name) {
  std::vector<std::string> lines;
  for (const auto& entry : cli::all_verbs()) {
    const auto verb = entry.fresh();
    if (!verb->access().reads) continue;
    desk::Slots slots;
    verb->shape(slots);
    auto words = *desk::shell_words(entry.example.in(Lang::en));
    std::vector<std::string> formats{""};
    for (const auto* option : {"--as", "--out", "--format"})
      if (const auto at = std::ranges::find(words, option); at != words.end()) words.erase(at, at + 2);
    for (const auto& slot : slots.all())
      if (slot.name == "--format") formats.emplace_back(" --format html");
    std::string line = "casus";
    for (const auto& word : words) line += ' ' + desk::shell_quoted(word);
    if (!name.empty()) line += " --as " + name;
    for (const auto& format : formats) lines.push_back(line + format);
    lines.push_back(line + " --json");
    lines.push_back(line + " --lang en");
  }
  // And the pages of this year that no example names.
  for (const auto* more : {"learn scan show scan-1", "learn scan mine scan-1", "learn paper show paper-1",
                           "learn paper mine", "learn paper show --aloud", "learn course show course-1",
                           "learn course mine course-1", "learn course sheet b1 --course course-1", "area show area-1",
                           "area show area-2", "learn book history s1", "store info", "team list"})
    for (const auto* form : {"", " --json", " --lang en"})
      lines.push_back("casus " + std::string(more) + form + (name.empty() ? "" : " --as " + name));
  return lines;
}

}  // namespace

TEST_CASE("in a year of learning nobody finds what another wrote, in no output and no byte", "[stories][learning]") {
  const Home home;
  REQUIRE(home.type("casus apply '" + kYear.string() + "' --lang en").exit == 0);
  const auto secrets = secrets_of_the_year();
  REQUIRE(secrets.size() == 5);
  std::size_t all = 0;
  for (const auto& [who, texts] : secrets) all += texts.size();
  CHECK(all >= 40);

  // Each finds their own, so the search does find.
  for (const auto& [who, texts] : secrets) {
    const auto own = home.type("casus learn mine --as " + who + " --json").out +
                     home.type("casus learn scan mine scan-1 --as " + who + " --json").out +
                     home.type("casus learn paper mine --as " + who + " --json").out +
                     home.type("casus learn course mine --as " + who + " --json").out;
    for (const auto& text : texts) {
      INFO(who << ": " << text);
      CHECK(own.find(text) != std::string::npos);
    }
  }
  for (const auto* looks : {"Noor", "Daan", "Ria", "Samira", "Bram", "Mallory", ""}) {
    std::string seen;
    int shown = 0;
    for (const auto& line : all_that_shows(looks)) {
      const auto ran = home.type(line);
      seen += ran.out + ran.err;
      shown += ran.exit == 0 ? 1 : 0;
    }
    if (secrets.contains(looks)) CHECK(shown > 60);
    for (const auto& [who, texts] : secrets)
      for (const auto& text : texts) {
        INFO(looks << " looks for " << who << ": " << text);
        if (who != looks) CHECK(seen.find(text) == std::string::npos);
      }
  }
  // What is made to be taken along, and whatever lies in the home by now.
  for (const auto* line :
       {"casus store backup copy.db", "casus team export acties --out acties.csv --as Noor",
        "casus team calendar --out days.ics --as Noor", "casus learn book show --format html --out book.html --as Noor",
        "casus learn paper show --format html --out paper.html --as Noor",
        "casus learn scan show scan-1 --format html --out scan.html --as Noor",
        "casus area review --format html --out review.html --as Noor"}) {
    const auto ran = home.type(line);
    INFO(line << ran.out << ran.err);
    CHECK(ran.exit == 0);
  }
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(home.folder().path())) {
    if (!entry.is_regular_file()) continue;
    ++files;
    const auto bytes = content_of(entry.path());
    for (const auto& [who, texts] : secrets)
      for (const auto& text : texts) {
        INFO(entry.path().filename().string() << " " << who << ": " << text);
        CHECK(bytes.find(text) == std::string::npos);
      }
  }
  CHECK(files >= 8);
}

TEST_CASE("what is counted for who looks after the store tells nothing of who answered", "[stories][learning]") {
  const Home home;
  for (const auto* line :
       {"casus team init Wijkteam", "casus team add Noor", "casus team add Daan", "casus learn scan start --as Daan"})
    REQUIRE(home.type(line).exit == 0);
  const auto counted = [&] {
    auto info = json::parse(home.type("casus store info --json").out);
    auto proof = json::parse(home.type("casus store verify --json").out);
    CHECK(proof["ok"] == true);
    CHECK(info["events"] > 0);
    info.erase("bytes");  // grows by whole pages
    return info.dump() + proof.dump() + home.type("casus store verify").out;
  };
  const auto before = counted();
  for (const auto* line : {"casus learn scan answer g1=3 --as Noor", "casus learn scan answer g2=3 --as Noor",
                           "casus learn log 'Gelezen' --as Noor"})
    REQUIRE(home.type(line).exit == 0);
  // A stream of their own is the one thing that is new.
  auto after = counted();
  const auto streams = [](const std::string& text) { return text.substr(text.find("\"streams\""), 12); };
  CHECK(streams(before) != streams(after));
  REQUIRE(home.type("casus learn log 'Nog iets gelezen' --as Noor").exit == 0);
  CHECK(counted() == after);
}

}  // namespace casus::test
