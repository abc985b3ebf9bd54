// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/short_round.hpp"
#include "tests/support/has.hpp"

#include <algorithm>

// Nothing that was typed goes to another place than it was meant for, and what was done last is what is undone.

namespace casus::test {
namespace {

using Kept = ShortRound;

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("danger that nobody answered is kept with what is said of safety, and in no extract", "[desk][guided][R14]") {
  Kept at;
  const Lines told{"vader slaat de kinderen", "kindermishandeling: vermoeden", "hij zei dat hij dood wil",
                   "father: he hits me"};
  for (const auto& line : told) at.after(line);
  at.after("een gewone zin die wacht");
  CHECK(at.waiting().size() == told.size() + 1);
  CHECK(has(at.after("klaar"), "Nog eens klaar: dan wordt het een zorg over veiligheid"));
  CHECK(has(at.after("klaar"), "Bewaard als zorg: 'vader slaat de kinderen'"));
  const auto it = at.now();
  REQUIRE(it.safety_notes.size() == told.size());
  for (std::size_t i = 0; i < told.size(); ++i) CHECK(it.safety_notes[i].text == "getypt, niet bevestigd: " + told[i]);
  CHECK(at.said() == Lines{"Samira unplaced: een gewone zin die wacht"});
  CHECK(it.stage.safety == Safety::concern);
}

TEST_CASE("only the same words answer a line that waits", "[desk][guided]") {
  Kept at;
  at.after("moeder belt haar zus elke dag");
  at.after("noor: moeder belt haar zus niet elke dag");
  CHECK(at.waiting() == Lines{"moeder belt haar zus elke dag"});
  at.after("opa helpt");
  at.after("noor: opa helpt niet meer");
  CHECK(at.waiting() == Lines{"moeder belt haar zus elke dag", "opa helpt"});
  at.after("noor: Opa helpt.");
  CHECK(at.waiting() == Lines{"moeder belt haar zus elke dag"});
  at.after("daan: moeder belt haar zus elke dag");
  CHECK(at.waiting().empty());
  // What is agreed is mended by typing it again.
  at.after("actie noor: school bellen; woensdg; ria");
  REQUIRE(at.waiting().size() == 1);
  at.after("actie noor: huisarts bellen; woensdag; ria");
  CHECK(at.waiting().size() == 1);
  at.after("actie noor: school bellen; woensdag; ria");
  CHECK(at.waiting().empty());
}

TEST_CASE("what is let go is what was asked last, and it can be taken back", "[desk][guided]") {
  Kept at;
  at.after("noor: De post ligt dicht");
  at.after("de buurman houdt een oogje in het zeil");
  at.after("de school heeft gebeld");
  CHECK(has(at.after("nee bedankt"), "weggedaan: 'de school heeft gebeld'"));
  CHECK(has(at.after("nee"), "er is nu niets gevraagd"));
  CHECK(has(at.after("laat"), "niet gedaan"));  // of "nee" nothing waits
  CHECK(at.waiting() == Lines{"de buurman houdt een oogje in het zeil"});
  at.after("gevaar");
  at.after("laat");
  CHECK(at.waiting() == Lines{"de buurman houdt een oogje in het zeil"});
  at.after("laat");
  CHECK(at.waiting().empty());
  CHECK(has(at.after("ongedaan"), "de buurman houdt een oogje in het zeil"));
  CHECK(at.waiting() == Lines{"de buurman houdt een oogje in het zeil"});
  CHECK(at.said() == Lines{"Noor fact: De post ligt dicht"});
  at.after("nog een zin zonder naam");
  at.after("laat alles");
  CHECK(at.waiting().empty());
  at.after("ongedaan");
  CHECK(at.waiting().size() == 2);
}

TEST_CASE("words of two in one line are kept apart with one Enter", "[desk][guided]") {
  Kept at;
  CHECK(has(at.after("noor: zij huilt; ria: ja klopt"), "woorden van verschillende mensen"));
  at.after("");
  CHECK(at.waiting().empty());
  CHECK(at.said() == Lines{"Noor fact: zij huilt", "Ria fact: ja klopt"});
  at.after("noor: zij belde daan: ik kom");
  at.after("noor zegt: zij belde daan: ik kom");
  CHECK(at.waiting().empty());
  CHECK(at.said().back() == "Noor fact: zij belde daan: ik kom");
}

TEST_CASE("beside danger everybody's words stay theirs", "[desk][guided][R14]") {
  Kept at;
  at.after("gevaar: hij staat voor de deur");
  at.after("ria: feit: 12 dagen niet geweest");
  at.after("daan: wat nu?");
  at.after("noor wens: rust");
  CHECK(at.said() ==
        Lines{"Ria note: 12 dagen niet geweest", "Daan note: wat nu?", "Noor note: wens van de inwoner: rust"});
}

TEST_CASE("the resident comes to the table as the resident, and leaves it", "[desk][guided]") {
  const auto sits = [](Kept& at, const std::string& name) {
    const auto it = at.now();
    const auto* person = it.person(name);
    return person != nullptr && person->at_table() && person->has(Role::resident);
  };
  Kept at;
  at.after("erbij inwoner");
  CHECK(sits(at, "inwoner"));
  at.after("inwoner: ik wil rust");
  CHECK(at.said().back() == "inwoner fact: ik wil rust");
  CHECK(has(at.after("erbij oma als inwoner"), "inwoner zit hier al als inwoner"));
  at.after("weg inwoner");
  CHECK_FALSE(sits(at, "inwoner"));
  at.after("erbij moeder als inwoner");
  CHECK(sits(at, "moeder"));
  at.after("weg moeder");
  CHECK_FALSE(sits(at, "moeder"));
  const auto count = at.said().size();
  at.after("moeder: ik ga weg");
  CHECK(at.said().size() == count);
}

TEST_CASE("a guest who turns out to be the resident becomes the resident", "[desk][guided]") {
  const auto only_resident = [](Kept& at, const std::string& name) {
    const auto it = at.now();
    const auto* person = it.person(name);
    return person != nullptr && person->at_table() && person->roles == std::vector{Role::resident} &&
           !person->team_member;
  };
  for (const auto* line : {"erbij inwoner", "erbij moeder als inwoner"}) {
    CAPTURE(line);
    Kept at;
    at.after("erbij moeder");
    at.after("");
    REQUIRE(at.now().person("moeder") != nullptr);
    if (const auto told = at.after(line); std::string_view(line) == "erbij inwoner") {
      CHECK(has(told, "Is moeder de inwoner? Enter: ja. Is het iemand anders, typ dan nog eens: erbij inwoner"));
      CHECK(at.meeting.now().offered_line() == "erbij moeder als inwoner");
      CHECK_FALSE(only_resident(at, "moeder"));
      at.after("");
    }
    CHECK(only_resident(at, "moeder"));
    CHECK(std::ranges::count(at.meeting.now().room->present, std::string("moeder")) == 0);
  }
  // Somebody else it is: the guest stays a guest.
  Kept at;
  at.after("erbij moeder");
  at.after("");
  at.after("erbij inwoner");
  at.after("erbij inwoner");
  CHECK(only_resident(at, "inwoner"));
  CHECK_FALSE(only_resident(at, "moeder"));
}

TEST_CASE("undo takes back what was done last, or says that it cannot", "[desk][guided]") {
  Kept at;
  at.after("noor: een");
  at.after("noor: twee");
  at.after("trek b1 in");
  at.after("ongedaan");
  CHECK(at.said() == Lines{"Noor fact: een", "Noor fact: twee"});
  at.after("ongedaan");
  CHECK(at.said() == Lines{"Noor fact: twee"});
  at.after("zet b1 terug");
  CHECK(at.said() == Lines{"Noor fact: een", "Noor fact: twee"});
  at.after("trek b1 in");
  at.after("corrigeer b2: drie");
  CHECK(at.said() == Lines{"Noor fact: drie"});
  at.after("ongedaan");
  CHECK(at.said() == Lines{"Noor fact: twee"});
  at.after("doel: rust");
  at.after("corrigeer g1: meer rust");
  at.after("ongedaan");
  REQUIRE(at.now().goals.size() == 1);
  CHECK(at.now().goals.front().set.text == "rust");
}

TEST_CASE("the last line that stands is taken back each time, and put back by its word", "[desk][guided][mending]") {
  Kept at;
  at.after("noor: een");
  at.after("ria: twee");
  at.after("trek laatste in");
  CHECK(at.said() == Lines{"Noor fact: een"});
  at.after("trek laatste in");
  CHECK(at.said().empty());
  CHECK(has(at.after("trek laatste in"), "nog niets gezegd"));
  CHECK(at.said().empty());
  at.after("zet laatste terug");
  CHECK(at.said() == Lines{"Noor fact: een"});
  at.after("trek b1 in, dubbel");
  at.after("trek laatste in");
  CHECK(at.said().empty());
  at.after("zet laatste terug");
  at.after("trek b1 in omdat dubbel");
  CHECK(at.said().empty());
  at.after("zet laatste terug");
  CHECK(at.said() == Lines{"Noor fact: een"});
}

TEST_CASE("what has no id is taken back by what it was, and not by a number that nobody knows", "[desk][guided]") {
  Kept at;
  at.after("terugkijken over 6 weken");
  const auto told = at.after("ongedaan");
  CAPTURE(told);
  CHECK(has(told, "trok een dag om terug te kijken in"));
  CHECK_FALSE(has(told, "regel "));
}

TEST_CASE("what somebody says beside the floor is no choice and no idea", "[desk][guided]") {
  Kept at;
  at.after("noor wens: rust");
  for (const auto* line : {"verder omdat het kan", "verder omdat het kan"}) at.after(line);
  at.after("samira: even pauze");
  CHECK(at.said().back() == "Samira note: even pauze");
  at.after("verder omdat het kan");
  const auto noted = at.after("ria: hoi");
  CHECK(has(noted, "Ria luistert in deze stap"));
  CHECK_FALSE(has(noted, "leidt het gesprek"));
  CHECK(at.said().back() == "Ria note: hoi");
  at.after("noor: ik kies opa bellen");
  CHECK(at.said().back() == "Noor choice: ik kies opa bellen");
}

TEST_CASE("who tells the resident is not who looks whether it was told", "[desk][guided]") {
  Kept at;
  at.after("vertel samira: wat we bespraken; morgen");
  REQUIRE(at.now().actions.size() == 1);
  const auto told = at.now().actions.front().plan;
  CHECK(told.checks != told.who);
}

TEST_CASE("while danger stands no step of the meldcode asks for a report that is there", "[desk][guided][R14]") {
  Kept at;
  at.after("gevaar: hij staat voor de deur");
  const auto refused = at.after("meldcode 1: gezien");
  CHECK_FALSE(has(refused, "Meld eerst de zorg"));
  CHECK(has(refused, "handle"));
}

}  // namespace casus::test
