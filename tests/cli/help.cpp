// SPDX-License-Identifier: EUPL-1.2
#include "cli/typed/help.hpp"

#include "cli/program.hpp"
#include "cli/typed/tree.hpp"
#include "cli/verbs.hpp"
#include "core/page/layout.hpp"
#include "tests/support/catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace casus::test {

namespace {

using desk::Slots;
using nlohmann::json;

cli::Inside asked(std::vector<std::string> line, Lang lang = Lang::en) {
  return cli::run_inside(line, cli::Globals{.lang = lang});
}

std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  while (!path.empty()) {
    const auto end = std::min(path.find(' '), path.size());
    parts.emplace_back(path.substr(0, end));
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  return parts;
}

std::set<std::string> every_path() {
  std::set<std::string> paths{""};
  for (const auto& entry : cli::all_verbs()) {
    std::string path;
    for (const auto& part : parts_of(entry.path)) {
      path += (path.empty() ? "" : " ") + part;
      paths.insert(path);
    }
  }
  return paths;
}

}  // namespace

TEST_CASE("help as a document tells of every noun and verb what the words and options are", "[cli]") {
  for (const auto& path : every_path()) {
    INFO(path);
    auto line = parts_of(path);
    line.insert(line.end(), {"--help", "--json"});
    const auto ran = asked(line);
    CHECK(ran.code == cli::kDone);
    const auto told = json::parse(ran.said);
    CHECK(told["path"] == path);
    CHECK_FALSE(told["about"].get<std::string>().empty());
    CHECK(std::ranges::any_of(told["always"], [](const json& one) { return one["name"] == "--json"; }));
    const auto& all = cli::all_verbs();
    const auto entry = std::ranges::find(all, path, &desk::Entry::path);
    CHECK(told.contains("takes") == (entry != all.end()));
    CHECK(told.contains("below") == (entry == all.end()));
    if (entry == all.end()) continue;
    const auto verb = entry->fresh();
    Slots slots;
    verb->shape(slots);
    REQUIRE(told["takes"].size() == slots.all().size());
    for (std::size_t i = 0; i < slots.all().size(); ++i) {
      CHECK(told["takes"][i]["name"] == slots.all()[i].name);
      CHECK(told["takes"][i]["required"] == slots.all()[i].required);
      CHECK(told["takes"][i].contains("choices") == !slots.all()[i].choices.empty());
    }
  }
}

TEST_CASE("help says of an option that the rules refuse to go without that it is required", "[cli]") {
  const std::vector<std::pair<std::string, std::vector<std::string>>> without{
      {"case open", {"--privacy", "--basis", "--purpose"}},
      {"case transfer", {"--to", "--told", "--because", "--out"}},
      {"plan action", {"--who", "--checks"}},
      {"case file", {"--out"}},
      {"team export", {"--out"}},
      {"case call-back", {"--because"}},
      {"case pause", {"--because", "--until"}},
      {"case reopen", {"--because"}},
      {"case basis-drop", {"--because"}},
      {"case lift", {"--told", "--because"}},
      {"case safety clear", {"--because"}},
      {"team correct", {"--because"}},
      {"team withdraw", {"--because"}},
      {"team restore", {"--because"}},
      {"team close", {"--because"}},
      {"team reopen", {"--because"}},
      {"team take-in", {"--with", "--told", "--because"}}};
  for (const auto& [path, options] : without) {
    const auto entry = std::ranges::find(cli::all_verbs(), path, &desk::Entry::path);
    REQUIRE(entry != cli::all_verbs().end());
    const auto verb = entry->fresh();
    Slots slots;
    verb->shape(slots);
    for (const auto& slot : slots.all()) {
      CAPTURE(path, slot.name);
      if (slot.kind != desk::Slot::Kind::option) continue;
      const bool needed = std::ranges::count(options, slot.name) == 1;
      CHECK(cli::about_slot(slot, Lang::en).ends_with("; required") == needed);
      // And it is asked for at once, at a terminal and in a form.
      if (needed) CHECK((slot.required || slot.usual));
    }
  }
}

TEST_CASE("a line to type of every command stays whole on a page, also without an option", "[cli]") {
  for (const auto name : cli::names_below("")) {
    const auto line = "casus " + std::string(name) + " iets anders";
    CAPTURE(line);
    CHECK(page::paragraph("", "Zie: " + line, 12) == "Zie:\n" + line + '\n');
  }
}

TEST_CASE("help can be asked as a word too", "[cli]") {
  CHECK(asked({"help"}).said == asked({"--help"}).said);
  CHECK(asked({"help", "case"}).said == asked({"case", "--help"}).said);
  CHECK(asked({"help", "case", "safety", "acute"}).said == asked({"case", "safety", "acute", "--help"}).said);
  CHECK(asked({"help", "case", "say", "--json"}).said == asked({"case", "say", "--help", "--json"}).said);
  CHECK(asked({"help", "case"}).code == cli::kDone);
  const auto odd = asked({"help", "cas"});
  CHECK(odd.code == cli::kUsage);
  CHECK(odd.said.starts_with("there is no 'cas' (did you mean 'case'?)"));
}

}  // namespace casus::test
