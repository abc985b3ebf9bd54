// SPDX-License-Identifier: EUPL-1.2
#include "tests/report/sample.hpp"

namespace casus::test {

using method::Level;
using method::Mark;

namespace {

method::Step step(const char* id, Text name, double minutes, method::Floor floor) {
  return method::Step{
      .id = id, .name = std::move(name), .source = {"VIS"}, .minutes = minutes, .floor = std::move(floor)};
}

method::Definition sample_method() {
  method::Definition out;
  out.id = "sample/round";
  out.version = "1.0.0";
  out.hash = "abc";
  out.name = {"Voorbeeldronde", "Sample round"};
  out.summary = {"Samen kijken naar één vraag, in een half uur.", "Look at one question together, in half an hour."};
  out.status = Mark::variant;
  out.status_note = {"De minuten zijn van onszelf.", "The minutes are our own."};
  out.workflow = "sample-week";
  out.before = {{Phase::network_involvement, Phase::plan_of_action}};
  out.people = {3, 12, 6};
  out.roles = {{Role::presenter, {"inbrenger", "presenter"}, 1, 1}, {Role::member, {"teamlid", "team member"}, 2, 0}};
  out.kinds = {{"bridge", {"bruggetje", "bridge"}, "case"}};
  out.library = "sample";
  out.sources = {{"VIS", "Een beschrijving"}};
  out.gaps = {{"Hoe lang de voorbereiding duurt.", "How long preparing takes."}};
  out.fidelity = {{"first", {"Iedereen kwam aan het woord.", "Everyone had a turn."}, Mark::own, {}, {}}};

  auto present = step("present", {"Presenteren", "Present"}, 5, {{Role::presenter}, {}, {}, 0, {}, false, false});
  present.kinds = {"fact", "bridge"};
  present.advice_locked = true;
  present.prompts = {{"Vertel alleen wat nodig is.", "Tell only what is needed."}};
  present.records = {"Korte feiten.", "Short facts."};
  present.done_when = {
      {"wish", Level::soft, "R7", {"Schrijf op wat de inwoner wil.", "Write down what the resident wants."}, {}, {}}};
  auto clarify = step(
      "clarify", {"Verhelderen", "Clarify"}, 8,
      {{Role::member}, method::Order::turns, {{"follow_up", 1}, {"question", 1}}, 0, {Role::presenter}, false, false});
  auto write = step("write", {"Stil schrijven", "Write in silence"}, 2, {{Role::member}, {}, {}, 1, {}, true, false});
  write.mark = Mark::own;
  write.minutes_mark = Mark::own;
  write.minutes_per_person = true;
  write.optional = true;
  auto own_time = step("own-time", {"Eigen tijd", "Private time"}, 0, {{Role::circle}, {}, {}, 0, {}, false, true});
  out.phases[index_of(Phase::analysis)] = {present, clarify};
  out.phases[index_of(Phase::plan_of_action)] = {write};
  out.phases[index_of(Phase::network_involvement)] = {own_time};
  out.phases[index_of(Phase::evaluation)] = {
      step("better", {"Wat gaat er beter", "What is better"}, 3, {{Role::presenter}, {}, {}, 0, {}, false, false})};
  return out;
}

workflow::Workflow sample_workflow() {
  workflow::Workflow out{.id = "sample-week",
                         .version = "1.2.0",
                         .name = {"Voorbeeldweek", "Sample week"},
                         .summary = {"Elke week, anderhalf uur.", "Every week, an hour and a half."},
                         .method = "sample/round"};
  const method::Requirement asked{"asked", Level::hard, "R1", {"Er is één vraag.", "There is one question."}, {}, {}};
  const method::Requirement network{
      "network", Level::soft,
      "R9",      {"Ten minste één actie is van het netwerk.", "At least one action is of the network."},
      {},        {}};
  out.phases = {{Phase::analysis, {asked}},
                {Phase::plan_of_action, {network, asked}},
                {Phase::network_involvement, {}},
                {Phase::evaluation, {}}};
  out.close_when = {{"told",
                     Level::hard,
                     "R16",
                     {"De inwoner weet wat er besproken is.", "The resident knows what was discussed."},
                     {},
                     {}}};
  out.terms = {{"report",
                {"Onderzoek na een melding", "Inquiry after a report"},
                6,
                workflow::Unit::weeks,
                workflow::From::reported,
                "SCH3",
                {"Kijk in de verordening.", "See the local rules."},
                true},
               {"call", {"Bellen", "Call"}, 1, workflow::Unit::months, workflow::From::action, "EKC3", {}, false}};
  return out;
}

}  // namespace

SampleDefinitions sample_definitions() {
  SampleDefinitions out;
  out.known_method = sample_method();
  out.known_workflow = sample_workflow();
  return out;
}

SampleDefinitions no_definitions() {
  SampleDefinitions out;
  out.empty = true;
  return out;
}

}  // namespace casus::test
