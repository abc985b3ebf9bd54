// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/from_outside.hpp"

#include "core/desk/desk.hpp"
#include "core/desk/reading.hpp"

namespace casus::desk {

Outcome<std::vector<FromOutside>, Refusal> from_outside(Desk& desk, const std::string& case_id) {
  desk.require_case(case_id);
  // Names at the table alone; who sits there knows them, and nothing more is shown of the case.
  auto let_in = read_again(desk, case_id, CasePart::overview, {}, Sight::table);
  if (!let_in) return failure(std::move(let_in.error()));
  std::vector<FromOutside> people;
  for (const auto& person : let_in->state.people) {
    if (!person.at_table() || person.name.empty()) continue;
    if (person.has(Role::resident)) people.push_back({person.name, Sureness::resident});
    else if (person.has(Role::circle)) people.push_back({person.name, Sureness::circle});
  }
  return people;
}

std::vector<std::string> done_from_outside(Sureness sureness) {
  if (sureness == Sureness::resident) return {"case say", "plan done", "plan agree"};
  return {"plan done"};
}

}  // namespace casus::desk
