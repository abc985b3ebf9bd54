// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided_meeting.hpp"

#include "core/report/history_text.hpp"
#include "core/service/unlogged.hpp"
#include "tests/desk/room.hpp"

#include <algorithm>

// What the screen asked about stays asked, and nothing that was typed is swallowed.

namespace casus::test {
namespace {

using desk::GuidedMeeting;

/// Samira leads the meeting, with Noor's case of the reflecting team on the table, in the step in which Noor tells.
struct Asking {
  TeamRoom room;
  desk::Desk desk = room.desk("Samira");
  GuidedMeeting meeting{desk, room.today()};

  Asking() {
    room.begin_meeting();
    REQUIRE_FALSE(meeting.open());
    for (const auto* line : {"neem 2026-001", "verder", "verder"}) meeting.take(line);
  }

  std::string after(const std::string& line) {
    meeting.take(line);
    std::string all;
    for (const auto& message : meeting.now().messages) all += message.text + '\n';
    return all;
  }
  Case state(const std::string& id = "2026-001") { return service::Unlogged(desk.service()).open(id); }
  std::vector<std::string> waiting() { return meeting.now().waiting; }
  /// "kind: text", as kept.
  std::vector<std::string> said() {
    std::vector<std::string> all;
    for (const auto& it : state().contributions) all.push_back(it.kind + ": " + it.text);
    return all;
  }
};

using Lines = std::vector<std::string>;

bool shows(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a line that was asked about stays asked while others type on, until it is said", "[desk][guided]") {
  Asking at;
  CHECK(shows(at.after("noro: Zij slaapt slecht sinds de zomer"), "bedoelde je Noor?"));
  CHECK(at.waiting() == Lines{"noro: Zij slaapt slecht sinds de zomer"});
  const auto next = at.after("noor: De post ligt dicht");
  CHECK(shows(next, "De post ligt dicht"));
  CHECK(shows(next, "wacht op antwoord: 'noro: Zij slaapt slecht sinds de zomer'. Typ: wacht"));
  CHECK(shows(at.after("noor: De oudste helpt"), "wacht op antwoord"));
  // Asked again, with the same way on.
  CHECK(shows(at.after("wacht"), "bedoelde je Noor?"));
  CHECK(at.meeting.now().offer == "Noor: Zij slaapt slecht sinds de zomer");
  CHECK_FALSE(shows(at.after(""), "wacht op antwoord"));
  CHECK(at.waiting().empty());
  CHECK(at.said() ==
        Lines{"fact: De post ligt dicht", "fact: De oudste helpt", "fact: Zij slaapt slecht sinds de zomer"});
  CHECK(shows(at.after("wacht"), "er wacht geen regel op antwoord"));
}

TEST_CASE("who says it in other words, or by a name alone, has answered", "[desk][guided]") {
  Asking at;
  at.after("noro: Zij slaapt slecht");
  at.after("noor: zij slaapt slecht, zegt ze");
  CHECK(at.waiting().empty());
  at.after("noro: Zij eet weinig");
  at.after("noor");
  CHECK(at.waiting().empty());
  at.after("de buurvrouw komt elke dag");
  REQUIRE(at.waiting() == Lines{"de buurvrouw komt elke dag"});
  at.after("noor");
  CHECK(at.waiting().empty());
  CHECK(at.said() ==
        Lines{"fact: zij slaapt slecht, zegt ze", "fact: Zij eet weinig", "fact: de buurvrouw komt elke dag"});
}

TEST_CASE("what waits is dropped by a word, or by no", "[desk][guided]") {
  Asking at;
  at.after("noro: Een tikfout");
  CHECK(shows(at.after("nee"), "weggedaan: 'noro: Een tikfout'"));
  CHECK(at.waiting().empty());
  at.after("noro: Nog een tikfout");
  at.after("wie");
  at.after("noro: En nog een");
  at.after("wie");
  CHECK(at.waiting() == Lines{"noro: Nog een tikfout", "noro: En nog een"});
  CHECK(shows(at.after("laat 2"), "weggedaan: 'noro: En nog een'"));
  CHECK(shows(at.after("laat"), "weggedaan: 'noro: Nog een tikfout'"));
  CHECK(at.said().empty());
  // A sentence that begins so is a sentence.
  CHECK_FALSE(shows(at.after("laat haar met rust vandaag"), "er wacht geen regel"));
}

TEST_CASE("what nobody answered is kept as a note when its case goes from the table", "[desk][guided]") {
  Asking at;
  at.after("noro: Zij slaapt slecht");
  at.after("noor wens: Rust");
  const auto done = at.after("klaar");
  CAPTURE(done);
  CHECK(shows(done, "bewaard als aantekening: 'noro: Zij slaapt slecht'"));
  CHECK(at.waiting().empty());
  CHECK(at.said() == Lines{"wish: Rust", "note: noro: Zij slaapt slecht"});
  CHECK(at.state().name_of(at.state().contributions.back().by, Lang::nl) == "Samira");
  // And when whoever typed goes away.
  at.after("neem 2026-002");
  at.after("verder");
  at.after("daaan: Hij is veel alleen");
  at.meeting.leave();
  const auto other = at.state("2026-002").contributions;
  REQUIRE(other.size() == 1);
  CHECK(other.front().text == "daaan: Hij is veel alleen");
}

TEST_CASE("a question how a word is typed holds nothing that somebody said, and waits for nothing", "[desk][guided]") {
  Asking at;
  for (const auto* line : {"actie", "meldcode 2", "erbij", "rai", "dank jullie wel", "geen gevaar"}) {
    CAPTURE(line);
    at.after(line);
    CHECK(at.waiting().empty());
  }
}

TEST_CASE("a step that a meeting parked counts only its time at the table", "[desk][guided][R5]") {
  Asking at;
  at.room.clock.advance(std::chrono::minutes(5));
  at.after("parkeer omdat Noor belt");
  at.room.clock.advance(std::chrono::minutes(40));
  at.after("neem 2026-001");
  at.room.clock.advance(std::chrono::minutes(2));
  at.after("noor wens: Rust");
  CHECK(shows(at.after("verder"), "na 7 minuten (gepland"));
  const auto state = at.state();
  REQUIRE(state.visits.size() == 3);
  CHECK(state.visits[1].minutes() == 7);
}

}  // namespace casus::test
