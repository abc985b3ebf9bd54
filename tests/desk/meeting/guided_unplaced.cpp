// SPDX-License-Identifier: EUPL-1.2
#include "core/page/page.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/documents/extract.hpp"
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

#include <algorithm>

// What was asked about and nobody answered: talk of the meeting is let go, and the rest is kept as what it is.

namespace casus::test {
namespace {

using Unplaced = ShortRound;

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a line is talk of the meeting when it tells nothing of a case", "[desk][guided]") {
  Unplaced at;
  desk::MeetingNames names{.people = {"Samira", "Noor", "Daan", "Ria"}, .cases = {"2026-003"}};
  const auto is_talk = [&](const std::string& line) {
    return desk::is_meeting_talk(line, *at.meeting.now().table, names, {Lang::nl, at.Sat::desk.today()});
  };
  for (const auto* line : {"",
                           "klaar",
                           "Klaar.",
                           "verder",
                           "vreder",
                           "wacht",
                           "laat 2",
                           "ja",
                           "nee",
                           "nee bedankt",
                           "wie is er",
                           "oké",
                           "noor",
                           "Noor:",
                           "3",
                           "b4",
                           "neem 2026-003",
                           "actie noor",
                           "dank jullie wel",
                           "ongedaan",
                           "we gaan door",
                           "/verder"}) {
    CAPTURE(line);
    CHECK(is_talk(line));
  }
  for (const auto* line :
       {"zij is bang", "huilt", "ja klopt", "noor: Rust", "noro: Zij slaapt slecht", "112", "doel: rust",
        "klaar is hij nog niet met school", "klaar: zij is weg", "verder omdat het goed gaat",
        "parkeer omdat Noor belt", "de school belde", "12 dagen niet geweest"}) {
    CAPTURE(line);
    CHECK_FALSE(is_talk(line));
  }
}

TEST_CASE("when its case goes from the table talk is let go, and what is more is kept without a place",
          "[desk][guided]") {
  Unplaced at;
  REQUIRE_FALSE(at.meeting.paste("noro: Zij slaapt slecht\nklaar\nverder\nneem 2026-001\nnoor: Rust"));
  at.after("");
  REQUIRE(at.waiting() == Lines{"noro: Zij slaapt slecht"});
  const auto done = at.after("klaar");
  CAPTURE(done);
  CHECK(has(done, "nog niet geplaatst: 'noro: Zij slaapt slecht'"));
  CHECK(has(done, "zie je terug als deze casus weer op tafel komt"));
  CHECK(has(done, "3 losse woorden niet bewaard"));
  CHECK(at.waiting().empty());
  CHECK(at.said() == Lines{"Noor unplaced: noor: Rust", "Samira unplaced: noro: Zij slaapt slecht"});
}

TEST_CASE("what has no place waits again with its case, and has one once it is said", "[desk][guided]") {
  Unplaced at;
  at.after("noro: Zij slaapt slecht");
  at.after("noro: De oudste helpt");
  at.after("parkeer omdat Noor belt");
  CHECK(at.waiting().empty());
  const auto again = at.after("neem 2026-003");
  CAPTURE(again);
  CHECK(has(again, "nog niet geplaatst van een vorige keer (2), als eerste: 'noro: Zij slaapt slecht'"));
  CHECK(at.waiting() == Lines{"noro: Zij slaapt slecht", "noro: De oudste helpt"});
  // It was told once.
  CHECK_FALSE(has(at.after("noor: De post ligt dicht"), "wacht op antwoord"));
  CHECK(has(at.after("wacht"), "bedoelde je Noor?"));
  CHECK(at.meeting.now().offered_line() == "Noor: Zij slaapt slecht");
  at.after("");
  CHECK(at.waiting() == Lines{"noro: De oudste helpt"});
  const auto parked = at.after("parkeer omdat Noor weer belt");
  CAPTURE(parked);
  CHECK(has(parked, "1 regel van een vorige keer heeft nog geen plek"));
  CHECK(at.said() == Lines{"Samira unplaced: noro: De oudste helpt", "Noor fact: De post ligt dicht",
                           "Noor fact: Zij slaapt slecht"});
  // Who drops it lets it go for good.
  at.after("neem 2026-003");
  at.after("laat");
  at.after("parkeer omdat het laat is");
  CHECK(at.said() == Lines{"Noor fact: De post ligt dicht", "Noor fact: Zij slaapt slecht"});
  at.after("neem 2026-003");
  CHECK(at.waiting().empty());
}

TEST_CASE("dropping all keeps what waits since an earlier time, which goes by itself and can be put back",
          "[desk][guided]") {
  Unplaced at;
  at.after("noro: Zij slaapt slecht");
  at.after("noro: De oudste helpt");
  at.after("parkeer omdat Noor belt");
  at.after("neem 2026-003");
  at.after("noro: Een nieuwe zin");
  at.after("noor: De post ligt dicht");
  const auto all = at.after("laat alles");
  CAPTURE(all);
  CHECK(has(all, "weggedaan: 'noro: Een nieuwe zin'"));
  CHECK_FALSE(has(all, "weggedaan: 'noro: De oudste helpt'"));
  CHECK(has(all, "2 regels van een vorige keer hebben nog geen plek"));
  const Lines earlier{"noro: Zij slaapt slecht", "noro: De oudste helpt"};
  CHECK(at.waiting() == earlier);
  CHECK(has(at.after("laat alles"), "er wachten nog 2 regels van een vorige keer"));
  CHECK(at.waiting() == earlier);
  at.after("laat alles");
  CHECK(at.waiting().empty());
  CHECK(has(at.after("ongedaan"), "2 regels wachten weer"));
  CHECK(at.waiting() == earlier);
  at.after("parkeer omdat Noor weer belt");
  CHECK(at.said() == Lines{"Samira unplaced: noro: Zij slaapt slecht", "Samira unplaced: noro: De oudste helpt",
                           "Noor fact: De post ligt dicht"});
}

TEST_CASE("what waits since an earlier time is asked for as the screen says it", "[desk][guided]") {
  Unplaced at;
  at.after("noro: Zij slaapt slecht");
  at.after("parkeer omdat Noor belt");
  at.after("noor: zij belt straks");  // no case on the table
  const auto taken = at.after("neem 2026-003");
  CAPTURE(taken);
  const auto waits = at.waiting();
  const auto place = std::ranges::find(waits, "noro: Zij slaapt slecht") - waits.begin() + 1;
  REQUIRE(waits.size() == 2);
  const auto word = "wacht " + std::to_string(place);
  CHECK(has(taken, "Typ " + word + ": dan vraag ik waar het hoort"));
  CHECK(has(at.after(word), "'noro: Zij slaapt slecht': "));
}

TEST_CASE("what was said in another step never becomes a choice with one Enter", "[desk][guided]") {
  Unplaced at;
  at.after("noro: Zij slaapt slecht");
  at.after("parkeer omdat Noor belt");
  at.after("neem 2026-003");
  for (int i = 0; i < 8 && at.meeting.now().table->kinds.front().key != "choice"; ++i) at.after("verder omdat het kan");
  REQUIRE(at.meeting.now().table->kinds.front().key == "choice");
  const auto asked = at.after("wacht");
  CAPTURE(asked);
  CHECK(has(asked, "welke soort is dit?"));
  CHECK_FALSE(has(asked, "keuze"));
  CHECK(at.meeting.now().offered_line() == "Noor aantekening: Zij slaapt slecht");
  at.after("");
  CHECK(at.said().back() == "Noor note: Zij slaapt slecht");
  CHECK(at.waiting().empty());
}

TEST_CASE("undo right behind a question is about that line, and then about what was kept last", "[desk][guided]") {
  Unplaced at;
  at.after("noor: De post ligt dicht");
  at.after("noro: Zij slaapt slecht");
  REQUIRE(at.waiting() == Lines{"noro: Zij slaapt slecht"});
  const auto undone = at.after("ongedaan");
  CAPTURE(undone);
  CHECK(has(undone, "weggedaan: 'noro: Zij slaapt slecht'"));
  CHECK(at.waiting().empty());
  CHECK(at.said() == Lines{"Noor fact: De post ligt dicht"});
  // It comes back by the word that the screen says.
  CHECK(has(undone, "Typ: wacht"));
  CHECK(has(at.after("wacht"), "'noro: Zij slaapt slecht': "));
  CHECK(at.waiting() == Lines{"noro: Zij slaapt slecht"});
  at.after("ongedaan");
  CHECK(at.waiting().empty());
  CHECK(has(at.after("ongedaan"), "dat was: 'De post ligt dicht'"));
  CHECK(at.said().empty());
  CHECK(at.waiting().empty());
}

TEST_CASE("what has no place is for the team, and in no extract", "[desk][guided]") {
  Unplaced at;
  at.after("noor: De post ligt dicht");
  at.after("noro: Zij slaapt slecht");
  at.after("klaar");
  const auto it = at.now();
  const auto& definitions = at.Sat::desk.definitions();
  const auto dossier = page::page_markdown(report::dossier_page(it, definitions, Lang::nl));
  CHECK(has(dossier, "## Nog niet geplaatst"));
  CHECK(has(dossier, "Zij slaapt slecht"));
  CHECK_FALSE(has(dossier, "Aantekening"));
  const auto extract = page::page_markdown(report::extract_page(it, {}, {}, definitions, Lang::nl));
  CHECK(has(extract, "De post ligt dicht"));
  CHECK_FALSE(has(extract, "Zij slaapt slecht"));
  CHECK(has(extract, "waar het bij hoort: 1 regel."));
}

TEST_CASE("what is placed in a later step, or a later time, keeps the step in which it was typed", "[desk][guided]") {
  Unplaced at;
  const auto placed = [&] {
    const auto it = at.now();
    const auto said = std::ranges::find(it.contributions, "Zij slaapt slecht", &Contribution::text);
    REQUIRE(said != it.contributions.end());
    CHECK(said->visit == it.visit_index());
    return said->typed_visit < 0 ? std::string() : it.visits[static_cast<std::size_t>(said->typed_visit)].step;
  };
  SECTION("in the step at hand") {
    at.after("noro: Zij slaapt slecht");
    at.after("");
    CHECK(placed().empty());
  }
  SECTION("in the next step") {
    at.after("noro: Zij slaapt slecht");
    at.after("verder omdat het kan");
    REQUIRE(at.now().here()->step != "tell");
    at.after("wacht");
    at.after("");
    CHECK(placed() == "tell");
    const auto dossier = page::page_markdown(report::dossier_page(at.now(), at.Sat::desk.definitions(), Lang::nl));
    CHECK(has(dossier, "Zij slaapt slecht (getypt bij Vertellen)"));
  }
  SECTION("typed again as it was meant") {
    at.after("noro: Zij slaapt slecht");
    at.after("verder omdat het kan");
    at.after("wacht");
    at.after("noor: Zij slaapt slecht");
    CHECK(placed() == "tell");
  }
  SECTION("at a later time") {
    at.after("noro: Zij slaapt slecht");
    at.after("verder omdat het kan");
    at.after("parkeer omdat Noor belt");
    // It was typed before the step in which the case went.
    const auto kept = at.now().contributions.back();
    CHECK(kept.kind == "unplaced");
    REQUIRE(kept.typed_visit >= 0);
    CHECK(at.now().visits[static_cast<std::size_t>(kept.typed_visit)].step == "tell");
    at.after("neem 2026-003");
    at.after("wacht");
    at.after("");
    CHECK(placed() == "tell");
  }
}

}  // namespace casus::test
