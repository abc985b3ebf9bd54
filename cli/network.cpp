// SPDX-License-Identifier: EUPL-1.2
#include "cli/context.hpp"
#include "cli/pages.hpp"
#include "cli/verb.hpp"

/// The people around the resident: add, ask, tie, map, show.
namespace casus::cli {
namespace {

void parameters_of(Slots& slots, AddNetworkPerson& body) {
  slots.word("NAME", body.name, {"wie", "who"});
  slots.needed("shell", body.shell, {"hoe dichtbij", "how close"});
  slots.needed("quadrant", body.quadrant, {"uit welke hoek", "from which side"});
  slots.option("relation", body.relation, {"wat die persoon is: zus, buurvrouw, trainer", "sister, neighbour, coach"});
  slots.flag("professional", body.professional, {"een beroepskracht; telt apart", "a professional; counted apart"});
}

void parameters_of(Slots& slots, AskPerson& body) {
  slots.word("PERSON", body.person, {"naam of nummer", "name or id"});
  slots.option("answer", body.answer, {"het antwoord, als dat er is", "the answer, when there is one"});
  slots.flag("in-person", body.in_person, {"zelf gesproken", "spoken to in person"});
  slots.option("note", body.note, {"wat er gezegd werd", "what was said"});
  slots.option("on", body.on, {"op welke dag; anders vandaag", "on which day; else today"});
}

void parameters_of(Slots& slots, AddTie& body) {
  slots.word("FROM", body.from, {"naam of nummer; 'inwoner' mag", "name or id; 'inwoner' is the resident"});
  slots.word("TO", body.to, {"naam of nummer; 'inwoner' mag", "name or id; 'inwoner' is the resident"});
  slots.option("strength", body.strength, {"hoe sterk de band is", "how strong the tie is"});
  slots.flag("tension", body.tension, {"er is spanning", "there is tension"});
  slots.option("direction", body.direction, {"wie geeft en wie ontvangt", "who gives and who receives"});
}

}  // namespace

Entries network_verbs() {
  return {
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
      {"network show",
       {"het netwerk in woorden", "the network in words"},
       {"network show 2026-001", "network show 2026-001"},
       fresh<NetworkPage>},
      {"network map",
       {"de netwerkkaart als plaatje (SVG)", "the network map as a picture (SVG)"},
       {"network map 2026-001 --out netwerk.svg", "network map 2026-001 --out network.svg"},
       fresh<NetworkMap>},
  };
}

}  // namespace casus::cli
