// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/explain/explain.hpp"
#include "tests/service/house.hpp"
#include "tests/service/migrated.hpp"

#include <fstream>

using namespace casus;
using namespace casus::test;

namespace {

void replace_in(const std::filesystem::path& file, const std::string& from, const std::string& to) {
  auto text = content_of(file);
  const auto place = text.find(from);
  REQUIRE(place != std::string::npos);
  text.replace(place, from.size(), to);
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a case goes on with the content it began with, whatever becomes of the file", "[service]") {
  const House house;
  std::string hash;
  {
    Desk before(house);
    before.begin();
    CHECK(before.service.changed_definitions(before.service.open("c-1")).empty());
    hash = before.service.open("c-1").method(Phase::analysis).hash;
  }
  replace_in(house.method_file(), "\"version\": \"1.2.3\"", "\"version\": \"1.3.0\"");
  {
    Desk after(house);
    REQUIRE(after.methods.find("werf/werf") != nullptr);
    CHECK(after.methods.find("werf/werf")->definition.version == "1.3.0");
    const auto c = after.service.open("c-1");
    CHECK(c.method(Phase::analysis).hash == hash);
    CHECK(after.service.library().pinned_method(c.method(Phase::analysis))->version == "1.2.3");
    const auto changed = after.service.changed_definitions(c);
    REQUIRE(changed.size() == 1);
    CHECK(changed.front().id == "werf/werf");
    CHECK(changed.front().pinned == "1.2.3");
    CHECK(changed.front().offered == "1.3.0");
    const auto newer = after.service.newer_definitions(c);
    REQUIRE(newer.size() == 1);
    const auto told = newer.front().in(Lang::en);
    CAPTURE(told);
    CHECK(told.starts_with(
        "There is a newer version of werf/werf on this computer: 1.3.0. This case works with 1.2.3. To take the new "
        "one: "));
    CHECK(told.find("adopt") != std::string::npos);
    CHECK_FALSE(engine::explain(after.service.open("c-1"), after.service.library(), "Bram", house.clock.now()).stuck);
    CHECK(after.does("Bram", AdoptDefinitions{}).done());
    CHECK(after.service.changed_definitions(after.service.open("c-1")).empty());
    CHECK(after.service.newer_definitions(after.service.open("c-1")).empty());
    CHECK(after.service.open("c-1").method(Phase::evaluation).version == "1.3.0");
  }
  // What it moved onto is kept just as well.
  std::filesystem::remove(house.method_file());
  Desk without(house);
  const auto c = without.service.open("c-1");
  CHECK(without.service.library().pinned_method(c.method(Phase::analysis))->version == "1.3.0");
  const auto changed = without.service.changed_definitions(c);
  REQUIRE(changed.size() == 1);
  CHECK(changed.front().offered.empty());
  const auto said = without.service.kept_in_use(c);
  REQUIRE(said.size() == 1);
  CHECK(said.front().in(Lang::nl) ==
        "Het bestand van werf/werf op deze computer is stuk of weg. Deze casus gaat verder met versie 1.3.0, zoals die "
        "bij "
        "de casus bewaard is.");
  // What keeps it back is what the method asks for, and no longer that there is no method.
  CHECK(without.does("Bram", NextStep{"haast"}).refusal.value().name == "StepNotDone");
}

TEST_CASE("a case goes on when its method and its workflow are broken", "[service]") {
  const House house;
  {
    Desk before(house);
    before.begin();
  }
  replace_in(house.method_file(), "\"version\"", "\"versie\"");
  replace_in(house.folder / "workflows/intervision.json", "\"version\"", "\"versie\"");
  Desk after(house);
  REQUIRE(after.methods.find("werf/werf") == nullptr);
  REQUIRE(after.workflows.find("intervision") == nullptr);
  CHECK(after.service.kept_in_use(after.service.open("c-1")).size() == 2);
  CHECK_FALSE(engine::explain(after.service.open("c-1"), after.service.library(), "Bram", house.clock.now()).stuck);
  CHECK(after.does("Bram", NextStep{"haast"}).refusal.value().name == "StepNotDone");
}

TEST_CASE("of a method whose file is broken it is said that it is, and where, and not that there is none",
          "[service]") {
  const House house;
  {
    Desk before(house);
    before.begin();
  }
  replace_in(house.method_file(), "\"version\"", "\"versie\"");
  Desk after(house);
  const auto adopting = after.does("Bram", AdoptDefinitions{}).refusal.value();
  CHECK(adopting.name == "MethodBroken");
  const auto told = adopting.reason.in(Lang::nl);
  CAPTURE(told);
  CHECK(told.starts_with("Methode 'werf/werf' staat er wel, maar is niet te gebruiken: "));
  CHECK(told.find("werf.json: ") != std::string::npos);
  CHECK(after.does("Bram", ChangeMethod{"werf/werf", {}, {}}).refusal.value().name == "MethodBroken");
  std::filesystem::remove(house.method_file());
  Desk without(house);
  CHECK(without.does("Bram", AdoptDefinitions{}).refusal.value().name == "MethodUnknown");
}

TEST_CASE("a definition is kept once, by its content", "[service]") {
  const House house;
  Desk desk(house, some_store(house));
  desk.begin("c-1");
  desk.begin("c-2");
  CHECK(desk.store->streams("definition/").size() == 2);
  for (const auto& stream : desk.store->streams("definition/")) CHECK(desk.store->head(stream) == 1);
}

TEST_CASE("what the first program kept of a method and a workflow still leads the cases that began with it",
          "[service]") {
  const House house;
  const TempDir folder;
  Desk desk(house, migrated(folder));
  for (const auto* const id : {"a", "c", "d"}) {
    const auto c = desk.service.open(id);
    CHECK(desk.service.library().pinned_workflow(c.workflow) != nullptr);
    for (const auto phase : kAllPhases) {
      INFO(id << ' ' << key(phase));
      const auto* method = desk.service.library().pinned_method(c.method(phase));
      REQUIRE(method != nullptr);
      CHECK(method->version == "1.0.0");
      CHECK_FALSE(method->steps(phase).empty());
    }
  }
}
