// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/short_round.hpp"

// A case as a tired note taker really types it: no question marks, laughter, a kind by another word, half sentences.
// Each line stands with what is kept of it; nothing waits that needs no answer.

namespace casus::test {
namespace {

struct TypedAs {
  const char* line;
  const char* kept;  ///< the last that was said, with whose it is and its kind; empty: nothing is kept, nothing waits
};

constexpr TypedAs kTelling[] = {
    {"noor: moeder van 34, drie kinderen van 4, 7 en 11, huurachterstand 5 maanden",
     "Noor fact: moeder van 34, drie kinderen van 4, 7 en 11, huurachterstand 5 maanden"},
    {"Noor: deurwaarder komt de 14e", "Noor fact: deurwaarder komt de 14e"},
    {"noor: ze doet de post niet open, ligt een hele stapel in de gang",
     "Noor fact: ze doet de post niet open, ligt een hele stapel in de gang"},
    {"daan: heeft ze werk", "Daan question: heeft ze werk"},
    {"noor: ze werkt 16 uur bij de thuiszorg, krijgt aanvullend",
     "Noor answer: ze werkt 16 uur bij de thuiszorg, krijgt aanvullend"},
    {"daan: zijn er broers of zussen", "Daan question: zijn er broers of zussen"},
    {"noor: ja 1 zusje van 9", "Noor answer: ja 1 zusje van 9"},
    {"noor: ja oma woont in Den Bosch, belt elke zondag", "Noor fact: ja oma woont in Den Bosch, belt elke zondag"},
    {"N: vader is weg sinds de zomer, betaalt geen alimentatie",
     "Noor fact: vader is weg sinds de zomer, betaalt geen alimentatie"},
    {"haha", ""},
    {"lol", ""},
    {"noor wens: ze wil gewoon in haar huis blijven en rust", "Noor wish: ze wil gewoon in haar huis blijven en rust"},
    {"noor: hij zelf zegt: \"ik red me prima, bemoei je d'r niet mee\"",
     "Noor fact: hij zelf zegt: \"ik red me prima, bemoei je d'r niet mee\""},
    {"noor sterk: hij biljart nog elke woensdag met zijn maten",
     "Noor strength: hij biljart nog elke woensdag met zijn maten"},
};

constexpr TypedAs kAsking[] = {
    {"ria: welke verhuurder is het, woonstad of de andere",
     "Ria question: welke verhuurder is het, woonstad of de andere?"},
    {"noor: woonstad", "Noor answer: woonstad"},
    {"daan: weet de huisarts van het geheugen", "Daan question: weet de huisarts van het geheugen?"},
    {"noor: ja poh is ermee bezig, mmse was 21", "Noor answer: ja poh is ermee bezig, mmse was 21"},
    {"hahaha", ""},
};

constexpr TypedAs kThinking[] = {
    {"daan: idee: met haar samen de post openen, aan de keukentafel",
     "Daan idea: met haar samen de post openen, aan de keukentafel"},
    {"ria voorstel: de snelle lijn met woonstad bellen", "Ria idea: de snelle lijn met woonstad bellen"},
    {"noor: dank jullie wel", ""},
    {"pff", ""},
};

struct TiredNotes : ShortRound {
  template <std::size_t N>
  void types(const TypedAs (&lines)[N]) {
    for (const auto& one : lines) {
      CAPTURE(one.line);
      const auto before = said();
      after(one.line);
      CHECK(waiting().empty());
      if (std::string(one.kept).empty()) CHECK(said() == before);
      else CHECK(said().back() == one.kept);
    }
  }
};

}  // namespace

TEST_CASE("what a tired note taker types is kept as it was said, and asked about only where it must be",
          "[desk][guided]") {
  TiredNotes at;
  at.types(kTelling);
  at.after("verder");
  at.types(kAsking);
  at.after("verder");
  REQUIRE(at.meeting.now().table->kinds.front().key == "idea");
  at.types(kThinking);
  at.after("verder");
  // What is agreed is done too, and a score in a row needs no colon.
  at.after("actie daan: deurwaarder bellen; morgen; noor; zelf");
  CHECK(at.now().actions.size() == 1);
  at.after("cijfer noor 5 omdat er nog niks geregeld is");
  at.after("doel: ze opent zelf haar post");
  CHECK(at.now().goals.size() == 1);
  CHECK(at.waiting().empty());
  CHECK(at.now().scores.size() == 1);
}

}  // namespace casus::test
