// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

#include <string>
#include <vector>

// What is typed right behind a question of the program is what that asks for, and what was asked about or answered one
// step later keeps the kind that it had.

namespace casus::test {
namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("behind the question for other words the next line is them, and there is a way out",
          "[desk][guided][mending]") {
  ShortRound at;
  at.after("noor: De post ligt dicht");
  const auto id = at.now().contributions.back().id;
  CHECK(has(at.after("wijzig " + id), "nu staat er: 'De post ligt dicht'"));
  CHECK(at.meeting.now().back == "corrigeer " + id + ": ");
  at.after("De post ligt open");
  CHECK(at.said() == Lines{"Noor fact: De post ligt open"});
  at.after("ongedaan");
  CHECK(at.said() == Lines{"Noor fact: De post ligt dicht"});
  // Whoever says no, or says something of their own, changes nothing.
  at.after("wijzig " + id);
  at.after("nee");
  at.after("verander " + id);
  at.after("noor: De oudste helpt");
  CHECK(at.said() == Lines{"Noor fact: De post ligt dicht", "Noor fact: De oudste helpt"});
  CHECK(at.waiting().empty());
}

TEST_CASE("what a line is changes by its number, and is undone", "[desk][guided][mending]") {
  ShortRound at;
  at.after("noor: Zij kookt elke dag");
  const auto id = at.now().contributions.back().id;
  CHECK(has(at.after(id + " is een kracht"), "nu: 'kracht'"));
  CHECK(at.said() == Lines{"Noor strength: Zij kookt elke dag"});
  at.after("ongedaan");
  CHECK(at.said() == Lines{"Noor fact: Zij kookt elke dag"});
}

TEST_CASE("a reason behind the question why is that reason", "[desk][guided]") {
  ShortRound at;
  at.after("actie noor: oom bellen; vrijdag; ria");
  REQUIRE(at.now().actions.size() == 1);
  const auto before = at.now().actions.front().plan.by_when;
  at.after("a1 moet voor woensdag");
  CHECK(at.meeting.now().back == "a1 naar woensdag omdat ");
  at.after("omdat de school dicht is");
  CHECK(at.now().actions.front().plan.by_when != before);
  CHECK(at.said().empty());
  CHECK(at.waiting().empty());
  // Of a score it is what shows it.
  at.after("noor: ik geef het een 5");
  CHECK(at.meeting.now().back == "cijfer Noor 5: ");
  CHECK(at.said().empty());
}

TEST_CASE("the answer to a question of the step before is an answer still", "[desk][guided][answers]") {
  ShortRound at;
  for (const auto* line : {"noor wens: Rust", "verder", "daan: Hoe lang speelt dit?", "verder omdat het kan"})
    at.after(line);
  REQUIRE(at.meeting.now().table->kinds.front().key == "idea");
  CHECK(has(at.after("noor: Sinds de zomer"), "opgeschreven als antwoord op: 'Hoe lang speelt dit?'"));
  const auto said = at.now().contributions;
  REQUIRE(said.size() == 3);
  CHECK(said[2].kind == "answer");
  CHECK(said[2].re == said[1].id);
  // What another says, and what comes after that, is of the step at hand.
  at.after("daan: samen een brief openen");
  CHECK(at.said().back() == "Daan idea: samen een brief openen");
}

TEST_CASE("a line that is placed one step later has the kind of the step in which it was typed", "[desk][guided]") {
  ShortRound at;
  at.after("noro: Zij slaapt slecht");
  REQUIRE(at.waiting().size() == 1);
  for (const auto* line : {"noor wens: Rust", "verder", "verder omdat het kan"}) at.after(line);
  REQUIRE(at.meeting.now().table->kinds.front().key == "idea");
  at.after("wacht");
  CHECK(at.meeting.now().offered_line() == "Noor feit: Zij slaapt slecht");
  at.after("");
  CHECK(at.said().back() == "Noor fact: Zij slaapt slecht");
  CHECK(at.waiting().empty());
}

}  // namespace casus::test
