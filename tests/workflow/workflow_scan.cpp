// SPDX-License-Identifier: EUPL-1.2
#include "core/workflow/workflow.hpp"
#include "tests/method/files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/problems.hpp"
#include "tests/support/temp_dir.hpp"
#include "tests/workflow/samples.hpp"

#include <map>
#include <set>

// The workflows that a scan finds, and those that ship.

namespace casus::workflow {
namespace {

using Ids = std::vector<std::string_view>;

std::string named(std::string_view id) {
  return patched(R"([{"op": "replace", "path": "/id", "value": ")" + std::string(id) + R"("}])");
}

Catalogue shipped() { return Catalogue::scan({std::string(CASUS_SOURCE_DIR) + "/workflows"}); }

/// The shipped methods, by id.
std::map<std::string, method::Definition> methods() {
  std::map<std::string, method::Definition> found;
  const std::filesystem::path root(CASUS_SOURCE_DIR);
  for (const auto& file : std::filesystem::recursive_directory_iterator(root / "plugins")) {
    const auto name = file.path().filename().string();
    if (!name.ends_with(".json") || name.ends_with(".schema.json")) continue;
    auto [definition, problems] = method::parse(test::content_of(file.path()));
    INFO(name);
    REQUIRE(lines_of(problems) == std::vector<std::string>{});
    const auto id = definition.id;
    found.emplace(id, std::move(definition));
  }
  return found;
}

}  // namespace

TEST_CASE("a scan finds every workflow directly in its folders", "[workflow]") {
  const test::TempDir dir;
  dir.write("b.json", named("second"));
  dir.write("a.json", named("first"));
  dir.write("workflow.schema.json", "{}");
  dir.write("README.md", "# not a workflow");
  dir.write("scenarios/c.json", "{}");
  const auto catalogue = Catalogue::scan({(dir / "nowhere").string(), dir.path().string(), dir.path().string()});
  REQUIRE(catalogue.entries().size() == 2);
  CHECK(catalogue.entries()[0].path == (dir / "a.json").string());
  CHECK(catalogue.entries()[0].bytes == named("first"));
  CHECK(catalogue.entries()[0].problems == Problems{});
  CHECK(catalogue.ids() == Ids{"first", "second"});
  REQUIRE(catalogue.find("second") != nullptr);
  CHECK(catalogue.find("second")->workflow.id == "second");
  CHECK(catalogue.find("third") == nullptr);
}

TEST_CASE("of two workflows with one id the first good one is used, and the other is told so", "[workflow]") {
  const test::TempDir dir;
  dir.write("own/a.json", patched(R"([{"op": "remove", "path": "/name"}])"));
  const auto first = dir.write("own/b.json", example()).string();
  dir.write("shipped/a.json", example() + "\n");
  dir.write("shipped/broken.json", "{");
  dir.write("shipped/copy.json", example());  // the same file is the same workflow, and nothing to tell
  const auto catalogue = Catalogue::scan({(dir / "own").string(), (dir / "shipped").string()});
  REQUIRE(catalogue.entries().size() == 4);
  CHECK(test::english(catalogue.entries()[0].problems) == Problems{{"", "missing 'name'"}});
  CHECK(catalogue.find("short-review") == &catalogue.entries()[1]);
  CHECK(test::english(catalogue.entries()[2].problems) ==
        Problems{{"/id", "workflow 'short-review' is already given by " + first}});
  CHECK(catalogue.entries()[3].problems.size() == 1);
  CHECK(catalogue.ids() == Ids{"short-review"});
}

TEST_CASE("a workflow file that cannot be read is an entry with its problem", "[workflow]") {
  const test::TempDir dir;
  std::filesystem::create_symlink(dir / "nowhere", dir / "gone.json");
  dir.write("huge.json", std::string((1 << 20) + 1, ' '));
  const auto catalogue = Catalogue::scan({dir.path().string()});
  REQUIRE(catalogue.entries().size() == 2);
  CHECK(test::english(catalogue.entries()[0].problems) ==
        Problems{{"", "cannot read this file: No such file or directory"}});
  CHECK(test::english(catalogue.entries()[1].problems) ==
        Problems{{"", "cannot read this file: larger than 1048576 bytes"}});
  CHECK(catalogue.ids().empty());
}

TEST_CASE("every shipped workflow is good and lies where its id says", "[workflow]") {
  const auto catalogue = shipped();
  for (const auto& entry : catalogue.entries()) {
    INFO(entry.path);
    CHECK(lines_of(entry.problems) == std::vector<std::string>{});
    CHECK(std::filesystem::path(entry.path).stem().string() == entry.workflow.id);
  }
  CHECK(catalogue.ids() == Ids{"intervision", "network-first", "weekly-review"});
}

TEST_CASE("network-first has the network before the plan, the others the plan before the network", "[workflow]") {
  const auto catalogue = shipped();
  for (const auto& entry : catalogue.entries()) {
    INFO(entry.path);
    const auto& workflow = entry.workflow;
    CHECK(workflow.before(Phase::network_involvement, Phase::plan_of_action) == (workflow.id == "network-first"));
    CHECK(workflow.first() == Phase::analysis);
    CHECK(workflow.last() == Phase::evaluation);
  }
}

TEST_CASE("shipped workflows do not repeat the rules that the engine keeps itself", "[workflow]") {
  const std::set<std::string> engine{"R1", "R2", "R3", "R7", "R9"};
  const auto catalogue = shipped();
  for (const auto& entry : catalogue.entries())
    for (const auto& phase : entry.workflow.phases)
      for (const auto& requirement : phase.done_when) {
        INFO(entry.path << " " << requirement.id);
        CHECK_FALSE(engine.contains(requirement.rule));
      }
}

TEST_CASE("the terms of the law are those of the sources", "[workflow]") {
  const auto catalogue = shipped();
  const auto term = [&](std::string_view id) {
    const auto& terms = catalogue.find("weekly-review")->workflow.terms;
    const auto found = std::ranges::find(terms, id, &Term::id);
    REQUIRE(found != terms.end());
    return std::to_string(found->amount) + " " + std::string(key(found->unit)) + " " + std::string(key(found->from)) +
           " " + found->source + (found->basis ? " " + std::string(law_of(*found->basis)) : "") +
           (found->configurable ? "" : " fixed");
  };
  CHECK(term("wmo-personal-plan") == "7 days reported WMO232 Wmo 2015");
  CHECK(term("wmo-investigation") == "6 weeks reported WMO232 Wmo 2015");
  CHECK(term("wmo-decision") == "2 weeks action YON Wmo 2015");
  CHECK(term("retention-wmo") == "15 years ended SCH1 Wmo 2015");
  CHECK(term("retention-wmo-withdrawn") == "6 weeks action SCH1 Wmo 2015");
  CHECK(term("retention-jeugdwet") == "20 years ended ZIN Jeugdwet");
  CHECK(term("retention-wmo-plan") == "5 years ended VHI Wmo 2015");
  CHECK(term("wgs-first-talk") == "4 weeks reported Wgs artikel 4 Wgs");
  CHECK(term("access-request") == "1 months action RDM");
  CHECK(term("destruction-request") == "3 months action KNU Jeugdwet");
}

TEST_CASE("every shipped method fits the workflow that it names, and every workflow its method", "[workflow]") {
  const auto catalogue = shipped();
  const auto known = methods();
  REQUIRE(known.size() == 14);  // with the examples of the guide
  for (const auto& [id, method] : known) {
    INFO(id);
    const auto* entry = catalogue.find(method.workflow);
    REQUIRE(entry != nullptr);
    CHECK(entry->workflow.misfit(method) == std::nullopt);
  }
  for (const auto& entry : catalogue.entries()) {
    INFO(entry.path);
    const auto method = known.find(entry.workflow.method);
    REQUIRE(method != known.end());
    CHECK(entry.workflow.misfit(method->second) == std::nullopt);
  }
}

TEST_CASE("the conference does not fit where the plan comes before the network", "[workflow]") {
  const auto catalogue = shipped();
  const auto known = methods();
  CHECK(catalogue.find("weekly-review")->workflow.misfit(known.at("eigen-kracht/conference")) ==
        std::pair{Phase::network_involvement, Phase::plan_of_action});
}

}  // namespace casus::workflow
