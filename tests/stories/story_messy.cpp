// SPDX-License-Identifier: EUPL-1.2
// A whole meeting of six cases in ninety minutes, typed as it comes: in a pseudo-terminal, with pastes, mistakes, days,
// unknown names and danger in the middle. The lines and what each comes to stand in guided/messy/lines.txt, and in
// English in guided/messy_en/lines.txt.
#include "tests/stories/program.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

namespace casus::test {
namespace {

using nlohmann::json;

constexpr int kCases = 6;

std::string case_id(int number) { return "2026-00" + std::to_string(number); }

/// A team of five, each case with a question and a place asked for, and the agenda that proposes itself.
void prepare(const Home& home) {
  std::vector<json> lines{{{"do", "FoundTeam"}, {"name", "Wijkteam Voorbeeld"}, {"method", "kort/ronde"}}};
  const std::vector<std::string> team{"Samira", "Noor", "Daan", "Ria", "Bram"};
  for (const auto& name : team) lines.push_back({{"do", "AddMember"}, {"name", name}});
  for (int i = 1; i <= kCases; ++i) {
    const auto by = i % 2 == 1 ? "Noor" : "Daan";
    lines.push_back({{"do", "OpenCase"},
                     {"case", case_id(i)},
                     {"by", by},
                     {"title", "Verzonnen huishouden " + std::to_string(i)},
                     {"privacy", "anonymous"},
                     {"basis", "wmo"},
                     {"purpose", "Een eerste stap"}});
    lines.push_back({{"do", "AskQuestion"},
                     {"case", case_id(i)},
                     {"by", by},
                     {"text", "Wat is de eerste stap?"},
                     {"hoped_for", "Een stap"}});
    lines.push_back({{"do", "AskForPlace"}, {"case", case_id(i)}, {"by", by}});
  }
  std::string text;
  for (const auto& line : lines) text += line.dump() + '\n';
  home.folder().write("given.jsonl", text);
  const auto done = home.type("casus apply given.jsonl && casus meeting plan --as Samira");
  INFO(done.out << done.err);
  REQUIRE(done.exit == 0);
}

struct Step {
  bool refused = false;  ///< not taken as it stands
  bool way_on = false;   ///< what the window said to do instead
  std::string typed;
  std::string shows;
  int number = 0;
};

/// Of a folder under tests/stories/guided.
std::vector<Step> steps(const std::string& folder) {
  std::vector<Step> all;
  int number = 0;
  std::ifstream in(std::filesystem::path(CASUS_SOURCE_DIR) / "tests/stories/guided" / folder / "lines.txt");
  for (std::string line; std::getline(in, line);) {
    ++number;
    const auto bar = line.rfind(" | ");
    if (line.empty() || line.front() == '#') continue;
    INFO("line " << number << ": " << line);
    REQUIRE(bar != std::string::npos);
    Step step{line.starts_with("! "), line.starts_with("> "), line.substr(0, bar), line.substr(bar + 3), number};
    if (step.refused || step.way_on) step.typed.erase(0, 2);
    all.push_back(std::move(step));
  }
  return all;
}

/// As keys: "^P" in front is a paste, "^T" the key Tab.
std::string keys(std::string typed) {
  for (auto at = typed.find("\\n"); at != std::string::npos; at = typed.find("\\n")) typed.replace(at, 2, "\n");
  if (typed.starts_with("^P ")) return "\x1b[200~" + typed.substr(3) + "\x1b[201~";
  if (typed.starts_with("^T")) return '\t' + typed.substr(2) + '\r';
  return typed + '\r';
}

/// What was said in a line, as far as no comma or semicolon parts it; empty where nothing is said.
std::vector<std::string> said_in(const Step& step) {
  std::vector<std::string> all;
  // "ria: ok ik heb geen vraag": nothing of the case.
  if (step.shows.ends_with("liet een beurt voorbijgaan") || step.shows.ends_with("passed a turn")) return all;
  auto rest = step.typed.starts_with("^P ") ? step.typed.substr(3) : step.typed;
  for (auto at = rest.find("\\n"); !rest.empty(); at = rest.find("\\n")) {
    const auto line = rest.substr(0, at);
    rest = at == std::string::npos ? std::string() : rest.substr(at + 2);
    const auto colon = line.rfind(": ");
    const auto from = colon == std::string::npos ? 0 : colon + 2;
    const auto text = line.substr(from, line.find_first_of(";,", from) - from);
    const bool says = colon != std::string::npos || step.typed.starts_with("^P ");
    const bool day = step.typed.starts_with("terugkijken") || step.typed.starts_with("review");
    if (says && !day) all.push_back(text);
  }
  return all;
}

/// Everything that was kept, of the cases and with the team.
std::string kept(const Home& home) {
  std::string all = home.type("casus team list --json --as Samira").out;
  for (int i = 1; i <= kCases; ++i) all += home.type("casus case history " + case_id(i) + " --json --as Samira").out;
  return all;
}

/// Types it all, each line once the one before shows what it came to, and looks whether all of it was kept.
void hold_the_meeting(const Home& home, const std::string& folder, const std::string& begin, const std::string& lang) {
  prepare(home);
  const auto agenda = home.type("casus meeting show --as Samira --json");
  const auto on_agenda = json::parse(agenda.out);
  int cases = 0;
  for (const auto& item : on_agenda["items"]) cases += item.contains("case") ? 1 : 0;
  CHECK(cases == kCases);

  auto at = home.in_terminal({"meeting", "run", "--as", "Samira", "--lang", lang}, 40, 100);
  REQUIRE(at->shows(begin));
  const auto all = steps(folder);
  std::ptrdiff_t refused = 0;
  for (const auto& step : all) {
    at->type(keys(step.typed));
    const bool seen = at->shows(step.shows);
    INFO("line " << step.number << ": " << step.typed << "\nwaited for: " << step.shows << "\nin the window:\n"
                 << at->window());
    REQUIRE(seen);
    refused += step.refused ? 1 : 0;
  }
  CHECK(at->finish() == 0);
  CHECK(all.size() >= 190);
  CHECK(refused * 20 <= static_cast<std::ptrdiff_t>(all.size()));
  const auto everything = kept(home);
  for (const auto& step : all) {
    if (step.refused) continue;
    for (const auto& text : said_in(step)) {
      INFO("line " << step.number << " is lost: " << text);
      CHECK(everything.find(text) != std::string::npos);
    }
  }
  // What the offers and reasons left in no field.
  CHECK(everything.find("because\":\"noor") == std::string::npos);
}

}  // namespace

TEST_CASE("six cases in one meeting, typed as people type: nothing lost, and every refusal has a way on",
          "[stories][guided]") {
  Home home;
  hold_the_meeting(home, "messy", "[Enter: begin ", "nl");
}

TEST_CASE("the same in English", "[stories][guided]") {
  Home home;
  hold_the_meeting(home, "messy_en", "[Enter: start ", "en");
}

}  // namespace casus::test
