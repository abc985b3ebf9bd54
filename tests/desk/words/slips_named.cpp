// SPDX-License-Identifier: EUPL-1.2
#include "tests/desk/lines_at_table.hpp"
#include "tests/support/has.hpp"

// What was wrong is named, or whose it was: "sorry dat moet donderdag zijn voor Ria". It is put right there, and where
// nobody can tell what it is about, that is asked.

namespace casus::test {
namespace {

/// Three agreements: Daan's, Ria's, and what Fatima does every Wednesday; `last` was agreed last.
service::Table three_agreed(const std::string& last) {
  auto table = at_table();
  table.presenter = "Noor van Dam";
  table.kinds = {{"choice", "keuze"}};
  table.other_kinds = {{"fact", "feit"}, {"idea", "idee"}};
  table.open_actions = {{"a1", "school bellen", "Daan", "Samira", date_from("2026-03-06")},
                        {"a2", "brief schrijven", "Ria", "Daan", date_from("2026-03-09")},
                        {"a3", "even langs gaan", "Yusuf", "Ria", date_from("2026-03-04"), true}};
  for (const auto* id : {"a1", "a2", "a3"}) {
    const auto open = std::ranges::find(table.open_actions, id, &service::OpenAction::id);
    service::SaidLine said;
    said.id = id;
    said.here = true;
    said.who = "Samira";
    said.text = open->who + ": " + open->what;
    said.words = open->what;
    table.said.push_back(said);
    if (last == id) break;
  }
  while (table.open_actions.size() > table.said.size()) table.open_actions.pop_back();
  return table;
}

std::string put_right_named(const std::string& line, const service::Table& table) {
  const auto asked = asked_back(line, table);
  const auto bar = asked.rfind(" | ");
  return bar == std::string::npos ? asked : asked.substr(bar + 3);
}

}  // namespace

TEST_CASE("another day for somebody's action is put right there, wherever it stands", "[desk][guided][mending]") {
  const auto table = three_agreed("a3");
  for (const auto& [line, now] : {std::pair("sorry dat moet donderdag zijn voor daan", "corrigeer a1: donderdag"),
                                  std::pair("oeps, donderdag voor ria", "corrigeer a2: donderdag"),
                                  std::pair("nee wacht dat moest vrijdag zijn bij ria", "corrigeer a2: vrijdag"),
                                  std::pair("dat was niet vrijdag maar maandag", "corrigeer a1: maandag"),
                                  std::pair("sorry donderdag ipv vrijdag", "corrigeer a1: donderdag"),
                                  std::pair("ik bedoel donderdag, niet maandag", "corrigeer a2: donderdag"),
                                  std::pair("sorry that should be Thursday for Daan", "corrigeer a1: Thursday")}) {
    CAPTURE(line);
    CHECK(put_right_named(line, table) == now);
  }
  // What comes again is asked with its reason, and what it was not is asked what then.
  CHECK(put_right_named("sorry dat moet donderdag zijn voor yusuf", table) == "a3 naar donderdag omdat ");
  CHECK(put_right_named("nee wacht niet elke woensdag", table) == "corrigeer a3: ");
  CHECK(put_right_named("sorry dat moet donderdag zijn", three_agreed("a1")) == "corrigeer a1: donderdag");
}

TEST_CASE("somebody else in the place of who does it or who checks", "[desk][guided][mending]") {
  const auto table = three_agreed("a3");
  for (const auto& [line, now] : {std::pair("oeps ik bedoel noor ipv daan", "a1 is voor Noor van Dam"),
                                  std::pair("sorry samira in plaats van yusuf", "a3 is voor Samira"),
                                  std::pair("oeps samira doet dat niet yusuf", "a3 is voor Samira"),
                                  std::pair("nee noor ipv ria checkt dat", "corrigeer a3: Noor van Dam kijkt na"),
                                  std::pair("oops I mean Samira instead of Yusuf", "a3 is voor Samira")}) {
    CAPTURE(line);
    CHECK(put_right_named(line, table) == now);
  }
  // Of what was said it is a word, or whose it was.
  CHECK(put_right_named("oeps ik bedoel apotheek ipv huisarts", just_told("de huisarts belde")) ==
        "corrigeer b4: de apotheek belde");
  CHECK(put_right_named("sorry dat was niet vorige week maar de week ervoor", just_told("hij viel vorige week weer")) ==
        "corrigeer b4: hij viel de week ervoor weer");
  CHECK(put_right_named("oh wacht ik bedoel de thuiszorg belde", just_told("de apotheek belde")) ==
        "corrigeer b4: de thuiszorg belde");
}

TEST_CASE("a correction of which nobody can tell what it is about is asked, and kept as a note",
          "[desk][guided][mending]") {
  const auto table = three_agreed("a2");
  const auto asked = asked_back("sorry dat moet donderdag zijn voor samira", table);
  CHECK(has(asked, "Over welke?"));
  CHECK(has(asked, "corrigeer a2: donderdag (brief schrijven)"));
  CHECK(has(asked, "corrigeer a1: donderdag (school bellen)"));
  CHECK(has(asked, " aantekening: sorry dat moet donderdag zijn voor samira"));
}

TEST_CASE("what only sounds like a correction is said", "[desk][guided][mending]") {
  const auto table = three_agreed("a3");
  for (const auto* line :
       {"dat was niet leuk maar wel nodig", "wacht niet tot vrijdag", "sorry voor vrijdag", "nee dat wil hij niet",
        "sorry vrijdag kan ik niet", "dat moet rustig zijn voor moeder", "sorry ik heb daar vrijdag niet gewerkt",
        "rust ipv drukte", "niet bellen maar langsgaan", "sorry, dat is niet voor ria", "het was donderdag bij ria",
        "maar het was donderdag bij ria", "sorry dat was vorige week bij ria", "sorry, donderdag niet thuis",
        "nee, schrijven ipv bellen", "maar ik bedoel dat hij moe is", "it was thursday with ria"}) {
    CAPTURE(line);
    const auto answer = asked_back(line, table);
    CHECK_FALSE(has(answer, "corrigeer a"));
    CHECK_FALSE(has(answer, "Over welke?"));
    CHECK_FALSE(has(answer, " is voor "));
  }
  // To a question it is the answer, and danger comes first.
  auto question = table;
  question.seats.front().asked = true;
  CHECK_FALSE(has(asked_back("nee niet vrijdag maar maandag", question), "corrigeer"));
  CHECK_FALSE(has(asked_back("sorry, hij slaat daan ipv ria", table), " is voor "));
}

TEST_CASE("until the next meeting is a week from today, also between semicolons", "[desk][guided]") {
  for (const auto* day : {"volgende keer", "voor volgende keer", "voor de volgende keer", "volgend overleg"}) {
    CAPTURE(day);
    CHECK(given(std::string("actie ria: zus bellen; ") + day + "; daan") ==
          given("actie ria: zus bellen; 2026-03-10; daan"));
  }
  CHECK(given("actie ria: zus bellen; vlgd week; daan") == given("actie ria: zus bellen; volgende week; daan"));
  CHECK(given("actie ria: zus bellen; dins; daan") == given("actie ria: zus bellen; dinsdag; daan"));
}

TEST_CASE("of an action only the day or the person that was wrong is put right", "[desk][guided][mending]") {
  const auto table = three_agreed("a2");
  // Behind Ria's action Daan's is meant by the day that it has.
  CHECK(put_right_named("typfoutje: donderdag ipv vrijdag", table) == "corrigeer a1: donderdag");
  CHECK(has(given(meant("corrigeer a1: donderdag ipv vrijdag", table)), "by_when=2026-03-05"));
  CHECK(has(given(meant("corrigeer a1: ria ipv samira", table)), "checks=Ria"));
}

}  // namespace casus::test
