// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// Who takes what is talked about, and by when, in half a sentence; the day that stands in it, however short; and what
// sounds so and is no agreement.

namespace casus::test {
namespace {

/// Ideas are told; Ria said the last.
service::Table after_idea(const std::string& words = "oma bellen") {
  auto table = at_table();
  table.kinds = {{"idea", "idee"}};
  table.other_kinds = {{"choice", "keuze"}, {"fact", "feit"}, {"question", "vraag"}};
  service::SaidLine said;
  said.id = "b3";
  said.who = "Ria";
  said.text = said.words = words;
  said.here = true;
  table.said.push_back(said);
  return table;
}

std::string comes_back(const std::string& line, const service::Table& table, Lang lang = Lang::nl) {
  const auto answer = desk::meant_by(line, table, kNames, {lang, kTuesday.today});
  const auto* unsure = std::get_if<desk::Unsure>(&answer);
  return unsure == nullptr ? std::string("sure") : unsure->line;
}

}  // namespace

TEST_CASE("who takes it up says by when in the same breath", "[desk][guided][actions]") {
  const auto table = after_idea();
  CHECK(comes_back("daan doet dat morgen", table) == "actie Daan: oma bellen; morgen; ");
  CHECK(comes_back("dat doet daan, vrijdag", table) == "actie Daan: oma bellen; vrijdag; ");
  CHECK(comes_back("daan: doe ik wel, morgen", table) == "actie Daan: oma bellen; morgen; ");
  CHECK(comes_back("daan: ik zoek dat uit, voor de 10e", table) == "actie Daan: oma bellen; voor de 10e; ");
  CHECK(comes_back("daan will do that tomorrow", table, Lang::en) == "action Daan: oma bellen; tomorrow; ");
  // A question is nothing to do: what it is, is typed behind the day.
  CHECK(comes_back("daan doet dat morgen", after_idea("kan iemand oma bellen?")) == "actie Daan: morgen ");
  // Who does it was asked: that is what it is, also where nobody said yet who asked.
  CHECK(comes_back("daan: doe ik wel, morgen", after_idea("wie belt school?")) == "actie Daan: belt school; morgen; ");
  CHECK(comes_back("daan doet dat morgen", after_idea("wie gaat er langs oma?")) ==
        "actie Daan: gaat langs oma; morgen; ");
  CHECK(comes_back("daan will do that tomorrow", after_idea("who can ring the school?"), Lang::en) ==
        "action Daan: ring the school; tomorrow; ");
  auto names = kNames;
  names.asked_last = "wie belt school?";
  const auto waits = desk::meant_by("daan: doe ik wel, morgen", after_idea("kan iemand oma bellen?"), names, kTuesday);
  REQUIRE(std::holds_alternative<desk::Unsure>(waits));
  CHECK(std::get<desk::Unsure>(waits).line == "actie Daan: belt school; morgen; ");
  // What was agreed last is theirs already: it gets that day.
  auto agreed = table;
  agreed.said.back().id = "a1";
  agreed.open_actions = {{"a1", "school bellen", "Daan"}};
  CHECK(comes_back("daan doet dat vrijdag", agreed) == "a1 naar vrijdag omdat ");
  for (const auto* line : {"daan doet dat graag", "daan: dat doe ik elke dag al", "daan doet dat morgen?"}) {
    CAPTURE(line);
    CHECK_FALSE(has(comes_back(line, table), "oma bellen"));
  }
}

TEST_CASE("what is closes the sentence in front of the day", "[desk][guided][actions]") {
  const auto table = after_idea();
  CHECK(comes_back("daan meldt haar aan, liefst nog deze week", table) ==
        "actie Daan: meldt haar aan; liefst nog deze week; ");
  CHECK(comes_back("daan zoekt uit of dat potje er is ma", table) == "actie Daan: zoekt uit of dat potje er is; ma; ");
  CHECK(comes_back("daan vraagt of het gelukt is vrijdag", table) == "actie Daan: vraagt of het gelukt is; vrijdag; ");
  CHECK(comes_back("actie daan: uitzoeken of dat potje er is vrijdag", table) ==
        "actie daan: uitzoeken of dat potje er is; vrijdag; ");
  CHECK(comes_back("daan finds out how much it is friday", table, Lang::en) ==
        "action Daan: finds out how much it is; friday; ");
}

TEST_CASE("a name in front of what would ask, where questions are asked, tells", "[desk][guided]") {
  auto table = at_table();
  table.kinds = {{"question", "vraag"}, {"follow_up", "vervolgvraag"}};
  table.notes_beside = true;
  CHECK(comes_back("daan vindt dat ook", table) == "Daan aantekening: vindt dat ook");
  CHECK(comes_back("ria weet dat ook", table) == "Ria aantekening: weet dat ook");
  CHECK(comes_back("ria knows that too", table, Lang::en) == "Ria note: knows that too");
  // A question stays one.
  CHECK(comes_back("daan weet de school ervan", table) == "Daan: weet de school ervan");
}

TEST_CASE("who can do it by a day, or is called on with @, has an agreement", "[desk][guided][actions]") {
  const auto table = after_idea();
  CHECK(comes_back("@daan formulier voedselbank voor de 10e", table) ==
        "actie Daan: formulier voedselbank; voor de 10e; ");
  CHECK(comes_back("@daan food bank form by friday", table, Lang::en) == "action Daan: food bank form; by friday; ");
  CHECK(comes_back("daan kan vrijdag de school bellen", table) == "actie Daan: de school bellen; vrijdag; ");
  CHECK(comes_back("daan can look into the school bus, friday", table, Lang::en) ==
        "action Daan: look into the school bus; friday; ");
  for (const auto* line : {"daan kan vrijdag de school niet bellen", "@daan bel je vrijdag de school?"}) {
    CAPTURE(line);
    CHECK_FALSE(has(comes_back(line, table), "actie "));
  }
  // Where facts are told, or questions asked, it is what somebody says.
  for (const auto* line : {"@daan formulier voedselbank voor de 10e", "daan kan vrijdag de school bellen"}) {
    CAPTURE(line);
    CHECK_FALSE(has(comes_back(line, just_told("Zij belt.")), "actie "));
  }
  CHECK(has(given(meant("@daan: de zus erbij", table)), R"("text":"de zus erbij")"));
  CHECK(given(meant("@daan: de zus erbij", table)) == given(meant("daan: de zus erbij", table)));
}

TEST_CASE("in English 'ill' in front of what is done is who does it, and else it is an illness",
          "[desk][guided][actions]") {
  const auto table = after_idea();
  CHECK(comes_back("daan: ill call the gp friday", table, Lang::en) == "action Daan: call the gp; friday; ");
  CHECK(comes_back("daan: im going to call the gp friday", table, Lang::en) == "action Daan: call the gp; friday; ");
  CHECK(comes_back("daan: ill do that friday", table, Lang::en) == "action Daan: oma bellen; friday; ");
  CHECK_FALSE(has(comes_back("daan: ill since friday", table, Lang::en), "action "));
}

TEST_CASE("a short weekday in a sentence is a day where it can be nothing else", "[desk][guided][actions]") {
  const auto table = after_idea();
  CHECK(comes_back("daan gaat ma langs bij haar", table) == "actie Daan: gaat langs bij haar; ma; ");
  CHECK(comes_back("daan: ik ga do langs bij haar", table) == "actie Daan: ga langs bij haar; do; ");
  CHECK(comes_back("daan vraagt do de buurvrouw", table) == "actie Daan: vraagt de buurvrouw; do; ");
  CHECK(comes_back("daan: ma bel ik de school", table) == "actie Daan: bel de school; op ma; ");
  CHECK(comes_back("daan: morgen bel ik de school", table) == "actie Daan: bel de school; morgen; ");
  CHECK(comes_back("daan calls the GP wed", table, Lang::en) == "action Daan: calls the GP; wed; ");
  for (const auto* line :
       {"daan belt ma met school", "daan gaat ma helpen", "daan: ma belt elke week", "daan praat met ma over school",
        "ria will do the shopping", "daan: ik neem ma mee naar huis", "daan rijdt ma naar de dokter"}) {
    CAPTURE(line);
    const auto offered = comes_back(line, table);
    CHECK_FALSE(has(offered, "; ma"));
    CHECK_FALSE(has(offered, "; do"));
    CHECK_FALSE(has(offered, "; met ma"));
  }
  CHECK(comes_back("daan belt de school op ma", table) == "actie Daan: belt de school; op ma; ");
}

TEST_CASE("all words of a day are in it, and the end of a verb is not", "[desk][guided][actions]") {
  const auto table = after_idea();
  CHECK(comes_back("daan stuurt het verslag rond voor vrijdag", table) ==
        "actie Daan: stuurt het verslag rond; voor vrijdag; ");
  CHECK(comes_back("daan vult het formulier in voor vrijdag", table) ==
        "actie Daan: vult het formulier in; voor vrijdag; ");
  CHECK(comes_back("daan belt dinsdag a.s. de zus", table) == "actie Daan: belt de zus; dinsdag a.s.; ");
  CHECK(comes_back("daan belt nog voor vrijdag de zus", table) == "actie Daan: belt de zus; nog voor vrijdag; ");
  CHECK(comes_back("daan belt dinsdag de zus", table) == "actie Daan: belt de zus; dinsdag; ");
}

TEST_CASE("what somebody wonders or speaks is no agreement", "[desk][guided][actions]") {
  const auto table = after_idea();
  CHECK(comes_back("ria vraagt zich af of hij morgen komt", table) == "Ria vraag: of hij morgen komt");
  // With care an idea is said so: it is kept as one.
  CHECK_FALSE(has(comes_back("ria: ik vraag me af of hij morgen komt", table), "actie"));
  CHECK_FALSE(has(comes_back("daan: ik spreek Turks", table), "actie"));
  CHECK(comes_back("daan: ik spreek oma vrijdag", table) == "actie Daan: spreek oma; vrijdag; ");
  CHECK(has(comes_back("daan: ik vraag oma vrijdag", table), "actie Daan: vraag oma; vrijdag; "));
}

}  // namespace casus::test
