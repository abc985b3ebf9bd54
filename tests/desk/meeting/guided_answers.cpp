// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

#include <string>
#include <string_view>
#include <vector>

// Which question an answer answers: what is said right behind it, and nothing else.

namespace casus::test {
namespace {

using Lines = std::vector<std::string>;

/// The step in which questions are asked, with Noor there to answer.
struct AskingRound : ShortRound {
  AskingRound() {
    for (const auto* line : {"noor wens: Rust", "verder"}) meeting.take(line);
    REQUIRE(meeting.now().table->step == "Kort vragen");
  }
};

}  // namespace

TEST_CASE("what is said right behind a question answers it, and what comes after that does not",
          "[desk][guided][answers]") {
  AskingRound at;
  at.after("daan: Hoe lang speelt dit?");
  CHECK(has(at.after("noor: Sinds de zomer"), "opgeschreven als antwoord op: 'Hoe lang speelt dit?'"));
  CHECK_FALSE(has(at.after("noor: De zoon is ziek"), "opgeschreven als antwoord"));
  const auto said = at.now().contributions;
  REQUIRE(said.size() == 4);
  CHECK(said[2].kind == "answer");
  CHECK(said[2].re == said[1].id);
  CHECK(said[3].kind == "note");
  CHECK(said[3].re.empty());
  CHECK(said[3].noticed.empty());
}

TEST_CASE("with something else in between a question stays open, and one word makes the answer of what was said",
          "[desk][guided][answers]") {
  ShortRound at;
  at.after("daan: Heeft ze familie?");
  at.after("noor wens: Rust");
  CHECK(has(at.after("noor: De huur loopt achter"),
            "er staat nog een vraag open: 'Heeft ze familie?'. Was dit het antwoord? Typ: antwoord"));
  CHECK(at.said().back() == "Noor fact: De huur loopt achter");
  CHECK(at.now().contributions.back().re.empty());
  at.after("noor: Een zus in de stad");
  CHECK(has(at.after("antwoord"), "opgeschreven als antwoord op: 'Heeft ze familie?'"));
  CHECK(at.said() == Lines{"Daan question: Heeft ze familie?", "Noor wish: Rust", "Noor fact: De huur loopt achter",
                           "Noor answer: Een zus in de stad"});
  CHECK(at.now().contributions.back().re == at.now().contributions.front().id);
  // Once that is so the word stands for nothing.
  at.after("antwoord");
  CHECK(at.said().size() == 4);
}

TEST_CASE("what the presenter says beside the questions is a note for its own reason, and one word makes it the answer",
          "[desk][guided][answers]") {
  AskingRound at;
  const auto unasked = at.after("noor: De zoon is ziek");
  CHECK(has(unasked, "dit is een aantekening: aan Noor is hier nog niets gevraagd"));
  CHECK_FALSE(has(unasked, "luistert"));
  at.after("daan: Hoe lang speelt dit?");
  at.after("noor: Sinds de zomer");
  const auto more = at.after("noor: Het werd erger in de herfst");
  CHECK(has(more, "Hoort dit bij het antwoord op 'Hoe lang speelt dit?'? Typ: antwoord"));
  CHECK_FALSE(has(more, "luistert"));
  CHECK(at.said().back() == "Noor note: Het werd erger in de herfst");
  CHECK(has(at.after("antwoord"), "opgeschreven als antwoord op: 'Hoe lang speelt dit?'"));
  CHECK(at.said() == Lines{"Noor wish: Rust", "Noor note: De zoon is ziek", "Daan question: Hoe lang speelt dit?",
                           "Noor answer: Sinds de zomer", "Noor answer: Het werd erger in de herfst"});
  // A question that is open still is the one that is named.
  at.after("ria: Wie helpt haar?");
  const auto beside = at.after("noor: Trouwens, de zoon is ziek");
  CHECK(has(beside, "er staat nog een vraag open: 'Wie helpt haar?'"));
  CHECK_FALSE(has(beside, "elke vraag is al beantwoord"));
  CHECK_FALSE(has(beside, "luistert"));
}

TEST_CASE("a button makes the answer of what was said as the word does", "[desk][guided][answers]") {
  ShortRound at;
  at.after("daan: Heeft ze familie?");
  at.after("noor wens: Rust");
  CHECK_FALSE(at.meeting.now().answers);
  at.after("noor: Een zus in de stad");
  REQUIRE(at.meeting.now().answers);
  const auto last = *at.meeting.now().answers;
  CHECK_FALSE(last.answered);
  // About other words, or another answer, it does nothing.
  at.meeting.answer_otherwise({last.ref, true});
  CHECK_FALSE(at.meeting.now().done);
  at.meeting.answer_otherwise({"b99", false});
  CHECK_FALSE(at.meeting.now().done);
  CHECK_FALSE(at.said().back().starts_with("Noor answer"));
  at.meeting.answer_otherwise(last);
  CHECK(at.said() == Lines{"Daan question: Heeft ze familie?", "Noor wish: Rust", "Noor answer: Een zus in de stad"});
  // Pressed once more nothing is said twice.
  at.meeting.answer_otherwise(last);
  CHECK(at.said().size() == 3);
}

TEST_CASE("what is offered is taken by 'klopt' as by 'ja'", "[desk][guided]") {
  for (const auto* yes : {"klopt", "dat klopt", "ja"}) {
    AskingRound at;
    at.after("ria - wie doet de boodschappen?");
    REQUIRE(at.meeting.now().offer);
    at.after(yes);
    CHECK(at.said().back() == "Ria question: wie doet de boodschappen?");
  }
}

TEST_CASE("a question asked after something else was said is answered before those that lie further back",
          "[desk][guided][answers]") {
  AskingRound at;
  at.after("daan: Hoe lang speelt dit?");
  at.after("noor: Ik moet om elf uur weg");
  CHECK_FALSE(has(at.after("geen antwoord"), "Was dit het antwoord?"));
  at.after("ria: Betaalt zij de huur?");
  CHECK(has(at.after("noor: Die loopt via de bank"), "opgeschreven als antwoord op: 'Betaalt zij de huur?'"));
  const auto id_of = [&](std::string_view text) {
    const auto it = at.now();
    for (const auto& one : it.contributions)
      if (one.text == text) return one.id;
    return std::string();
  };
  CHECK(at.now().contributions.back().kind == "answer");
  CHECK(at.now().contributions.back().re == id_of("Betaalt zij de huur?"));
  // What was passed over is asked still, and answered by the word for it.
  CHECK(has(at.after("noor: Sinds de zomer"), "er staat nog een vraag open: 'Hoe lang speelt dit?'"));
  CHECK(at.now().contributions.back().kind == "note");
  at.after("antwoord");
  CHECK(at.now().contributions.back().kind == "answer");
  CHECK(at.now().contributions.back().re == id_of("Hoe lang speelt dit?"));
}

TEST_CASE("what was taken as an answer is none after two words", "[desk][guided][answers]") {
  AskingRound at;
  at.after("daan: Hoe lang speelt dit?");
  at.after("noor: Ik moet om elf uur weg");
  at.after("geen antwoord");
  CHECK(at.said() ==
        Lines{"Noor wish: Rust", "Daan question: Hoe lang speelt dit?", "Noor note: Ik moet om elf uur weg"});
  ShortRound telling;
  telling.after("daan: Heeft ze familie?");
  telling.after("noor: De huur loopt achter");
  telling.after("dat is geen antwoord");
  CHECK(telling.said().back() == "Noor fact: De huur loopt achter");
}

TEST_CASE("whoever turns to something else, or agrees something, answers nothing", "[desk][guided][answers]") {
  AskingRound at;
  at.after("daan: Hoe lang speelt dit?");
  at.after("noor: Trouwens, de zoon is ziek");
  at.after("actie noor: huisarts bellen; vrijdag; ria");
  at.after("doel: De post gaat open");
  CHECK(at.now().actions.size() == 1);
  CHECK(at.now().goals.size() == 1);
  for (const auto& one : at.now().contributions) CHECK(one.re.empty());
  CHECK(at.said().back() == "Noor note: Trouwens, de zoon is ziek");
}

TEST_CASE("where only questions fit there is a word for what somebody has to tell", "[desk][guided][answers]") {
  AskingRound at;
  CHECK(has(at.after("daan: weet de school niet"), "Is het iets om te weten? Typ: Daan aantekening: TEKST"));
  at.after("laat");
  CHECK(has(at.after("daan: er was vorige week brand"), "Is het toch een vraag? Typ: vraag"));
  at.after("ria feit: de buurvrouw weet ervan");
  const auto said = at.now().contributions;
  CHECK(at.said() ==
        Lines{"Noor wish: Rust", "Daan note: er was vorige week brand", "Ria fact: de buurvrouw weet ervan"});
  for (const auto& one : said) CHECK(one.noticed.empty());
  CHECK(at.waiting().empty());
  // It was no turn of theirs: they ask their question still.
  at.after("daan: Wie was erbij?");
  CHECK(at.now().contributions.back().kind == "question");
  CHECK(at.now().contributions.back().noticed.empty());
}

TEST_CASE("one word makes a question of what was noted among the questions", "[desk][guided][answers]") {
  AskingRound at;
  at.after("daan: de school weet ervan");
  CHECK(at.said() == Lines{"Noor wish: Rust", "Daan note: de school weet ervan"});
  at.after("vraag");
  CHECK(at.said() == Lines{"Noor wish: Rust", "Daan question: de school weet ervan?"});
  CHECK(at.waiting().empty());
  // Behind another line the word is the one of the meeting again.
  at.after("ria: de buurvrouw weet ervan");
  at.after("noor: Sinds de zomer");
  at.after("vraag");
  CHECK(at.said().back() != "Ria question: de buurvrouw weet ervan?");
}

TEST_CASE("where a case is strict the word is that of who leads", "[desk][guided][answers]") {
  TeamRoom room;
  room.open("2026-004", "Noor", "Verzonnen", "kort/ronde", Mode::strict);
  for (const auto& [name, role] :
       {std::pair("Samira", Role::chair), std::pair("Daan", Role::member), std::pair("Ria", Role::member)}) {
    room.does("2026-004", "Noor", AddParticipant{.name = name, .roles = {role}, .team_member = true});
  }
  auto desk = room.desk("Samira");
  desk::GuidedMeeting meeting(desk, desk::GuidedMeeting::Place{std::nullopt, "2026-004", {}});
  REQUIRE_FALSE(meeting.open());
  for (const auto* line : {"verder", "noor wens: Rust", "verder", "daan: er was vorige week brand"}) meeting.take(line);
  REQUIRE(meeting.now().table->step == "Kort vragen");
  REQUIRE_FALSE(meeting.now().messages.empty());
  CHECK(has(meeting.now().messages.front().text, "Typ: Samira aantekening: TEKST"));
  meeting.take("samira opmerking: Daan zag vorige week brand");
  const auto said = service::Unlogged(desk.service()).open("2026-004").contributions;
  CHECK(said.back().kind == "note");
  CHECK(said.back().text == "Daan zag vorige week brand");
}

}  // namespace casus::test
