// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/deciding.hpp"

#include <algorithm>

/// The people around the resident and their ties.
namespace casus::engine {

namespace {

/// The end of a tie: the resident, who is the centre of the network and has a name here only when at the table, or the
/// id of a person. Empty when nobody is called that.
std::string tie_end(const Deciding& d, std::string_view text) {
  const auto word = folded(trimmed(text));
  if (word == "inwoner" || word == "resident") return "resident";
  const auto* person = d.person(text);
  if (person == nullptr) return {};
  return person->has(Role::resident) ? "resident" : person->id;
}

}  // namespace

Decided decide_on(const Deciding& d, const NameForNetwork& command) {
  if (blank(command.name)) return empty_text("wie het is", "who it is");
  const auto* known = d.c.person(command.name);
  if (known != nullptr && known->erased) known = nullptr;
  if (known != nullptr && known->network)
    return refuse("OnTheMap", "",
                  both(fmt::format("{} staat al op de netwerkkaart.", known->name),
                       fmt::format("{} is on the network map already.", known->name)),
                  both(fmt::format("Kijk wie er al staat: casus network show {}.", d.c.id),
                       fmt::format("See who is there: casus network show {}.", d.c.id)));
  NamedForNetwork named;
  named.person = known != nullptr ? known->id : next_id('p', d.c.people.size());
  named.name = known != nullptr ? known->name : std::string(trimmed(command.name));
  named.relation = command.relation;
  return d.one(std::move(named));
}

Decided decide_on(const Deciding& d, const AddNetworkPerson& command) {
  if (blank(command.name)) return empty_text("wie het is", "who it is");
  const auto* known = d.c.person(command.name);
  if (known != nullptr && known->erased) known = nullptr;  // an erased person takes no new text
  NetworkPersonAdded added;
  added.person = known != nullptr ? known->id : next_id('p', d.c.people.size());
  added.name = known != nullptr ? known->name : std::string(trimmed(command.name));
  added.relation = command.relation;
  if (blank(added.relation) && known != nullptr) added.relation = known->listed_relation;
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
  static_cast<AskingFields&>(asked) = command;
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
  static_cast<TieFields&>(added) = command;
  for (auto* end : {&added.from, &added.to}) {
    const auto id = tie_end(d, *end);
    if (id.empty()) return nobody(d, *end);
    *end = id;
  }
  if (added.from == added.to)
    return refuse("TieToSelf", "", both("Een band loopt tussen twee mensen.", "A tie runs between two people."),
                  both("Noem twee verschillende mensen.", "Name two different people."));
  return d.one(std::move(added));
}

Decided decide_on(const Deciding& d, const LeaveNetwork& command) {
  const auto* person = d.person(command.person);
  if (person == nullptr) return nobody(d, command.person);
  if (!person->network && !person->listed)
    return refuse("NotInNetwork", "",
                  both(fmt::format("{} staat niet in het netwerk van de inwoner.", person->name),
                       fmt::format("{} is not in the resident's network.", person->name)),
                  both(fmt::format("Kijk wie er staat: casus network show {}.", d.c.id),
                       fmt::format("See who is there: casus network show {}.", d.c.id)));
  NetworkLeft left;
  left.person = person->id;
  left.because = command.because;
  return d.one(std::move(left));
}

Decided decide_on(const Deciding& d, const EndTie& command) {
  TieEnded ended;
  static_cast<TieEndFields&>(ended) = command;
  for (auto* end : {&ended.from, &ended.to}) {
    const auto id = tie_end(d, *end);
    if (id.empty()) return nobody(d, *end);
    *end = id;
  }
  const auto is_between = [&](const Tie& t) {
    return (t.tie.from == ended.from && t.tie.to == ended.to) || (t.tie.from == ended.to && t.tie.to == ended.from);
  };
  if (std::ranges::none_of(d.c.ties, is_between))
    return refuse("NoTie", "",
                  both(fmt::format("Tussen {} en {} staat geen band.", command.from, command.to),
                       fmt::format("There is no tie between {} and {}.", command.from, command.to)),
                  both(fmt::format("Kijk welke banden er zijn: casus network show {}.", d.c.id),
                       fmt::format("See which ties there are: casus network show {}.", d.c.id)));
  return d.one(std::move(ended));
}

}  // namespace casus::engine
