// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/verbs/case/pages.hpp"

/// Deciding, the plan of the circle, and looking back: decide, circle-plan, review, tell, evaluate, round.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, RaiseDecision& body) {
  slots.word(body.question, {"wat er besloten moet worden", "what must be decided"});
  slots.flag(body.heavy, {"zwaar: eerst van iedereen een eerste mening", "heavy: first opinions come first"});
}

void parameters_of(Slots& slots, GiveOpinion& body) {
  slots.word(body.decision, {"nummer van het besluit, zoals d1", "id of the decision, like d1"});
  slots.word(body.stance, {"voor, tegen of twijfel", "for, against or unsure"});
  slots.word(body.text, {"waarom", "why"});
}

void parameters_of(Slots& slots, TakeDecision& body) {
  slots.word(body.decision, {"nummer van het besluit, zoals d1", "id of the decision, like d1"});
  slots.word(body.outcome, {"wat er besloten is", "what was decided"});
  slots.option(body.because, {"waarom", "why"});
  slots.option(body.dissent, {"wie het anders ziet, een zin elk; mag vaker", "another view; may be repeated"});
  slots.option(body.without_opinions,
               {"waarom niet iedereen eerst een mening gaf", "why not everyone gave a first opinion"});
}

void parameters_of(Slots& slots, PresentPlan& body) {
  slots.word(body.text, {"het plan in de woorden van de kring", "the plan in the words of the circle"});
}

void parameters_of(Slots& slots, AnswerPlan& body) {
  slots.word(body.accepted, {"ja of nee", "yes or no"});
  slots.option(body.ground, {"bij nee: alleen veiligheid of wet", "with no: only safety or law"});
  slots.option(body.because, {"bij nee: waarom", "with no: why"});
}

void parameters_of(Slots& slots, SetReview& body) {
  slots.word("DAY", body.on, {"de dag om terug te kijken, zoals +6w", "the day to look back, like +6w"});
}

void parameters_of(Slots& slots, TellResident& body) {
  slots.word(body.what, {"wat de inwoner hoorde", "what the resident was told"});
  slots.option(body.who, {"wie het vertelde; anders jij", "who told it; else you"});
  slots.option(body.on, {"op welke dag; anders vandaag", "on which day; else today"});
}

void parameters_of(Slots& slots, Evaluate& body) {
  slots.word(body.better, {"wat er beter gaat", "what is better"});
  slots.option(body.keep, {"wat je houdt", "what to keep"});
  slots.option(body.change, {"wat je anders doet", "what to change"});
  slots.option(body.stop, {"waar je mee stopt", "what to stop"});
}

void parameters_of(Slots& slots, StartRound& body) {
  slots.option(body.phase, {"fase om te beginnen; anders de eerste", "phase to begin with; else the first"});
  slots.option("because", body.because, {"waarom", "why"});
}

}  // namespace

Entries decision_verbs() {
  return {
      {"case decide raise",
       {"een besluit aan de orde stellen", "bring up a decision"},
       {"case decide raise 2026-001 'Vragen we schuldhulp aan?' --heavy --as Samira",
        "case decide raise 2026-001 'Do we apply for debt help?' --heavy --as Samira"},
       fresh<Plain<RaiseDecision, parameters_of>>},
      {"case decide opinion",
       {"jouw eerste mening; niemand ziet die voor het besluit", "your first opinion; hidden until the decision"},
       {"case decide opinion 2026-001 d1 voor 'Het kan niet langer wachten' --as Daan",
        "case decide opinion 2026-001 d1 for 'It cannot wait' --as Daan"},
       fresh<Plain<GiveOpinion, parameters_of>>},
      {"case decide take",
       {"het besluit nemen", "take the decision"},
       {"case decide take 2026-001 d1 'Ja, deze week' --because 'Zij wil het zelf' --as Samira",
        "case decide take 2026-001 d1 'Yes, this week' --because 'She wants it herself' --as Samira"},
       fresh<Plain<TakeDecision, parameters_of>>},
      {"case circle-plan present",
       {"de kring legt het eigen plan voor", "the circle presents its own plan"},
       {"case circle-plan present 2026-001 'Oma haalt de kinderen op dinsdag' --as Joke",
        "case circle-plan present 2026-001 'Grandma picks up the children on Tuesday' --as Joke"},
       fresh<Plain<PresentPlan, parameters_of>>},
      {"case circle-plan answer",
       {"antwoord op het plan van de kring, dezelfde dag", "the answer to the circle's plan, the same day"},
       {"case circle-plan answer 2026-001 ja --as Noor", "case circle-plan answer 2026-001 yes --as Noor"},
       fresh<Plain<AnswerPlan, parameters_of>>},
      {"case review",
       {"de dag om terug te kijken", "the day to look back"},
       {"case review 2026-001 +6w --as Noor", "case review 2026-001 +6w --as Noor"},
       fresh<Plain<SetReview, parameters_of>>},
      {"case tell",
       {"vastleggen dat de inwoner het weet", "record that the resident was told"},
       {"case tell 2026-001 'Wat wij bespraken en wat ik ga doen' --as Noor",
        "case tell 2026-001 'What we discussed and what I will do' --as Noor"},
       fresh<Plain<TellResident, parameters_of>>},
      {"case evaluate",
       {"terugkijken: eerst wat beter gaat", "look back: first what is better"},
       {"case evaluate 2026-001 'De post gaat weer open' --keep 'Elke week bellen' --as Noor",
        "case evaluate 2026-001 'The mail is opened again' --keep 'A call every week' --as Noor"},
       fresh<Plain<Evaluate, parameters_of>>},
      {"case evaluation",
       {"terugkijken op één blad: toen en nu, en hoe verder", "looking back on one sheet: then and now, and what next"},
       {"case evaluation 2026-001 --format html --out terugkijken.html --as Noor",
        "case evaluation 2026-001 --format html --out evaluation.html --as Noor"},
       fresh<EvaluationPage>},
      {"case round",
       {"na de evaluatie een nieuwe ronde", "a next round, after the evaluation"},
       {"case round 2026-001 --because 'Er is een nieuwe vraag' --as Samira",
        "case round 2026-001 --because 'There is a new question' --as Samira"},
       fresh<Plain<StartRound, parameters_of>>},
  };
}

}  // namespace casus::desk
