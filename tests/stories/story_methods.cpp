// SPDX-License-Identifier: EUPL-1.2
// The example case of every method, as shipped: through `apply`, and through `demo`.
#include "tests/engine/shipped.hpp"
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {
namespace {

using nlohmann::json;

json answered(const Home& home, const std::string& line) {
  const auto ran = home.type(line);
  INFO(line << "\n" << ran.err);
  REQUIRE(ran.exit == 0);
  return json::parse(ran.out);
}

/// The case that an example is about.
std::string case_of(const std::string& method) {
  for (const auto& line : lines_in(content_of(example_of(method))))
    if (const auto command = json::parse(line); command.contains("case")) return command["case"];
  throw std::runtime_error("no case in the example of " + method);
}

/// Phase and step of every step that the method asks for, in the order of its workflow.
std::vector<std::string> promised_steps(const Home& home, const std::string& method) {
  const auto shown = answered(home, "casus method show " + method + " --json");
  const auto workflow = answered(home, "casus workflow show " + shown["workflow"].get<std::string>() + " --json");
  std::vector<std::string> steps;
  for (const std::string phase : workflow["phases"])
    for (const auto& step : shown["phases"][phase]) steps.push_back(phase + " " + step["id"].get<std::string>());
  return steps;
}

std::vector<std::string> entered_steps(const Home& home, const std::string& case_id) {
  std::vector<std::string> steps;
  const auto history = answered(home, "casus case history " + case_id + " --json --as Noor");
  for (const auto& event : history["events"])
    if (event["event"] == "StepEntered")
      steps.push_back(event["phase"].get<std::string>() + " " + event["step"].get<std::string>());
  return steps;
}

bool is_well_formed(const Home& home, const std::string& file) {
  const bool page = file.ends_with(".html");
  // xmllint knows no HTML 5 element and says so; an error of the form has another number and another exit code.
  const auto ran = home.type(std::string("xmllint --noout --nonet ") + (page ? "--html " : "") + "'" + file + "'");
  INFO(file << "\n" << ran.err);
  CHECK(ran.exit == 0);
  for (const auto& line : lines_in(ran.err))
    if (line.find("error") != std::string::npos && line.find("Tag ") == std::string::npos) return false;
  return ran.exit == 0;
}

}  // namespace

TEST_CASE("the example of every method is done to the end, through all its steps in order", "[stories]") {
  for (const auto& method : shipped_methods()) {
    INFO(method);
    const Home home;
    const auto lines = lines_in(content_of(example_of(method))).size();
    const auto ran = home.type("casus apply '" + example_of(method).string() + "' --json");
    CHECK(ran.exit == 0);
    CHECK(ran.err.empty());
    const auto answers = lines_in(ran.out);
    CHECK(answers.size() == lines);
    for (const auto& answer : answers) {
      INFO(answer);
      CHECK(json::parse(answer)["ok"] == true);
    }
    // An example may go on after its closing, as a case does that is opened again: the first round is the method's own.
    auto entered = entered_steps(home, case_of(method));
    const auto promised = promised_steps(home, method);
    if (entered.size() > promised.size()) entered.resize(promised.size());
    CHECK(entered == promised);
    const auto history = answered(home, "casus case history " + case_of(method) + " --json --as Noor");
    CHECK(std::ranges::count_if(history["events"], [](const json& e) { return e["event"] == "CaseClosed"; }) == 1);
    CHECK(home.type("casus store verify").exit == 0);
  }
}

TEST_CASE("the example of every method keeps to its method in every item, with what proves it", "[stories]") {
  for (const auto& method : shipped_methods()) {
    const Home home;
    REQUIRE(home.type("casus apply '" + example_of(method).string() + "'").exit == 0);
    const auto document = answered(home, "casus method fidelity " + case_of(method) + " --json --as Noor");
    REQUIRE(document["methods"].size() == 1);
    CHECK(document["methods"][0]["method"] == method);
    bool proven = false;
    for (const auto& item : document["methods"][0]["items"]) {
      INFO(method << ": " << item.dump());
      CHECK(item["kept"] == true);
      proven = proven || !item["proof"].empty();
    }
    CHECK(proven);
  }
}

TEST_CASE("a case that three methods worked on is one dossier, with all that was said in order", "[stories]") {
  const auto story = std::filesystem::path(CASUS_SOURCE_DIR) / "tests/stories/methods/exchange/commands.jsonl";
  const Home home;
  REQUIRE(home.type("casus apply '" + story.string() + "'").exit == 0);
  REQUIRE(home.type("casus case export huishouden-eik --format md --out d.md --as Noor").exit == 0);
  const auto dossier = content_of(home.folder() / "d.md");
  for (const auto& line : lines_in(content_of(story)))
    if (const auto command = json::parse(line); command["do"] == "Say") {
      INFO(line);
      CHECK(dossier.find(command["text"].get<std::string>()) != std::string::npos);
    }
  std::size_t at = 0;
  for (const auto* part :
       {"## Ronde 1: analyse", "Oplossingsgericht reflecterend team (beschreven), ", "### Presenteren",
        "Oma logeerde toen bij haar zoon.", "dat raakt me.", "## Ronde 1: netwerk betrekken",
        "Eigen Kracht-conferentie (variant).", "Die vraagt nog steeds naar Tim.", "## Ronde 1: plan van aanpak",
        "Tim mag drie weken later beginnen", "De kring was onder elkaar; er is niets vastgelegd.",
        "Oma is twee nachten bij Karel.", "## Ronde 1: evaluatie", "Actieleerset: alleen vragen (variant).",
        "Ik leerde wachten", "## Plan van de kring", "Wat gaat er beter: Tim gaat vier dagen per week"}) {
    INFO(part);
    const auto found = dossier.find(part, at);
    REQUIRE(found != std::string::npos);
    at = found;
  }
}

TEST_CASE("a team that is founded twice by the same commands, and a case, are there once", "[stories]") {
  const Home home;
  const auto line = "casus apply '" + example_of("werf/werf").string() + "' --json";
  const auto first = home.type(line);
  const auto before = answered(home, "casus store info --json");
  const auto second = home.type(line);
  CHECK(second.exit == 0);
  const auto answers = lines_in(second.out);
  CHECK(answers.size() == lines_in(first.out).size());
  for (const auto& answer : answers) CHECK(json::parse(answer)["repeated"] == true);
  CHECK(answered(home, "casus store info --json")["events"] == before["events"]);
}

TEST_CASE("the demo of every method leaves its files, and what it says to type next works", "[stories]") {
  const bool has_xmllint = Home().type("command -v xmllint").exit == 0;
  if (!has_xmllint) WARN("xmllint is not on this machine: the files of the demo are not parsed");
  for (const auto& method : shipped_methods()) {
    INFO(method);
    const Home home;
    const auto ran = home.type("casus demo --method " + method);
    REQUIRE(ran.exit == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out.find("kan niet") == std::string::npos);

    const auto document = answered(home, "casus demo --json --method " + method);  // an earlier demo is replaced
    CHECK(document["refused"] == 0);
    CHECK(document["case"] == case_of(method));
    CHECK(document["files"].size() == 3);
    for (const std::string file : document["files"]) {
      INFO(file);
      CHECK(ran.out.find(file) != std::string::npos);
      CHECK(content_of(file).size() > 1000);
      if (has_xmllint && !file.ends_with(".md")) CHECK(is_well_formed(home, file));
    }
    CHECK(document["next"].size() == 5);
    for (const std::string next : document["next"]) {
      CHECK(ran.out.find("  " + next + "\n") != std::string::npos);
      const auto typed = home.type(next);
      INFO(next << "\n" << typed.err);
      CHECK(typed.exit == 0);
      CHECK(typed.err.empty());
      CHECK(typed.out.size() > 20);
    }
    const auto own = lines_in(ran.out).back();
    INFO(own);
    CHECK(own.starts_with("  casus team init "));
    CHECK(home.type(own).exit == 0);
  }
}

TEST_CASE("the demo keeps out of a folder that holds something else", "[stories]") {
  const Home home;
  home.folder().write("mijn/brief.txt", "van mij");
  const auto ran = home.type("casus demo --out mijn --lang en");
  CHECK(ran.exit == 2);
  CHECK(home.plain(ran.err) ==
        "$HOME/mijn holds something that is not a demo; choose an empty folder with --out\nhelp: casus demo --help\n");
  CHECK(content_of(home.folder() / "mijn/brief.txt") == "van mij");
  CHECK(std::distance(std::filesystem::directory_iterator(home.folder() / "mijn"), {}) == 1);
}

TEST_CASE("a chart is written for who has ECMAScript only, and a drawing of another kind has no data model",
          "[stories]") {
  const Home home;
  for (const auto* line :
       {"casus method diagram werf/werf", "casus workflow diagram weekly-review --method werf/werf"}) {
    const auto ran = home.type(std::string(line) + " --format scxml --datamodel ecmascript");
    CHECK(ran.exit == 0);
    CHECK(ran.out.find("datamodel=\"ecmascript\"") != std::string::npos);
    CHECK(ran.out.find("cond=\"In('calm')\"") != std::string::npos);
    CHECK(home.type(std::string(line) + " --format scxml").out.find("datamodel=\"null\"") != std::string::npos);
    const auto other = home.type(std::string(line) + " --datamodel ecmascript");
    CHECK(other.exit == 2);
    CHECK(other.err.starts_with("Een datamodel hoort bij een kaart in SCXML.\n"));
  }
}

}  // namespace casus::test
