// SPDX-License-Identifier: EUPL-1.2
#include "tests/report/zgw_cases.hpp"

#include "tests/report/sample.hpp"

#include <utility>

namespace casus::test {

namespace {

Case zgw_came_to(Life life, const char* moment, Case state) {
  state.stage.life = life;
  Ending ending;
  ending.at = at(moment);
  ending.life = life;
  ending.because = "REDEN VAN SLUITEN";
  state.endings.push_back(std::move(ending));
  return state;
}

}  // namespace

Case zgw_open_case() {
  auto state = full_case();
  Person resident;
  resident.id = "p13";
  resident.name = "Els Voorbeeld";
  resident.roles = {Role::resident};
  state.people.push_back(std::move(resident));
  return state;
}

Case zgw_ended_case() { return zgw_came_to(Life::closed, "2026-04-13T09:00:00Z", zgw_open_case()); }

Case zgw_reopened_case() { return zgw_came_to(Life::open, "2026-05-01T09:00:00Z", zgw_ended_case()); }

}  // namespace casus::test
