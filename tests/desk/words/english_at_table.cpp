// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/words_of_line.hpp"
#include "core/method/phrases.hpp"
#include "core/service/table/saying_kind.hpp"
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// English as family-support workers type it in a shared review: short, without apostrophes, with "tmrw" and "nan".

namespace casus::test {
namespace {

/// Noor chooses; the others listen.
service::Table choosing_now() {
  auto table = just_told("Nan does tea on Thursdays.");
  table.kinds = {{"choice", "choice"}};
  table.other_kinds = {{"fact", "fact"}, {"idea", "idea"}, {"question", "question"}};
  table.presenter = "Noor van Dam";
  table.notes_beside = true;
  return table;
}

/// Ideas are told, by all but Noor.
service::Table ideas_now() {
  auto table = at_table();
  table.kinds = {{"idea", "idea"}};
  table.other_kinds = {{"choice", "choice"}, {"fact", "fact"}, {"question", "question"}};
  table.notes_beside = true;
  return table;
}

Meant typed_in_english(const std::string& line, const service::Table& table) {
  return desk::meant_by(line, table, kNames, {Lang::en, kTuesday.today});
}

/// The line that comes back to be taken or filled in.
std::string offered_in_english(const std::string& line, const service::Table& table = choosing_now()) {
  const auto answer = typed_in_english(line, table);
  const auto* unsure = std::get_if<desk::Unsure>(&answer);
  return unsure == nullptr ? std::string("sure") : unsure->line;
}

bool lets_a_turn_pass(const std::string& line, const service::Table& table) {
  const auto answer = typed_in_english(line, table);
  const auto* give = std::get_if<desk::GiveCommand>(&answer);
  return give != nullptr && std::holds_alternative<Pass>(give->body);
}

}  // namespace

TEST_CASE("who lets the resident know is heard however it is put, and by when", "[desk][guided]") {
  const std::string head = "tell Noor van Dam: what we discussed; ";
  CHECK(offered_in_english("and ill let mum know about the plan, tomorrow - noor") == head + "tomorrow");
  CHECK(offered_in_english("noor will let her know about the plan friday") == head + "friday");
  CHECK(offered_in_english("so i'll tell mum what we agreed, friday - noor") == head + "friday");
  CHECK(offered_in_english("let him know what we said, friday") == head + "friday");
  CHECK(offered_in_english("noor to tell mum") == head);
  CHECK(offered_in_english("noor tells em this friday") == head + "friday");
  for (const auto* line : {"noor vertelt m dit vrijdagmiddag", "noor vertelt 't hem vrijdagmiddag",
                           "noor vertelt 'm dat vrijdagmiddag", "noor vertelt het haar vrijdagmiddag"}) {
    CAPTURE(line);
    CHECK(asked_back(line, choosing_now()).ends_with("| vertel Noor van Dam: wat we bespraken; vrijdagmiddag"));
  }
  CHECK(asked_back("en ik vertel moeder morgen over het plan - noor", choosing_now())
            .ends_with("| vertel Noor van Dam: wat we bespraken; morgen"));
  CHECK(asked_back("laat haar morgen weten wat we bespraken", choosing_now())
            .ends_with("| vertel Noor van Dam: wat we bespraken; morgen"));
  // Something else that is told, and something else that is done.
  CHECK_FALSE(has(offered_in_english("noor will tell mum that it can wait"), "tell Noor van Dam: "));
  CHECK_FALSE(has(offered_in_english("let the neighbour keep the key"), "tell Noor van Dam: "));
  for (const auto* line : {"let mum tell it herself", "let her say it", "laat moeder het zelf vertellen",
                           "laat haar dat zelf zeggen", "noor laat moeder het vertellen"}) {
    CAPTURE(line);
    const auto offered = offered_in_english(line);
    CHECK_FALSE(has(offered, "tell Noor van Dam: "));
  }
  CHECK(offered_in_english("so i'll tell mum what we agreed, friday \u2013 noor") == head + "friday");
  CHECK(offered_in_english("noor to ring mum tomorrow") == "action Noor van Dam: ring mum; tomorrow; ");
}

TEST_CASE("'by' belongs to who drops by, and else to the day", "[desk][guided][actions]") {
  CHECK(offered_in_english("ria will drop by tmrw") == "action Ria: drop by; tmrw; ");
  CHECK(offered_in_english("ria will pop by friday") == "action Ria: pop by; friday; ");
  CHECK(offered_in_english("ria will drop the form off by friday") == "action Ria: drop the form off; by friday; ");
  CHECK(offered_in_english("ria will call by friday") == "action Ria: call; by friday; ");
  CHECK(offered_in_english("ria to chase the letter by eow") == "action Ria: chase the letter; by eow; ");
}

TEST_CASE("who says that they can do it by a day has an agreement, and without a day an idea",
          "[desk][guided][actions]") {
  for (const auto& table : {ideas_now(), choosing_now()}) {
    CHECK(offered_in_english("ria: i can speak to the head by friday", table) ==
          "action Ria: speak to the head; by friday; ");
    CHECK(offered_in_english("ria: happy to do the form by friday", table) == "action Ria: do the form; by friday; ");
    CHECK(offered_in_english("ria: ill text her straight after this", table) ==
          "action Ria: text her; straight after this; ");
  }
  CHECK(offered_in_english("ria: i can see her friday", ideas_now()) == "action Ria: see her; friday; ");
  CHECK(offered_in_english("ria: i'll run it past the head friday", ideas_now()) ==
        "action Ria: run it past the head; friday; ");
  CHECK(offered_in_english("ria: i can ask the housing officer", ideas_now()) == "sure");
  // What somebody sees or says is told, and "we" may run out of time.
  for (const auto* line : {"ria: i can see a change this week", "ria: happy to see him back at school this week",
                           "ria: i can tell you she is fine this week", "ria: we run out of money by friday",
                           "ria: we meet again friday"}) {
    CAPTURE(line);
    CHECK_FALSE(has(offered_in_english(line, ideas_now()), "action Ria"));
  }
  CHECK(offered_in_english("ria: happy to see her friday", just_told("Nan does tea.")) == "sure");
}

TEST_CASE("a question without its mark is one in English too, and what only begins so is told", "[desk][guided]") {
  for (const auto* line : {"is nan able to take the kids for a bit", "whos the landlord",
                           "wasnt there a family support worker", "doesnt he have a brother", "isn't she at school",
                           "whats he like with his meds", "cant they ask for more time", "wheres the dad now"}) {
    CAPTURE(line);
    CHECK(service::asks_among_questions(line));
  }
  for (const auto* line :
       {"dont know yet to be honest", "isnt able to come", "nan is able to take them", "wasnt easy at all",
        "hasnt been since xmas", "wasnt there when we called", "isnt there most days"}) {
    CAPTURE(line);
    CHECK_FALSE(service::asks_among_questions(line));
  }
}

TEST_CASE("who has no question and who only agrees gives neither a question nor an idea", "[desk][guided]") {
  for (const auto* line : {"ria: nowt from me", "ria: no q from me", "ria: none from me", "ria: no qs"}) {
    CAPTURE(line);
    CHECK(lets_a_turn_pass(line, at_table()));
  }
  for (const auto* line : {"ria: +1", "ria: agree w daan", "ria: love that", "ria: grand"}) {
    CAPTURE(line);
    CHECK(has(given(typed_in_english(line, ideas_now())), R"("kind":"note")"));
  }
  CHECK_FALSE(has(given(typed_in_english("ria: a brew with the neighbour", ideas_now())), R"("kind":"note")"));
  CHECK(desk::is_verdict("grand", {}));
  for (const auto* line : {"that is deadly", "a class"}) CHECK_FALSE(desk::is_verdict(line, {}));
}

TEST_CASE("a figure of ten with 'now' behind it is a score", "[desk][guided]") {
  CHECK(offered_in_english("noor: id give it a 5") == "score Noor van Dam 5: ");
  CHECK(offered_in_english("noor: 4 out of 10 now, 6 would do") == "score Noor van Dam 4: 6 would do");
}

TEST_CASE("what is about the meeting in English is kept as nobody's words", "[desk][guided]") {
  const auto of_meeting = text::msg("line.of_meeting").in(Lang::en);
  for (const auto* line :
       {"everyone happy?", "are we ok for time?", "hang on, kettles on", "ria: sorry was muted", "ria: i was on mute"})
    for (const auto& table : {ideas_now(), choosing_now()}) {
      CAPTURE(line);
      const auto answer = typed_in_english(line, table);
      const auto* unsure = std::get_if<desk::Unsure>(&answer);
      REQUIRE(unsure != nullptr);
      CHECK(unsure->message == of_meeting);
    }
}

TEST_CASE("the last is taken back, or gets another day, as it is said in English", "[desk][guided][mending]") {
  for (const auto* line : {"scrap the last one", "bin that last one"}) {
    CAPTURE(line);
    CHECK(offered_in_english(line) == "undo");
  }
  auto agreed = choosing_now();
  agreed.open_actions = {{"a1", "ring the school", "Ria"}};
  CHECK(offered_in_english("actually make that wednesday", agreed) == "a1 to wednesday because ");
  CHECK(offered_in_english("push that back to friday", agreed) == "a1 to friday because ");
}

}  // namespace casus::test
