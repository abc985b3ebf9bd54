// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"

/// Safety: a concern with the steps of the meldcode, and acute danger.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, RaiseConcern& body) {
  slots.word("TEXT", body.text, {"wat je zag of hoorde", "what you saw or heard"});
}

void parameters_of(Slots& slots, RaiseAcute& body) {
  slots.word("TEXT", body.text, {"wie er nu gevaar loopt en waardoor", "who is in danger now, and why"});
}

void parameters_of(Slots& slots, HandleAcute& body) {
  slots.word("TEXT", body.text, {"wat er gedaan is", "what was done"});
}

void parameters_of(Slots& slots, TakeMeldcodeStep& body) {
  slots.word(body.step, {"1 signalen, 2 overleg, 3 gesprek, 4 wegen, 5 beslissen",
                         "1 signals, 2 consult, 3 talk, 4 weigh, 5 decide"});
  slots.word(body.text, {"wat er in die stap gebeurde", "what happened in that step"});
  slots.option(body.who, {"wie het deed; anders jij", "who did it; else you"});
  slots.option(body.on, {"op welke dag; anders vandaag", "on which day; else today"});
  slots.option(body.report_needed, {"stap 5: is melden nodig?", "step 5: is reporting needed?"});
  slots.option(body.help_possible, {"stap 5: kan hulp (ook)?", "step 5: is help (also) possible?"});
}

void parameters_of(Slots& slots, ClearSafety& body) {
  slots.option("because", body.because, {"voor stap 5: waarom de zorg niet klopte", "before step 5: why unfounded"});
}

}  // namespace

Entries safety_verbs() {
  return {
      {"case safety concern",
       {"een zorg over veiligheid: de meldcode begint", "a safety concern: the meldcode begins"},
       {"case safety concern 2026-001 'Het jongste kind had blauwe plekken' --as Noor",
        "case safety concern 2026-001 'The youngest child had bruises' --as Noor"},
       fresh<Plain<RaiseConcern, parameters_of>>},
      {"case safety step",
       {"een stap van de meldcode", "a step of the meldcode"},
       {"case safety step 2026-001 2 'Overlegd met Veilig Thuis' --as Noor",
        "case safety step 2026-001 2 'Consulted Veilig Thuis' --as Noor"},
       fresh<Plain<TakeMeldcodeStep, parameters_of>>},
      {"case safety acute",
       {"iemand is nu in gevaar: alles wacht", "somebody is in danger now: everything waits"},
       {"case safety acute 2026-001 'Er is nu geweld in huis' --as Noor",
        "case safety acute 2026-001 'There is violence in the house now' --as Noor"},
       fresh<Plain<RaiseAcute, parameters_of>>},
      {"case safety handle",
       {"wat er aan het acute gevaar gedaan is", "what was done about the acute danger"},
       {"case safety handle 2026-001 'Politie was er, moeder en kind zijn bij oma' --as Noor",
        "case safety handle 2026-001 'Police came, mother and child are at grandma' --as Noor"},
       fresh<Plain<HandleAcute, parameters_of>>},
      {"case safety clear",
       {"de zorg is voorbij", "the concern is over"},
       {"case safety clear 2026-001 --because 'De meldcode is doorlopen' --as Noor",
        "case safety clear 2026-001 --because 'The meldcode is through' --as Noor"},
       fresh<Plain<ClearSafety, parameters_of>>},
  };
}

}  // namespace casus::desk
