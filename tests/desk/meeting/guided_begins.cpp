// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

// A case in coaching of which nobody said yet what the review should bring: the first words are kept all the same.

namespace casus::test {
namespace {

/// Noor's case lies on the table before its first step, with a question and nothing hoped for.
struct Unbegun : ShortRoundRoom, Sat {
  using Sat::room;

  Unbegun() : Sat(static_cast<TeamRoom&>(*this)) {
    does("2026-003", "Noor", AskQuestion{"Hoe verder?", {}});
    meeting.take("neem 2026-003");
    REQUIRE(meeting.now().table);
    REQUIRE(now().hoped_for.empty());
  }

  Case now() { return state("2026-003"); }
};

}  // namespace

TEST_CASE("in coaching the first words begin the review and are kept, with what is still to be said",
          "[desk][guided][R1]") {
  for (const auto* line : {"noor: Zij doet de post niet open", "noor feit: Zij doet de post niet open"}) {
    CAPTURE(line);
    Unbegun at;
    const auto told = at.after(line);
    CAPTURE(told);
    CHECK(has(told, "Daarmee is de bespreking begonnen."));
    CHECK(has(told, "case question case=2026-003 text=Hoe verder? hoped-for=?"));  // each face in its own words
    CHECK(at.now().stage.life == Life::open);
    REQUIRE(at.now().contributions.size() == 1);
    CHECK(at.now().contributions.front().text == "Zij doet de post niet open");
    CHECK(at.now().contributions.front().kind == "fact");
    CHECK(at.meeting.now().waiting.empty());
    at.after("hoopt: Een eerste stap");
    CHECK(at.now().hoped_for == "Een eerste stap");
  }
}

TEST_CASE("in coaching a word to go on begins the review without a reason", "[desk][guided][R1]") {
  Unbegun at;
  CHECK(at.meeting.now().back == "hoopt: ");  // asked for, and not in the way
  const auto told = at.after("verder");
  CHECK(at.meeting.now().done);
  CHECK(has(told, "Wat de inbrenger hoopt is nog niet gezegd."));
  CHECK(at.now().stage.life == Life::open);
  CHECK_FALSE(has(at.after("noor: Zij doet de post niet open"), "Wat de inbrenger hoopt"));
}

TEST_CASE("where the question lacks, what was said waits and is kept once it is asked", "[desk][guided][R1]") {
  ShortRoundRoom room;
  room.open_unasked("2026-008", "Noor", "Verzonnen", "kort/ronde", Mode::coaching);
  room.meets(room.day(), AddItem{.case_id = "2026-008", .minutes = 10});
  Sat at(room);
  at.after("neem 2026-008");
  const std::string line = "noor: Zij doet de post niet open";
  CHECK(has(at.after(line), "Eerst de vraag van de inbrenger. Typ: vraag: "));
  CHECK(at.meeting.now().waiting == std::vector<std::string>{line});
  CHECK(at.state("2026-008").stage.life == Life::intake);
  at.after("vraag: Hoe help ik haar?");
  CHECK(at.state("2026-008").question == "Hoe help ik haar?");
  CHECK(at.meeting.now().waiting == std::vector<std::string>{line});
  CHECK(has(at.after("wacht"), "probeer het opnieuw"));
  at.after("");
  CHECK(at.meeting.now().waiting.empty());
  const auto said = at.state("2026-008").contributions;
  REQUIRE(said.size() == 1);
  CHECK(said.front().text == "Zij doet de post niet open");
}

TEST_CASE("in a strict case the first words still wait for the first step", "[desk][guided][R1]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  at.after("neem 2026-001");
  CHECK(has(at.after("noor: Zij doet de post niet open"), "nog niet begonnen"));
  CHECK(at.state().stage.life == Life::intake);
  CHECK(at.meeting.now().waiting == std::vector<std::string>{"noor: Zij doet de post niet open"});
  // Its step has come: what waited says so, and one Enter keeps it.
  at.after("verder");
  at.after("verder");
  CHECK(has(at.after("wacht"), "getypt voordat deze stap begon"));
  at.after("");
  REQUIRE(at.state().contributions.size() == 1);
  CHECK(at.state().contributions.front().text == "Zij doet de post niet open");
  CHECK(at.meeting.now().waiting.empty());
}

TEST_CASE("where today's meeting has ended the next one opens, and no key alone begins it", "[desk][guided]") {
  TeamRoom room;
  const auto words_of = [](desk::GuidedMeeting& meeting) {
    std::string all;
    for (const auto& message : meeting.now().messages) all += message.text + '\n';
    return all;
  };
  room.begin_meeting();
  room.meets("2026-03-02", FinishMeeting{});
  room.plan("2026-03-09");
  auto at = room.desk("Samira");
  desk::GuidedMeeting meeting(at, room.today());
  REQUIRE_FALSE(meeting.open());
  CHECK(meeting.day() == "2026-03-09");
  const auto greeted = words_of(meeting);
  CHECK(has(greeted, "Het overleg van vandaag is afgelopen; dit is dat van 9 maart 2026."));
  CHECK_FALSE(has(greeted, "Vandaag is er geen overleg"));
  CHECK_FALSE(has(greeted, "Wie zijn er?"));
  CHECK_FALSE(meeting.now().offer);
  meeting.take("");
  CHECK_FALSE(meeting.now().room->started);

  // Opened again, today's is the other.
  room.meets("2026-03-02", ReopenMeeting{{"Te vroeg"}});
  meeting.take("ander");
  CHECK(meeting.day() == "2026-03-02");
  CHECK(meeting.now().room->started);
  meeting.take("ander");
  CHECK(meeting.day() == "2026-03-09");

  // Who does want to begin it now says so; from then on it is the one that goes on.
  room.meets("2026-03-02", FinishMeeting{});
  meeting.take("begin iedereen");
  CHECK(meeting.now().room->started);
  auto later = room.desk("Samira");
  desk::GuidedMeeting again(later, room.today());
  REQUIRE_FALSE(again.open());
  CHECK(has(words_of(again), "Dit is het overleg van 9 maart 2026. Dat is nu al begonnen."));
  CHECK_FALSE(has(words_of(again), "nooit afgesloten"));
}

TEST_CASE("where no meeting is planned for today that of a later day opens, and no key alone begins it",
          "[desk][guided]") {
  TeamRoom room;
  const auto words_of = [](desk::GuidedMeeting& meeting) {
    std::string all;
    for (const auto& message : meeting.now().messages) all += message.text + '\n';
    return all;
  };
  room.clock.set("2026-02-25T09:00:00Z");
  auto early = room.desk("Samira");
  desk::GuidedMeeting meeting(early, {desk::meetings_meant(early.meetings(), *date_from("2026-02-25")), {}, {}});
  REQUIRE_FALSE(meeting.open());
  const auto greeted = words_of(meeting);
  CHECK(has(greeted, "Vandaag is er geen overleg; dit is dat van 2 maart 2026. Toch vandaag een overleg?"));
  CHECK(has(greeted, "begin iedereen"));
  CHECK_FALSE(has(greeted, "dan is Enter genoeg"));
  CHECK_FALSE(meeting.now().offer);
  meeting.take("");
  CHECK_FALSE(meeting.now().room->started);
  meeting.take("agenda");  // and looking at it offers that no more than opening it did
  CHECK_FALSE(meeting.now().offer);

  // Planned for today, it is the other; that one is begun with one key.
  room.plan("2026-02-25");
  meeting.take("ander");
  CHECK(meeting.day() == "2026-02-25");
  CHECK(meeting.now().offer);
  meeting.take("ander");
  CHECK(meeting.day() == "2026-03-02");
  CHECK_FALSE(meeting.now().offer);

  // Who does hold it earlier says so.
  meeting.take("begin iedereen");
  CHECK(meeting.now().room->started);
}

}  // namespace casus::test
