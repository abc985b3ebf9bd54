// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/forms/form.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/reading_room.hpp"
#include "tests/support/guide_block.hpp"

#include <algorithm>

// Each page, for each seat, at each face: whether it is shown, and what is kept of the look. The table of it stands in
// core/README.md, and is held to what happens.

namespace casus::test {

namespace {

struct Chair {
  std::string_view called;
  desk::Seat seat;
};

/// Who sits where in case 2026-001: Noor presents, Samira chairs, Daan takes part; Ria is of the team and not at this
/// table. Nobody but Daan is at the table of 2026-002.
std::vector<Chair> chairs() {
  const auto named = [](const char* name) { return desk::Seat{name, Sureness::named, {}, {}}; };
  return {{"presenter", named("Noor")},
          {"chair", named("Samira")},
          {"member", named("Daan")},
          {"colleague", named("Ria")},
          {"resident", {"Els Voorbeeld", Sureness::resident, {}, {}}},
          {"circle", {"Joke Voorbeeld", Sureness::circle, {}, {}}},
          {"outsider", named("Mallory")},
          {"keeper", {"Beheer", Sureness::keeper, {}, {}}},
          {"nobody", named("")}};
}

/// "table +": shown on that ground, and kept; "yes": shown, nothing kept; "no +": refused, and that is kept.
std::string verdict(ReadingRoom& room, bool shown, std::size_t before) {
  const auto looks = room.looks();
  const bool kept = looks.size() > before;
  if (!shown) return kept ? "no +" : "no";
  if (!kept) return "yes";
  const auto last = std::ranges::max_element(looks, {}, &Look::at);
  return std::string(key(last->seen.sight)) + " +";
}

std::string asked(ReadingRoom& room, const desk::Entry& entry, const desk::Seat& seat, desk::Form form) {
  const auto before = room.looks().size();
  room.clock.advance(std::chrono::minutes(1));
  auto at = room.at(seat, form);
  desk::Reply reply;
  bool shown = false;
  try {
    room.ask(at, entry, reply);
    shown = reply.status == desk::Status::done;
  } catch (const desk::Usage&) {
    shown = false;  // nobody said who
  }
  return verdict(room, shown, before);
}

/// The screen on which one case is led.
std::string on_screen(ReadingRoom& room, const desk::Seat& seat) {
  const auto before = room.looks().size();
  room.clock.advance(std::chrono::minutes(1));
  auto at = room.at(seat, desk::Form::words);
  bool shown = false;
  try {
    desk::GuidedMeeting guided(at, {std::nullopt, "2026-001", {}});
    shown = !guided.open() && guided.now().table.has_value();
    (void)guided.now();  // looked at on and on, and asked for once
  } catch (const desk::Usage&) {
    shown = false;
  }
  return verdict(room, shown, before);
}

std::string row(std::string_view page, const desk::Access& access, const std::vector<std::string>& verdicts) {
  std::string line = "| `" + std::string(page) + "` | " + (access.part ? std::string(key(*access.part)) : "-") + " |";
  for (const auto& one : verdicts) line += ' ' + one + " |";
  return line + '\n';
}

/// The table as the program makes it true, at the face of a terminal; the other faces must say the same.
std::string table() {
  ReadingRoom room;
  std::string head = "| page | part |", rule = "|---|---|";
  for (const auto& chair : chairs()) {
    head += ' ' + std::string(chair.called) + " |";
    rule += "---|";
  }
  std::string out = head + '\n' + rule + '\n';
  for (const auto* entry : desk::readings()) {
    std::vector<std::string> verdicts;
    for (const auto& chair : chairs()) {
      CAPTURE(entry->path, chair.called);
      verdicts.push_back(asked(room, *entry, chair.seat, desk::Form::words));
      CHECK(asked(room, *entry, chair.seat, desk::Form::document) == verdicts.back());
      CHECK(asked(room, *entry, chair.seat, desk::Form::both) == verdicts.back());
    }
    out += row(entry->path, entry->fresh()->access(), verdicts);
  }
  std::vector<std::string> screen;
  for (const auto& chair : chairs()) screen.push_back(on_screen(room, chair.seat));
  return out + row("meeting run", desk::reads(CasePart::overview), screen);
}

}  // namespace

TEST_CASE("every page is shown and logged for every seat as the house says", "[desk]") {
  check_block("core/README.md", "pages and seats", table());
}

}  // namespace casus::test
