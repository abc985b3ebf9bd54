// SPDX-License-Identifier: EUPL-1.2
// The tables of a database over time, and the teams in it.
#include "core/store/postgres/schema.hpp"
#include "tests/store/served.hpp"

#include <atomic>
#include <thread>

namespace casus::store {

TEST_CASE("tables of an earlier format are brought to this one while another program has them open", "[store]") {
  Served served;
  if (!served) return;
  const auto as_keeper = Cluster::as("keeper", served.address);
  const auto run = [&](const std::string& script) {
    Connection keeper(address_from(as_keeper));
    keeper.run(script);
  };
  const auto before = served.open();
  put(*before, "case/1", 0, "c1", {event("a")});
  run("DROP FUNCTION casus.my_teams(); UPDATE casus.format SET version = 1");
  CHECK_THAT(
      fault_of([&] { served.open(); }),
      Catch::Contains("are of format 1, and this casus works with 2; who keeps the database does 'store migrate' "
                      "first"));
  CHECK_THAT(fault_of([&] { prepare_postgres(as_keeper, "other"); }), Catch::Contains("store migrate"));
  CHECK_THAT(fault_of([&] { migrate_postgres(served.address); }), Catch::Contains("permission denied"));
  // Two at once do it once.
  std::atomic<int> was_one = 0, was_two = 0;
  std::vector<std::thread> both;
  for (int i = 0; i < 2; ++i)
    both.emplace_back([&] {
      const auto from = migrate_postgres(as_keeper);
      if (from == 1) ++was_one;
      if (from == 2) ++was_two;
    });
  for (auto& one : both) one.join();
  CHECK(was_one == 1);
  CHECK(was_two == 1);
  put(*before, "case/1", 1, "c2", {event("b")});
  CHECK(payloads(*served.open(), "case/1") == Texts{"a", "b"});
  CHECK(findings(*served.open()).empty());
}

TEST_CASE("a migration waits for who writes, and who works with an older program writes nothing after it", "[store]") {
  Served served;
  if (!served) return;
  const auto store = served.open();
  put(*store, "case/1", 0, "c1", {event("a")});
  {
    Connection keeper(address_from(Cluster::as("keeper", served.address)));
    keeper.run("DROP FUNCTION casus.my_teams(); UPDATE casus.format SET version = 1");
  }
  Connection writing(address_from(served.address));
  writing.connect();
  writing.ask("BEGIN");
  writing.ask(kEnterTeam, {std::string("noord")});
  writing.ask("SELECT position FROM casus.teams FOR UPDATE");
  std::atomic<bool> done = false;
  std::thread migrating([&] {
    migrate_postgres(Cluster::as("keeper", served.address));
    done = true;
  });
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  CHECK_FALSE(done);
  writing.ask("COMMIT");
  migrating.join();
  CHECK(done);
  Connection keeper(address_from(Cluster::as("keeper", served.address)));
  keeper.run("UPDATE casus.format SET version = 3");
  CHECK_THAT(fault_of([&] { put(*store, "case/1", 1, "c2", {event("b")}); }),
             Catch::Contains("are of format 3, of a newer casus than this one, which knows 2"));
  CHECK_THAT(fault_of([&] { served.open(); }), Catch::Contains("of a newer casus than this one"));
  CHECK_THAT(fault_of([&] { migrate_postgres(Cluster::as("keeper", served.address)); }),
             Catch::Contains("of a newer casus than this one"));
  keeper.run("UPDATE casus.format SET version = 2");
  put(*store, "case/1", 1, "c2", {event("b")});
  CHECK(payloads(*store, "case/1") == Texts{"a", "b"});
}

TEST_CASE("a role that works in a team keeps no migration waiting for ever, whatever it holds on to", "[store]") {
  Served served;
  if (!served) return;
  Connection keeper(address_from(Cluster::as("keeper", served.address)));
  const auto older = [&] {
    keeper.run("DROP FUNCTION IF EXISTS casus.my_teams(); UPDATE casus.format SET version = 1");
  };
  const auto format = [&] {
    if (!keeper.connected()) keeper.connect();
    return keeper.ask("SELECT version::bigint FROM casus.format").integer(0, 0);
  };
  older();
  Connection holding(address_from(served.address));
  holding.connect();
  // By this a migration was alone in the program of before; and any role may read which format there is.
  holding.ask("SELECT pg_advisory_lock(426835735923)");
  holding.ask("BEGIN");
  holding.ask("SELECT version FROM casus.format");
  CHECK_THAT(fault_of([&] { holding.run("LOCK TABLE casus.format IN SHARE ROW EXCLUSIVE MODE"); }),
             Catch::Contains("permission denied"));
  holding.disconnect();
  holding.connect();
  holding.ask("SELECT pg_advisory_lock(426835735923)");
  holding.ask("BEGIN");
  holding.ask("SELECT version FROM casus.format");
  CHECK(migrate_database(keeper, std::chrono::seconds(1)) == 1);
  CHECK(format() == 2);
  // A row of the own team can be held: that is waited for, and then it is said who holds it.
  holding.ask("COMMIT");
  older();
  holding.ask("BEGIN");
  holding.ask(kEnterTeam, {std::string("noord")});
  holding.ask("SELECT position FROM casus.teams FOR UPDATE");
  const auto number = holding.ask("SELECT pg_backend_pid()::bigint").integer(0, 0);
  const auto said = fault_of([&] { migrate_database(keeper, std::chrono::seconds(1)); });
  CHECK_THAT(said, Catch::Contains("for 1 seconds another program had them open (desk (" + std::to_string(number) +
                                   "): role and number of the connection)"));
  CHECK_THAT(said, Catch::Contains("nothing was changed"));
  CHECK(format() == 1);
  holding.ask("COMMIT");
  CHECK(migrate_database(keeper, std::chrono::seconds(1)) == 1);
  CHECK(format() == 2);
}

TEST_CASE("a role counts the cases of the teams that it was let into, and sees no other", "[store]") {
  Served served;
  if (!served) return;
  const auto prepare = [&](const std::string& team, const std::string& role) {
    prepare_postgres(Cluster::as("keeper", Cluster::of_team(team, served.address)), role);
  };
  prepare("oost", "desk");
  prepare("zuid", "other");
  const auto store = served.open();
  for (int number = 1; number <= 3; ++number) {
    const auto stream = "case/" + std::to_string(number);
    auto row = line(stream);
    if (number == 3) row.stage.life = Life::closed;
    put(*store, stream, 0, "c" + std::to_string(number), {event("a")}, &row);
  }
  const auto teams = teams_in_database(served.address);
  REQUIRE(teams.size() == 2);
  CHECK(teams[0].name == "noord");
  CHECK(teams[0].begun);
  CHECK(teams[0].in_work == 2);
  CHECK(teams[0].closed == 1);
  CHECK(teams[1].name == "oost");
  CHECK_FALSE(teams[1].begun);
  // Whatever team stands in its address.
  const auto others = teams_in_database(Cluster::as("other", served.address));
  REQUIRE(others.size() == 1);
  CHECK(others[0].name == "zuid");
  CHECK(teams_in_database(Cluster::as("keeper", served.address)).empty());
}

}  // namespace casus::store
