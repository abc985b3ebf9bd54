// SPDX-License-Identifier: EUPL-1.2
// A team that takes in another once more, and one whose store is in a database.
#include "tests/service/joining.hpp"
#include "tests/store/cluster.hpp"

#include <string>
#include <vector>

using namespace casus;
using namespace casus::test;

TEST_CASE("who takes in a team again is told that it was done, until that team goes on", "[service][team]") {
  Joining it;
  REQUIRE(it.done());
  it.wanted.with.clear();  // nothing of it is needed to see that
  for (const auto& again : {it.planned(), it.done()}) {
    REQUIRE(again);
    CHECK(again->before);
    CHECK(again->closed);
    CHECK(again->from == "Wijkteam Zuid");
  }
  it.wanted.with = {"Noor Bakker"};
  {
    Desk there(it.zuid);
    REQUIRE(there.service.handle(TeamCommand{{}, {}, ReopenTeam{{"toch niet"}}, "Noor Bakker"}).done());
    there.begin("c-3");
  }
  const auto more = it.done();
  REQUIRE(more);
  CHECK_FALSE(more->before);
  CHECK(more->closed);
  Desk here(it.noord);
  CHECK(here.service.case_ids() == std::vector<std::string>{"c-1", "c-2", "c-3"});
}

TEST_CASE("a team that was closed and never came here is closed, also when it has no case", "[service][team]") {
  const House noord, zuid;
  Desk here(noord), there(zuid);
  is_team(here, "Wijkteam Noord", {"Samira"});
  is_team(there, "Wijkteam Zuid", {"Noor Bakker"});
  REQUIRE(there.service.handle(TeamCommand{{}, {}, CloseTeam{{"gaat op in Oost"}}, "Noor Bakker"}).done());
  service::TakeInWanted wanted{.by = "Samira"};
  CHECK(refusal_of(service::TakingIn(here.service, there.service, wanted).plan()) == "TeamIsClosed");
}

TEST_CASE("a team in a database takes in another, of the same database or of a file", "[service][team]") {
  auto* const cluster = Cluster::shared();
  if (cluster == nullptr) {
    WARN("SKIP: no PostgreSQL server is installed here");
    return;
  }
  const auto database = cluster->database("noord");
  const auto other = Cluster::of_team("zuid", database);
  store::prepare_postgres(Cluster::as("keeper", other), "desk");
  for (const auto& from : {other, std::string()}) {
    INFO("from: " << (from.empty() ? "a file" : from));
    const auto to = from.empty() ? cluster->database("noord") : database;
    const Joining it(to, from);
    const auto done = it.done();
    if (!done) FAIL(done.error().reason.in(Lang::en));
    CHECK(refused_cases(*done).empty());
    CHECK(done->closed);
    const auto again = it.done();
    REQUIRE(again);
    CHECK(again->before);
    Desk here(it.noord, it.opened(it.noord)), there(it.zuid, it.opened(it.zuid));
    CHECK(here.service.case_ids() == std::vector<std::string>{"c-1", "c-2"});
    CHECK(here.service.open("c-1").owner()->name == "Noor Bakker");
    CHECK(there.service.open("c-1").given_over->confirmed);
    CHECK(there.service.team()->closed_at);
    for (auto* desk : {&here, &there}) {
      CHECK(desk->store->verify().findings.empty());
      CHECK(desk->service.index_findings().empty());
    }
  }
}
