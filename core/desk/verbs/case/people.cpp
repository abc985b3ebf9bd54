// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"

/// Who is who in a case, and what the resident asks for under the law: handover, same, request, answer.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, HandOver& body) {
  slots.word(body.person, {"wie het overdraagt", "who hands it over"});
  slots.option(body.to, {"wie het overneemt", "who takes it over"});
  slots.option(body.because, {"waarom; moet als je niet aan tafel zit", "why; needed when you are not at the table"});
}

void parameters_of(Slots& slots, MergePersons& body) {
  slots.word(body.person, {"wie dubbel staat", "who is in it twice"});
  slots.option(body.into, {"onder welke naam dat verder gaat", "under which name it goes on"});
  slots.option(body.because, {"waaruit blijkt dat het er één is", "how you know that it is one person"});
}

void parameters_of(Slots& slots, AskRight& body) {
  slots.word(body.right, {"waar het om gaat", "what it is about"});
  slots.word(body.text, {"wat de inwoner vraagt", "what the resident asks"});
  slots.option(body.on, {"wanneer het gevraagd is; anders vandaag", "when it was asked; else today"});
  slots.option(body.asked_by, {"wie het vroeg, als dat een ander was (ouder, gemachtigde)",
                               "who asked, when it was another (parent, representative)"});
  slots.option(body.age, {"leeftijd, als de inwoner een jongere is", "age, when the resident is a youth"});
}

void parameters_of(Slots& slots, AnswerRight& body) {
  slots.word(body.request, {"het verzoek, zoals r1", "the request, like r1"});
  slots.word(body.answer, {"wat er besloten is", "what was decided"});
  slots.option(body.because, {"waarom; moet bij weigeren en uitstellen", "why; needed to refuse and to put off"});
  slots.option(body.on, {"wanneer de inwoner het hoorde; anders vandaag", "when the resident heard; else today"});
}

}  // namespace

Entries people_verbs() {
  return {
      {"case handover",
       {"rollen en acties overdragen aan een collega", "hand roles and actions over to a colleague"},
       {"case handover 2026-001 Daan --to Samira --because 'Daan verhuist' --as Noor",
        "case handover 2026-001 Daan --to Samira --because 'Daan moves away' --as Noor"},
       fresh<Plain<HandOver, parameters_of>>},
      {"case same",
       {"twee namen zijn dezelfde persoon", "two names are the same person"},
       {"case same 2026-001 'tante' --into 'tante Els' --because 'Zij zei het zelf' --as Noor",
        "case same 2026-001 'aunt' --into 'aunt Els' --because 'She said so' --as Noor"},
       fresh<Plain<MergePersons, parameters_of>>},
      {"case request",
       {"de inwoner vraagt inzage, rectificatie, wissen, beperking of maakt bezwaar; binnen een maand antwoord",
        "the resident asks for access, rectification, erasure, restriction or objects; answered within a month"},
       {"case request 2026-001 rectification 'De school klopt niet' --as Noor",
        "case request 2026-001 rectification 'The school is wrong' --as Noor"},
       fresh<Plain<AskRight, parameters_of>>},
      {"case answer",
       {"wat de inwoner op een verzoek te horen kreeg", "what the resident was told on a request"},
       {"case answer 2026-001 r1 granted --as Noor", "case answer 2026-001 r1 granted --as Noor"},
       fresh<Plain<AnswerRight, parameters_of>>},
  };
}

}  // namespace casus::desk
