// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/reading.hpp"
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

#include <algorithm>

// What is typed beside the talk and beside danger: kept once, with one question left, and nothing of it a contribution
// by mistake.

namespace casus::test {
namespace {

struct Beside : ShortRound {
  std::string offer() { return meeting.now().offered_line().value_or(std::string()); }
  bool present(const std::string& name) { return std::ranges::count(meeting.now().room->present, name) == 1; }
};

using Typed = std::vector<std::string>;

}  // namespace

TEST_CASE("who leaves and comes back is told in a sentence, and nothing of it is said", "[desk][guided]") {
  Beside at;
  at.after("ria moet weg");
  CHECK(at.offer() == "weg Ria");
  at.after("");
  CHECK_FALSE(at.present("Ria"));
  at.after("ria is er weer");
  CHECK(at.offer() == "erbij Ria");
  at.after("");
  CHECK(at.present("Ria"));
  CHECK(at.waiting().empty());
  CHECK(at.said().empty());
}

TEST_CASE("who goes in the middle reads the case on, and is back another time with what they were there",
          "[desk][guided]") {
  Beside at;
  at.room.does("2026-003", "Noor", AddParticipant{"Ria", {Role::coach}, true, false, {}});
  const auto ria = [&] { return *at.now().person("Ria"); };
  const auto may_read = [&] {
    auto hers = at.room.desk("Ria");
    return desk::read(hers, "2026-003", CasePart::dossier).has_value();
  };
  for (const auto* line : {"ria moet weg", ""}) at.after(line);
  CHECK_FALSE(ria().at_table());
  CHECK(ria().away);
  for (const auto* line : {"parkeer omdat later", "neem 2026-001"}) at.after(line);
  REQUIRE(at.meeting.now().table);
  CHECK(at.meeting.now().table->case_id == "2026-001");
  CHECK(at.state().person("Ria") == nullptr);
  CHECK(may_read());
  for (const auto* line : {"ria is er weer", "", "parkeer omdat later", "neem 2026-003"}) at.after(line);
  CHECK(ria().at_table());
  CHECK(ria().roles == std::vector{Role::member, Role::coach});
  // Who leaves the case itself is out of it.
  at.room.does("2026-003", "Ria", RemoveParticipant{"Ria"});
  CHECK_FALSE(may_read());
}

TEST_CASE("who sits down and is not of the team is asked about once, as a guest", "[desk][guided]") {
  Beside at;
  CHECK(has(at.after("joost van de woningbouw schuift aan"), "is niet van het team"));
  CHECK_FALSE(at.present("Joost van de woningbouw"));
  at.after("");
  CHECK(at.present("Joost van de woningbouw"));
  CHECK(at.waiting().empty());
  // It was no guest, but something that is told.
  Beside told;
  told.after("de buurvrouw schuift aan");
  told.after("noor: de buurvrouw schuift aan");
  CHECK(told.said() == Typed{"Noor fact: de buurvrouw schuift aan"});
  CHECK(told.waiting().empty());
}

TEST_CASE("an action that is open already is told when it is agreed once more, whoever does it", "[desk][guided]") {
  Beside at;
  CHECK_FALSE(has(at.after("actie noor: oma bellen; over 2 weken; samira"), "staat al in het plan"));
  const auto told = at.after("actie daan: Oma bellen!; over 3 weken; samira");
  CAPTURE(told);
  CHECK(has(told, "let op: dit staat al in het plan: a1."));
  CHECK(has(told, "case withdraw case=2026-003 ref=a2"));
  CHECK(at.now().actions.size() == 2);  // told, not refused
  at.after("trek a2 in omdat Dubbel ingevoerd");
  CHECK(at.now().actions.size() == 1);
  // What is done may be agreed again.
  at.after("a1 is gelukt");
  CHECK_FALSE(has(at.after("actie daan: oma bellen; over 3 weken; samira"), "staat al in het plan"));
}

TEST_CASE("a day alone, and who takes it, complete the action that lacks them", "[desk][guided][days]") {
  Beside at;
  for (const auto* line : {"actie daan: oom bellen", "vrijdag", "ria"}) at.after(line);
  REQUIRE(at.now().actions.size() == 1);
  CHECK(at.now().actions.front().plan.what == "oom bellen");
  CHECK(at.now().name_of(at.now().actions.front().plan.checks, Lang::nl) == "Ria");
  for (const auto* line : {"actie: oma vragen; vrijdag; ria", "dat doet daan wel"}) at.after(line);
  REQUIRE(at.now().actions.size() == 2);
  CHECK(at.now().name_of(at.now().actions.back().plan.who, Lang::nl) == "Daan");
  CHECK(at.waiting().empty());
  CHECK(at.said().empty());
}

TEST_CASE("while it is asked whether there is danger, all else is kept beside it, each line by itself",
          "[desk][guided][R14]") {
  Beside at;
  at.after("hij slaat haar");
  CHECK(has(at.after("de school weet het al"), "Eerst: is er nu gevaar?"));
  at.after("wij bellen straks verder");
  at.after("de school weet het al");
  CHECK(at.offer() == "gevaar: hij slaat haar");
  CHECK(at.waiting().size() == 3);
  const auto told = at.after("");
  CHECK(has(told, "ook genoteerd, elk apart: 'wij bellen straks verder', 'de school weet het al'"));
  CHECK(told.find("het gesprek ligt stil") == told.rfind("het gesprek ligt stil"));
  CHECK(at.now().stage.safety == Safety::acute);
  CHECK(at.waiting().empty());
  CHECK(at.said() == Typed{"Samira note: wij bellen straks verder", "Samira note: de school weet het al"});
}

TEST_CASE("each question whether there is danger gets its own answer, and what nobody confirmed is no report",
          "[desk][guided][R14]") {
  Beside at;
  for (const auto* line : {"gevaar er is brand", "danger fire", "acuut brand"}) at.after(line);
  CHECK(at.now().safety_notes.empty());
  at.after("zorg: bang");
  REQUIRE(at.now().safety_notes.size() == 1);
  CHECK(at.now().safety_notes.front().text == "bang");
  CHECK(at.now().stage.safety == Safety::concern);
  CHECK(at.waiting() == Typed{"gevaar er is brand", "danger fire", "acuut brand"});
  // One Enter answers the question that stands there, and no other.
  for (const auto* line : {"geweld: hij schreeuwt", ""}) at.after(line);
  REQUIRE(at.now().safety_notes.size() == 2);
  CHECK(at.now().stage.safety == Safety::acute);
  CHECK(at.waiting().size() == 3);
  for (const auto* line : {"klaar", "klaar"}) at.after(line);
  const auto notes = at.now().safety_notes;
  REQUIRE(notes.size() == 5);
  CHECK(notes.back().text.starts_with("getypt, niet bevestigd: "));
}

TEST_CASE("a concern that tells in other words what was asked about answers that, and both are kept",
          "[desk][guided][R14]") {
  struct {
    const char *asked, *typed, *kept;
  } const lines[] = {
      {"ex stond hier met een mes voor de deur", "zorg: ex dreigt met een mes aan de deur",
       "ex stond hier met een mes voor de deur"},
      {"hij slaat haar waar de kinderen bij zijn", "zorg daan: de kinderen zien dat hij haar slaat",
       "hij slaat haar waar de kinderen bij zijn"},
      {"ze heeft een overdosis pillen genomen", "gevaar: overdosis", "ze heeft een overdosis pillen genomen"},
  };
  for (const auto& one : lines) {
    CAPTURE(one.asked);
    Beside at;
    at.after(one.asked);
    CHECK(has(at.after("jeetje wat heftig"), "straks mee"));
    at.after(one.typed);
    REQUIRE(at.now().safety_notes.size() == 2);
    CHECK(at.now().safety_notes.back().text == one.kept);
    CHECK(at.waiting().empty());
    CHECK(at.said() == Typed{"Samira note: jeetje wat heftig"});
    CHECK((at.now().stage.safety == Safety::acute) == std::string(one.typed).starts_with("gevaar"));
  }
}

TEST_CASE("one word behind the question whether there is danger makes a concern of what was asked about",
          "[desk][guided][R14]") {
  for (const auto* answer : {"zorg", "zorg:", "Zorg.", "dat was eerder", "vorige week", "nee een zorg", "a concern",
                             "geen acuut gevaar", "no immediate danger"}) {
    CAPTURE(answer);
    Beside at;
    at.after("hij slaat haar");
    at.after("de school weet het al");
    at.after(answer);
    REQUIRE(at.now().safety_notes.size() == 1);
    CHECK(at.now().safety_notes.front().text == "hij slaat haar");
    CHECK(at.now().stage.safety == Safety::concern);
    CHECK(at.waiting().empty());
    CHECK(at.said() == Typed{"Samira note: de school weet het al"});
  }
  // Where nothing was asked it says nothing of danger.
  Beside calm;
  calm.after("vorige week");
  CHECK(calm.now().safety_notes.empty());
}

TEST_CASE("once something was reported, or in another step, what is asked about is no part of older danger",
          "[desk][guided][R14]") {
  Beside at;
  at.after("hij slaat haar");
  at.after("zorg: het gas stond aan");  // another thing: the question stays
  REQUIRE(at.waiting() == Typed{"hij slaat haar"});
  CHECK(has(at.after("de school weet het al"), "zegt Noor dit?"));
  at.after("");
  CHECK(at.said() == Typed{"Noor fact: de school weet het al"});

  // It is the one that is named, and asked, before the others.
  Beside first;
  for (const auto* line : {"de buurvrouw ook", "hij slaat haar", "noor wens: Rust"}) first.after(line);
  CHECK(first.waiting() == Typed{"hij slaat haar", "de buurvrouw ook"});
  CHECK(has(first.after("wacht"), "is er nu gevaar?"));
  CHECK(first.offer() == "gevaar: hij slaat haar");
  // Asked again, it holds what is typed now.
  CHECK(has(first.after("dat wist ik niet"), "straks mee"));

  Beside next;
  for (const auto* line : {"hij slaat haar", "noor wens: Rust", "verder omdat het kan"}) next.after(line);
  CHECK_FALSE(has(next.after("dat wist ik niet"), "straks mee"));
}

TEST_CASE("a line with a name that was kept beside danger is a note of who said it", "[desk][guided][R14]") {
  Beside at;
  at.after("hij slaat haar");
  CHECK(has(at.after("noor: wie is de vader"), "straks mee"));
  at.after("");
  CHECK(at.said() == Typed{"Noor note: wie is de vader"});
}

TEST_CASE("what is agreed while it is asked whether there is danger stays an action", "[desk][guided][R14]") {
  Beside at;
  at.after("hij slaat haar");
  at.after("actie noor: de school bellen; vrijdag; ria");
  at.after("actie daan: oom bellen");
  at.after("noor wens: Rust");
  at.after("de school weet het al");
  at.after("");
  CHECK(at.now().stage.safety == Safety::acute);
  CHECK(at.now().safety_notes.size() == 1);
  REQUIRE(at.now().actions.size() == 1);
  CHECK(at.now().actions.front().plan.what == "de school bellen");
  CHECK(at.said() == Typed{"Noor wish: Rust", "Samira note: de school weet het al"});
  // What lacks its day or its name is asked for itself.
  CHECK(at.waiting() == Typed{"actie daan: oom bellen"});
}

TEST_CASE("when it was no danger, what stood beside it is asked for itself", "[desk][guided][R14]") {
  Beside at;
  at.after("hij slaat haar");
  at.after("de school weet het al");
  at.after("nee");
  CHECK(at.waiting() == Typed{"de school weet het al"});
  CHECK(at.now().stage.safety == Safety::clear);
  CHECK(has(at.after("wacht"), "zegt Noor dit?"));
  at.after("");
  CHECK(at.said() == Typed{"Noor fact: de school weet het al"});
}

TEST_CASE("beside acute danger a sentence without a name is noted at once", "[desk][guided][R14]") {
  Beside at;
  at.after("gevaar: hij staat voor de deur");
  CHECK(has(at.after("de kinderen zijn bij oma"), "dit is een aantekening"));
  CHECK(at.said() == Typed{"Samira note: de kinderen zijn bij oma"});
  CHECK(has(at.after("hij slaat haar"), "dit staat erbij"));
  CHECK(at.now().safety_notes.size() == 2);
  CHECK(at.waiting().empty());
  // With a comma for the colon: it is what was done, and no note of whoever leads.
  at.after("veilig, de politie is bij haar");
  CHECK(at.offer() == "veilig: de politie is bij haar");
  at.after("");
  CHECK(at.now().stage.safety != Safety::acute);
  CHECK(at.said() == Typed{"Samira note: de kinderen zijn bij oma"});
}

TEST_CASE("a word of the meeting that is taken as it was offered leaves no line waiting", "[desk][guided]") {
  Beside at;
  at.after("klaar met deze");
  CHECK(at.offer() == "klaar");
  at.after("");
  CHECK(at.waiting().empty());
  CHECK(at.said().empty());
}

}  // namespace casus::test
