// SPDX-License-Identifier: EUPL-1.2
#include "core/store/checkpoint.hpp"
#include "tests/desk/sat.hpp"
#include "tests/support/has.hpp"

#include <algorithm>

// What belongs to no case that lies on the table is kept with the meeting: a kill loses nothing.

namespace casus::test {
namespace {

struct AsideRoom {
  TeamRoom room;

  AsideRoom() { room.begin_meeting(); }

  std::vector<std::string> aside() {
    std::vector<std::string> all;
    for (const auto& one : room.desk("Noor").meetings().aside(room.day())) all.push_back(one.line.kept.text);
    return all;
  }
};

using KeptLines = std::vector<std::string>;

}  // namespace

TEST_CASE("danger that is told with nothing on the table is kept at once", "[desk][guided][R14]") {
  AsideRoom at;
  {
    Sat killed(at.room);
    CHECK(has(killed.after("gevaar: opa slaat haar"), "er ligt geen casus op tafel"));
    CHECK(killed.meeting.now().unkept.empty());
    CHECK(killed.meeting.now().aside == KeptLines{"gevaar: opa slaat haar"});
  }  // nobody said goodbye
  CHECK(at.aside() == KeptLines{"gevaar: opa slaat haar"});
  Sat next(at.room);
  bool said = false;
  for (const auto& message : next.meeting.now().messages)
    said = said || has(message.text, "nog in geen casus: 'gevaar: opa slaat haar'");
  CHECK(said);
  next.after("neem 2026-001");
  CHECK(next.meeting.now().back == "gevaar: opa slaat haar");
  next.after("gevaar: opa slaat haar");
  CHECK(next.state().stage.safety == Safety::acute);
  CHECK(at.aside().empty());
}

TEST_CASE("who stops leaves what waits with the meeting, and who drops it lets it go", "[desk][guided]") {
  AsideRoom at;
  {
    Sat first(at.room);
    first.after("noor: zij belt straks");  // no case on the table
    CHECK(first.meeting.now().waiting == KeptLines{"noor: zij belt straks"});
    CHECK(at.aside() == KeptLines{"noor: zij belt straks"});  // a kill loses nothing
    CHECK(has(first.after("stop"), "blijven bij het overleg bewaard"));
    first.after("stop");
    CHECK(first.meeting.now().stopped);
  }
  CHECK(at.aside() == KeptLines{"noor: zij belt straks"});
  Sat next(at.room);
  CHECK(next.meeting.now().waiting == KeptLines{"noor: zij belt straks"});
  next.after("laat");
  CHECK(at.aside().empty());
  const auto history = next.desk.meetings().history(at.room.day());
  CHECK(std::ranges::none_of(history, [](const MeetingEvent& event) {
    const auto* kept = std::get_if<LineSetAside>(&event.body);
    return kept != nullptr && !kept->text.empty();
  }));
}

TEST_CASE("a screen that stays open proves what was written, minute by minute", "[desk][guided]") {
  AsideRoom at;
  Sat open(at.room);
  open.meeting.now();
  const auto before = open.desk.store().checkpoints().size();
  open.after("neem 2026-001");
  CHECK(open.desk.store().checkpoints().size() == before);
  at.room.clock.advance(std::chrono::seconds(61));
  open.meeting.now();
  CHECK(open.desk.store().checkpoints().size() == before + 1);
  at.room.clock.advance(std::chrono::seconds(61));
  open.meeting.now();  // nothing was written
  CHECK(open.desk.store().checkpoints().size() == before + 1);
}

TEST_CASE("what waits while each writes for themselves is in no record before the others read", "[desk][guided]") {
  AsideRoom at;
  at.room.open("2026-009", "Noor", "Verzonnen", "action-learning/advice-round", Mode::coaching);
  for (const auto& [name, role] : {std::pair("Samira", Role::chair), std::pair("Daan", Role::member)})
    at.room.does("2026-009", "Noor", AddParticipant{.name = name, .roles = {role}, .team_member = true});
  at.room.meets(at.room.day(), AddItem{.case_id = "2026-009", .minutes = 20});
  Sat sat(at.room);
  sat.after("neem 2026-009");
  for (int steps = 0; steps < 12 && !sat.meeting.now().conceals(); ++steps) {
    if (const auto here = sat.state("2026-009"); here.here() != nullptr && here.here()->step == "story") {
      Say clear{{.kind = "check", .text = "De vraag is duidelijk", .answer = Answer::yes}};
      at.room.does("2026-009", "Samira", clear);
    }
    sat.after("verder omdat oefening");
  }
  REQUIRE(sat.meeting.now().conceals());
  sat.after("eerst de schulden op een rij");
  REQUIRE(sat.meeting.now().waiting.size() == 1);
  sat.after("stop");
  for (const auto& one : sat.state("2026-009").contributions) CHECK(one.text != "eerst de schulden op een rij");
  CHECK(at.aside() == KeptLines{"eerst de schulden op een rij"});
}

}  // namespace casus::test
