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
    return Say{{.kind = kind, .text = text}};
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
  CHECK(at.meeting.now().waiting.size() == 1);
  // Of what waits no more all is told the same.
  const auto* gone = "noro: De post ligt dicht";
  const auto is_told_so = [&] {
    REQUIRE_FALSE(at.meeting.now().messages.empty());
    CHECK_FALSE(at.meeting.now().done);
    CHECK(at.meeting.now().messages.front().text == "deze regel wacht niet meer: kijk bij wat er gezegd is");
  };
  at.meeting.let_go(gone);
  is_told_so();
  at.meeting.place(gone, "Noor", Placing::fact("De post ligt dicht"));
  is_told_so();
  at.meeting.take_offered("Noor: De post ligt dicht");
  is_told_so();
  CHECK(at.meeting.now().waiting.size() == 1);
  CHECK(at.said() == 0);
}

TEST_CASE("words without a name are asked about, and are nobody's until then", "[desk][guided]") {
  Placing at;
  at.after("noro: Zij slaapt slecht");
  for (const auto* by : {"", "  "}) {
    at.meeting.place("noro: Zij slaapt slecht", by, Placing::fact("Zij slaapt slecht"));
    CHECK_FALSE(at.meeting.now().done);
    REQUIRE_FALSE(at.meeting.now().messages.empty());
    CHECK(has(at.meeting.now().messages.front().text, "wie zei dit?"));
    at.meeting.say_for(by, Placing::fact("De post ligt dicht"));
    CHECK_FALSE(at.meeting.now().done);
    CHECK(has(at.meeting.now().messages.front().text, "wie zei dit?"));
  }
  CHECK(at.meeting.now().waiting.size() == 1);
  CHECK(at.said() == 0);
  at.meeting.say_for("Noor", Placing::fact("De post ligt dicht"));
  CHECK(at.meeting.now().done);
  CHECK(at.said() == 1);
}

TEST_CASE("a line that may tell of danger has each way of its question, and each answers it", "[desk][guided][R14]") {
  Placing at;
  at.after("hij wordt thuis geslagen");
  at.after("zorg: 120 euro eigen risico");
  auto asked = at.meeting.now().asked;
  REQUIRE(asked.size() == 2);
  CHECK(asked[0].danger);
  REQUIRE(asked[0].reports.size() == 2);
  CHECK(asked[0].reports[0].what == desk::Ask::acute);
  CHECK(asked[0].reports[0].line == "gevaar: hij wordt thuis geslagen");
  CHECK(asked[0].reports[1].what == desk::Ask::concern);
  CHECK(asked[0].reports[1].line == "zorg: hij wordt thuis geslagen");
  REQUIRE(asked[1].reports.size() == 1);
  CHECK(asked[1].reports[0].line == "zorg ja: 120 euro eigen risico");
  at.meeting.take_offered("zorg: hij wordt thuis geslagen");
  CHECK(at.meeting.now().done);
  REQUIRE(at.meeting.now().table);
  CHECK(at.meeting.now().table->stage.safety == Safety::concern);
  CHECK(at.meeting.now().waiting == std::vector<std::string>{"zorg: 120 euro eigen risico"});
  at.meeting.take_offered("zorg ja: 120 euro eigen risico");
  CHECK(at.meeting.now().done);
  CHECK(at.meeting.now().asked.empty());
  // As danger now.
  at.after("daan: mishandeling!!");
  asked = at.meeting.now().asked;
  REQUIRE(asked.size() == 1);
  REQUIRE(asked[0].reports.size() == 2);
  CHECK(asked[0].reports[0].line == "gevaar Daan: mishandeling!!");
  at.meeting.take_offered("gevaar Daan: mishandeling!!");
  CHECK(at.meeting.now().table->stage.safety == Safety::acute);
  CHECK(at.meeting.now().asked.empty());
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
