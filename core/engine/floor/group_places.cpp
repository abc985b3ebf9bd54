// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/floor/group_places.hpp"

#include "core/engine/evolve/evolving.hpp"
#include "core/engine/floor/floor.hpp"
#include "core/engine/floor/grouping.hpp"

#include <algorithm>

namespace casus::engine {
namespace {

bool sits_in(const Case& state, const PeopleGroup& group, std::string_view id) {
  return std::ranges::any_of(group.people, [&](const std::string& one) { return state.became(one) == id; });
}

/// The stays of this round whose groups have the place that a step has.
class Earlier {
 public:
  Earlier(const Case& state, const method::Definition& method, const StepEntered& entered, std::string_view place)
      : state_(state), method_(method), entered_(entered), place_(place) {
    const auto* step = method.step(entered.phase, entered.step);
    if (step != nullptr) repeat_ = step->in_repeat;
  }

  /// The one that says who has it now: of the same time of the repeat, else the last. -1: there is none.
  int visit() const {
    int found = -1;
    for (auto at = state_.visits.size(); at-- > 0 && state_.visits[at].round == state_.round;) {
      const auto visit = static_cast<int>(at);
      if (!has_place(visit)) continue;
      if (in_repeat(visit) && state_.visits[at].again == entered_.again) return visit;
      if (found < 0) found = visit;
    }
    return found;
  }

  /// Whether it goes on to the next since that stay.
  bool passes_on(int visit) const {
    return in_repeat(visit) && state_.visits[static_cast<std::size_t>(visit)].again < entered_.again;
  }

  /// Whether somebody had it in an earlier time of the repeat.
  bool had(std::string_view id) const {
    return std::ranges::any_of(state_.groups, [&](const TableGroup& group) {
      return group.place == place_ && state_.has_place(group, id) &&
             state_.visits[static_cast<std::size_t>(group.visit)].round == state_.round && passes_on(group.visit);
    });
  }

  /// The group of that stay that this one goes on from: whose holder of the place sits here, else where the first of
  /// this one sat.
  const TableGroup* group_before(int visit, const PeopleGroup& now) const {
    const TableGroup* found = nullptr;
    for (const auto& group : state_.groups) {
      if (group.visit != visit || group.place != place_) continue;
      if (sits_in(state_, now, state_.became(group.one))) return &group;
      const bool together = std::ranges::any_of(
          group.people, [&](const std::string& id) { return state_.became(id) == now.people.front(); });
      if (together) found = &group;
    }
    return found;
  }

 private:
  bool has_place(int visit) const {
    return std::ranges::any_of(state_.groups,
                               [&](const TableGroup& group) { return group.visit == visit && group.place == place_; });
  }
  bool in_repeat(int visit) const {
    const auto& stay = state_.visits[static_cast<std::size_t>(visit)];
    const auto* step = method_.step(stay.phase, stay.step);
    return !repeat_.empty() && step != nullptr && step->in_repeat == repeat_;
  }

  const Case& state_;
  const method::Definition& method_;
  const StepEntered& entered_;
  std::string_view place_;
  std::string_view repeat_;
};

/// Behind the one who had it in this group, of those who sit in it now; `earlier`: where it passes on.
std::string next_in(const Case& state, const TableGroup& before, const PeopleGroup& now, const Earlier* earlier) {
  const auto sits = [&](std::string_view id) { return sits_in(state, now, id); };
  auto order = before;
  if (sits_in(state, now, state.became(before.one))) order.people = now.people;
  if (earlier != nullptr)
    if (auto next = behind(state, order, [&](std::string_view id) { return sits(id) && !earlier->had(id); });
        !next.empty())
      return next;
  auto next = behind(state, order, sits);
  return next.empty() ? now.people.front() : next;
}

}  // namespace

void give_places(const Case& state, const method::Definition& method, const StepEntered& entered, GroupsMade& made) {
  const auto* step = method.step(entered.phase, entered.step);
  if (step == nullptr || !step->parallel || !step->parallel->one) return;
  made.place = step->parallel->one->key;
  const Earlier earlier(state, method, entered, made.place);
  const auto visit = earlier.visit();
  const auto& mixes = step->parallel->mixes;
  const bool passes = visit >= 0 && mixes != method::Mixes::others && earlier.passes_on(visit);
  for (auto& group : made.groups) {
    if (passes && mixes) {
      const auto next = std::ranges::find_if(group.people, [&](const std::string& id) { return !earlier.had(id); });
      group.one = next == group.people.end() ? group.people.front() : *next;
      continue;
    }
    const auto* before = visit < 0 ? nullptr : earlier.group_before(visit, group);
    if (before == nullptr) group.one = group.people.front();
    else if (const auto had = state.became(before->one); !passes && sits_in(state, group, had)) group.one = had;
    else group.one = next_in(state, *before, group, passes ? &earlier : nullptr);
  }
}

void keep_places(const Case& state, GroupsMade& made, std::string_view from, std::string_view to) {
  const auto here = state.groups_here();
  if (here.empty() || here.front()->place.empty()) return;
  made.place = here.front()->place;
  for (auto& group : made.groups) {
    if (group.people.empty()) continue;
    const auto known =
        std::ranges::find(here, group.id, [](const TableGroup* one) { return std::string_view(one->id); });
    if (known == here.end()) {
      group.one = group.people.front();
      continue;
    }
    auto had = state.became((*known)->one);
    if (had == from && !from.empty() && sits_in(state, group, to)) had = to;
    group.one = sits_in(state, group, had) ? std::string(had) : next_in(state, **known, group, nullptr);
  }
}

bool listens_in_group(const Case& state, const method::Step& step, const Person& person) {
  if (!step.floor.one) return false;
  const auto* group = state.group_of(person.id);
  if (group == nullptr || group->one.empty() || group->people.size() < 2) return false;
  return state.has_place(*group, person.id) == (*step.floor.one == method::PartOfOne::listens);
}

std::optional<Refusal> only_listens(const Deciding& d) {
  if (!listens_in_group(d.c, *d.step, *d.actor)) return std::nullopt;
  const auto here = d.c.groups_here();
  const auto* own = d.c.group_of(d.actor->id);
  const auto number = static_cast<int>(std::ranges::find(here, own) - here.begin()) + 1;
  const auto& one = d.step->parallel->one;
  const auto place = one ? one->name : Text{own->place, own->place};
  const auto who = names_of_people(speakers_in(d.c, *d.step, own->id));
  const auto next = way("case next", "case"_is = d.c.id);
  if (d.c.has_place(*own, d.actor->id))
    return no("OneListens", "R4",
              msg("groups.one_listens", "name"_is = d.actor->name, "place"_is = place, "number"_is = number,
                  "step"_is = d.step->name),
              msg("groups.one_listens_do", "who"_is = who, "name"_is = d.actor->name, "next"_is = next));
  return no(
      "OneSpeaks", "R4",
      msg("groups.one_speaks", "step"_is = d.step->name, "number"_is = number, "who"_is = who, "place"_is = place),
      msg("groups.one_speaks_do", "who"_is = who, "name"_is = d.actor->name, "next"_is = next));
}

}  // namespace casus::engine
