// SPDX-License-Identifier: EUPL-1.2
// The reason that somebody gave for looking is put in other words by who gave it, and destroyed by whose the case is.
#include "core/engine/access/access.hpp"
#include "core/model/retention/retention_terms.hpp"
#include "core/report/history/looks_text.hpp"
#include "tests/service/house.hpp"

#include <algorithm>
#include <string>
#include <string_view>

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
  std::string shown() {
    return report::looks_rows(desk.service.looks("c-1"), state(), Lang::nl, report::LooksFor::numbered).front().back();
  }
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

TEST_CASE("why a case was erased is destroyed by two, and that it was erased stays", "[service][mending]") {
  MendedLook it;
  const auto look = it.ref();
  REQUIRE(it.does("Noor Bakker", EraseCase{"GEHEIM het gezin van Els gaat weg", "Bram"}).empty());
  const auto erasure = [&] { return it.desk.service.erasures("c-1").back(); };
  const auto before = erasure();
  REQUIRE(before.number > 0);
  const auto ref = "l" + std::to_string(before.number);
  CHECK_THAT(report::erasures_text(it.desk.service.erasures("c-1"), Lang::nl),
             Catch::EndsWith("; reden: GEHEIM het gezin van Els gaat weg (" + ref + ")\n"));
  // The resident reads the day as people say it, and no number: that is for who may put the reason right.
  const auto read = report::erasures_text(it.desk.service.erasures("c-1"), Lang::nl, report::LooksFor::resident);
  CHECK_THAT(read, Catch::EndsWith("; reden: GEHEIM het gezin van Els gaat weg\n"));
  CHECK_THAT(read, Catch::Contains(" maart 2026: ") && !Catch::Contains("2026-03"));
  const Destroy gone{ref, DestroyGround::name, false};
  CHECK(it.does("Mallory", gone) == "NotYoursToMend");
  Command typed{{}, "c-1", "Noor Bakker", {}, std::nullopt, gone};
  typed.seat = Typist{"Daan", Sureness::named, {}};
  CHECK(it.desk.service.handle(typed).refusal->name == "TypedForAnother");
  CHECK(it.does("Noor Bakker", Correct{ref, "op verzoek", {}, {}, "zonder naam"}) == "CaseErased");
  CHECK(erasure().done.because == "GEHEIM het gezin van Els gaat weg");

  for (const std::string with : {"", "bram", "Mallory"})
    CHECK(it.does("Bram", Destroy{ref, DestroyGround::name, false, with}) == "SecondPersonNeeded");
  const auto with = [&](const std::string& name) {
    return it.does("Bram", Destroy{ref, DestroyGround::name, false, name});
  };
  it.house.clock.set("2026-03-04T09:30:00Z");
  it.tells(AddMember{{"Mo", ""}});
  CHECK(with("Mo") == "SecondPersonNeeded");  // came since, and today
  CHECK(erasure().done.because == "GEHEIM het gezin van Els gaat weg");
  CHECK(with("daan").empty());
  CHECK(erasure().done.because == "[\u2026]");
  CHECK(erasure().done.forgotten == time_from("2026-03-04T09:30:00Z"));
  CHECK(erasure().done.forgotten_by == "Bram");
  CHECK(erasure().done.forgotten_with == "Daan");
  CHECK_THAT(report::erasures_text(it.desk.service.erasures("c-1"), Lang::nl),
             Catch::Contains("die reden is vernietigd") && Catch::EndsWith("door Bram, samen met Daan\n"));
  CHECK(erasure().done.by == "Noor Bakker");
  CHECK(erasure().done.with == "Bram");
  CHECK(erasure().at == before.at);
  CHECK(erasure().number == 0);
  CHECK(it.does("Bram", gone) == "NotFound");  // that number is gone
  // The case is nobody's any more: the reason of a look is the team's to destroy.
  CHECK(it.does("Mallory", Destroy{look, DestroyGround::name, false}) == "NotYoursToMend");
  CHECK(it.does("Daan", Destroy{look, DestroyGround::name, false}).empty());
  for (const auto& event : it.desk.store->read("access/c-1"))
    CHECK(event.payload.value_or("").find("GEHEIM") == std::string::npos);
  CHECK(it.desk.store->verify().findings.empty());
}

TEST_CASE("by which law a case was erased is not destroyed", "[service][mending]") {
  MendedLook it;
  const auto& law = retention_terms().front().law;
  REQUIRE(it.does("Noor Bakker", EraseCase{law, "Bram"}).empty());
  CHECK(it.desk.service.erasures("c-1").back().number == 0);
  const auto stored = it.desk.store->read("access/c-1");
  const auto record = std::ranges::find(stored, std::string_view(ErasureRecorded::kName),
                                        [](const store::StoredEvent& one) { return std::string_view(one.type); });
  REQUIRE(record != stored.end());
  CHECK(it.does("Noor Bakker", Destroy{"l" + std::to_string(record->number), DestroyGround::name, false}) ==
        "NotFound");
  CHECK(it.desk.service.erasures("c-1").back().done.because == law);
}
