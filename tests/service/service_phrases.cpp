// SPDX-License-Identifier: EUPL-1.2
// The team's own words, as the cases of one store hear them.
#include "tests/service/house.hpp"

using namespace casus;
using namespace casus::test;

namespace {

void tell_team(Desk& desk, TeamBody body) {
  const auto answer = desk.service.handle(TeamCommand{{}, Time{}, std::move(body)});
  if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
  REQUIRE(answer.done());
}

std::size_t noticed(Desk& desk, const std::string& text) {
  const auto answer = desk.does("Noor Bakker", Say{"title", text, {}, {}, {}, {}});
  if (answer.refusal) FAIL(answer.refusal->reason.in(Lang::en));
  return std::get<Contributed>(answer.events.at(0).body).noticed.size();
}

}  // namespace

TEST_CASE("a phrase that one process adds is heard by the next word in another", "[service]") {
  const House house;
  Desk here(house), there(house);
  here.begin();
  tell_team(here, FoundTeam{"Noord", 90, Mode::strict, "intervision", {}});
  CHECK(noticed(there, "Wij hebben overwogen te wachten") == 0);
  tell_team(here, AddPhrase{"casus/advice", "hebben overwogen"});
  CHECK(noticed(there, "Wij hebben overwogen te wachten") == 1);
  CHECK(noticed(here, "Wij hebben overwogen te wachten") == 1);
  tell_team(there, RemovePhrase{{"casus/advice", "hebben overwogen"}});
  CHECK(noticed(here, "Wij hebben overwogen te wachten") == 0);
  CHECK(here.service.open("c-1").contributions.size() == 4);
  CHECK(Desk(house).service.open("c-1").contributions.size() == 4);
}
