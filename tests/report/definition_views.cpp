// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/cards.hpp"
#include "core/report/pictures/diagram.hpp"
#include "core/report/step_words.hpp"
#include "tests/report/golden.hpp"
#include "tests/report/sample.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fits_terminal.hpp"

namespace casus::test {

using Catch::Matchers::Contains;

namespace {

/// The sample with hostile names everywhere.
SampleDefinitions hostile_definitions() {
  auto out = sample_definitions();
  const Text hostile{kHostile, kHostile};
  out.known_method.name = out.known_workflow.name = hostile;
  for (auto& steps : out.known_method.phases)
    for (auto& step : steps) {
      step.name = hostile;
      step.id = "end";
    }
  return out;
}

}  // namespace

TEST_CASE("the cards read as they did", "[report]") {
  const auto known = sample_definitions();
  check_golden("method.nl.txt", report::method_card(known.known_method, Lang::nl));
  check_golden("method.en.txt", report::method_card(known.known_method, Lang::en));
  check_golden("workflow.nl.txt", report::workflow_card(known.known_workflow, Lang::nl));
  check_golden("workflow.en.txt", report::workflow_card(known.known_workflow, Lang::en));
}

TEST_CASE("cards fit 80 columns, and empty definitions have one", "[report]") {
  for (const auto& known : {sample_definitions(), hostile_definitions(), SampleDefinitions{}})
    for (const auto lang : {Lang::nl, Lang::en})
      for (const auto& text :
           {report::method_card(known.known_method, lang), report::workflow_card(known.known_workflow, lang)}) {
        CHECK_THAT(text, !Contains("\x1b"));
        for (const auto& line : page::lines_of(text)) CHECK(fits_terminal(line));
      }
}

TEST_CASE("a floor is told in words", "[report]") {
  const auto method = sample_definitions().known_method;
  const auto words = [&](Phase phase, std::size_t i, Lang lang) {
    return report::floor_in_words(method, method.steps(phase)[i].floor, lang);
  };
  CHECK(words(Phase::analysis, 0, Lang::nl) == "inbrenger");
  CHECK(words(Phase::analysis, 1, Lang::nl) ==
        "teamlid; om de beurt, één vraag en één vervolgvraag; inbrenger mag tussendoor antwoorden");
  CHECK(words(Phase::analysis, 1, Lang::en) ==
        "team member; in turn, one question and one follow-up question; presenter may answer in between");
  CHECK(words(Phase::plan_of_action, 0, Lang::nl) ==
        "teamlid; iedereen schrijft voor zichzelf, verborgen tot de stap klaar is; hooguit één bijdrage per persoon");
  CHECK(words(Phase::network_involvement, 0, Lang::nl) == "de kring is onder elkaar; er wordt niets vastgelegd");
  CHECK(report::floor_in_words(method, {}, Lang::nl) == "niemand: het is stil");
  method::Floor two{.speakers = {Role::presenter, Role::member},
                    .per_step = {{"choice", 2}},
                    .answer_to_question = true,
                    .only_chosen = {Role::member}};
  CHECK(report::floor_in_words(method, two, Lang::nl) ==
        "inbrenger en teamlid; samen hooguit 2 keer 'keuze'; als teamlid alleen wie gekozen is; een "
        "antwoord noemt de vraag van een ander");
  CHECK(report::floor_in_words(method, two, Lang::en) ==
        "presenter and team member; 'choice' at most 2 times in all; as team member only the one chosen; an answer "
        "refers to somebody else's question");
  // What counts for all together counts in each of the groups of a step that has some.
  method::Floor third{.speakers = {Role::member}, .per_step = {{"choice", 1}}};
  CHECK(report::floor_in_words(method, third, Lang::nl, true) == "teamlid; in elke groep hooguit 1 keer 'keuze'");
  CHECK(report::floor_in_words(method, third, Lang::en, true) == "team member; 'choice' at most once in each group");
}

TEST_CASE("groups are told in words, with what who has the place in each does", "[report]") {
  const auto method = sample_definitions().known_method;
  method::Step step;
  step.parallel.emplace();
  step.parallel->size = 3;
  const auto words = [&](Lang lang) { return report::parallel_in_words(method, step, lang); };
  CHECK(words(Lang::nl) == "in groepen van 3");
  step.parallel->one.emplace();
  step.parallel->one->name = {"cliënt", "client"};
  CHECK(words(Lang::nl) == "in groepen van 3, met in elk één cliënt");
  step.floor.one = method::PartOfOne::listens;
  CHECK(words(Lang::nl) == "in groepen van 3, met in elk één cliënt die alleen luistert");
  CHECK(words(Lang::en) == "in groups of 3, each with one client who only listens");
  step.floor.one = method::PartOfOne::speaks;
  CHECK(words(Lang::nl) == "in groepen van 3, met in elk één cliënt die als enige praat");
  CHECK(words(Lang::en) == "in groups of 3, each with one client who alone speaks");
  step.floor.one.reset();
  step.parallel->mixes = method::Mixes::others;
  CHECK(words(Lang::nl) ==
        "in groepen van 3, ieder bij anderen dan eerder, met in elk één cliënt; wie cliënt is, blijft zitten");
  CHECK(words(Lang::en) ==
        "in groups of 3, each with other people than before, each with one client; the client stays");
}

TEST_CASE("diagrams are drawn as they were", "[report]") {
  const auto known = sample_definitions();
  check_golden("workflow.mmd", report::mermaid(known.known_workflow, &known.known_method, Lang::nl));
  check_golden("workflow.dot", report::dot(known.known_workflow, &known.known_method, Lang::nl));
  check_golden("method.mmd", report::mermaid(known.known_method, Lang::en));
  check_golden("method.dot", report::dot(known.known_method, Lang::en));
}

TEST_CASE("a phase that a method leaves out is named on its way and on its card", "[report]") {
  auto known = sample_definitions();
  auto& method = known.known_method;
  const auto phase = Phase::network_involvement;
  method.phases[index_of(phase)].clear();
  method.left_out[index_of(phase)] = {{"Hoort er niet bij.", "No part of it."}};
  const auto diagram = report::mermaid(known.known_workflow, &method, Lang::nl);
  CHECK_THAT(diagram, Contains("zonder netwerk betrekken"));
  CHECK_THAT(diagram, !Contains("phase_network_involvement"));
  CHECK_THAT(report::mermaid(method, Lang::en), !Contains("phase_network_involvement"));
  CHECK_THAT(report::method_card(method, Lang::en),
             Contains("Network involvement: not in this method") && Contains("No part of it. [our own]"));
}

TEST_CASE("Graphviz reads every diagram", "[report]") {
  for (const auto& known : {sample_definitions(), hostile_definitions(), SampleDefinitions{}})
    for (const auto lang : {Lang::nl, Lang::en}) {
      CHECK(accepted_by("dot", "-Tsvg", report::dot(known.known_method, lang)));
      CHECK(accepted_by("dot", "-Tsvg", report::dot(known.known_workflow, &known.known_method, lang)));
      CHECK(accepted_by("dot", "-Tsvg", report::dot(known.known_workflow, nullptr, lang)));
    }
}

TEST_CASE("hostile labels do not change the shape of a Mermaid diagram", "[report]") {
  const auto shape = [](const std::string& text) {
    std::string out;
    bool label = false;
    for (const char c : text) {
      if (c == '"') label = !label;
      if (!label) out += c;
    }
    return out;
  };
  const auto known = sample_definitions();
  const auto hostile = hostile_definitions();
  CHECK(shape(report::mermaid(hostile.known_workflow, &hostile.known_method, Lang::nl)) ==
        shape(report::mermaid(known.known_workflow, &known.known_method, Lang::nl)));
}

}  // namespace casus::test
