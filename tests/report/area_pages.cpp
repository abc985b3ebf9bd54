// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/area.hpp"
#include "core/report/documents/dossier.hpp"
#include "core/report/documents/extract.hpp"
#include "core/report/pictures/network_map.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

const report::Period kYear{on("2026-01-01"), on("2026-12-31")};

Team sample_team() {
  Team team;
  team.name = "Wijkteam Noord";
  for (int i = 0; i < 6; ++i)
    team.signals.push_back({"Weinig plek om elkaar te zien", "ontmoeting", "Noord", on("2026-02-01")});
  for (int i = 0; i < 7; ++i)
    team.signals.push_back({"Lang wachten op een afspraak", "wachttijd", "Zuid", on("2026-05-01")});
  for (int i = 0; i < 2; ++i) team.signals.push_back({"GEHEIM KLEIN", "schimmel", "Noord", on("2026-05-02")});
  team.signals.push_back({"VORIG JAAR", "parkeren", "Noord", on("2025-05-02")});
  team.learning.push_back({"Vraag eerst wat goed gaat", "gesprek", "", on("2026-03-01")});
  team.paper = {{"n1", PaperLayer::me, "Ik durf vaker niets te zeggen", on("2026-03-01"), false},
                {"n2", PaperLayer::team, "DOORGEHAALD", on("2026-03-01"), true},
                {"n3", PaperLayer::area, "De bakker kent ons nu", on("2026-03-02"), false}};
  team.focuses.push_back({{"f1", "Ontmoeting op dinsdag", "ontmoeting", "zes signalen", {"bewoners", "de kerk"}},
                          on("2026-06-01"),
                          {{"f1", "de bibliotheek", "een zaal", on("2026-09-01")}},
                          Done::open,
                          ""});
  return team;
}

report::AreaFigures sample_figures() {
  report::AreaFigures figures;
  auto state = full_case();
  state.neighbourhood = "Noord";
  for (int i = 0; i < 6; ++i) report::add_case(figures, state);
  return figures;
}

}  // namespace

TEST_CASE("the area review reads as it did", "[report][area]") {
  check_golden("area_review.nl.md",
               page::page_markdown(report::area_review(sample_team(), sample_figures(), kYear, Lang::nl)));
  check_golden("area_review.en.md",
               page::page_markdown(report::area_review(sample_team(), sample_figures(), kYear, Lang::en)));
}

TEST_CASE("the area review lets no theme speak that hardly anybody named", "[report][area]") {
  const auto text = page::page_markdown(report::area_review(sample_team(), sample_figures(), kYear, Lang::nl));
  CHECK_THAT(text, !Contains("GEHEIM KLEIN"));
  CHECK_THAT(text, !Contains("VORIG JAAR"));
  CHECK_THAT(text, Contains("Lang wachten op een afspraak"));
  CHECK_THAT(text, Contains("de bibliotheek: een zaal"));
  CHECK_THAT(text, Contains("Eerst het netwerk"));
  auto few = sample_team();
  few.signals.resize(3);
  CHECK_THAT(page::page_markdown(report::area_review(few, {}, kYear, Lang::nl)), !Contains("Weinig plek"));
}

TEST_CASE("the paper holds the newest lines of each layer, on one page", "[report][area]") {
  auto team = sample_team();
  const auto text = page::page_markdown(report::team_paper(team, kYear, Lang::nl));
  CHECK_THAT(text, Contains("## Ik: hoe sta ik erin?\n\n- Ik durf vaker niets te zeggen"));
  CHECK_THAT(text, Contains("## Wij: hoe staat het team ervoor?\n\n- (nog niets opgeschreven)"));
  CHECK_THAT(text, Contains("## Waar we aan werken in de wijk\n\n- Ontmoeting op dinsdag"));
  CHECK_THAT(text, !Contains("DOORGEHAALD"));
  for (int i = 0; i < 9; ++i)
    team.paper.push_back({"n9", PaperLayer::me, "Regel " + std::to_string(i), on("2026-04-01"), false});
  const auto full = page::page_markdown(report::team_paper(team, kYear, Lang::nl));
  CHECK_THAT(full, Contains("Regel 8") && Contains("Regel 3") && !Contains("Regel 2"));
  CHECK_THAT(full, Contains("en nog 4 van eerder"));
}

TEST_CASE("every page passes a validator that is not ours", "[report][html]") {
  const auto definitions = sample_definitions();
  auto hostile = sample_team();
  hostile.name = kHostile;
  hostile.paper.front().text = kHostile;
  hostile.focuses.front().chosen.text = kHostile;
  hostile.signals.front().theme = kHostile;
  for (const auto lang : {Lang::nl, Lang::en})
    for (const auto& state : {full_case(), hostile_case()})
      for (const auto& team : {sample_team(), hostile}) {
        const std::string pages[] = {page::page_html(report::dossier_page(state, definitions, lang), lang),
                                     page::page_html(report::extract_page(state, {}, {}, definitions, lang), lang),
                                     page::page_html(report::area_review(team, sample_figures(), kYear, lang), lang),
                                     page::page_html(report::team_paper(team, kYear, lang), lang)};
        for (const auto& page : pages) {
          INFO(page.substr(0, 400));
          CHECK(accepted_by("xmllint", "--noout", page));
          CHECK(accepted_by("tidy", "-quiet -errors -utf8 --show-info no --warn-proprietary-attributes no", page));
        }
      }
}

TEST_CASE("the picture has a title and a description, also in the dossier", "[report][html]") {
  const auto page = page::page_html(report::dossier_page(full_case(), sample_definitions(), Lang::nl), Lang::nl);
  for (const auto* part : {"title", "desc"}) {
    INFO(part);
    // xmllint ends with an error when the path meets nothing.
    CHECK(accepted_by("xmllint",
                      std::string("--xpath \"//*[local-name()='svg']/*[local-name()='") + part +
                          "'][string-length(normalize-space()) > 5]\"",
                      page));
  }
}

}  // namespace casus::test
