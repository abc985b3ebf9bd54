// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// Lines of a meeting that was judged, in English and in Dutch: other signs behind a kind, kinds in the plural, another
// day for an action, scores out of ten, dashes, whose words it was, and what only sounds so.

namespace casus::test {
namespace {

service::Table judged_step(std::vector<service::SaidKind> fits) {
  auto table = at_table();
  table.kinds = std::move(fits);
  table.other_kinds = {{"idea", "idee"}};
  return table;
}

service::Table telling_step() {
  return judged_step({{"fact", "feit"}, {"wish", "wens van de inwoner"}, {"strength", "kracht"}});
}
service::Table choosing_step() { return judged_step({{"choice", "keuze"}}); }
service::Table questions_step() { return judged_step({{"question", "vraag"}, {"answer", "antwoord"}}); }

void stands(service::Table& table, std::string id, std::string who, const std::string& words) {
  service::SaidLine said;
  said.id = std::move(id);
  said.who = std::move(who);
  said.text = words;
  said.words = words;
  said.here = true;
  table.said.push_back(std::move(said));
}

service::Table with_action() {
  auto table = choosing_step();
  service::OpenAction open;
  open.id = "a1";
  open.what = "school bellen";
  open.who = "Daan";
  table.open_actions.push_back(std::move(open));
  return table;
}

}  // namespace

TEST_CASE("a sign behind a kind is no part of what was said", "[desk][guided]") {
  const auto table = telling_step();
  for (const auto* line : {"noor wish; to open the post", "noor wish, to open the post", "noor wish - to open the post",
                           "noor wens; to open the post"}) {
    INFO(line);
    CHECK(asked_back(line, table).ends_with("| Noor van Dam wens van de inwoner: to open the post"));
  }
}

TEST_CASE("a kind in the plural is that kind, and a word of the meeting in the plural that word", "[desk][guided]") {
  const auto table = telling_step();
  CHECK(given(meant("daan krachten: zij kookt elke dag", table)) ==
        given(meant("daan kracht: zij kookt elke dag", table)));
  CHECK(asked_back("krachten: zij kookt elke dag", table) == asked_back("kracht: zij kookt elke dag", table));
  CHECK(asked_back("wensen: rust in huis", table) == asked_back("wens van de inwoner: rust in huis", table));
  CHECK(asked_back("ideeën: samen koken", table) == asked_back("idee: samen koken", table));
  CHECK(given(meant("doelen: weer naar school", table)) == given(meant("doel: weer naar school", table)));
  CHECK(has(asked_back("moeders: die helpen elkaar", table), "moeders"));
}

TEST_CASE("a statement puts no question right, and a question may", "[desk][guided]") {
  auto table = questions_step();
  stands(table, "b3", "Ria", "does the school know?");
  stands(table, "b4", "Noor van Dam", "not yet i think");
  CHECK(asked_back("correction: the school does know, since last week", table)
            .ends_with("| corrigeer b4: the school does know, since last week"));
  CHECK(asked_back("correction: does the school know since last week?", table)
            .ends_with("| corrigeer b3: does the school know since last week?"));
}

TEST_CASE("another day behind the number of an action moves it, with or without a word for it",
          "[desk][guided][days]") {
  const auto table = with_action();
  for (const auto* line : {"a1 no, thursday", "a1 thursday", "a1: thursday", "a1 make it thursday",
                           "a1 thursday instead", "a1 nee, thursday", "a1 toch thursday", "a1 liever thursday"}) {
    INFO(line);
    CHECK(asked_back(line, table).ends_with("| a1 naar thursday omdat "));
  }
  CHECK(has(given(meant("a1 done", table)), "FinishAction"));
}

TEST_CASE("a figure out of ten is a score, and two figures are still two", "[desk][guided]") {
  const auto table = choosing_step();
  for (const auto* line : {"daan: 6/10", "daan: 6 out of 10", "daan: 6 van de 10", "daan: zes van de tien"}) {
    INFO(line);
    CHECK(asked_back(line, table).ends_with("| cijfer Daan 6: "));
  }
  CHECK_FALSE(asked_back("daan: 9 of 10", table).ends_with("| cijfer Daan 9: "));
  CHECK_FALSE(has(asked_back("daan: 6/10 keer kwam hij niet", table), "cijfer"));
}

TEST_CASE("what somebody will do is what they do", "[desk][guided]") {
  const auto table = choosing_step();
  CHECK(asked_back("noor will ring the neighbour tomorrow", table)
            .ends_with("| actie Noor van Dam: ring the neighbour; tomorrow; "));
  CHECK(asked_back("daan to visit on thursday", table).ends_with("| actie Daan: visit; on thursday; "));
  CHECK(asked_back("daan zal morgen de school bellen", table).ends_with("| actie Daan: de school bellen; morgen; "));
  CHECK(asked_back("ria to the GP on friday", table).ends_with("| actie Ria: to the GP; on friday; "));
}

TEST_CASE("dashes that stand apart part an action as semicolons do", "[desk][guided]") {
  const auto table = choosing_step();
  CHECK(asked_back("actie daan - school bellen - vrijdag - ria", table)
            .ends_with("| actie daan: school bellen; vrijdag; ria"));
  CHECK(given(meant("actie daan: school bellen - vrijdag - ria", table)) ==
        given(meant("actie daan: school bellen; vrijdag; ria", table)));
  CHECK(given(meant("actie daan: school bellen, vrijdag - ria", table)) ==
        given(meant("actie daan: school bellen; vrijdag; ria", table)));
  CHECK(has(given(meant("actie daan: moeder - die in Zwolle - bellen; vrijdag; ria", table)),
            "moeder - die in Zwolle - bellen"));
}

TEST_CASE("who does it may stand in front of what, with a comma", "[desk][guided]") {
  const auto table = choosing_step();
  for (const auto* line :
       {"actie: daan, koffie met de buren, zaterdag, ria", "actie: daan; koffie met de buren; zaterdag; ria",
        "actie: Daan, koffie met de buren; zaterdag; ria"}) {
    INFO(line);
    CHECK(given(meant(line, table)) == given(meant("actie daan: koffie met de buren; zaterdag; ria", table)));
  }
}

TEST_CASE("a word that fills stands before what moves the meeting on", "[desk][guided]") {
  const auto table = telling_step();
  for (const auto* line : {"ok next step", "oké, volgende stap", "nou, we gaan verder", "so let's move on"}) {
    INFO(line);
    CHECK(asked_back(line, table).ends_with("| verder"));
  }
  CHECK_FALSE(asked_back("ok we gaan verder met de schulden van moeder", table).ends_with("| verder"));
}

TEST_CASE("whose words the last ones were is put right in a sentence", "[desk][guided]") {
  auto table = choosing_step();
  stands(table, "b4", "Daan", "de school belt nooit");
  for (const auto* line : {"dat was ria, niet daan", "dat was ria", "that was ria not daan", "it was Ria",
                           "dat zei ria", "dat was ria en niet daan"}) {
    INFO(line);
    CHECK(asked_back(line, table) ==
          "was dit van Ria en niet van Daan? Enter zet b4 op die naam: 'de school belt nooit' | b4 is van Ria");
  }
  CHECK(given(meant("b4 is van Ria", table)) == R"(: {"do":"Correct","ref":"b4","whose":"Ria"})");
  CHECK(given(meant("b4 was said by ria", table)) == R"(: {"do":"Correct","ref":"b4","whose":"Ria"})");
  for (const auto* line : {"dat was daan", "dat was gisteren", "was dat ria?"}) {
    INFO(line);
    CHECK_FALSE(has(asked_back(line, table), "b4 is van"));
  }
  table.unnamed = true;  // where nobody reads who wrote it, nobody says whose it was
  CHECK_FALSE(has(asked_back("dat was ria", table), "b4"));
}

TEST_CASE("everybody lets the turn go by in a sentence", "[desk][guided]") {
  const auto all = std::get<desk::GiveCommands>(meant("pas iedereen"));
  for (const auto* line : {"iedereen past", "everybody passes", "everyone pass", "allemaal passen"}) {
    INFO(line);
    const auto answer = meant(line);
    const auto* passes = std::get_if<desk::GiveCommands>(&answer);
    REQUIRE(passes != nullptr);
    CHECK(passes->by == all.by);
  }
  CHECK_FALSE(std::holds_alternative<desk::GiveCommands>(meant("iedereen past op de kinderen")));
}

TEST_CASE("among questions a verb says that it is one, or the answer", "[desk][guided]") {
  const auto table = questions_step();
  CHECK(asked_back("daan answers no", table) == "zegt Daan dit, als antwoord? Enter als dat klopt | Daan antwoord: no");
  CHECK(asked_back("ria vraagt of hij kinderen heeft", table).ends_with("| Ria vraag: of hij kinderen heeft"));
  CHECK_FALSE(has(asked_back("daan answers the phone now", telling_step()), "antwoord:"));
}

TEST_CASE("we tell the resident, and when we talk again, is asked as that", "[desk][guided][days]") {
  auto table = choosing_step();
  table.presenter = "Noor van Dam";
  for (const auto* line :
       {"we vertellen het haar morgen", "ik vertel het haar morgen", "we gaan het haar morgen vertellen"}) {
    INFO(line);
    const auto asked = asked_back(line, table);
    CHECK(has(asked, "| vertel Noor van Dam: "));
    CHECK(asked.ends_with("; morgen"));
  }
  CHECK(asked_back("we'll tell her tomorrow", table).ends_with("; tomorrow"));
  CHECK_FALSE(has(asked_back("we vertellen haar niets", table), "| vertel"));
  CHECK(asked_back("back in 6 weeks", table).ends_with("| terugkijken in 6 weeks"));
  CHECK(asked_back("look again in 6 weeks", table).ends_with("| terugkijken in 6 weeks"));
  CHECK(asked_back("back here 14 April", table).ends_with("| terugkijken 14 April"));
  CHECK(asked_back("we'll talk again in 6 weeks", table).ends_with("| terugkijken in 6 weeks"));
  CHECK_FALSE(has(asked_back("terugkijken over een paar weken", table), "zegt Daan dit"));
}

}  // namespace casus::test
