// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

#include <algorithm>

// Who goes, comes back and leads while a case is on the table: asked once, done by Enter, put back by one word.

namespace casus::test {
namespace {

struct Seats : ShortRound {
  std::string offer() { return meeting.now().offered_line().value_or(std::string()); }
  bool present(const std::string& name) { return std::ranges::count(meeting.now().room->present, name) == 1; }
  std::string chair() { return meeting.now().room->chair; }
};

}  // namespace

TEST_CASE("who leads hands over and goes by one Enter, and one word puts both back", "[desk][guided][R3]") {
  Seats at;
  at.after("samira moet nu echt weg, daan neemt het over");
  CHECK(at.offer() == "weg Samira, voorzitter Daan");
  CHECK(at.present("Samira"));
  CHECK(at.chair() == "Samira");
  CHECK(has(at.after(""), "toch niet? Typ: ongedaan"));
  CHECK_FALSE(at.present("Samira"));
  CHECK(at.chair() == "Daan");
  CHECK(at.waiting().empty());
  at.after("ongedaan");
  CHECK(at.present("Samira"));
  CHECK(at.chair() == "Samira");
  CHECK(at.said().empty());
}

TEST_CASE("nobody goes when the other cannot lead", "[desk][guided][R3]") {
  Seats at;
  // Noor brought this case in.
  at.after("samira moet weg, noor neemt het over");
  at.after("");
  CHECK(at.present("Samira"));
  CHECK(at.chair() == "Samira");
}

TEST_CASE("who leads next is said in a name or a sentence", "[desk][guided][R3]") {
  for (const auto* answer : {"daan", "daan neemt het over", "daan leidt verder", "weg samira, voorzitter daan"}) {
    CAPTURE(answer);
    Seats at;
    CHECK(has(at.after("samira moet weg"), "Samira leidt het overleg, en gaat van tafel?"));
    at.after(answer);
    CHECK_FALSE(at.present("Samira"));
    CHECK(at.chair() == "Daan");
    CHECK(at.waiting().empty());
  }
}

TEST_CASE("who is away for a moment may stay, go and come back", "[desk][guided]") {
  Seats at;
  CHECK(has(at.after("ria is even weg, telefoon"), "is Ria even weg?"));
  at.after("nee");
  CHECK(at.present("Ria"));
  CHECK(at.waiting().empty());
  at.after("ria is even weg, telefoon");
  at.after("");
  CHECK_FALSE(at.present("Ria"));
  at.after("ria is er weer");
  at.after("");
  CHECK(at.present("Ria"));
  CHECK(at.said().empty());
}

TEST_CASE("undo behind somebody who left is about them, and about nothing that was said", "[desk][guided]") {
  Seats at;
  at.after("noor: Zij slaapt slecht");
  at.after("weg ria");
  CHECK_FALSE(at.present("Ria"));
  at.after("ongedaan");
  CHECK(at.present("Ria"));
  CHECK(at.said().size() == 1);
}

TEST_CASE("undo twice behind somebody who came, left or led is as it was, and takes back no line",
          "[desk][guided][mending]") {
  Seats at;
  at.after("noor: Zij slaapt slecht");
  at.after("weg ria");
  for (const bool there : {true, false, true, false}) {
    at.after("ongedaan");
    CHECK(at.present("Ria") == there);
    CHECK(at.said() == std::vector<std::string>{"Noor fact: Zij slaapt slecht"});
  }
  at.after("erbij ria");
  CHECK(at.present("Ria"));
  at.after("ongedaan");
  CHECK_FALSE(at.present("Ria"));
  at.after("ongedaan");
  CHECK(at.present("Ria"));
  at.after("voorzitter daan");
  CHECK(at.chair() == "Daan");
  for (const auto* leads : {"Samira", "Daan", "Samira"}) {
    at.after("ongedaan");
    CHECK(at.chair() == leads);
  }
  CHECK(at.said().size() == 1);
  // Behind what was said since, it is about that.
  at.after("weg ria");
  at.after("ongedaan");
  at.after("noor: Zij eet slecht");
  at.after("ongedaan");
  CHECK(at.present("Ria"));
  CHECK(at.said().size() == 1);
}

TEST_CASE("undo behind the resident who came or left is about them, and takes back no line",
          "[desk][guided][mending]") {
  Seats at;
  const auto sits = [&](const std::string& name) {
    const auto it = at.now();
    const auto* person = it.person(name);
    return person != nullptr && person->at_table() && person->has(Role::resident);
  };
  at.after("noor: Zij slaapt slecht");
  at.after("erbij inwoner");
  REQUIRE(sits("inwoner"));
  for (const bool there : {false, true, false, true}) {
    at.after("ongedaan");
    CHECK(sits("inwoner") == there);
    CHECK(at.said().size() == 1);
  }
  at.after("weg inwoner");
  REQUIRE_FALSE(sits("inwoner"));
  at.after("ongedaan");
  CHECK(sits("inwoner"));
  CHECK(at.said() == std::vector<std::string>{"Noor fact: Zij slaapt slecht"});
  // Behind what was said since, it is about that.
  at.after("inwoner: ik wil rust");
  at.after("ongedaan");
  CHECK(sits("inwoner"));
  CHECK(at.said().size() == 1);
}

TEST_CASE("undo behind somebody of the circle who got up is about them, and takes back no line",
          "[desk][guided][mending]") {
  Seats at;
  at.does("2026-003", "Noor", AddParticipant{.name = "Tante", .roles = {Role::circle}, .team_member = false});
  const auto sits = [&] {
    const auto it = at.now();
    const auto* person = it.person("Tante");
    return person != nullptr && person->at_table() && person->has(Role::circle);
  };
  at.after("noor: Zij slaapt slecht");
  REQUIRE(sits());
  // As the page of who leads does it.
  at.meeting.take(desk::SteerMeeting{desk::Ask::leave, "Tante", {}}, {});
  REQUIRE_FALSE(sits());
  for (const bool there : {true, false, true}) {
    at.after("ongedaan");
    CHECK(sits() == there);
    CHECK(at.said() == std::vector<std::string>{"Noor fact: Zij slaapt slecht"});
  }
}

TEST_CASE("undo behind a professional of elsewhere who got up seats them as they sat, for as long as that was",
          "[desk][guided][mending]") {
  Seats at;
  AddParticipant nurse{
      .name = "Karel", .roles = {Role::professional}, .team_member = false, .until = date_from("2026-05-01")};
  at.does("2026-003", "Noor", nurse);
  const auto sits = [&] {
    const auto it = at.now();
    const auto* person = it.person("Karel");
    return person != nullptr && person->at_table();
  };
  at.after("noor: Zij slaapt slecht");
  REQUIRE(sits());
  at.meeting.take(desk::SteerMeeting{desk::Ask::leave, "Karel", {}}, {});
  REQUIRE_FALSE(sits());
  const auto told = at.after("ongedaan");
  INFO(told);
  REQUIRE(sits());
  const auto it = at.now();
  CHECK(it.person("Karel")->has(Role::professional));
  CHECK_FALSE(it.person("Karel")->team_member);
  CHECK(it.person("Karel")->until == date_from("2026-05-01"));
  CHECK(at.said() == std::vector<std::string>{"Noor fact: Zij slaapt slecht"});
}

TEST_CASE("what is told of the family stays what somebody says", "[desk][guided]") {
  Seats at;
  for (const std::string said : {"Vader is weg", "Oma neemt de boodschappen over", "De buurvrouw is er weer"}) {
    at.after("noor: " + said);
    CHECK(at.said().back() == "Noor fact: " + said);
  }
  CHECK(at.present("Noor"));
}

}  // namespace casus::test
