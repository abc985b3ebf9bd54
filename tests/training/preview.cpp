// SPDX-License-Identifier: EUPL-1.2
#include "core/training/preview.hpp"
#include "core/training/debrief/counted_words.hpp"
#include "tests/support/catch.hpp"
#include "tests/training/training.hpp"

#include <algorithm>

// A scenario laid open for who leads it: nothing that is hidden in a play is left out.

namespace casus::training {
namespace {

/// On one line, so that a text is found wherever the page breaks it.
std::string flat(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

}  // namespace

TEST_CASE("a preview tells everything that a play hides, in both languages", "[training]") {
  for (const auto& file : shipped_scenarios())
    for (const auto lang : {Lang::nl, Lang::en}) {
      const auto& scenario = file.scenario;
      INFO(scenario.id << ' ' << (lang == Lang::nl ? "nl" : "en"));
      const auto page = flat(page::page_html(preview_page(scenario, lang), lang));
      std::vector<std::string> wanted{scenario.persona.story.in(lang)};
      for (const auto& fact : scenario.facts) wanted.push_back(fact.text.in(lang));
      for (const auto& event : scenario.events) wanted.push_back(event.text.in(lang));
      for (const auto& decision : scenario.decisions)
        for (const auto& option : decision.options) {
          wanted.push_back(option.reason.in(lang));
          for (const auto& effect : option.effects) wanted.push_back(effect.text.in(lang));
        }
      for (const auto& words : wanted) {
        // As it stands between the signs that HTML writes otherwise.
        const auto plain = words.substr(0, words.find_first_of("\"'&<"));
        CHECK_THAT(page, Catch::Contains(plain));
      }
      for (const auto& path : scenario.paths) CHECK_THAT(page, Catch::Contains(path.name.in(lang)));
    }
}

TEST_CASE("help with debts stands on the Wgs, with what was reported by the landlord", "[training]") {
  CHECK(shipped_scenario("debts-and-shame").opening.basis == Basis::wgs);
  CHECK_THAT(page::page_markdown(preview_page(shipped_scenario("debts-and-shame"), Lang::nl)),
             Catch::Contains("wettelijke taak schuldhulp, Wgs"));
}

TEST_CASE("what happens stands in the order of its time, and a good way is drawn from option to option", "[training]") {
  const auto& scenario = shipped_scenario("debts-and-shame");
  const auto page = page::page_markdown(preview_page(scenario, Lang::nl));
  const auto weekend = page.find("na 2 weken | Het weekend"),
             letter = page.find("na 3 weken, of hoogstens 2 dagen later"), call = page.find("na 4 weken | Hij belt");
  REQUIRE(call != std::string::npos);
  CHECK(weekend < letter);
  CHECK(letter < call);
  CHECK(page.find("10 dagen na de keuze") < weekend);
  CHECK_THAT(page,
             Catch::Contains("vraag of vervolgvraag met een van de woorden 'lastig om te vragen', 'durft + hij'") &&
                 Catch::Contains("(variant; bron: Autoriteit Persoonsgegevens, Sociaal domein"));
  // Where each fact, event, question, reason and effect comes from.
  CHECK_THAT(page, Catch::Contains("Hij belt jullie zelf. Voor het eerst. (verzonnen)") &&
                       Catch::Contains("De vraag zelf: (verzonnen)") &&
                       Catch::Contains("Hij houdt de regie. (eigen)") &&
                       Catch::Contains("Wat het met zijn vertrouwen doet, is van ons.)"));
  CHECK_THAT(page::page_markdown(preview_page(shipped_scenario("quiet-child"), Lang::en)),
             Catch::Contains("The question itself: (variant; source: Het afwegingskader in de meldcode, nji.nl. The "
                             "weighing questions are from the source"));
  // Of a long list of words the first few stand on paper, and how many more there are.
  CHECK_THAT(
      page::page_markdown(preview_page(shipped_scenario("circle-says-no"), Lang::en)),
      Catch::Contains("'what + does she want', 'what she wants', 'does she hope', 'would + she like' and 15 more"));
  // What stands on this paper already is named by its id; in the debrief a goal is told whole.
  CHECK_THAT(page, Catch::Contains("niet: boven kwam: heating en niet: gekozen bij first-visit: together of "
                                   "sister-first") &&
                       Catch::Contains("wordt geteld: eerst: boven kwam: shame; pas daarna, of helemaal niet: een "
                                       "keuze bij first-visit") &&
                       Catch::Contains("corporation: Met hem afspreken wat hij de corporatie zelf laat weten."));
  CHECK(counted_in_words(scenario.goals.front().counted, scenario).in(Lang::nl).find("enveloppen") !=
        std::string::npos);
  // Where all facts come from the same, it is said once; otherwise with each.
  CHECK_THAT(page, Catch::Contains("Herkomst van elk van deze: (verzonnen)") && !Catch::Contains("| herkomst |"));
  CHECK_THAT(page::page_markdown(preview_page(shipped_scenario("circle-says-no"), Lang::nl)),
             Catch::Contains("| herkomst |") && !Catch::Contains("Herkomst van elk"));
  const auto picture = paths_picture(scenario, Lang::nl);
  CHECK_THAT(picture, Catch::Contains("<desc>Klein en samen: first-visit = together corporation = with-him. De kring "
                                      "eerst: first-visit = sister-first corporation = with-him</desc>"));
  CHECK(when_in_words(scenario.events.front(), Lang::en) == "after 3 weeks, or at most 2 days later");
}

}  // namespace casus::training
