// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/access/owning.hpp"

#include "core/engine/floor/course.hpp"
#include "core/model/access.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>
#include <string>

namespace casus::engine {

bool owns(const Case& c, const Library& library, std::string_view name) {
  if (blank(name)) return false;
  const auto* person = c.person(name);
  const auto meant = c.people_meant(name);
  if (person == nullptr && meant.size() == 1) person = meant.front();
  if (person == nullptr && meant.empty()) person = seat_of_member(c, library, name);
  if (const auto* owner = c.owner()) return person == owner;
  if (person != nullptr && person->has_seat() && works_in_case(*person)) return true;
  return of_the_team(c, library, name);
}

bool of_the_team(const Case& c, const Library& library, std::string_view name) {
  const auto meant = library.members_meant(name);
  if (meant.size() != 1) return false;
  const auto* person = c.person(name);
  if (person == nullptr || !person->left || same_name(meant.front(), person->name)) return true;
  const auto names = library.names_of_member(name);
  return std::ranges::any_of(names, [&](const std::string& one) { return same_name(one, person->name); });
}

const Person* seat_of_member(const Case& c, const Library& library, std::string_view name) {
  const auto names = library.names_of_member(name);
  if (names.empty()) return nullptr;
  for (const auto& one : c.people) {
    if (!one.team_member || one.erased || one.merged) continue;
    // Somebody who came to the team since may have a name that begins as the one of then.
    const auto is_it = [&](const std::string& called) { return same_name(called, one.name); };
    if (std::ranges::any_of(names, is_it) || library.one_member(one.name, name)) return &one;
  }
  return nullptr;
}

std::optional<StepEntered> left_at(const Case& c, Time at) {
  if (c.visits.empty() || c.visits.back().left != at) return std::nullopt;
  const auto& was = c.visits.back();
  return StepEntered{was.phase, was.step, was.method, {}, {}, {}, was.about, was.again, was.anonymous};
}

std::optional<Refusal> in_the_middle(const Case& c, const Library& library) {
  const auto* step = step_here(c, library);
  if (step == nullptr || !(step->floor.is_private || step->floor.hidden)) return std::nullopt;
  return no("StepNotOver", "", msg("merging.step_not_over", "case"_is = c.id),
            msg("merging.step_not_over_do", "next"_is = way("case next", "case"_is = c.id)));
}

}  // namespace casus::engine
