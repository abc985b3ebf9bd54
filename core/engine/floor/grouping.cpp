// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/grouping.hpp"

#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/group_places.hpp"
#include "core/method/mixing.hpp"

#include <algorithm>
#include <ranges>

namespace casus::engine {
namespace {

using Groups = std::vector<method::PeopleInGroup>;

Groups groups_of(const Case& state, std::size_t visit) {
  Groups groups;
  for (const auto& one : state.groups)
    if (one.visit == static_cast<int>(visit)) {
      auto& people = groups.emplace_back();
      for (const auto& id : one.people) people.emplace_back(state.became(id));
    }
  return groups;
}

/// The groups of the last stay in this step, in this round; `again`: in that time of its repeat.
Groups groups_of_last(const Case& state, Phase phase, std::string_view step, std::optional<int> again = {}) {
  for (auto visit = state.visits.size(); visit-- > 0;) {
    const auto& stay = state.visits[visit];
    if (stay.round != state.round) break;
    if (stay.phase != phase || stay.step != step || (again && stay.again != *again)) continue;
    if (auto groups = groups_of(state, visit); !groups.empty()) return groups;
  }
  return {};
}

/// Each time that people sat in groups in this round.
std::vector<Groups> groups_of_round(const Case& state) {
  std::vector<Groups> all;
  for (std::size_t visit = 0; visit < state.visits.size(); ++visit)
    if (state.visits[visit].round == state.round)
      if (auto groups = groups_of(state, visit); !groups.empty()) all.push_back(std::move(groups));
  return all;
}

/// Who had this place last in this round, group by group.
method::PeopleInGroup had_place(const Case& state, std::string_view place) {
  method::PeopleInGroup people;
  int last = -1;
  for (const auto& group : state.groups) {
    if (group.place != place || state.visits[static_cast<std::size_t>(group.visit)].round != state.round) continue;
    if (group.visit < last) continue;
    if (group.visit > last) people.clear();
    last = group.visit;
    people.emplace_back(state.became(group.one));
  }
  return people;
}

/// Whether people sit otherwise each time that this step comes: it says so itself, or one whose groups join here.
bool mixed_anew(const method::Definition& method, Phase phase, const method::Step& step) {
  for (const auto* one = &step; one != nullptr && one->parallel;) {
    if (one->parallel->mixes) return true;
    if (one->parallel->joins.empty()) return false;
    one = method.step(phase, one->parallel->joins);  // an earlier one, as the check of a method sees to
  }
  return false;
}

GroupsMade numbered(const Case& state, Groups groups) {
  GroupsMade made;
  for (auto& people : groups)
    made.groups.push_back(
        {next_id('k', static_cast<std::size_t>(state.groups_made) + made.groups.size()), std::move(people)});
  return made;
}

/// Who sits in the groups of the stay that is going on, in their order.
Groups in_groups_now(const Case& state) {
  Groups groups;
  for (const auto* one : state.groups_here()) {
    auto& people = groups.emplace_back();
    for (const auto& id : one->people) people.emplace_back(state.became(id));
  }
  return groups;
}

method::PeopleInGroup everybody_in(const Groups& groups) {
  method::PeopleInGroup people;
  for (const auto& group : groups) people.insert(people.end(), group.begin(), group.end());
  return people;
}

bool speaks(const method::Step& step, const std::vector<Role>& roles) {
  return std::ranges::any_of(
      roles, [&](Role role) { return std::ranges::find(step.floor.speakers, role) != step.floor.speakers.end(); });
}

/// Groups of the stay that is going on, each under the id that it has; a new one gets the next. Nothing of an empty
/// one. `from`, `to`: who takes over from whom.
GroupsMade made_here(const Case& state, Groups groups, std::string_view from = {}, std::string_view to = {}) {
  const auto here = state.groups_here();
  GroupsMade made;
  auto next = static_cast<std::size_t>(state.groups_made);
  for (std::size_t place = 0; place < groups.size(); ++place)
    if (!groups[place].empty())
      made.groups.push_back({place < here.size() ? here[place]->id : next_id('k', next++), std::move(groups[place])});
  keep_places(state, made, from, to);
  return made;
}

/// The groups of this stay, with these people in the place of those who sit in them now; nothing where no group gets
/// somebody more by that.
std::optional<GroupsMade> reseated(const Case& state, const method::Step& step, const Groups& now,
                                   const method::PeopleInGroup& people) {
  if (now.empty() || !step.parallel) return std::nullopt;
  auto groups = now;
  method::seat_now(*step.parallel, groups, people);
  bool more = groups.size() > now.size();
  for (std::size_t place = 0; place < now.size(); ++place) more = more || groups[place].size() > now[place].size();
  if (!more) return std::nullopt;
  return made_here(state, std::move(groups));
}

}  // namespace

std::optional<GroupsMade> groups_without(const Case& state, const method::Step& step, const std::string& person) {
  if (state.group_of(person) == nullptr) return std::nullopt;
  const auto now = in_groups_now(state);
  auto people = everybody_in(now);
  std::erase(people, person);
  return reseated(state, step, now, people);
}

std::optional<GroupsMade> groups_to_begin(const Case& state, const method::Definition& method,
                                          const StepEntered& entered) {
  const auto phase = entered.phase;
  const auto* step = method.step(phase, entered.step);
  if (step == nullptr || !step->parallel) return std::nullopt;
  method::PeopleInGroup people;
  for (const auto* person : with_any_role(state, step->floor.speakers)) people.push_back(person->id);
  if (people.empty()) return std::nullopt;
  const auto& how = *step->parallel;
  const auto again = mixed_anew(method, phase, *step) ? std::optional(entered.again) : std::nullopt;
  if (auto kept = method::groups_now(how, groups_of_last(state, phase, step->id, again), people); !kept.empty())
    return numbered(state, std::move(kept));
  if (how.mixes) {
    const bool stays = *how.mixes == method::Mixes::others && how.one;
    return numbered(state, method::mixed_groups(how, groups_of_round(state), people,
                                                stays ? had_place(state, how.one->key) : method::PeopleInGroup{}));
  }
  if (how.joins.empty()) return numbered(state, method::grouped(how, people));
  return numbered(state, method::joined_groups(how, groups_of_last(state, phase, how.joins), people));
}

std::optional<GroupsMade> groups_with(const Case& state, const method::Step& step, const std::string& person,
                                      const std::vector<Role>& roles) {
  if (!speaks(step, roles) || state.group_of(person) != nullptr) return std::nullopt;
  const auto now = in_groups_now(state);
  auto people = everybody_in(now);
  people.push_back(person);
  return reseated(state, step, now, people);
}

std::optional<GroupsMade> groups_handed(const Case& state, const method::Step& step, const std::string& from,
                                        const std::string& to, const std::vector<Role>& roles) {
  if (state.group_of(from) == nullptr) return groups_with(state, step, to, roles);
  if (!speaks(step, roles) || state.group_of(to) != nullptr) return groups_without(state, step, from);
  auto groups = in_groups_now(state);
  for (auto& group : groups) std::ranges::replace(group, from, to);
  return made_here(state, std::move(groups), from, to);
}

std::optional<GroupsMade> groups_merged(const Case& state, const method::Step& step, const std::string& gone,
                                        const std::string& stays) {
  if (!step.parallel || state.group_of(gone) == nullptr || state.group_of(stays) == nullptr) return std::nullopt;
  auto groups = in_groups_now(state);
  auto people = everybody_in(groups);
  std::erase(people, gone);
  method::seat_now(*step.parallel, groups, people);
  return made_here(state, std::move(groups), gone, stays);
}

Events leaving_table(const Case& state, const method::Step* step, Event left) {
  const auto& person = std::get<ParticipantLeft>(left.body).person;
  auto groups = step == nullptr ? std::nullopt : groups_without(state, *step, person);
  Events events{std::move(left)};
  if (groups) events.push_back({events.front().at, events.front().by, std::move(*groups)});
  return events;
}

std::vector<const Person*> speakers_in(const Case& state, const method::Step& step, std::string_view group) {
  auto speakers = with_any_role(state, step.floor.speakers);
  if (!group.empty())
    std::erase_if(speakers, [&](const Person* person) { return group_of(state, person->id) != group; });
  if (step.floor.one)
    std::erase_if(speakers, [&](const Person* person) { return listens_in_group(state, step, *person); });
  return speakers;
}

std::string_view group_of(const Case& state, std::string_view person) {
  const auto* group = state.group_of(person);
  return group == nullptr ? std::string_view() : std::string_view(group->id);
}

std::vector<std::string_view> floors(const Case& state) {
  std::vector<std::string_view> ids;
  for (const auto* group : state.groups_here()) ids.emplace_back(group->id);
  if (ids.empty()) ids.emplace_back();
  return ids;
}

std::optional<Refusal> in_no_group(const Deciding& d) {
  if (d.c.groups_here().empty() || d.c.group_of(d.actor->id) != nullptr) return std::nullopt;
  return no("NotInAGroup", "R4", msg("groups.not_in_one", "name"_is = d.actor->name),
            msg("groups.not_in_one_do", "name"_is = d.actor->name,
                "move"_is = way("case group", "case"_is = d.c.id, "person"_is = d.actor->name, "group"_is = 1)));
}

}  // namespace casus::engine
