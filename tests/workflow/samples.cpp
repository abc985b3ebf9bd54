// SPDX-License-Identifier: EUPL-1.2
#include "tests/workflow/samples.hpp"

#include "tests/method/files.hpp"

#include <nlohmann/json.hpp>

namespace casus::workflow {

std::string example() {
  const auto page = source_file("workflows/README.md");
  constexpr std::string_view kBegin = "```json\n";
  const auto begin = page.find(kBegin) + kBegin.size();
  return page.substr(begin, page.find("```", begin) - begin);
}

std::string patched(std::string_view patch) {
  // Ordered: "format" stays the first key.
  return nlohmann::ordered_json::parse(example()).patch(nlohmann::ordered_json::parse(patch)).dump();
}

const std::vector<Broken>& broken() {
  constexpr bool kShape = true, kMeaning = false;
  static const std::vector<Broken> kBroken{
      {"another format",
       R"([{"op": "replace", "path": "/format", "value": 2}])",
       {"/format: this program reads format 1, got 2"},
       kShape},
      {"no format",
       R"([{"op": "remove", "path": "/format"}])",
       {": expected 'format' as the first key, got 'id'", ": missing 'format'"},
       kShape},
      {"a mistyped key",
       R"([{"op": "move", "from": "/summary", "path": "/sumary"}])",
       {": missing 'summary'", "/sumary: unknown key 'sumary' (did you mean 'summary'?)"},
       kShape},
      {"an id with capitals",
       R"([{"op": "replace", "path": "/id", "value": "Short Review"}])",
       {"/id: expected an id in a-z, 0-9, '-' and '.', got 'Short Review'"},
       kShape},
      {"half a version",
       R"([{"op": "replace", "path": "/version", "value": "1.0"}])",
       {"/version: expected a version like 1.0.0, got '1.0'"},
       kShape},
      {"a name in one language", R"([{"op": "remove", "path": "/name/en"}])", {"/name: missing 'en'"}, kShape},
      {"a name without words",
       R"([{"op": "replace", "path": "/name/nl", "value": " "}])",
       {"/name/nl: expected words, got an empty text"},
       kShape},
      {"an unknown status",
       R"([{"op": "replace", "path": "/status", "value": "varient"}])",
       {"/status: expected one of documented, variant, reconstruction, own, got 'varient' (did you mean 'variant'?)"},
       kShape},
      {"a method without its plugin",
       R"([{"op": "replace", "path": "/method", "value": "lens"}])",
       {"/method: expected '<plugin>/<method>' in a-z, 0-9, '-' and '.', got 'lens'"},
       kShape},
      {"no phases", R"([{"op": "remove", "path": "/phases"}])", {": missing 'phases'"}, kShape},
      {"an empty list of phases",
       R"([{"op": "replace", "path": "/phases", "value": []}])",
       {"/phases: phase 'analysis' is missing", "/phases: phase 'plan_of_action' is missing",
        "/phases: phase 'network_involvement' is missing", "/phases: phase 'evaluation' is missing"},
       kShape},
      {"a phase left out",
       R"([{"op": "remove", "path": "/phases/3"}])",
       {"/phases: phase 'evaluation' is missing"},
       kShape},
      {"a phase in the place of another",
       R"([{"op": "replace", "path": "/phases/3/phase", "value": "analysis"}])",
       {"/phases/3/phase: phase 'analysis' is already at /phases/0/phase", "/phases: phase 'evaluation' is missing"},
       kShape},
      {"a fifth phase",
       R"([{"op": "add", "path": "/phases/-", "value": {"phase": "analysis"}}])",
       {"/phases/4/phase: phase 'analysis' is already at /phases/0/phase"},
       kShape},
      {"a mistyped phase",
       R"([{"op": "replace", "path": "/phases/0/phase", "value": "analyses"}])",
       {"/phases/0/phase: expected one of analysis, plan_of_action, network_involvement, evaluation, got 'analyses' "
        "(did you mean 'analysis'?)"},
       kShape},
      {"a requirement that is a text",
       R"([{"op": "replace", "path": "/phases/1/done_when/0", "value": "an action"}])",
       {"/phases/1/done_when/0: expected an object, got \"an action\""},
       kShape},
      {"a requirement without its criterion",
       R"([{"op": "remove", "path": "/phases/1/done_when/0/holds"}])",
       {"/phases/1/done_when/0: missing 'holds'"},
       kShape},
      {"an unknown level",
       R"([{"op": "replace", "path": "/close_when/0/level", "value": "softly"}])",
       {"/close_when/0/level: expected one of soft, hard, got 'softly'"},
       kShape},
      {"a rule that does not exist",
       R"([{"op": "replace", "path": "/phases/1/done_when/0/rule", "value": "R19"}])",
       {"/phases/1/done_when/0/rule: expected a rule R1 to R18, got 'R19'"},
       kShape},
      {"a role that nobody has",
       R"([{"op": "replace", "path": "/phases/1/done_when/0/who/0", "value": "presentor"}])",
       {"/phases/1/done_when/0/who/0: expected one of presenter, chair, member, coach, note_taker, observer, resident, "
        "circle, coordinator, referrer, case_manager, professional, safety_expert, got 'presentor' (did you mean "
        "'presenter'?)"},
       kShape},
      {"a role twice",
       R"([{"op": "add", "path": "/phases/1/done_when/0/who/-", "value": "presenter"}])",
       {"/phases/1/done_when/0/who/1: role 'presenter' is already at /phases/1/done_when/0/who/0"},
       kMeaning},
      {"a requirement twice in one phase",
       R"([{"op": "copy", "from": "/phases/1/done_when/0", "path": "/phases/1/done_when/-"}])",
       {"/phases/1/done_when/1/id: requirement 'action' is already at /phases/1/done_when/0/id"},
       kMeaning},
      {"a collection that does not exist",
       R"([{"op": "replace", "path": "/phases/1/done_when/0/holds/count", "value": "action"}])",
       {"/phases/1/done_when/0/holds/count: expected one of contributions, participants, turns, scores, goals, "
        "goal_scores, actions, network, ties, decisions, opinions, plans, meldcode, told, evaluations, learning, "
        "signals, branches, groups, records, votes, got 'action' (did you mean 'actions'?)"},
       kShape},
      {"the scope of a step",
       R"([{"op": "replace", "path": "/phases/1/done_when/0/holds/scope", "value": "step"}])",
       {"/phases/1/done_when/0/holds/scope: a workflow has no steps: expected scope phase, round or case, got 'step'"},
       kMeaning},
      {"the scope of a step, deeper",
       R"([{"op": "replace", "path": "/close_when/0/holds/any/1/scope", "value": "step"}])",
       {"/close_when/0/holds/any/1/scope: a workflow has no steps: expected scope phase, round or case, got 'step'"},
       kMeaning},
      {"the scope of a step, in the other rows of an every",
       R"([{"op": "replace", "path": "/close_when/0/holds", "value":
            {"not": {"every": "goals", "has": {"in": "actions", "on": "goal", "scope": "step", "at_least": 1}}}}])",
       {"/close_when/0/holds/not/has/scope: a workflow has no steps: expected scope phase, round or case, got 'step'"},
       kMeaning},
      {"a field that one method declares",
       R"([{"op": "replace", "path": "/close_when/0/holds", "value":
            {"count": "records", "where": {"own.severity": 7}, "at_least": 1}}])",
       {"/close_when/0/holds/where/own.severity: 'own.severity' is a field of one method, and a workflow holds for all "
        "of them"},
       kMeaning},
      {"a step of some method",
       R"([{"op": "add", "path": "/close_when/0/holds/any/0/where/step", "value": "reflect"}])",
       {"/close_when/0/holds/any/0/where/step: a workflow has no steps: they belong to the method"},
       kMeaning},
      {"a kind of one method",
       R"([{"op": "replace", "path": "/close_when/0/holds/any/1/where/kind", "value": ["better", "practice_sentence"]}])",
       {"/close_when/0/holds/any/1/where/kind/1: no kind 'practice_sentence' that every method has"},
       kMeaning},
      {"a mistyped kind",
       R"([{"op": "replace", "path": "/close_when/0/holds/any/1/where/kind", "value": "beter"}])",
       {"/close_when/0/holds/any/1/where/kind: no kind 'beter' that every method has (did you mean 'better'?)"},
       kMeaning},
      {"a term of nothing",
       R"([{"op": "replace", "path": "/terms/0/amount", "value": 0}])",
       {"/terms/0/amount: expected 1 to 5300 weeks, got 0"},
       kShape},
      {"a term of ages",
       R"([{"op": "replace", "path": "/terms/0/unit", "value": "years"},
           {"op": "replace", "path": "/terms/0/amount", "value": 101}])",
       {"/terms/0/amount: expected 1 to 100 years, got 101"},
       kShape},
      {"half a week",
       R"([{"op": "replace", "path": "/terms/0/amount", "value": 0.5}])",
       {"/terms/0/amount: expected a whole number, got 0.5"},
       kShape},
      {"an unknown unit",
       R"([{"op": "replace", "path": "/terms/0/unit", "value": "week"}])",
       {"/terms/0/unit: expected one of days, weeks, months, years, got 'week' (did you mean 'weeks'?)"},
       kShape},
      {"an unknown beginning",
       R"([{"op": "replace", "path": "/terms/0/from", "value": "report"}])",
       {"/terms/0/from: expected one of opened, reported, phase_entered, action, ended, got 'report' (did you mean "
        "'reported'?)"},
       kShape},
      {"a term without a source",
       R"([{"op": "replace", "path": "/terms/0/source", "value": ""}])",
       {"/terms/0/source: expected a source, got an empty text"},
       kShape},
      {"a term twice",
       R"([{"op": "copy", "from": "/terms/0", "path": "/terms/-"}])",
       {"/terms/1/id: term 'wmo-investigation' is already at /terms/0/id"},
       kMeaning},
      {"a term of no ground",
       R"([{"op": "add", "path": "/terms/0/basis", "value": "wmoo"}])",
       {"/terms/0/basis: expected one of wmo, jeugdwet, participatiewet, wgs, wvggz, veilig_thuis, vital_interest, "
        "consent, got 'wmoo'"},
       kShape},
      {"mistakes in four places",
       R"([{"op": "remove", "path": "/method"},
           {"op": "replace", "path": "/phases/1/done_when/0/id", "value": "an action"},
           {"op": "replace", "path": "/close_when/0/text/nl", "value": ""},
           {"op": "add", "path": "/terms/0/notes", "value": 1}])",
       {": missing 'method'", "/terms/0/notes: unknown key 'notes' (did you mean 'note'?)",
        "/phases/1/done_when/0/id: expected an id in a-z, 0-9, '-' and '.', got 'an action'",
        "/close_when/0/text/nl: expected words, got an empty text"},
       kShape},
  };
  return kBroken;
}

}  // namespace casus::workflow
