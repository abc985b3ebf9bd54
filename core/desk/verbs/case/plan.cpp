// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/verbs/case/pages.hpp"

/// Goals and actions: goal, action, done, move, score, change, agree, show.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, SetGoal& body) {
  slots.word(body.text, {"wat er dan wel is", "what will be there instead"});
  slots.flag(body.resident_words, {"in de woorden van de inwoner", "in the resident's own words"});
  slots.option(body.scale, {"schaal voor dit doel", "scale for this goal"});
  slots.option(body.variable, {"wat de schaal meet", "what the scale measures"});
  slots.option("level", body.levels,
               {"hoe elk punt eruitziet, laagste eerst", "what each point looks like, lowest first"});
}

void parameters_of(Slots& slots, ScoreGoal& body) {
  slots.word(body.goal, {"nummer van het doel, zoals g1", "id of the goal, like g1"});
  slots.word(body.value, {"hoe ver het is, op de schaal van het doel", "how far, on the goal's own scale"});
  slots.option(body.evidence, {"waaraan je dat ziet", "how that shows"});
  slots.option(body.state, {"gelukt, deels of niet", "reached, partly or not"});
  slots.flag(body.resident, {"het cijfer dat de inwoner zelf geeft", "the resident's own score"});
}

void parameters_of(Slots& slots, ChangeGoal& body) {
  slots.word(body.goal, {"nummer van het doel, zoals g1", "id of the goal, like g1"});
  slots.option(body.text, {"andere woorden", "other words"});
  slots.option(body.resident_words, {"in de woorden van de inwoner?", "in the resident's words?"});
  slots.option(body.scale, {"schaal voor dit doel", "scale for this goal"});
  slots.option(body.variable, {"wat de schaal meet", "what the scale measures"});
  slots.option("level", body.levels,
               {"hoe elk punt eruitziet, laagste eerst", "what each point looks like, lowest first"});
}

void parameters_of(Slots& slots, ChangeAction& body) {
  slots.word(body.action, {"nummer van de actie, zoals a1", "id of the action, like a1"});
  slots.option(body.what, {"andere woorden", "other words"});
  slots.option(body.who, {"wie het doet", "who does it"});
  slots.option(body.checks, {"wie kijkt of het lukt", "who checks"});
  slots.option(body.rung, {"trede: zelf, netwerk, vrijwilliger, ...", "rung: self, network, volunteer, ..."});
  slots.option(body.first_step, {"is het de eerste kleine stap?", "is it the first small step?"});
  slots.option(body.goal, {"bij welk doel, zoals g1", "for which goal, like g1"});
  slots.option(body.repeats, {"komt steeds terug, zoals 'elke woensdag'", "comes again, like 'every Wednesday'"});
}

void parameters_of(Slots& slots, AgreePlan& body) {
  slots.word(body.line, {"doel of actie, zoals g1; anders het hele plan", "goal or action; else all of it"});
  slots.option(body.note, {"wat de inwoner erbij zei", "what the resident said"});
  slots.option(body.on, {"op welke dag; anders vandaag", "on which day; else today"});
}

void parameters_of(Slots& slots, AddAction& body) {
  slots.word(body.what, {"wat er gebeurt", "what will be done"});
  slots.option(body.who, {"wie het doet", "who does it"});
  slots.option(body.by_when,
               {"uiterlijk wanneer, zoals woensdag of 2 december", "by when, like Wednesday or 2 December"});
  slots.option(body.checks, {"wie kijkt of het lukt", "who checks"});
  slots.option(body.rung, {"trede: zelf, netwerk, vrijwilliger, ...", "rung: self, network, volunteer, ..."});
  slots.flag(body.first_step, {"de eerste kleine stap", "the first small step"});
  slots.option(body.goal, {"bij welk doel, zoals g1", "for which goal, like g1"});
  slots.option(body.repeats, {"komt steeds terug, zoals 'elke woensdag'", "comes again, like 'every Wednesday'"});
  slots.flag(body.tells_resident,
             {"hierdoor hoort de inwoner wat er besproken is", "by this the resident hears what was discussed"});
}

void parameters_of(Slots& slots, FinishAction& body) {
  slots.word(body.action, {"nummer van de actie, zoals a1", "id of the action, like a1"});
  slots.option("state", body.state, {"gelukt, deels of niet", "done, partly or not"});
  slots.option(body.note, {"wat het opleverde", "what came of it"});
  slots.flag(body.last, {"een actie die steeds terugkomt, stopt hier", "an action that comes again ends here"});
}

void parameters_of(Slots& slots, MoveAction& body) {
  slots.word(body.action, {"nummer van de actie, zoals a1", "id of the action, like a1"});
  slots.word("DAY", body.by_when, {"de nieuwe dag", "the new day"});
  slots.option(body.because, {"waarom", "why"});
}

}  // namespace

Entries plan_verbs() {
  return {
      {"plan goal",
       {"een doel", "a goal"},
       {"plan goal 2026-001 'Ik open elke dag mijn post' --resident-words --as Noor",
        "plan goal 2026-001 'I open my mail every day' --resident-words --as Noor"},
       fresh<Plain<SetGoal, parameters_of>>},
      {"plan action",
       {"wie doet wat, wanneer, en wie kijkt mee", "who does what by when, and who checks"},
       {"plan action 2026-001 'Samen de post openen' --who Noor --by-when +7d --checks Samira --rung self "
        "--first-step --as Noor",
        "plan action 2026-001 'Open the mail together' --who Noor --by-when +7d --checks Samira --rung self "
        "--first-step --as Noor"},
       fresh<Plain<AddAction, parameters_of>>},
      {"plan done",
       {"wat er van een actie kwam", "what came of an action"},
       {"plan done 2026-001 a1 --note 'Drie enveloppen geopend' --as Noor",
        "plan done 2026-001 a1 --note 'Three envelopes opened' --as Noor"},
       fresh<Plain<FinishAction, parameters_of>>},
      {"plan move",
       {"een andere dag voor een actie", "another day for an action"},
       {"plan move 2026-001 a1 +14d --because 'Zij was ziek' --as Noor",
        "plan move 2026-001 a1 +14d --because 'She was ill' --as Noor"},
       fresh<Plain<MoveAction, parameters_of>>},
      {"plan score",
       {"hoe ver een doel is", "how far a goal is"},
       {"plan score 2026-001 g1 1 --evidence 'Vier van de vijf dagen' --as Noor",
        "plan score 2026-001 g1 1 --evidence 'Four days out of five' --as Noor"},
       fresh<Plain<ScoreGoal, parameters_of>>},
      {"plan change goal",
       {"andere woorden of een schaal voor een doel", "other words or a scale for a goal"},
       {"plan change goal 2026-001 g1 --text 'Ik lees elke dag mijn post' --resident-words yes --as Noor",
        "plan change goal 2026-001 g1 --text 'I read my mail every day' --resident-words yes --as Noor"},
       fresh<Plain<ChangeGoal, parameters_of>>},
      {"plan change action",
       {"aanvullen wat aan een actie ontbreekt", "add what an action lacks"},
       {"plan change action 2026-001 a1 --rung netwerk --goal g1 --as Noor",
        "plan change action 2026-001 a1 --rung network --goal g1 --as Noor"},
       fresh<Plain<ChangeAction, parameters_of>>},
      {"plan agree",
       {"de inwoner is het ermee eens", "the resident agrees"},
       {"plan agree 2026-001 --note 'Zo wil ik het' --as Noor", "plan agree 2026-001 --note 'This is mine' --as Noor"},
       fresh<Plain<AgreePlan, parameters_of>>},
      {"plan check",
       {"wat elke regel van het plan nog mist", "what each line of the plan still lacks"},
       {"plan check 2026-001 --as Noor", "plan check 2026-001 --as Noor"},
       fresh<PlanCheck>},
      {"plan show",
       {"het plan, voor het team of voor de inwoner", "the plan, for the team or for the resident"},
       {"plan show 2026-001 --for inwoner --format html --out plan.html --as Noor",
        "plan show 2026-001 --for resident --format html --out plan.html --as Noor"},
       fresh<PlanPage>},
  };
}

}  // namespace casus::desk
