// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/no_name.hpp"
#include "core/engine/decide/deciding.hpp"

#include "core/text/label.hpp"

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
  if (blank(command.name)) return empty_text(msg("network.needs_who_it_is"));
  const auto* known = person_called(d.c, command.name);
  if (known != nullptr && known->erased) known = nullptr;
  if (known != nullptr && known->network)
    return refuse("OnTheMap", "", msg("network.on_the_map", "known"_is = known->name),
                  msg("network.on_the_map_do", "show"_is = way("network show", "case"_is = d.c.id)));
  if (auto refusal = name_of_colleague(known)) return failure(std::move(*refusal));
  if (auto refusal = known == nullptr ? no_name(command.name, {}, NameAlso::role_word) : std::nullopt)
    return failure(std::move(*refusal));
  NamedForNetwork named{.person = known != nullptr ? known->id : next_id(d.c, 'p', d.c.people.size()),
                        .name = known != nullptr ? known->name : new_name(command.name),
                        .relation = command.relation};
  return d.one(std::move(named));
}

Decided decide_on(const Deciding& d, const AddNetworkPerson& command) {
  if (blank(command.name)) return empty_text(msg("network.needs_who_it_is"));
  const auto* known = person_called(d.c, command.name);
  if (known != nullptr && known->erased) known = nullptr;  // an erased person takes no new text
  const bool professional = command.professional || command.quadrant == Quadrant::professionals;
  if (auto refusal = professional ? std::nullopt : name_of_colleague(known)) return failure(std::move(*refusal));
  if (auto refusal = known == nullptr ? no_name(command.name, {}, NameAlso::role_word) : std::nullopt)
    return failure(std::move(*refusal));
  NetworkPersonAdded added{.person = known != nullptr ? known->id : next_id(d.c, 'p', d.c.people.size()),
                           .name = known != nullptr ? known->name : new_name(command.name),
                           .relation = command.relation};
  if (blank(added.relation) && known != nullptr) added.relation = known->listed_relation;
  added.shell = command.shell;
  added.quadrant = command.quadrant;
  added.professional = professional;
  return d.one(std::move(added));
}

Decided decide_on(const Deciding& d, const AskPerson& command) {
  const auto* person = d.person(command.person);
  if (person == nullptr) return nobody(d, command.person);
  if (!person->network)
    return refuse(
        "NotInNetwork", "", msg("network.not_in_network", "person"_is = person->name),
        msg("network.not_in_network_do",
            "add"_is = way("network add", "case"_is = d.c.id, "name"_is = person->name,
                           "shell"_is = text::label(Shell::friend_), "quadrant"_is = text::label(Quadrant::society))));
  PersonAsked asked;
  static_cast<AskingFields&>(asked) = command;
  asked.person = person->id;
  asked.on = command.on.value_or(d.today());
  if (auto refusal = day_not_yet(*asked.on, d.today(), msg("network.day_not_yet_do")))
    return failure(std::move(*refusal));
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
  if (added.from == added.to) return refuse("TieToSelf", "", msg("network.tie_to_self"), msg("remedy.two_people"));
  return d.one(std::move(added));
}

Decided decide_on(const Deciding& d, const LeaveNetwork& command) {
  const auto* person = d.person(command.person);
  if (person == nullptr) return nobody(d, command.person);
  if (!person->network && !person->listed)
    return refuse("NotInNetwork", "", msg("network.not_in_network_2", "person"_is = person->name),
                  msg("network.not_in_network_do_2", "show"_is = way("network show", "case"_is = d.c.id)));
  return d.one(NetworkLeft{{.person = person->id, .because = command.because}});
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
    return refuse("NoTie", "", msg("network.no_tie", "from"_is = command.from, "to"_is = command.to),
                  msg("network.no_tie_do", "show"_is = way("network show", "case"_is = d.c.id)));
  return d.one(std::move(ended));
}

}  // namespace casus::engine
