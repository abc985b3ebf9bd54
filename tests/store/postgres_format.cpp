// SPDX-License-Identifier: EUPL-1.2
// The tables of a database over time, and the teams in it.
#include "core/store/postgres/schema.hpp"
#include "tests/store/served.hpp"

#include <atomic>
#include <thread>

namespace casus::store {

namespace {

/// The tables of this format as those of the first were, and of the second: there a role could delete lines itself.
constexpr const char* kAsFirst =
    "DROP FUNCTION IF EXISTS casus.my_teams(); DROP FUNCTION IF EXISTS casus.clear_index(); "
    "UPDATE casus.format SET version = 1";
constexpr const char* kAsSecond =
    "DROP FUNCTION casus.clear_index(); GRANT UPDATE, DELETE ON casus.case_index TO desk; "
    "UPDATE casus.format SET version = 2";

/// Everything that a role was given in the tables, a line each.
std::string given_to(const std::string& role, const Served& served) {
  Connection keeper(address_from(Cluster::as("keeper", served.address)));
  keeper.connect();
  const auto found = keeper.ask(
      "SELECT string_agg(line, '; ' ORDER BY line) FROM ("
      "SELECT c.relname || ' ' || x.privilege_type AS line FROM pg_class AS c, aclexplode(c.relacl) AS x "
      "WHERE c.relnamespace = 'casus'::regnamespace AND x.grantee = $1::regrole UNION ALL "
      "SELECT c.relname || '.' || a.attname || ' ' || x.privilege_type FROM pg_class AS c JOIN pg_attribute AS a "
      "ON a.attrelid = c.oid, aclexplode(a.attacl) AS x "
      "WHERE c.relnamespace = 'casus'::regnamespace AND x.grantee = $1::regrole UNION ALL "
      "SELECT p.proname || '() ' || x.privilege_type FROM pg_proc AS p, aclexplode(p.proacl) AS x "
      "WHERE p.pronamespace = 'casus'::regnamespace AND x.grantee = $1::regrole) AS given",
      {role});
  return std::string(found.bytes(0, 0));
}

}  // namespace

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
  run(kAsFirst);
  CHECK_THAT(
      fault_of([&] { served.open(); }),
      Catch::Contains("are of format 1, and this casus works with 3; who keeps the database does 'store migrate' "
                      "first"));
  CHECK_THAT(fault_of([&] { prepare_postgres(as_keeper, "other"); }), Catch::Contains("store migrate"));
  CHECK_THAT(fault_of([&] { migrate_postgres(served.address); }), Catch::Contains("with role 'keeper' in the address"));
  // Two at once do it once.
  std::atomic<int> was_one = 0, was_done = 0;
  std::vector<std::thread> both;
  for (int i = 0; i < 2; ++i)
    both.emplace_back([&] {
      const auto from = migrate_postgres(as_keeper);
      if (from == 1) ++was_one;
      if (from == kDatabaseFormat) ++was_done;
    });
  for (auto& one : both) one.join();
  CHECK(was_one == 1);
  CHECK(was_done == 1);
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
    keeper.run(kAsFirst);
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
  keeper.run("UPDATE casus.format SET version = 4");
  CHECK_THAT(fault_of([&] { put(*store, "case/1", 1, "c2", {event("b")}); }),
             Catch::Contains("are of format 4, of a newer casus than this one, which knows 3"));
  CHECK_THAT(fault_of([&] { served.open(); }), Catch::Contains("of a newer casus than this one"));
  CHECK_THAT(fault_of([&] { migrate_postgres(Cluster::as("keeper", served.address)); }),
             Catch::Contains("of a newer casus than this one"));
  keeper.run("UPDATE casus.format SET version = 3");
  put(*store, "case/1", 1, "c2", {event("b")});
  CHECK(payloads(*store, "case/1") == Texts{"a", "b"});
}

TEST_CASE("a role that works in a team keeps no migration waiting for ever, whatever it holds on to", "[store]") {
  Served served;
  if (!served) return;
  Connection keeper(address_from(Cluster::as("keeper", served.address)));
  const auto older = [&] { keeper.run(kAsFirst); };
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
  CHECK(format() == kDatabaseFormat);
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
  CHECK(format() == kDatabaseFormat);
}

TEST_CASE("a role that could lock the cases of all teams in tables of before cannot after a migration", "[store]") {
  Served served;
  if (!served) return;
  const auto as_keeper = Cluster::as("keeper", served.address);
  const auto before = served.open();
  const auto row = line("case/1");
  put(*before, "case/1", 0, "c1", {event("a")}, &row);
  {
    Connection keeper(address_from(as_keeper));
    // Also of a role that works in no team any more.
    keeper.run(kAsSecond + std::string("; GRANT USAGE ON SCHEMA casus TO other; "
                                       "GRANT SELECT, INSERT, UPDATE, DELETE ON casus.case_index TO other"));
  }
  CHECK_THAT(fault_of([&] { served.open(); }), Catch::Contains("are of format 2, and this casus works with 3"));
  const std::string lock = "LOCK TABLE casus.case_index IN ACCESS EXCLUSIVE MODE";
  Connection holding(address_from(Cluster::as("other", served.address)));
  holding.connect();
  holding.ask("BEGIN");
  holding.ask(lock);
  // What it could do keeps who takes it away not waiting.
  CHECK(migrate_postgres(as_keeper) == 2);
  holding.disconnect();
  for (const std::string role : {"other", "desk"}) {
    CAPTURE(role);
    Connection locking(address_from(Cluster::as(role, served.address)));
    locking.connect();
    locking.ask("BEGIN");
    CHECK_THAT(fault_of([&] { locking.ask(lock); }), Catch::Contains("permission denied for table case_index"));
  }
  const Served anew;
  CHECK(given_to("desk", served) == given_to("desk", anew));
  CHECK_THAT(given_to("desk", anew), Catch::Contains("case_index.life UPDATE; case_index.meldcode_step UPDATE"));
  CHECK_THAT(given_to("desk", anew), Catch::Contains("clear_index() EXECUTE"));
  const auto store = served.open();
  CHECK(findings(*store).empty());
  store->clear_index();
  CHECK(store->list({}).empty());
  store->put_index(row);
  CHECK(store->list({}).size() == 1);
  put(*before, "case/1", 1, "c2", {event("b")}, &row);
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
