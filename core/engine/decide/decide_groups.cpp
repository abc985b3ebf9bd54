// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/group_places.hpp"

#include <algorithm>

/// Who sits with whom in a step that goes on in several groups.
namespace casus::engine {
namespace {

/// Whoever leads the step, else the chair; where nobody at the table is one of those, it is whoever is there.
std::optional<Refusal> not_theirs_to_place(const Deciding& d) {
  const auto who = d.step->led_by.empty() ? std::vector{Role::chair} : d.step->led_by;
  const auto may = with_any_role(d.c, who);
  if (may.empty() || std::ranges::find(may, d.actor) != may.end()) return std::nullopt;
  return no("NotYoursToPlace", "R3", msg("groups.not_yours", "who"_is = role_words(d.method, who)),
            msg("groups.not_yours_do", "who"_is = role_words(d.method, who)));
}

}  // namespace

Decided decide_on(const Deciding& d, const MoveToGroup& command) {
  const auto now = d.c.groups_here();
  if (d.step == nullptr || now.empty())
    return refuse("NoGroupsHere", "", msg("groups.none_here"), msg("groups.none_here_do"));
  if (auto refusal = not_theirs_to_place(d)) return failure(std::move(*refusal));
  const auto* person = d.person(command.person);
  if (person == nullptr) return nobody(d, command.person);
  const auto speakers = with_any_role(d.c, d.step->floor.speakers);
  if (std::ranges::find(speakers, person) == speakers.end())
    return refuse("NotASpeaker", "R4", msg("groups.not_a_speaker", "name"_is = person->name),
                  msg("groups.not_a_speaker_do", "who"_is = role_words(d.method, d.step->floor.speakers)));
  const auto count = static_cast<int>(now.size());
  if (command.group < 1 || command.group > count + 1)
    return refuse("NoSuchGroup", "", msg("groups.no_such", "number"_is = command.group, "count"_is = count),
                  msg("groups.no_such_do", "count"_is = count, "next"_is = count + 1));
  GroupsMade made;
  for (const auto* one : now) made.groups.push_back({one->id, one->people});
  if (command.group > count) made.groups.push_back({next_id('k', static_cast<std::size_t>(d.c.groups_made)), {}});
  const auto place = static_cast<std::size_t>(command.group - 1);
  const bool there = std::ranges::find(made.groups[place].people, person->id) != made.groups[place].people.end();
  if (there)
    return refuse("SameGroup", "", msg("groups.already", "name"_is = person->name, "number"_is = command.group),
                  msg("groups.already_do"));
  for (auto& one : made.groups)
    std::erase_if(one.people, [&](const std::string& id) { return d.c.became(id) == person->id; });
  made.groups[place].people.push_back(person->id);
  std::erase_if(made.groups, [](const PeopleGroup& one) { return one.people.empty(); });
  keep_places(d.c, made);
  return d.one(std::move(made));
}

}  // namespace casus::engine
