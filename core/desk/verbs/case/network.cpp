// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/catalogue.hpp"
#include "core/desk/verbs/case/network_pages.hpp"

/// The people around the resident: name, add, ask, tie, untie, leave, map, show; and the genogram.
namespace casus::desk {
namespace {

void parameters_of(Slots& slots, NameForNetwork& body) {
  slots.word(body.name, {"wie", "who"});
  slots.option(body.relation, {"wat die persoon is: zus, buurvrouw, trainer", "sister, neighbour, coach"});
}

void parameters_of(Slots& slots, LeaveNetwork& body) {
  slots.word(body.person, {"naam of nummer", "name or id"});
  slots.option(body.because, {"waarom", "why"});
}

void parameters_of(Slots& slots, EndTie& body) {
  slots.word(body.from, {"naam of nummer; 'inwoner' mag", "name or id; 'inwoner' is the resident"});
  slots.word(body.to, {"naam of nummer; 'inwoner' mag", "name or id; 'inwoner' is the resident"});
  slots.option(body.because, {"waarom", "why"});
}

void parameters_of(Slots& slots, PlaceInFamily& body) {
  slots.word(body.name, {"wie; 'inwoner' mag", "who; 'inwoner' is the resident"});
  slots.option(body.symbol, {"vierkant (man), cirkel (woman) of ruit", "square (man), circle (woman), diamond"});
  slots.option(body.state, {"in leven, overleden of nog niet geboren", "alive, deceased or not yet born"});
  slots.option(body.rank, {"hoeveelste kind: 1 is de oudste", "which child: 1 is the eldest"});
}

void parameters_of(Slots& slots, LinkParent& body) {
  slots.word(body.parent, {"de ouder; 'inwoner' mag", "the parent; 'inwoner' is the resident"});
  slots.word(body.child, {"het kind; 'inwoner' mag", "the child; 'inwoner' is the resident"});
  slots.option(body.how, {"geboren, geadopteerd of pleegkind", "born, adopted or fostered"});
}

void parameters_of(Slots& slots, LinkPartners& body) {
  slots.word(body.one, {"naam of nummer; 'inwoner' mag", "name or id; 'inwoner' is the resident"});
  slots.word(body.other, {"naam of nummer; 'inwoner' mag", "name or id; 'inwoner' is the resident"});
  slots.option(body.bond, {"samen of uit elkaar", "together or separated"});
}

void parameters_of(Slots& slots, CutFamily& body) {
  slots.word(body.one, {"naam of nummer; 'inwoner' mag", "name or id; 'inwoner' is the resident"});
  slots.word(body.other, {"tot wie de lijn loopt; anders gaat ONE eruit", "the other end; else ONE goes"});
}

void parameters_of(Slots& slots, AddNetworkPerson& body) {
  slots.word(body.name, {"wie", "who"});
  slots.option(body.shell, {"hoe dichtbij", "how close"});
  slots.option(body.quadrant, {"uit welke hoek", "from which side"});
  slots.option(body.relation, {"wat die persoon is: zus, buurvrouw, trainer", "sister, neighbour, coach"});
  slots.flag(body.professional, {"een beroepskracht; telt apart", "a professional; counted apart"});
}

void parameters_of(Slots& slots, AskPerson& body) {
  slots.word(body.person, {"naam of nummer", "name or id"});
  slots.option(body.answer, {"het antwoord, als dat er is", "the answer, when there is one"});
  slots.flag(body.in_person, {"zelf gesproken", "spoken to in person"});
  slots.option(body.note, {"wat er gezegd werd", "what was said"});
  slots.option(body.on, {"op welke dag; anders vandaag", "on which day; else today"});
}

void parameters_of(Slots& slots, AddTie& body) {
  slots.word(body.from, {"naam of nummer; 'inwoner' mag", "name or id; 'inwoner' is the resident"});
  slots.word(body.to, {"naam of nummer; 'inwoner' mag", "name or id; 'inwoner' is the resident"});
  slots.option(body.strength, {"hoe sterk de band is", "how strong the tie is"});
  slots.flag(body.tension, {"er is spanning", "there is tension"});
  slots.option(body.direction, {"wie geeft en wie ontvangt", "who gives and who receives"});
}

}  // namespace

Entries network_verbs() {
  return {
      {"network name",
       {"een naam op de groslijst: wie zijn er allemaal?", "a name on the raw list: who is there at all?"},
       {"network name 2026-001 'Tante Els' --relation tante --as Noor",
        "network name 2026-001 'Aunt Els' --relation aunt --as Noor"},
       fresh<Plain<NameForNetwork, parameters_of>>},
      {"network add",
       {"iemand in de kring van de inwoner", "somebody in the resident's circle"},
       {"network add 2026-001 'Tante Els' --shell intimate --quadrant family --relation tante --as Noor",
        "network add 2026-001 'Aunt Els' --shell intimate --quadrant family --relation aunt --as Noor"},
       fresh<Plain<AddNetworkPerson, parameters_of>>},
      {"network ask",
       {"iemand is gevraagd, en wat het antwoord was", "somebody was asked, and what the answer was"},
       {"network ask 2026-001 'Tante Els' --answer ja --in-person --as Noor",
        "network ask 2026-001 'Aunt Els' --answer yes --in-person --as Noor"},
       fresh<Plain<AskPerson, parameters_of>>},
      {"network tie",
       {"een band tussen twee mensen", "a tie between two people"},
       {"network tie 2026-001 inwoner 'Tante Els' --strength strong --as Noor",
        "network tie 2026-001 inwoner 'Aunt Els' --strength strong --as Noor"},
       fresh<Plain<AddTie, parameters_of>>},
      {"network untie",
       {"een band die er niet meer is", "a tie that is there no longer"},
       {"network untie 2026-001 inwoner 'Tante Els' --because 'Geen contact meer' --as Noor",
        "network untie 2026-001 inwoner 'Aunt Els' --because 'No contact any more' --as Noor"},
       fresh<Plain<EndTie, parameters_of>>},
      {"network leave",
       {"iemand hoort niet meer bij het netwerk", "somebody belongs to the network no longer"},
       {"network leave 2026-001 'Tante Els' --because 'Verhuisd' --as Noor",
        "network leave 2026-001 'Aunt Els' --because 'Moved away' --as Noor"},
       fresh<Plain<LeaveNetwork, parameters_of>>},
      {"network show",
       {"het netwerk in woorden", "the network in words"},
       {"network show 2026-001 --at 2026-03-02 --as Noor", "network show 2026-001 --at 2026-03-02 --as Noor"},
       fresh<NetworkPage>},
      {"network compare",
       {"wie kwam, wie ging, wat veranderde tussen twee dagen", "who came, who went, what changed between two days"},
       {"network compare 2026-001 2026-03-02 2026-06-01 --as Noor",
        "network compare 2026-001 2026-03-02 2026-06-01 --as Noor"},
       fresh<NetworkCompare>},
      {"network map",
       {"de netwerkkaart als plaatje (SVG)", "the network map as a picture (SVG)"},
       {"network map 2026-001 --out netwerk.svg --as Noor", "network map 2026-001 --out network.svg --as Noor"},
       fresh<NetworkMap>},
      {"network family person",
       {"iemand in het genogram", "somebody in the genogram"},
       {"network family person 2026-001 'Oma Bep' --symbol vrouw --state overleden --as Noor",
        "network family person 2026-001 'Grandma Bep' --symbol woman --state dead --as Noor"},
       fresh<Plain<PlaceInFamily, parameters_of>>},
      {"network family parent",
       {"wie is ouder van wie", "who is a parent of whom"},
       {"network family parent 2026-001 'Oma Bep' inwoner --as Noor",
        "network family parent 2026-001 'Grandma Bep' inwoner --as Noor"},
       fresh<Plain<LinkParent, parameters_of>>},
      {"network family partner",
       {"wie zijn partners, samen of uit elkaar", "who are partners, together or separated"},
       {"network family partner 2026-001 inwoner 'Kees' --bond ended --as Noor",
        "network family partner 2026-001 inwoner 'Kees' --bond ended --as Noor"},
       fresh<Plain<LinkPartners, parameters_of>>},
      {"network family cut",
       {"een lijn of een persoon weghalen die niet klopt", "take away a line or a person that is wrong"},
       {"network family cut 2026-001 inwoner 'Kees' --as Noor", "network family cut 2026-001 inwoner 'Kees' --as Noor"},
       fresh<Plain<CutFamily, parameters_of>>},
      {"network family show",
       {"het genogram in woorden", "the genogram in words"},
       {"network family show 2026-001 --as Noor", "network family show 2026-001 --as Noor"},
       fresh<FamilyPage>},
      {"network family map",
       {"het genogram als plaatje (SVG)", "the genogram as a picture (SVG)"},
       {"network family map 2026-001 --out genogram.svg --as Noor",
        "network family map 2026-001 --out genogram.svg --as Noor"},
       fresh<Genogram>},
  };
}

}  // namespace casus::desk
