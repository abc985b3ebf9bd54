// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/deciding.hpp"

/// The people around the resident and their ties.
namespace casus::engine {

Decided decide_on(const Deciding& d, const AddNetworkPerson& command) {
  if (blank(command.name)) return empty_text("wie het is", "who it is");
  const auto* known = d.c.person(command.name);
  if (known != nullptr && known->erased) known = nullptr;  // an erased person takes no new text
  NetworkPersonAdded added;
  added.person = known != nullptr ? known->id : next_id('p', d.c.people.size());
  added.name = known != nullptr ? known->name : std::string(trimmed(command.name));
  added.relation = command.relation;
  added.shell = command.shell;
  added.quadrant = command.quadrant;
  added.professional = command.professional || command.quadrant == Quadrant::professionals;
  return d.one(std::move(added));
}

Decided decide_on(const Deciding& d, const AskPerson& command) {
  const auto* person = d.person(command.person);
  if (person == nullptr) return nobody(d, command.person);
  if (!person->network)
    return refuse("NotInNetwork", "",
                  both(fmt::format("{} staat nog niet in het netwerk van de inwoner.", person->name),
                       fmt::format("{} is not in the resident's network yet.", person->name)),
                  both(fmt::format("Geef een plek: casus network add {} \"{}\" --shell friend --quadrant society.",
                                   d.c.id, person->name),
                       fmt::format("Give a place: casus network add {} \"{}\" --shell friend --quadrant society.",
                                   d.c.id, person->name)));
  PersonAsked asked;
  static_cast<AskPerson&>(asked) = command;
  asked.person = person->id;
  asked.on = command.on.value_or(d.today());
  if (*asked.on > d.today())
    return refuse("DayNotYet", "",
                  both(fmt::format("{} moet nog komen.", to_string(*asked.on)),
                       fmt::format("{} is still to come.", to_string(*asked.on))),
                  both("Leg vast wanneer het gevraagd is.", "Write down when it was asked."));
  return d.one(std::move(asked));
}

Decided decide_on(const Deciding& d, const AddTie& command) {
  TieAdded added;
  static_cast<AddTie&>(added) = command;
  for (auto* end : {&added.from, &added.to}) {
    // The resident is the centre of the network and has a name here only when at the table.
    const auto word = folded(trimmed(*end));
    if (word == "inwoner" || word == "resident") {
      *end = "resident";
      continue;
    }
    const auto* person = d.person(*end);
    if (person == nullptr) return nobody(d, *end);
    *end = person->has(Role::resident) ? "resident" : person->id;
  }
  if (added.from == added.to)
    return refuse("TieToSelf", "", both("Een band loopt tussen twee mensen.", "A tie runs between two people."),
                  both("Noem twee verschillende mensen.", "Name two different people."));
  return d.one(std::move(added));
}

}  // namespace casus::engine
