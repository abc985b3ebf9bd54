// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/documents/evaluation.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fits_terminal.hpp"
#include "tests/support/times.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

const Date kThen = on("2026-03-02");

/// The same case before the neighbour was on the map.
Case before() {
  auto c = full_case();
  c.people[3].network.reset();
  c.ties.clear();
  c.changed_at = at("2026-03-02T17:00:00Z");
  return c;
}

}  // namespace

TEST_CASE("the evaluation of a full case reads as it did", "[report][evaluation]") {
  check_golden("evaluation.nl.txt",
               page::page_text(report::evaluation_page(full_case(), before(), kThen, typed_voice(Lang::nl))));
  check_golden("evaluation.en.txt",
               page::page_text(report::evaluation_page(full_case(), before(), kThen, typed_voice(Lang::en))));
  check_golden("evaluation.nl.md",
               page::page_markdown(report::evaluation_page(full_case(), before(), kThen, typed_voice(Lang::nl))));
}

TEST_CASE("an evaluation opens with what is better, also before anybody asked", "[report][evaluation]") {
  auto state = full_case();
  const auto first_heading = [](const page::Page& page) { return page.sections.front().heading; };
  CHECK(first_heading(report::evaluation_page(state, before(), kThen, Lang::nl)) == "Wat gaat er beter?");
  state.evaluations.clear();
  const auto text = page::page_text(report::evaluation_page(state, before(), kThen, Lang::nl));
  CHECK_THAT(text, Contains("Nog niet gevraagd.") && Contains("Houden: nog niets gezegd"));
}

TEST_CASE("what next is told with its reason, and that it is open while it is", "[report][evaluation]") {
  auto state = full_case();
  const auto told = [&] { return page::page_text(report::evaluation_page(state, before(), kThen, Lang::nl)); };
  CHECK_THAT(told(), Contains("Nog niet besloten."));
  NextRound round;
  round.round = 3;
  round.phase = Phase::plan_of_action;
  round.because = "de nachten gaan nog niet goed";
  round.at = at("2026-03-09T09:30:00Z");
  state.rounds = {round};
  CHECK_THAT(told(), Contains("ronde 3") && Contains("De nachten gaan") && !Contains("Nog niet besloten."));
  state.rounds.clear();
  Ending ending{{.at = at("2026-03-09T09:30:00Z")}, Life::closed};
  state.endings = {ending};
  CHECK_THAT(told(), Contains("Er staat geen reden bij."));
}

TEST_CASE("the sheet of a closed case has no line to type in it", "[report][evaluation]") {
  auto state = full_case();
  const auto told = [&] {
    return page::page_text(report::evaluation_page(state, before(), kThen, typed_voice(Lang::nl)));
  };
  CHECK_THAT(told(), Contains("casus case learn"));
  state.stage.life = Life::closed;
  CHECK_THAT(told(), !Contains("casus case"));
  state.evaluations.clear();
  CHECK_THAT(told(), Contains("Nog niet gevraagd.") && !Contains("casus case"));
}

TEST_CASE("the text of lessons stays with the team", "[report][evaluation][R15]") {
  const auto page = report::evaluation_page(full_case(), before(), kThen, Lang::nl);
  CHECK_THAT(page::page_text(page), Contains("1 leerpunt bij het team genoteerd") && !Contains("GEHEIM"));
  CHECK(report::evaluation_json(full_case(), before(), kThen).at("learning") == 1);
}

TEST_CASE("the evaluation has one chart, in which worker and resident stand on one scale", "[report][evaluation]") {
  const auto html = page::page_html(report::evaluation_page(full_case(), before(), kThen, Lang::nl), Lang::nl);
  CHECK(html.find("<svg") == html.rfind("<svg"));
  // The goal is named once in the picture, with both voices below it.
  const auto picture = html.substr(html.find("</desc>"), html.find("</svg>") - html.find("</desc>"));
  const std::string goal = ">Elke week een avond met vrienden<";
  REQUIRE(picture.find(goal) != std::string::npos);
  CHECK(picture.find(goal) == picture.rfind(goal));
  CHECK_THAT(picture, Contains(">werker<") && Contains(">inwoner<"));
}

TEST_CASE("the evaluation stands in the dossier, with pictures", "[report][evaluation]") {
  const auto then = before();
  const auto page = report::dossier_page(full_case(), sample_definitions(), Lang::nl, &then);
  const auto text = page::page_markdown(page);
  CHECK_THAT(text, Contains("\n## Toen en nu\n") && Contains("\n### Cijfers, toen en nu\n") &&
                       Contains("\n### Netwerk, toen en nu: sinds 2 maart 2026\n") &&
                       Contains("Erbij: Joke van der Plas") && Contains("## Familie (genogram)") &&
                       !Contains("## Netwerkkaart"));
  const auto html = page::page_html(page, Lang::nl);
  CHECK(accepted_by("xmllint", "--noout", html));
  CHECK(has_no_html_errors(html));
  CHECK_THAT(html, Contains("genogram-title") && Contains("network-title"));
  const std::string scores = "aria-label=\"Cijfers, toen en nu\"";
  CHECK(html.find(scores) != std::string::npos);
  CHECK(html.find(scores) == html.rfind(scores));
  CHECK_THAT(page::page_html(report::dossier_page(full_case(), sample_definitions(), Lang::nl), Lang::nl),
             Contains(scores));
}

TEST_CASE("an evaluation holds in 80 columns and as HTML, whatever was typed", "[report][evaluation]") {
  for (const auto& state : {full_case(), hostile_case(), Case{}}) {
    const auto page = report::evaluation_page(state, before(), kThen, Lang::en);
    for (const auto& line : page::lines_of(page::page_text(page))) CHECK(fits_terminal(line));
    CHECK(accepted_by("xmllint", "--noout", page::page_html(page, Lang::en)));
    const auto keys = report::evaluation_json(state, before(), kThen);
    for (const auto* key :
         {"evaluations", "since", "scores", "goals", "actions", "network", "rounds", "life", "learning"})
      CHECK(keys.contains(key));
  }
}

}  // namespace casus::test
