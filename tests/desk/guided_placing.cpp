// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/sat.hpp"
#include "tests/support/has.hpp"

// What waits, placed by who chooses what it is and whose words they are.

namespace casus::test {
namespace {

struct PlacingRoom {
  TeamRoom room;

  PlacingRoom() { room.begin_meeting(); }
};

/// Samira leads, and Noor tells in the case on the table.
struct Placing : PlacingRoom, Sat {
  using Sat::room;

  Placing() : Sat(PlacingRoom::room) {
    for (const auto* line : {"neem 2026-001", "verder", "verder"}) meeting.take(line);
  }

  static Say fact(const std::string& text, const std::string& kind = "fact") {
    Say said;
    said.kind = kind;
    said.text = text;
    return said;
  }
  std::size_t said() { return state().contributions.size(); }
};

}  // namespace

TEST_CASE("a line that waits is placed by its kind and by whose words they are", "[desk][guided]") {
  Placing at;
  at.after("noro: Zij slaapt slecht");
  const auto asked = at.meeting.now().asked;
  REQUIRE(asked.size() == 1);
  CHECK(asked.front().line == "noro: Zij slaapt slecht");
  CHECK(asked.front().way == "Noor: Zij slaapt slecht");
  CHECK(asked.front().by == "Noor");
  CHECK(asked.front().words == "Zij slaapt slecht");
  CHECK_FALSE(asked.front().danger);
  at.meeting.place("noro: Zij slaapt slecht", "Noor", Placing::fact("Zij slaapt slecht"));
  CHECK(at.meeting.now().done);
  CHECK(at.meeting.now().waiting.empty());
  CHECK(at.meeting.now().asked.empty());
  REQUIRE(at.said() == 1);
  const auto state = at.state();
  CHECK(state.contributions.back().text == "Zij slaapt slecht");
  CHECK(state.name_of(state.contributions.back().by, Lang::nl) == "Noor");
  // What waits no more is not said twice.
  at.meeting.place("noro: Zij slaapt slecht", "Noor", Placing::fact("Zij slaapt slecht"));
  CHECK_FALSE(at.meeting.now().done);
  CHECK(at.said() == 1);
}

TEST_CASE("a line that cannot be placed so waits on, and one that is let go waits no more", "[desk][guided]") {
  Placing at;
  at.after("noro: Zij slaapt slecht");
  at.after("noro: De post ligt dicht");
  at.meeting.place("noro: Zij slaapt slecht", "Noor", Placing::fact("Zij slaapt slecht", "nonsense"));
  CHECK_FALSE(at.meeting.now().done);
  REQUIRE(at.meeting.now().waiting.size() == 2);
  at.meeting.let_go("noro: De post ligt dicht");
  CHECK(at.meeting.now().done);
  CHECK(at.meeting.now().waiting == std::vector<std::string>{"noro: Zij slaapt slecht"});
  at.meeting.let_go("noro: De post ligt dicht");
  CHECK_FALSE(at.meeting.now().done);
  CHECK(at.meeting.now().waiting.size() == 1);
  CHECK(at.said() == 0);
}

TEST_CASE("what says what to type says the same without it, for a face with buttons", "[desk][guided]") {
  Placing at;
  at.after("noro: Zij slaapt slecht");
  at.after("noor: De post ligt dicht");
  bool told = false;
  for (const auto& message : at.meeting.now().messages) {
    if (!has(message.text, "Typ: wacht")) continue;
    told = true;
    CHECK(message.unasked == std::string());  // the line stands there itself
  }
  CHECK(told);
}

}  // namespace casus::test
