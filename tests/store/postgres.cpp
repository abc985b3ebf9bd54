// SPDX-License-Identifier: EUPL-1.2
// What a store in a database server promises beyond the contract: teams apart, nothing lost to who reads along, and
// nothing lost or doubled when the server goes away.
#include "core/store/database_fault.hpp"
#include "core/store/postgres/connection.hpp"
#include "core/store/postgres/schema.hpp"
#include "tests/store/served.hpp"

#include <atomic>
#include <thread>

namespace casus::store {

namespace {

/// What a role gets to see when it names this team itself: how many rows, or why not.
std::string rows_seen(const std::string& address, const std::string& team, const std::string& table) {
  Connection connection(address_from(address));
  connection.connect();
  try {
    connection.post("BEGIN");
    connection.post("SELECT set_config('casus.team', $1, true)", {team});
    const auto rows = connection.ask("SELECT count(*) FROM casus." + table).integer(0, 0);
    connection.ask("ROLLBACK");
    return std::to_string(rows);
  } catch (const Fault& fault) {
    return fault.what();
  }
}

/// As who looks after the database.
void run_as_keeper(const Served& served, const std::string& script) {
  Connection keeper(address_from(Cluster::as("keeper", served.address)));
  keeper.run(script);
}

DatabaseFault::Why why_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const DatabaseFault& fault) {
    return fault.why();
  }
  FAIL("no fault of the database");
  return {};
}

}  // namespace

TEST_CASE("a role sees the rows of its own team, and of no other whatever team it names", "[store]") {
  Served served;
  if (!served) return;
  const auto south = Cluster::as("other", Cluster::of_team("zuid", served.address));
  {
    Connection keeper(address_from(Cluster::as("keeper", south)));
    prepare_database(keeper, "other");
  }
  put(*served.open(), "case/1", 0, "c1", {event("van noord")});
  put(*served.open(south), "case/1", 0, "c1", {event("van zuid"), event("nog iets")});
  CHECK(payloads(*served.open(), "case/1") == Texts{"van noord"});
  CHECK(payloads(*served.open(south), "case/1") == Texts{"van zuid", "nog iets"});
  for (const std::string table : {"teams", "streams", "events", "commands"}) {
    CAPTURE(table);
    CHECK(rows_seen(served.address, "zuid", table) == "0");
    CHECK(rows_seen(served.address, "", table) == "0");
    CHECK(rows_seen(served.address, "noord", table) == "1");
    CHECK(rows_seen(south, "noord", table) == "0");
  }
  CHECK(rows_seen(south, "zuid", "events") == "2");
  CHECK_THAT(rows_seen(served.address, "noord", "rights"), Catch::Contains("permission denied"));
  // Who owns the tables is held by the same rule.
  CHECK(rows_seen(Cluster::as("keeper", served.address), "noord", "events") == "0");
  CHECK_THAT(fault_of([&] { served.open(Cluster::of_team("zuid", served.address)); }),
             Catch::Contains("role 'desk' may not work in team 'zuid'"));
}

TEST_CASE("the keys of a team are not put beside the journal of others that lay there", "[store]") {
  Served served;
  if (!served) return;
  const auto keys = (served.folder / "noord.keys").string();
  const auto journal = served.folder.write("noord.keys-journal", "\xd9\xd5\x05\xf9 wat er stond").string();
  CHECK_THAT(fault_of([&] { served.open(); }), Catch::Contains("may hold its newest lines"));
  CHECK_FALSE(std::filesystem::exists(keys));
  std::filesystem::remove(journal);
  CHECK_NOTHROW(served.open());
}

TEST_CASE("what was written cannot be changed by the role of the program", "[store]") {
  Served served;
  if (!served) return;
  put(*served.open(), "case/1", 0, "c1", {event("a")});
  for (const std::string statement :
       {"UPDATE casus.events SET at = 0", "DELETE FROM casus.events", "DELETE FROM casus.commands",
        "UPDATE casus.erased SET number = 0", "DELETE FROM casus.checkpoints", "TRUNCATE casus.events",
        "INSERT INTO casus.events SELECT 2, position + 9, stream, version, at, type_version, type, digest, sealed FROM "
        "casus.events"}) {
    CAPTURE(statement);
    Connection connection(address_from(served.address));
    connection.connect();
    connection.ask("BEGIN");
    connection.ask("SELECT set_config('casus.team', 'noord', true)");
    const auto said = fault_of([&] { connection.ask(statement); });
    CHECK(
        (said.find("permission denied") != std::string::npos || said.find("row-level security") != std::string::npos));
  }
  CHECK(findings(*served.open()).empty());
}

TEST_CASE("a role that owns the tables, or a database without them, is refused in words", "[store]") {
  Served served;
  if (!served) return;
  CHECK_THAT(fault_of([&] { served.open(Cluster::as("keeper", served.address)); }),
             Catch::Contains("role 'keeper' owns the tables or is above their rules"));
  CHECK_THAT(fault_of([&] { served.open(Cluster::as("postgres", served.address)); }),
             Catch::Contains("role 'postgres' owns the tables or is above their rules"));
  for (const std::string above : {"keeper", "postgres"})
    CHECK_THAT(fault_of([&] { prepare_postgres(Cluster::as("keeper", served.address), above); }),
               Catch::Contains("role '" + above + "' owns the tables or is above their rules"));
  // Who can become such a role by a word is above the rules as well, though nothing is inherited.
  {
    Connection server(address_from(Cluster::as("postgres", served.address)));
    server.run(
        "CREATE ROLE cousin LOGIN NOINHERIT; GRANT keeper TO cousin; CREATE ROLE maker LOGIN CREATEROLE; "
        "CREATE ROLE reader LOGIN NOINHERIT; GRANT pg_read_server_files TO reader");
  }
  for (const std::string above : {"cousin", "maker", "reader"})
    CHECK_THAT(fault_of([&] { prepare_postgres(Cluster::as("keeper", served.address), above); }),
               Catch::Contains("role '" + above + "' owns the tables or is above their rules"));
  auto bare = served.address;
  bare.replace(bare.find("@/") + 2, bare.find('?') - bare.find("@/") - 2, "template1");
  CHECK_THAT(fault_of([&] { served.open(bare); }), Catch::Contains("has no tables of casus"));
  CHECK_THROWS_AS(served.open(served.address, false), NoStore);
  CHECK_THAT(fault_of([&] { address_from("postgresql://a:geheim@host/db"); }), Catch::Contains("has a password in it"));
  CHECK_THAT(fault_of([&] { address_from("postgresql://host/db?team=../x"); }), Catch::Contains("no name for one"));
  CHECK(address_from("postgresql://casus@db.example.org/wijk?team=noord").file_name == "db.example.org-wijk-noord");
}

TEST_CASE("what could change a write, or lets one be changed, is found and nothing is written", "[store]") {
  Served served;
  if (!served) return;
  put(*served.open(), "case/1", 0, "c1", {event("a")});
  run_as_keeper(served,
                "GRANT UPDATE ON casus.events TO desk; CREATE TABLE casus.copy(x int); "
                "ALTER TABLE casus.commands NO FORCE ROW LEVEL SECURITY");
  auto store = served.open();
  CHECK_THAT(fault_of([&] { put(*store, "case/1", 1, "c2", {event("b")}); }), Catch::Contains("nothing is written"));
  const auto found = findings(*store);
  CHECK(found == Texts{" 0: the database has a table copy that does not belong there",
                       " 0: the role of the program may change what was written in events",
                       " 0: the table commands does not keep the teams apart any more"});
}

TEST_CASE("what keeps the teams apart is looked at by what it says, and not by its name", "[store]") {
  Served served;
  if (!served) return;
  put(*served.open(), "case/1", 0, "c1", {event("a")});
  struct Changed {
    std::string script, found, back;
  };
  const std::string own = "(team = (SELECT casus.team()))";
  const std::vector<Changed> all = {
      {"ALTER POLICY own_team ON casus.events USING (true)", "the table events does not keep the teams apart any more",
       "ALTER POLICY own_team ON casus.events USING " + own},
      {"ALTER POLICY own_team ON casus.streams WITH CHECK (true)",
       "the table streams does not keep the teams apart any more",
       "ALTER POLICY own_team ON casus.streams WITH CHECK " + own},
      {"ALTER POLICY own_team ON casus.erased TO desk", "the table erased does not keep the teams apart any more",
       "ALTER POLICY own_team ON casus.erased TO PUBLIC"},
      {"CREATE FUNCTION casus.mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
       "the database has a function mine that does not belong there", "DROP FUNCTION casus.mine()"},
      {"ALTER FUNCTION casus.team() RESET search_path", "the function team of the database is not as it was made",
       "ALTER FUNCTION casus.team() SET search_path = pg_catalog, pg_temp"},
      {"ALTER FUNCTION casus.my_teams() SECURITY INVOKER",
       "the function my_teams of the database is not as it was made",
       "ALTER FUNCTION casus.my_teams() SECURITY DEFINER"},
      {"GRANT INSERT ON casus.rights TO desk", "the role of the program may change what was written in rights",
       "REVOKE INSERT ON casus.rights FROM desk"},
      {"GRANT UPDATE(name) ON casus.names TO desk", "the role of the program may change what was written in names",
       "REVOKE UPDATE(name) ON casus.names FROM desk"},
      {"GRANT UPDATE(store_id) ON casus.teams TO desk", "the role of the program may change what was written in teams",
       "REVOKE UPDATE(store_id) ON casus.teams FROM desk"},
      {"GRANT TRUNCATE ON casus.case_index TO desk",
       "the role of the program may change what was written in case_index",
       "REVOKE TRUNCATE ON casus.case_index FROM desk"},
      {"GRANT TRIGGER ON casus.commands TO desk", "the role of the program may change what was written in commands",
       "REVOKE TRIGGER ON casus.commands FROM desk"},
      {"ALTER TABLE casus.commands DROP CONSTRAINT commands_pkey",
       "the index commands (team, mark) of the database is missing",
       "ALTER TABLE casus.commands ADD CONSTRAINT commands_pkey PRIMARY KEY(team, mark)"},
  };
  for (const auto& one : all) {
    CAPTURE(one.script);
    run_as_keeper(served, one.script);
    auto store = served.open();
    CHECK(findings(*store) == Texts{" 0: " + one.found});
    CHECK_THAT(fault_of([&] { put(*store, "case/1", 1, "c2", {event("b")}); }), Catch::Contains("nothing is written"));
    store.reset();
    run_as_keeper(served, one.back);
  }
  // A function that says another team, and one that is put back as it was.
  Connection keeper(address_from(Cluster::as("keeper", served.address)));
  keeper.connect();
  const std::string was(keeper.ask("SELECT pg_get_functiondef('casus.team()'::regprocedure)").bytes(0, 0));
  run_as_keeper(served,
                "CREATE OR REPLACE FUNCTION casus.team() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER "
                "SET search_path = pg_catalog, pg_temp AS 'SELECT 1'");
  CHECK(findings(*served.open()) == Texts{" 0: the function team of the database is not as it was made"});
  run_as_keeper(served, was);
  CHECK(findings(*served.open()).empty());
  put(*served.open(), "case/1", 1, "c2", {event("b")});
}

TEST_CASE("who reads along while eight write misses no event", "[store]") {
  Served served;
  if (!served) return;
  constexpr int kWriters = 8, kEach = 25;
  put(*served.open(), "case/0", 0, "c0", {event("a")});
  std::atomic<int> writing = kWriters;
  std::vector<std::thread> writers;
  for (int writer = 1; writer <= kWriters; ++writer)
    writers.emplace_back([&, writer] {
      const auto log = served.log();
      const auto digest = std::string(32, static_cast<char>(writer));
      log->begin();
      const auto stream = log->add_stream("case/" + std::to_string(writer), {});
      log->commit();
      bool turned = false;
      for (int number = 1; number <= kEach;) {
        log->begin();
        log->add_event(stream, {number, "ContributionMade", 1, 0, "sealed", digest});
        // Some take their time, and some turn back.
        if ((number + writer) % 5 == 0) std::this_thread::sleep_for(std::chrono::milliseconds(2));
        if (number == writer && !std::exchange(turned, true)) {
          log->rollback();
        } else {
          log->commit();
          ++number;
        }
      }
      --writing;
    });
  const auto log = served.log();
  std::int64_t last = 0, seen = 0;
  for (bool more = true; more;) {
    more = writing > 0;
    log->all_events(last, [&](const PlacedEvent& it) {
      ++seen;
      last = it.position;
      return true;
    });
  }
  for (auto& writer : writers) writer.join();
  CHECK(seen == 1 + kWriters * kEach);
  CHECK(last == seen);
  CHECK(log->position() == last);
}

TEST_CASE("a connection that was lost between two commands is made again, and nothing is done twice", "[store]") {
  Served served;
  if (!served) return;
  const auto store = served.open();
  put(*store, "case/1", 0, "c1", {event("a")});
  served.cluster->cut_off();
  CHECK(payloads(*store, "case/1") == Texts{"a"});
  served.cluster->cut_off();
  put(*store, "case/1", 1, "c2", {event("b")});
  served.cluster->kill();
  served.cluster->start();
  CHECK(put(*store, "case/1", 1, "c2", {event("b")}).first == 2);
  put(*store, "case/1", 2, "c3", {event("c")});
  CHECK(payloads(*store, "case/1") == Texts{"a", "b", "c"});
  CHECK(findings(*store).empty());
}

TEST_CASE("a connection that is lost in the middle of a command takes all of it along, and that is said", "[store]") {
  Served served;
  if (!served) return;
  const auto store = served.open();
  put(*store, "case/1", 0, "c1", {event("a")});
  const auto group = [&] {
    store->together([&] {
      put(*store, "case/1", 1, "c2", {event("b")});
      served.cluster->cut_off();
      put(*store, "case/2", 0, "c3", {event("z")});
    });
  };
  CHECK(why_of(group) == DatabaseFault::Why::lost);
  CHECK(payloads(*store, "case/1") == Texts{"a"});
  CHECK_FALSE(store->receipt("c2").has_value());
  put(*store, "case/1", 1, "c2", {event("b")});
  CHECK(findings(*store).empty());
}

TEST_CASE("at the end of a command that lost its connection the database says whether it was kept", "[store]") {
  Served served;
  if (!served) return;
  put(*served.open(), "case/1", 0, "c1", {event("a")});
  const auto log = served.log();
  const std::string digest(32, 'd');
  log->begin();
  log->add_event(1, {2, "ContributionMade", 1, 0, "sealed", digest});
  log->flush();
  served.cluster->cut_off();  // before: nothing was kept
  CHECK(why_of([&] { log->commit(); }) == DatabaseFault::Why::lost);
  CHECK(log->position() == 1);
  // After: a server that waits for a copy that is not there has kept it, and has not said so yet.
  Connection admin(address_from(Cluster::as("postgres", served.address)));
  admin.run("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
  admin.run("SELECT pg_reload_conf()");
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  std::thread cutting([&] {
    while (admin.ask("SELECT 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'").rows() == 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    served.cluster->cut_off();
  });
  log->begin();
  log->add_event(1, {2, "ContributionMade", 1, 0, "sealed", digest});
  CHECK_NOTHROW(log->commit());
  cutting.join();
  admin.run("ALTER SYSTEM RESET synchronous_standby_names");
  admin.run("SELECT pg_reload_conf()");
  CHECK(log->position() == 2);
}

TEST_CASE("a server that is away is said to be so, and what is asked later is done", "[store]") {
  Served served;
  if (!served) return;
  const auto store = served.open();
  put(*store, "case/1", 0, "c1", {event("a")});
  served.cluster->stop();
  CHECK(why_of([&] { put(*store, "case/1", 1, "c2", {event("b")}); }) == DatabaseFault::Why::gone);
  // Who comes right behind is told so at once: on a page they would all wait for each other.
  const auto begun = std::chrono::steady_clock::now();
  for (int time = 0; time < 3; ++time) CHECK(why_of([&] { store->read("case/1"); }) == DatabaseFault::Why::gone);
  CHECK(std::chrono::steady_clock::now() - begun < Patience{}.connecting);
  served.cluster->start();
  put(*store, "case/1", 1, "c2", {event("b")});
  CHECK(payloads(*store, "case/1") == Texts{"a", "b"});
}

TEST_CASE("a server that gives no answer is said to be slow, and is asked again over a new connection", "[store]") {
  Served served;
  if (!served) return;
  Connection connection(address_from(served.address), {.answering = std::chrono::seconds(1)});
  connection.connect();
  std::string said;
  try {
    connection.ask("SELECT pg_sleep(60)");
  } catch (const DatabaseFault& fault) {
    CHECK(fault.why() == DatabaseFault::Why::slow);
    said = fault.what();
  }
  CHECK_THAT(said, Catch::EndsWith("gave no answer for 1 seconds"));
  CHECK_FALSE(connection.connected());
  connection.connect();
  CHECK(connection.ask("SELECT 7::int8").integer(0, 0) == 7);
}

TEST_CASE("a server that says no is not asked again; one that is full for a moment is", "[store]") {
  Served served;
  if (!served) return;
  const auto connects = [&](const std::string& address, std::chrono::milliseconds patience) {
    Connection connection(address_from(address), {.connecting = patience});
    connection.connect();
  };
  const std::chrono::minutes long_time(1);
  for (const auto& no : {Cluster::as("nobody-of-that-name", served.address), served.address + "&sslmode=sometimes"}) {
    const auto said = fault_of([&] { connects(no, long_time); });
    CAPTURE(no, said);
    CHECK(said.find("check the address, the role and its password") != std::string::npos);
  }
  Connection admin(address_from(Cluster::as("postgres", served.address)));
  admin.run("ALTER ROLE other CONNECTION LIMIT 0");
  const auto full = Cluster::as("other", served.address);
  CHECK(why_of([&] { connects(full, std::chrono::milliseconds(1)); }) == DatabaseFault::Why::gone);
  std::thread makes_room([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    admin.run("ALTER ROLE other CONNECTION LIMIT -1");
  });
  CHECK_NOTHROW(connects(full, long_time));
  makes_room.join();
}

TEST_CASE("who waits too long for another program is told that it was busy", "[store]") {
  Served served;
  if (!served) return;
  const auto store = served.open();
  put(*store, "case/1", 0, "c1", {event("a")});
  const auto other = served.log();
  other->begin();
  CHECK(why_of([&] { put(*store, "case/1", 1, "c2", {event("b")}); }) == DatabaseFault::Why::busy);
  CHECK(payloads(*store, "case/1") == Texts{"a"});  // who reads waits for nobody
  other->rollback();
  put(*store, "case/1", 1, "c2", {event("b")});
}

}  // namespace casus::store
