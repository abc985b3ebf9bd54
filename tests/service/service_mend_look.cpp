// SPDX-License-Identifier: EUPL-1.2
// The reason that somebody gave for looking is put in other words by who gave it, and destroyed by whose the case is.
#include "core/engine/access.hpp"
#include "core/report/looks_text.hpp"
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

namespace {

struct MendedLook : TeamDesk {
  MendedLook() {
    found_team({"Noor Bakker", "Bram", "Daan"});
    desk.begin();
    house.clock.set("2026-03-03T09:00:00Z");
    REQUIRE(desk.service.look("c-1", {"Daan", CasePart::overview, "GEHEIM gezin van Els", false, Sureness::named}));
    house.clock.set("2026-03-04T09:00:00Z");
  }
  Look last() {
    auto looks = desk.service.looks("c-1");
    REQUIRE(looks.size() == 1);
    return looks.front();
  }
  std::string ref() { return "l" + std::to_string(last().number); }
  Correct better() { return Correct{ref(), "achterwacht", {}, {}, "dat hoort er niet"}; }
  Destroy gone() { return Destroy{ref(), DestroyGround::name, false}; }
  std::string shown() { return report::looks_rows(desk.service.looks("c-1"), state(), Lang::nl, true).front().back(); }
};

}  // namespace

TEST_CASE("who looked puts the reason in other words, and nothing of the one before is left", "[service][mending]") {
  MendedLook it;
  const auto version = it.state().version;
  CHECK(it.shown() == "niet aan tafel, met als reden: GEHEIM gezin van Els (" + it.ref() + ")");
  CHECK(it.does("Noor Bakker", it.better()) == "NotYoursToMend");
  CHECK(it.does("Mallory", it.better()) == "NotYoursToMend");
  CHECK(it.does("Daan", Correct{"l99", "anders", {}, {}, {}}) == "NotFound");
  auto first = it.better();
  CHECK(it.does("Daan", first).empty());
  const auto look = it.last();
  CHECK(look.at == *time_from("2026-03-03T09:00:00Z"));
  CHECK(look.seen.because == "achterwacht");
  CHECK(look.seen.reworded == time_from("2026-03-04T09:00:00Z"));
  CHECK(it.shown() == "niet aan tafel, met als reden: achterwacht (gewijzigd) (" + it.ref() + ")");
  CHECK(it.does("Daan", first) == "NotFound");  // that number is gone
  CHECK(it.state().version == version);
  CHECK(it.desk.store->verify().findings.empty());
}

TEST_CASE("the reason of a look is destroyed by whose the case is", "[service][mending]") {
  MendedLook it;
  CHECK(it.does("Daan", it.gone()) == "NotYoursToMend");
  CHECK(it.does("Bram", it.gone()) == "NotYoursToMend");
  CHECK(it.does("Noor Bakker", it.gone()).empty());
  CHECK(it.last().seen.because == "[\u2026]");
  CHECK(it.last().seen.name == "Daan");
  CHECK(it.desk.store->verify().findings.empty());
}

TEST_CASE("nobody types for another what becomes of the reason of a look", "[service][mending]") {
  MendedLook it;
  Command command{{}, "c-1", "Noor Bakker", {}, std::nullopt, it.gone()};
  command.seat = Typist{"Bram", Sureness::named, {}};
  CHECK(it.desk.service.handle(command).refusal->name == "TypedForAnother");
  CHECK(it.last().seen.because == "GEHEIM gezin van Els");
}
