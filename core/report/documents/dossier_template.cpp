// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/dossier_parts.hpp"

#include <nlohmann/json.hpp>

namespace casus::report::dossier {

const std::string& page() {
  static const std::string text = R"(# {{title}}

{{#missing}}
> {{.}}

{{/missing}}
{{#facts}}
- **{{label}}:** {{text}}
{{/facts}}
{{#has_sources}}

## {{w.sources}}

{{#sources}}
- {{.}}
{{/sources}}
{{/has_sources}}
{{#has_people}}

## {{w.people}}

| {{w.role}} | {{w.who}} |
|---|---|
{{#people}}
| {{role}} | {{names}} |
{{/people}}
{{/has_people}}
{{#has_safety}}

## {{w.safety}}

{{#safety}}
- {{text}}
{{/safety}}
{{/has_safety}}
{{#course}}

## {{title}}
{{#visits}}

### {{step}}

{{about}}
{{#groups}}

**{{kind}}**

{{#said}}
- {{text}} ({{by}})
{{#remarks}}
  - {{.}}
{{/remarks}}
{{/said}}
{{/groups}}
{{#passed}}

{{passed}}
{{/passed}}
{{/visits}}
{{/course}}
{{#has_goals}}

## {{w.goals}}
{{#goals}}

### {{text}}

{{#lines}}
- {{.}}
{{/lines}}
{{#has_levels}}

| {{w.point}} | {{w.looks_like}} | {{w.now}} |
|---|---|---|
{{#levels}}
| {{point}} | {{looks}} | {{now}} |
{{/levels}}
{{/has_levels}}
{{/goals}}
{{/has_goals}}
{{#has_actions}}

## {{w.actions}}

| {{w.what}} | {{w.who}} | {{w.by_when}} | {{w.checks}} | {{w.rung}} | {{w.state}} |
|---|---|---|---|---|---|
{{#actions}}
| {{what}} | {{doer}} | {{by_when}} | {{checker}} | {{rung}} | {{state}} |
{{/actions}}

### {{w.ladder}}

| {{w.rung}} | {{w.actions}} | {{w.share}} |
|---|---:|---:|
{{#rungs}}
| {{rung}} | {{count}} | {{share}} |
{{/rungs}}
{{/has_actions}}
{{#has_network}}

## {{w.network}}

{{#network}}
**{{heading}}**

| {{w.name}} | {{w.relation}} | {{w.shell}} | {{w.quadrant}} | {{w.asked}} | {{w.answer}} |
|---|---|---|---|---|---|
{{#members}}
| {{name}} | {{relation}} | {{shell}} | {{quadrant}} | {{asked}} | {{answer}} |
{{/members}}

{{/network}}
{{#ties}}
- {{.}}
{{/ties}}
{{/has_network}}
{{#has_raw_list}}

## {{w.raw_list}}

{{#raw_list}}
- {{.}}
{{/raw_list}}
{{/has_raw_list}}
{{#has_family}}

## {{w.family}}

{{#family}}
- {{.}}
{{/family}}
{{/has_family}}
{{#has_decisions}}

## {{w.decisions}}
{{#decisions}}

### {{question}}

{{#lines}}
- {{.}}
{{/lines}}
{{/decisions}}
{{/has_decisions}}
{{#has_plans}}

## {{w.circle_plan}}
{{#plans}}

{{about}}

{{#plan_lines}}
> {{.}}
>
{{/plan_lines}}

{{answer}}
{{/plans}}
{{/has_plans}}
{{#has_evaluations}}

## {{w.evaluation}}
{{#evaluations}}

**{{about}}**

{{#lines}}
- {{.}}
{{/lines}}
{{/evaluations}}
{{/has_evaluations}}
{{#has_told}}

## {{w.told}}

{{#told}}
- {{.}}
{{/told}}
{{/has_told}}
{{#has_reasons}}

## {{w.reasons}}

{{#reasons}}
- {{.}}
{{/reasons}}
{{/has_reasons}}
{{#has_endings}}

## {{w.endings}}

{{#endings}}
- {{.}}
{{/endings}}
{{/has_endings}}
)";
  return text;
}

nlohmann::json words(Lang lang) {
  struct Word {
    const char *key, *nl, *en;
  };
  static constexpr Word kWords[] = {
      {"sources", "Hoe zeker is de methode?", "How well documented is the method?"},
      {"people", "Wie doen mee", "Who take part"},
      {"role", "Rol", "Role"},
      {"who", "Wie", "Who"},
      {"safety", "Veiligheid en meldcode", "Safety and reporting code"},
      {"goals", "Doelen", "Goals"},
      {"point", "Punt", "Point"},
      {"looks_like", "Hoe het er dan uitziet", "What it looks like then"},
      {"now", "Stand", "Now"},
      {"actions", "Acties", "Actions"},
      {"what", "Wat", "What"},
      {"by_when", "Voor wanneer", "By when"},
      {"checks", "Wie kijkt het na", "Who checks"},
      {"rung", "Trede", "Rung"},
      {"state", "Stand", "State"},
      {"ladder", "Eerst het netwerk: acties per trede", "Network first: actions per rung"},
      {"share", "Aandeel", "Share"},
      {"network", "Netwerk", "Network"},
      {"raw_list", "Groslijst: genoemd, nog zonder plek", "Raw list: named, without a place yet"},
      {"family", "Familie (genogram)", "Family (genogram)"},
      {"name", "Naam", "Name"},
      {"relation", "Relatie", "Relation"},
      {"shell", "Kring", "Shell"},
      {"quadrant", "Groep", "Group"},
      {"asked", "Gevraagd op", "Asked on"},
      {"answer", "Antwoord", "Answer"},
      {"decisions", "Besluiten", "Decisions"},
      {"circle_plan", "Plan van de kring", "Plan of the circle"},
      {"evaluation", "Terugkijken", "Looking back"},
      {"told", "Verteld aan de inwoner", "Told to the resident"},
      {"reasons", "Waar we van de werkwijze afweken, en waarom", "Where we left the way of working, and why"},
      {"endings", "Pauzes, afsluiten en heropenen", "Pauses, closing and reopening"},
  };
  auto out = nlohmann::json::object();
  for (const auto& word : kWords) out[word.key] = lang == Lang::nl ? word.nl : word.en;
  return out;
}

}  // namespace casus::report::dossier
