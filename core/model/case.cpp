// SPDX-License-Identifier: EUPL-1.2
#include "core/model/case.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace casus {

bool Person::has(Role role) const { return std::ranges::find(roles, role) != roles.end(); }

double Visit::minutes() const {
  if (!left) return 0;
  return std::chrono::duration<double, std::ratio<60>>(*left - entered - idle).count();
}

double Visit::overrun() const {
  constexpr double kOneSitting = 240;
  const double spent = minutes();
  return planned_minutes > 0 && spent <= kOneSitting ? std::max(0.0, spent - planned_minutes) : 0.0;
}

const Visit* Case::here() const { return visits.empty() || visits.back().left ? nullptr : &visits.back(); }

const Person* Case::person(std::string_view id_or_name) const {
  if (id_or_name.empty()) return nullptr;
  for (const auto& person : people)
    if (person.id == id_or_name) return &person;
  // Folding keeps the length, so most names need not be folded to see that they differ.
  const auto wanted = trimmed(id_or_name);
  for (const auto& person : people)
    if (!person.erased && person.name.size() == wanted.size() &&
        (person.name == wanted || folded(person.name) == folded(wanted)))
      return &person;
  return nullptr;
}

const Person* Case::with(Role role) const {
  const auto found = std::ranges::find_if(people, [&](const Person& p) { return p.at_table() && p.has(role); });
  return found == people.end() ? nullptr : &*found;
}

std::string Case::name_of(std::string_view person_id, const text::Voice& voice) const {
  for (const auto& person : people)
    if (person.id == person_id) {
      if (!person.erased && !person.name.empty()) return person.name;
      return voice.say("case.somebody_erased");
    }
  return std::string(person_id);
}

}  // namespace casus
