// SPDX-License-Identifier: EUPL-1.2
#include "cli/meeting/guided_view.hpp"
#include "cli/meeting/guided_lines.hpp"

#include "core/page/safe_text.hpp"
#include "tests/desk/room.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/has.hpp"

#include <algorithm>

namespace casus::test {

namespace {

using service::Countdown;

Countdown clock_at(Countdown::Pace pace, int planned, int left) {
  return {pace, std::chrono::seconds(planned), std::chrono::seconds(left)};
}

cli::Shown in_a_step() {
  cli::Shown shown;
  service::Table table;
  table.case_id = "2026-001";
  table.title = "Moeder met twee kinderen, post blijft dicht, en zij is er nog nooit met iemand over begonnen";
  table.question = "Hoe help ik haar de post weer te openen?";
  table.safety = "geen zorg gemeld";
  table.in_step = true;
  table.step = "Verhelderen";
  table.phase = "analyse";
  table.number = 3;
  table.of = 4;
  table.floor = "teamlid; om de beurt";
  table.time = clock_at(Countdown::Pace::running, 480, 250);
  table.kinds = {{"question", "vraag"}, {"answer", "antwoord"}};
  table.advice_locked = true;
  table.prompts = {"Wat wil de inwoner in plaats hiervan?"};
  for (const auto* name : {"Noor", "Daniëlle-Şükran", "Łukasz"}) {
    service::Seat seat;
    seat.name = name;
    seat.roles = "teamlid";
    seat.has_turn = seat.name == "Łukasz";
    table.seats.push_back(std::move(seat));
  }
  for (int i = 1; i <= 30; ++i) {
    service::SaidLine line;
    line.who = "Noor";
    line.kind = "vraag";
    line.text = "Vraag nummer " + std::to_string(i) + " met genoeg woorden om in een smal venster over te lopen?";
    line.here = true;
    table.said.push_back(std::move(line));
  }
  table.missing.push_back({"r7", "R7", false, text::Message::verbatim("Iedereen had een beurt."), {}});
  shown.table = std::move(table);
  service::Room room{.meeting = "2026-03-03",
                     .team = "Wijkteam Voorbeeld",
                     .started = true,
                     .chair = "Samira",
                     .time = clock_at(Countdown::Pace::running, 5400, 2280)};
  for (int i = 1; i <= 5; ++i) {
    service::RoomItem item{.id = "i" + std::to_string(i),
                           .case_id = "2026-00" + std::to_string(i),
                           .what = "Titel van de casus met nummer " + std::to_string(i),
                           .state = i == 1   ? ItemState::finished
                                    : i == 2 ? ItemState::at_hand
                                             : ItemState::planned,
                           .minutes = 20,
                           .time = clock_at(Countdown::Pace::running, 1200, 725)};
    room.items.push_back(std::move(item));
  }
  shown.room = std::move(room);
  shown.messages.push_back(
      {"Noor (vraag): Een lange zin die wordt herhaald om te laten zien dat de regel breekt op een spatie",
       cli::Screen::Tone::good});
  return shown;
}

std::string text_of(const cli::ScreenRow& row) {
  std::string text;
  for (const auto& span : row.spans) text += span.text;
  return text;
}

std::string text_of(const std::vector<cli::ScreenRow>& rows) {
  std::string text;
  for (const auto& row : rows) text += text_of(row) + '\n';
  return text;
}

}  // namespace

TEST_CASE("a guided meeting fits a window of any size", "[cli][guided]") {
  for (const int columns : {40, 60, 80, 111, 112, 120, 200})
    for (const int rows : {6, 10, 23, 24, 39, 60}) {
      CAPTURE(rows, columns);
      auto shown = in_a_step();
      const auto all = cli::rows_of(shown, rows, columns);
      CHECK(all.size() == static_cast<std::size_t>(rows));
      for (const auto& row : all) CHECK(page::columns(text_of(row)) <= static_cast<std::size_t>(columns) + 1);
    }
}

TEST_CASE("at 80 columns the agenda, the clock, the turn, the last words and what is missing are in sight",
          "[cli][guided]") {
  const auto text = text_of(cli::rows_of(in_a_step(), 23, 80));
  CAPTURE(text);
  CHECK(has(text, "Wijkteam Voorbeeld, 3 maart 2026 · gespreksleider Samira"));
  CHECK(has(text, "nog 38 min"));
  CHECK(has(text, "> 2026-002 (nog 12:05)   - 2026-003 (20)"));
  CHECK(has(text, "veiligheid: geen zorg gemeld"));
  CHECK(has(text, "Analyse 3/4: Verhelderen"));
  CHECK(has(text, "nog 4:10 van 8 minuten"));
  CHECK(has(text, "Łukasz is aan de beurt."));
  CHECK(has(text, "Vraag nummer 30 met genoeg woorden"));
  CHECK_FALSE(has(text, "Vraag nummer 1 met"));
  CHECK(has(text, "Nog nodig: Iedereen had een beurt. (of met een reden verder)"));
  CHECK(has(text, "regel\nbreekt op een spatie"));
}

TEST_CASE("a wide window has the agenda and the table in a straight column", "[cli][guided]") {
  const auto rows = cli::rows_of(in_a_step(), 39, 120);
  std::vector<std::size_t> bars;
  for (const auto& row : rows)
    if (const auto text = text_of(row); has(text, " | "))
      bars.push_back(page::columns(text.substr(0, text.rfind(" | "))));
  REQUIRE(bars.size() > 10);
  CHECK(std::ranges::all_of(bars, [&](auto at) { return at == bars.front(); }));
  const auto text = text_of(rows);
  CAPTURE(text);
  CHECK(has(text, "> Łukasz (teamlid)"));
  CHECK(has(text, "Daniëlle-Şükran (teamlid)"));
}

TEST_CASE("time warns in words, calmly, and never more than that", "[cli][guided][R5]") {
  const auto said = [](Countdown::Pace pace, int left) { return cli::time_left(clock_at(pace, 300, left), Lang::nl); };
  CHECK(said(Countdown::Pace::running, 250) == "nog 4:10 van 5 minuten");
  CHECK(said(Countdown::Pace::nearly, 45) == "nog 0:45: rond af");
  CHECK(said(Countdown::Pace::over, -130) == "2:10 over de tijd: rond af");
  CHECK(said(Countdown::Pace::untimed, 0).empty());
}

TEST_CASE("in private time the window shows nothing else", "[cli][guided][R13]") {
  auto shown = in_a_step();
  service::Table table{.case_id = "2026-001", .private_time = true};
  shown.table = table;
  shown.messages.clear();
  for (const int columns : {80, 120}) {
    const auto text = text_of(cli::rows_of(shown, 23, columns));
    CAPTURE(text);
    std::string words;
    for (const char c : text)
      if (c != ' ' && c != '\n') words += c;
    CHECK(words == "BeslotentijdvandekringErwordtnietsvastgelegd.verder:alsdekringjullieterugroept·stop");
  }
}

TEST_CASE("a page is scrolled to its end and no further", "[cli][guided]") {
  auto shown = in_a_step();
  desk::Opened page{desk::Ask::help, "Gezegd", {}};
  for (int i = 1; i <= 100; ++i) page.lines.push_back("regel " + std::to_string(i));
  shown.page = page;
  const auto size = cli::page_size(shown, 23, 80);
  CHECK(size.lines == 100);
  CHECK(size.fits > 10);
  shown.from = 1000;
  CHECK(has(text_of(cli::rows_of(shown, 23, 80)), "regel 100"));
  shown.from = 0;
  const auto text = text_of(cli::rows_of(shown, 23, 80));
  CHECK(has(text, "regels 1 tot") == false);
  CHECK(has(text, "regel 1 tot " + std::to_string(size.fits) + " van 100"));
}

TEST_CASE("a way on is written as it is typed on the screen, whatever the case is called", "[cli][guided]") {
  for (const std::string id : {"c", "s", "2026-001", "case"}) {
    const auto here = [&](const std::string& text) { return cli::here_typed(text, id, Lang::nl); };
    CHECK(here("Typ: casus case safety handle " + id + " \"...\".") == "Typ: /case safety handle \"...\".");
    CHECK(here("casus case question " + id + " \"...\" --hoped-for \"...\"") ==
          "/case question \"...\" --hoped-for \"...\"");
    CHECK(here("Ga door: casus case next " + id + ".") == "Ga door: verder.");
    CHECK(here("casus case next " + id + "-2") != "verder-2");
  }
  const cli::WaysInMeeting ways;
  const text::Voice voice(Lang::nl, nullptr, &ways);
  using namespace text::literals;
  CHECK(voice.write(text::way("case safety handle", "case"_is = "c", "text"_is = text::gap())) ==
        "veilig: WAT ER IS GEDAAN");
  CHECK(voice.write(text::way("case safety acute", "case"_is = "c", "text"_is = text::gap())) == "gevaar: TEKST");
  CHECK(voice.write(text::way("case safety step", "case"_is = "c", "step"_is = 2, "text"_is = text::gap())) ==
        "meldcode 2: ...");
}

TEST_CASE("a typed command is refused with what can be typed on the screen, and only for the case at hand a word",
          "[cli][guided]") {
  using namespace text::literals;
  const auto concern = text::way("case safety concern", "case"_is = "c", "text"_is = text::gap());
  const auto join = text::way("case join", "case"_is = "c", "name"_is = "Els", "role"_is = "professional");
  const auto written = [](const std::string& at_hand, const text::Way& way) {
    const cli::SpokenWays ways(at_hand);
    return text::Voice(Lang::nl, nullptr, &ways).write(way);
  };
  CHECK(written("c", concern) == "zorg: TEKST");
  CHECK(written("c-2", concern) == "casus case safety concern c \"...\"");
  CHECK(written("", concern) == "casus case safety concern c \"...\"");
  CHECK(written("c", join) == "casus case join c Els --role professional");
  CHECK(written("c", text::way("case withdraw", "case"_is = "c", "ref"_is = "b4", "because"_is = "Dubbel")) ==
        "trek b4 in omdat Dubbel");
}

TEST_CASE("what is parked is named when nothing else is left, and all is done only without it", "[cli][guided]") {
  auto shown = in_a_step();
  shown.table.reset();
  for (auto& item : shown.room->items) item.state = ItemState::finished;
  CHECK(has(text_of(cli::rows_of(shown, 39, 120)), "Alles is besproken. Typ: einde"));
  shown.room->items[3].state = shown.room->items[4].state = ItemState::parked;
  const auto text = text_of(cli::rows_of(shown, 39, 120));
  CAPTURE(text);
  CHECK(has(text, "Geparkeerd: 2026-004, 2026-005. Verder daarmee? Typ: neem 2026-004."));
  CHECK_FALSE(has(text, "Alles is besproken"));
}

TEST_CASE("a case that may not be known to be there is typed in a meeting as one that is not there", "[cli][access]") {
  TeamRoom room;
  AddParticipant joins{.name = "Piet Jansen", .roles = {Role::professional}, .team_member = false};
  room.does("2026-001", "Noor", joins);
  const auto told = [&](const std::string& who, const std::string& other) {
    cli::Context context(cli::Globals{.store = room.at_store, .as = who});
    cli::TypedHere lines(context);
    std::string all;
    for (const auto& line : lines.run({"case", "show", other}, who, "2026-001").lines) all += line + '\n';
    for (auto at = all.find(other); at != std::string::npos; at = all.find(other)) all.replace(at, other.size(), "#");
    return all;
  };
  CHECK(told("Piet Jansen", "2026-002") == told("Piet Jansen", "2026-404"));
  CHECK(told("Noor", "2026-002") != told("Noor", "2026-404"));
}

}  // namespace casus::test
