// SPDX-License-Identifier: EUPL-1.2
#include "tests/plugin_rules/shipped_rules.hpp"
#include "tests/support/catch.hpp"

// What the shipped rules say about one sentence: which rule finds it, or none.

namespace casus::test {
namespace {

using method::Collection;
using method::Field;

struct Sentence {
  const char* step;
  const char* kind;
  const char* text;
  const char* rule;  ///< "" when nothing is found
};

/// Ria presents, Wim is a professional, Sanne is somebody from the circle, Bo is a member. One neighbour is known.
CaseInStep table(const char* step) {
  CaseInStep at(step);
  at.add(Collection::participants, {{Field::id, "ria"}, {Field::role, "presenter"}});
  at.add(Collection::participants, {{Field::id, "wim"}, {Field::role, "professional"}});
  at.add(Collection::participants, {{Field::id, "sanne"}, {Field::role, "circle"}});
  at.add(Collection::participants, {{Field::id, "bo"}, {Field::role, "member"}});
  at.add(Collection::network, {{Field::id, "n1"}, {Field::professional, false}});
  return at;
}

void check(const char* method, const char* by, const Sentence& sentence) {
  INFO(sentence.kind << " in " << sentence.step << ": " << sentence.text);
  const method::Draft draft{by, sentence.kind, sentence.text, "", "c0"};
  const auto findings = shipped_rules(method).review(table(sentence.step), draft);
  const std::vector<std::string> expected =
      *sentence.rule == '\0' ? std::vector<std::string>{} : std::vector<std::string>{sentence.rule};
  CHECK(rules_of(findings) == expected);
  for (const auto& finding : findings) {
    CHECK(finding.weight <= method::Finding::Weight::warning);  // a list of words never refuses anybody
    CHECK_FALSE(finding.message.nl.empty());
    CHECK_FALSE(finding.message.en.empty());
  }
}

TEST_CASE("the reflecting team hears but, advice and must", "[plugin_rules]") {
  const std::string by = "bo";
  const auto sentence = GENERATE(values<Sentence>({
      {"affirm", "affirmation", "Knap dat je bleef bellen, maar hij doet niets.", "solution-focused/no-but"},
      {"affirm", "affirmation", "I admire your patience, but he is late.", "solution-focused/no-but"},
      {"affirm", "affirmation", "Knap dat je bleef bellen.", ""},
      {"affirm", "affirmation", "Het maakt indruk dat de buurvrouw elke maart langskomt.", ""},
      {"affirm", "affirmation", "The button on his door: how clever.", ""},
      {"clarify", "question", "Kun je niet eens met zijn zus praten?", "solution-focused/advice-in-disguise"},
      {"clarify", "question", "What if you called his sister?", "solution-focused/advice-in-disguise"},
      {"clarify", "question", "Have you thought of a mediator?", ""},  // R6 of the engine says it already
      {"clarify", "question", "Wanneer ging het een beetje beter?", ""},
      {"clarify", "follow_up", "What was different then?", ""},
      {"clarify", "answer", "Zijn zus belt elke zondag.", ""},
      {"reflect", "idea", "Ze moeten eerst naar de bank.", "solution-focused/as-possibility"},
      {"reflect", "idea", "She should see a doctor.", "solution-focused/as-possibility"},
      {"reflect", "idea", "Ik vraag me af of zijn zus mee wil denken.", ""},
  }));
  check("solution-focused/reflecting-team", by.c_str(), sentence);
}

TEST_CASE("the conference keeps the plan with the circle", "[plugin_rules]") {
  SECTION("a professional") {
    const auto sentence = GENERATE(values<Sentence>({
        {"information", "fact", "Mijn advies is een gezinscoach.", "eigen-kracht/no-professional-plan"},
        {"information", "option", "We recommend a family coach.", "eigen-kracht/no-professional-plan"},
        {"information", "option", "Is het geen idee om naar de bank te gaan?", "eigen-kracht/no-professional-plan"},
        {"information", "option", "Er is een cursus op dinsdag.", ""},
        {"information", "concern", "There is no food in the house on Fridays.", ""},
        {"prepare", "bottom_line", "De kinderen gaan elke dag naar bed om acht uur.",
         "eigen-kracht/bottom-line-ground"},
        {"prepare", "bottom_line", "De kinderen slapen waar het veilig is.", ""},
        {"prepare", "bottom_line", "School is required by law.", ""},
        {"referral", "resident_question", "Hoe blijf ik hier wonen?", "eigen-kracht/question-of-the-resident"},
    }));
    check("eigen-kracht/conference", "wim", sentence);
  }
  SECTION("somebody from the circle") {
    const auto sentence = GENERATE(values<Sentence>({
        {"information", "wish", "Ons plan is dat opa mee-eet.", ""},
        {"referral", "resident_question", "Hoe blijf ik hier wonen?", ""},
    }));
    check("eigen-kracht/conference", "sanne", sentence);
  }
}

TEST_CASE("the lens wants the resident's own voice", "[plugin_rules]") {
  const auto sentence = GENERATE(values<Sentence>({
      {"resident-question", "resident_question", "Mevrouw vraagt om huishoudelijke hulp.", "eigen-kracht/i-or-we"},
      {"resident-question", "resident_question", "The lady needs a cleaner.", "eigen-kracht/i-or-we"},
      {"resident-question", "resident_question", "Hoe houd ik mijn huis op orde?", ""},
      {"resident-question", "resident_question", "How do we stay together?", ""},
      {"bottom-lines", "bottom_line", "Niemand slaapt buiten.", "eigen-kracht/bottom-line-ground"},
      {"bottom-lines", "bottom_line", "Niemand slaapt buiten: dat is niet veilig.", ""},
  }));
  check("eigen-kracht/lens", "ria", sentence);
}

TEST_CASE("no network is said only after a list", "[plugin_rules]") {
  const auto& rules = shipped_rules("eigen-kracht/lens");
  const method::Draft draft{"ria", "fact", "Meneer heeft geen netwerk.", "", ""};
  CHECK(rules_of(rules.review(CaseInStep("who-is-there"), draft)) ==
        std::vector<std::string>{"eigen-kracht/list-before-no-network"});
  CHECK(rules.review(table("who-is-there"), draft).empty());
}

TEST_CASE("the advice round keeps questions single and answers plain", "[plugin_rules]") {
  const auto sentence = GENERATE(values<Sentence>({
      {"clarify", "question", "Wie belt er? En hoe vaak?", "action-learning/one-question"},
      {"clarify", "question", "Hoe vaak belt hij?!", ""},
      {"clarify", "question", "Echt waar??", ""},
      {"clarify", "question", "Kun je niet eerst bellen?", "action-learning/advice-in-a-question"},
      {"answer-round", "advice", "Bel samen met hem de bank.", ""},
      {"answer-round", "advice", "Waarom belt hij niet?", "action-learning/answers-only"},
  }));
  check("action-learning/advice-round", "bo", sentence);
}

TEST_CASE("the learning set hears a because, a solution and a loose statement", "[plugin_rules]") {
  const auto sentence = GENERATE(values<Sentence>({
      {"helping-questions", "question", "Waarom wacht je, omdat je bang bent?", "action-learning/no-because"},
      {"helping-questions", "question", "What would happen if you waited?", ""},
      {"helping-questions", "question", "What do you want?", ""},
      {"restate", "statement", "Er moet een gezinscoach komen.", "action-learning/problem-not-solution"},
      {"restate", "statement", "The family needs to move.", "action-learning/problem-not-solution"},
      {"restate", "statement", "Niemand weet wie beslist.", ""},
      {"helping-questions", "answer", "Dat heb ik nog niet gevraagd.", ""},
  }));
  check("action-learning/learning-set", "bo", sentence);

  const method::Draft loose{"bo", "answer", "Bij mij ging dat anders.", "", ""};
  CHECK(rules_of(shipped_rules("action-learning/learning-set").review(table("helping-questions"), loose)) ==
        std::vector<std::string>{"action-learning/answer-to-a-question"});
}

TEST_CASE("WERF keeps advice out of the own experience", "[plugin_rules]") {
  const auto sentence = GENERATE(values<Sentence>({
      {"own-experience", "experience", "Je kunt eerst aanbellen.", "werf/no-advice"},
      {"own-experience", "experience", "You could ring the bell first.", "werf/no-advice"},
      {"own-experience", "experience", "Ik herken dit van de flat aan het plein.", ""},
      {"own-experience", "experience", "It went well: the whole street came to the party.", ""},
      {"ask", "question", "Wat wilde de bewoner?", ""},
      {"meaning", "practice_sentence", "Wij bellen aan. Dan wachten wij.", "werf/one-sentence"},
      {"meaning", "practice_sentence", "Wij bellen eerst aan, en wachten dan.", ""},
      {"choose", "title", "Het feest dat wél lukte", ""},
      {"choose", "title", "Ik kwam daar. Toen ging de deur open.", "werf/one-line"},
  }));
  check("werf/werf", "bo", sentence);
}

}  // namespace
}  // namespace casus::test
