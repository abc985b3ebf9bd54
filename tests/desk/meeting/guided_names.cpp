// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/sat.hpp"
#include "tests/support/has.hpp"

#include <algorithm>

// Who begins, joins and leaves, as names in a row; and answers that find their question.

namespace casus::test {
namespace {

std::vector<std::string> present(Sat& at) { return at.meeting.now().room->present; }

using Present = std::vector<std::string>;

}  // namespace

TEST_CASE("a meeting begins with each who is named, and asks about whom it does not know", "[desk][guided]") {
  TeamRoom room;
  Sat at(room);
  const auto asked = at.after("begin samira, noor daan en joke");
  CHECK(has(asked, "joke"));
  CHECK(has(asked, "Niet van het team"));
  CHECK_FALSE(at.meeting.now().room->started);
  CHECK(at.meeting.now().offered_line() == "begin Samira, Noor, Daan");
  at.after("");
  CHECK(present(at) == Present{"Samira", "Noor", "Daan"});
  // Joining, and going, in a row as well.
  at.after("erbij ria");
  at.after("weg daan en ria");
  CHECK(present(at) == Present{"Samira", "Noor"});
  at.after("neem");
  CHECK(has(at.after("erbij ria, bram en fatma"), "Niet van het team: bram en fatma."));
  CHECK(present(at) == Present{"Samira", "Noor", "Ria"});
  CHECK(at.meeting.now().offered_line() == "erbij bram");
  at.after("");
  CHECK(at.state().person("bram") != nullptr);
  CHECK(at.state().person("bram en fatma") == nullptr);
}

TEST_CASE("everybody is whoever is expected, but for who is left out", "[desk][guided]") {
  for (const auto* line : {"begin iedereen", "begin everybody", "begin"}) {
    CAPTURE(line);
    TeamRoom room;
    Sat at(room);
    at.after(line);
    CHECK(present(at) == Present{"Samira", "Noor", "Daan", "Ria"});
  }
  TeamRoom room;
  Sat at(room);
  at.after("begin iedereen behalve daan");
  CHECK(present(at) == Present{"Samira", "Noor", "Ria"});
}

TEST_CASE("a meeting without its chair says so", "[desk][guided][R3]") {
  TeamRoom room;
  Sat at(room);
  CHECK(has(at.after("begin noor, daan en ria"), "Samira leidt dit overleg, maar staat niet bij wie er is."));
}

TEST_CASE("whoever was just asked answers, in any step, and the chair adds no idea and no question", "[desk][guided]") {
  TeamRoom room;
  room.opens_coached("2026-003", {{"Samira", Role::chair}, {"Daan", Role::member}, {"Ria", Role::member}});
  auto desk = room.desk("Samira");
  desk::GuidedMeeting meeting(desk, desk::GuidedMeeting::Place{std::nullopt, "2026-003", {}});
  REQUIRE_FALSE(meeting.open());
  const auto said = [&] { return service::Unlogged(desk.service()).open("2026-003").contributions; };
  const auto last = [&](const std::string& line) {
    meeting.take(line);
    return said().back();
  };
  meeting.take("verder");
  meeting.take("noor: Zij slaapt slecht");
  CHECK(last("samira: Noor, heb je de brief gezien?").kind == "question");
  const auto answer = last("noor: Ja, gisteren");
  CHECK(answer.kind == "answer");
  CHECK(answer.re == said()[1].id);
  CHECK(answer.noticed.empty());
  CHECK(last("noor: De huur loopt achter").kind == "fact");
  meeting.take("noor wens: Rust");
  meeting.take("verder");
  CHECK(last("samira: stage bij het repair cafe").kind == "note");
  CHECK(last("daan: Hoe lang al?").kind == "question");
  meeting.take("noor: Een jaar");
  meeting.take("verder");
  REQUIRE(meeting.now().table->step == "Rondje ideeën");
  CHECK(last("daan: Weet hij dat het gratis is?").kind == "question");
  const auto listener = last("noor: Nee, dat weet hij niet");
  CHECK(listener.kind == "answer");
  CHECK(listener.re == said()[said().size() - 2].id);
  CHECK(last("samira: de buurman een sleutel geven").kind == "note");
}

TEST_CASE("who is at the meeting and was away from this table sits down again by coming in", "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  at.after("neem 2026-001");
  at.after("verder");
  RemoveParticipant away{{.person = "Daan", .for_now = true}};
  room.does("2026-001", "Samira", away);
  const auto sits = [&] {
    const auto& seats = at.meeting.now().table->seats;
    return std::ranges::find(seats, "Daan", &service::Seat::name) != seats.end();
  };
  REQUIRE_FALSE(sits());
  CHECK(at.meeting.now().table->away == std::vector<std::string>{"Daan"});
  at.after("erbij daan");
  CHECK(at.meeting.now().done);
  CHECK(sits());
  CHECK(at.meeting.now().table->away.empty());
  // Once there, coming in is nothing new.
  const auto version = at.meeting.now().table->version;
  at.after("erbij daan");
  CHECK(at.meeting.now().table->version == version);
}

TEST_CASE("a hint names whose turn it is, and not who just had it", "[desk][guided]") {
  TeamRoom room;
  room.opens_coached("2026-003", {{"Samira", Role::chair}, {"Daan", Role::member}, {"Ria", Role::member}});
  room.does("2026-003", "Noor", AddParticipant{"Bram", {Role::member}, false, false, {}});
  auto desk = room.desk("Samira");
  desk::GuidedMeeting meeting(desk, desk::GuidedMeeting::Place{std::nullopt, "2026-003", {}});
  REQUIRE_FALSE(meeting.open());
  for (const auto* line :
       {"verder", "noor: Zij slaapt slecht", "noor wens: Rust", "verder", "verder", "daan: Samen bellen"})
    meeting.take(line);
  REQUIRE(meeting.now().table->turn() != nullptr);
  CHECK(meeting.now().table->turn()->name == "Ria");
  meeting.take("bram: De buurman vragen");
  std::string all;
  for (const auto& message : meeting.now().messages) all += message.text + '\n';
  CAPTURE(all);
  CHECK(has(all, "Ria is aan de beurt; daarna Bram"));
  CHECK_FALSE(has(all, "Daan is aan de beurt"));
}

TEST_CASE("a number that is kept nowhere stands on no shared screen, and keeps no other line back", "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  for (const auto* line : {"neem", "verder", "verder", "noor: BSN van mw is 123456782", "noro: Zij slaapt slecht"})
    at.after(line);
  for (const auto& line : at.meeting.now().waiting) CHECK(line.find("123456782") == std::string::npos);
  const auto done = at.after("klaar");
  CAPTURE(done);
  CHECK(has(done, "nog niet geplaatst: 'noro: Zij slaapt slecht'"));
  CHECK_FALSE(has(done, "123456782"));
  CHECK(at.meeting.now().waiting.empty());
  CHECK(at.state().contributions.size() == 2);
}

TEST_CASE("lines that were pasted and not done are kept, and a line of one case is kept in no other",
          "[desk][guided]") {
  TeamRoom room;
  room.begin_meeting();
  Sat at(room);
  for (const auto* line : {"neem 2026-001", "verder", "verder"}) at.after(line);
  REQUIRE_FALSE(at.meeting.paste("samira feit: Ik denk dat zij moe is\nnoor: Twee\nnoor: Drie"));
  at.after("");
  // Another paste leaves them waiting.
  REQUIRE_FALSE(at.meeting.paste("noor: Vier\nnoor: Vijf"));
  at.after("");
  at.after("klaar");
  std::vector<std::string> texts;
  for (const auto& one : at.state().contributions) texts.push_back(one.text);
  std::ranges::sort(texts);
  CHECK(texts ==
        std::vector<std::string>{"Vier", "Vijf", "noor: Drie", "noor: Twee", "samira feit: Ik denk dat zij moe is"});
  // Before the first step there are no notes, so that line waits on; in another case it is not offered.
  at.after("neem 2026-002");
  at.after("tweede zin zonder naam");
  at.after("parkeer omdat Noor belt");
  REQUIRE(at.meeting.now().waiting == std::vector<std::string>{"tweede zin zonder naam"});
  at.after("neem 2026-001");
  CHECK(has(at.after("wacht"), "hoort bij casus 2026-002"));
  CHECK(at.meeting.now().offered_line() == "neem 2026-002");
}

TEST_CASE("danger is told before every other hint", "[desk][guided][R14]") {
  TeamRoom room;
  room.opens_coached("2026-003", {{"Samira", Role::chair}, {"Daan", Role::member}});
  auto desk = room.desk("Samira");
  desk::GuidedMeeting meeting(desk, desk::GuidedMeeting::Place{std::nullopt, "2026-003", {}});
  REQUIRE_FALSE(meeting.open());
  meeting.take("verder");
  meeting.take("daan: je moet weten dat hij haar in elkaar heeft geslagen, hij heeft haar in elkaar geslagen");
  const auto messages = meeting.now().messages;
  REQUIRE(messages.size() > 2);
  CHECK(has(messages[1].text, "is er nu gevaar?"));
}

}  // namespace casus::test
