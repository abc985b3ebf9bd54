// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"

/// Who is who in a case: handover, same.
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
  };
}

}  // namespace casus::desk
