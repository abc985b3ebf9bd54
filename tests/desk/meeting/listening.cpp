// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

#include <string>
#include <string_view>
#include <vector>

// What who brought the case in says while the others think aloud: a remark, told once, and one word makes an idea of
// it. And the answer to a question that an earlier step left open.

namespace casus::test {
namespace {

using Lines = std::vector<std::string>;

/// The round of ideas, in which Noor listens.
struct ThinkingAloud : ShortRound {
  ThinkingAloud() {
    for (const auto* line : {"noor wens: rust", "verder omdat het kan", "verder omdat het kan"}) meeting.take(line);
    REQUIRE(meeting.now().table->kinds.front().key == "idea");
  }
};

int times(const std::string& text, std::string_view part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("a remark of who listens is kept as one, with one answer", "[desk][guided][R4]") {
  ThinkingAloud at;
  for (const std::string said :
       {"daar had ik niet aan gedacht", "hm, goed punt", "ik luister", "dat raakt me", "dat herken ik",
        "dat was vorig jaar ook al zo", "good point", "I hadn't thought of that", "that touches me"}) {
    CAPTURE(said);
    const auto told = at.after("noor: " + said);
    CAPTURE(told);
    CHECK(at.said().back() == "Noor note: " + said);
    CHECK(has(told, "dit is een aantekening: Noor luistert in deze stap. Telt het toch mee als 'idee'? Typ: idee"));
    CHECK(times(told, "luistert") == 1);
    CHECK(at.waiting().empty());
  }
}

TEST_CASE("one word makes an idea of what who listens said, once", "[desk][guided][R4]") {
  ThinkingAloud at;
  at.after("noor: haar zus kan koken");
  CHECK(at.said().back() == "Noor note: haar zus kan koken");
  at.after("idee");
  CHECK(at.said() == Lines{"Noor wish: rust", "Noor idea: haar zus kan koken"});
  at.after("idee");
  CHECK(at.said().size() == 2);
  // Of the others it is an idea at once, and of who listens when it is called so.
  at.after("daan: samen koken");
  CHECK(at.said().back() == "Daan idea: samen koken");
  at.after("noor idee: de buurvrouw vragen");
  CHECK(at.said().back() == "Noor idea: de buurvrouw vragen");
}

TEST_CASE("a pass by whose turn it is counts as the turn, and may be taken back", "[desk][guided][R4]") {
  ThinkingAloud at;
  const auto turn = at.meeting.now().table->turn();
  REQUIRE(turn != nullptr);
  const auto first = turn->name;
  at.after("niks");
  CHECK(at.meeting.now().table->turn()->name != first);
  CHECK(at.said() == Lines{"Noor wish: rust"});
  at.after("ongedaan");
  CHECK(at.meeting.now().table->turn()->name == first);
}

TEST_CASE("a question that an earlier step left open is found by its answer", "[desk][guided][answers]") {
  ShortRound at;
  at.after("daan: Heeft ze familie?");
  at.after("noor wens: Rust");
  at.after("verder");
  REQUIRE(at.meeting.now().table->step == "Kort vragen");
  at.after("ria: Hoe lang speelt dit?");
  at.after("noor: Sinds de zomer");
  const auto told = at.after("noor: Een zus in de stad");
  CHECK_FALSE(has(told, "elke vraag is al beantwoord"));
  CHECK(has(told, "er staat nog een vraag open: 'Heeft ze familie?'. Was dit het antwoord? Typ: antwoord"));
  CHECK(at.said().back() == "Noor note: Een zus in de stad");
  at.after("antwoord");
  CHECK(at.said().back() == "Noor answer: Een zus in de stad");
  CHECK(at.now().contributions.back().re == at.now().contributions.front().id);
  // Now there is none.
  CHECK(has(at.after("noor: En een broer"), "elke vraag is al beantwoord"));
}

TEST_CASE("what is called an answer closes the question of an earlier step when none is open here",
          "[desk][guided][answers]") {
  ShortRound at;
  at.after("daan: Heeft ze familie?");
  at.after("noor wens: Rust");
  at.after("verder");
  at.after("noor antwoord: Een zus in de stad");
  CHECK(at.said().back() == "Noor answer: Een zus in de stad");
  CHECK(at.now().contributions.back().re == at.now().contributions.front().id);
}

}  // namespace casus::test
