// SPDX-License-Identifier: EUPL-1.2
// What a role of one team can do to the others with statements of its own: what rights can prevent, it cannot. That who
// waits for a lock keeps others waiting they cannot prevent, and the guide of the server says so.
#include "core/store/postgres/schema.hpp"
#include "tests/store/served.hpp"

#include <filesystem>

namespace casus::store {

namespace {

/// What the database says to a statement of a role in a transaction of its team, which is not kept; empty when it does
/// what it asks.
std::string said_to_role(const std::string& address, const std::string& statement) {
  Connection connection(address_from(address));
  connection.connect();
  connection.ask("BEGIN");
  connection.ask(kEnterTeam, {connection.address().team});
  return fault_of([&] { connection.ask(statement); });
}

/// A team beside the one that is there, with a role of its own.
std::string second_team(const Served& served) {
  auto address = Cluster::as("other", Cluster::of_team("zuid", served.address));
  prepare_postgres(Cluster::as("keeper", address), "other");
  return address;
}

/// What the guide of the server gives a superuser to type, in both its languages.
std::vector<std::string> scripts_of_guide() {
  const auto guide = test::content_of(std::filesystem::path(CASUS_SOURCE_DIR) / "cli/server/README.md");
  const std::string begins = "```sql\n";
  std::vector<std::string> scripts;
  for (auto at = guide.find(begins); at != std::string::npos; at = guide.find(begins, at)) {
    at += begins.size();
    scripts.push_back(guide.substr(at, guide.find("```", at) - at));
  }
  return scripts;
}

void run_in_database(const Served& served, const std::string& role, const std::string& script) {
  Connection connection(address_from(Cluster::as(role, served.address)));
  connection.run(script);
}

}  // namespace

TEST_CASE("a role of a team locks no table for the others, and makes and changes nothing there", "[store]") {
  Served served;
  if (!served) return;
  const auto south = second_team(served);
  for (const std::string table :
       {"format", "names", "rights", "teams", "streams", "events", "commands", "erased", "checkpoints", "case_index"})
    for (const std::string mode :
         {"SHARE UPDATE EXCLUSIVE", "SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"}) {
      CAPTURE(table, mode);
      CHECK_THAT(said_to_role(south, "LOCK TABLE casus." + table + " IN " + mode + " MODE"),
                 Catch::Contains("permission denied for table " + table));
    }
  // As a writer does, beside whom every other writes.
  CHECK(said_to_role(south, "LOCK TABLE casus.case_index IN ROW EXCLUSIVE MODE").empty());
  run_in_database(served, "keeper", "GRANT CREATE ON SCHEMA public TO other");
  CHECK(said_to_role(south, "CREATE TABLE public.mine(team integer)").empty());
  for (const std::string statement :
       {"TRUNCATE casus.case_index", "DELETE FROM casus.case_index", "UPDATE casus.case_index SET stream = 1",
        "UPDATE casus.case_index SET team = 1", "SELECT version FROM casus.format FOR UPDATE",
        "SELECT version FROM casus.format FOR KEY SHARE", "SELECT name FROM casus.names FOR SHARE",
        "SELECT nextval('casus.names_id_seq')", "CREATE TABLE casus.mine(team integer)",
        "CREATE FUNCTION casus.team(integer) RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "CREATE TABLE public.mine(team integer REFERENCES casus.teams)",
        "ALTER TABLE casus.events ADD COLUMN x integer", "CREATE INDEX x ON casus.events(at)",
        "CREATE RULE x AS ON INSERT TO casus.events DO INSTEAD NOTHING",
        "CREATE POLICY x ON casus.events USING (false)", "DROP TABLE casus.events",
        "CREATE TRIGGER x BEFORE INSERT ON casus.events FOR EACH ROW EXECUTE FUNCTION "
        "suppress_redundant_updates_trigger()"}) {
    CAPTURE(statement);
    const auto said = said_to_role(south, statement);
    CAPTURE(said);
    CHECK((said.find("permission denied") != std::string::npos || said.find("must be owner") != std::string::npos));
  }
  CHECK_THAT(said_to_role(south, "ALTER ROLE desk SET lock_timeout = '1ms'"), Catch::Contains("permission denied"));
  const auto store = served.open();
  put(*store, "case/1", 0, "c1", {event("a")});
  CHECK(findings(*store).empty());
}

TEST_CASE("a role that asks for what it may not do keeps nobody waiting for it, as the guide of the server closes that",
          "[store]") {
  Served served;
  if (!served) return;
  const auto south = second_team(served);
  const auto scripts = scripts_of_guide();
  REQUIRE(scripts.size() == 2);
  CHECK(scripts[0] == scripts[1]);
  const std::string rule = "CREATE RULE x AS ON INSERT TO casus.events DO INSTEAD NOTHING";
  Connection holding(address_from(south));
  holding.connect();
  holding.ask("BEGIN");
  holding.ask("LOCK TABLE casus.events IN ROW EXCLUSIVE MODE");
  // This is how long it waits, and whoever comes after it: by itself the database asks for the right at the end.
  CHECK_THAT(said_to_role(south, rule), Catch::Contains("lock timeout"));
  run_in_database(served, "postgres", scripts[0]);
  for (const std::string& statement :
       {rule, std::string("CREATE TEMP TABLE x(team integer REFERENCES casus.teams)"),
        std::string("CREATE TRIGGER x BEFORE INSERT ON casus.events FOR EACH ROW EXECUTE FUNCTION "
                    "suppress_redundant_updates_trigger()")}) {
    CAPTURE(statement);
    CHECK_THAT(said_to_role(south, statement), Catch::Contains("not for the role of a program"));
  }
  const auto store = served.open();
  put(*store, "case/1", 0, "c1", {event("a")});
  CHECK(findings(*store).empty());
  // Who keeps the database goes on as before.
  prepare_postgres(Cluster::as("keeper", Cluster::of_team("oost", served.address)), "desk");
  run_in_database(served, "keeper", "DROP FUNCTION casus.clear_index(); UPDATE casus.format SET version = 2");
  CHECK(migrate_postgres(Cluster::as("keeper", served.address)) == 2);
}

TEST_CASE("the list of cases of a team is cleared by its own role, and of no other whatever team it names", "[store]") {
  Served served;
  if (!served) return;
  const auto south = second_team(served);
  const auto of_north = served.open(), of_south = served.open(south);
  const auto row = line("case/1");
  for (auto* const store : {of_north.get(), of_south.get()}) put(*store, "case/1", 0, "c1", {event("a")}, &row);
  Connection asking(address_from(south));
  // By their names alone these would be what the function looks at.
  asking.run(
      "CREATE TEMP TABLE names AS SELECT 1 AS id, 'noord'::text AS name; CREATE TEMP TABLE case_index(team integer); "
      "CREATE TEMP TABLE rights AS SELECT session_user AS role, 1 AS team; SET search_path = pg_temp, casus");
  for (const std::string team : {"noord", "", "niemand"}) {
    asking.ask("BEGIN");
    asking.ask(kEnterTeam, {team});
    asking.ask("SELECT casus.clear_index()");
    asking.ask("COMMIT");
  }
  CHECK(of_north->list({}).size() == 1);
  CHECK(of_south->list({}).size() == 1);
  of_south->clear_index();
  CHECK(of_north->list({}).size() == 1);
  CHECK(of_south->list({}).empty());
  of_south->put_index(row);
  CHECK(of_south->list({}).size() == 1);
}

TEST_CASE("a right by which a role could keep all teams waiting is found, and taken back by preparing again",
          "[store]") {
  Served served;
  if (!served) return;
  const auto as_keeper = Cluster::as("keeper", served.address);
  put(*served.open(), "case/1", 0, "c1", {event("a")});
  struct Given {
    std::string right, found;
  };
  const std::string changes = " 0: the role of the program may change what was written in ";
  const auto too_much = [](const std::string& what) {
    return " 0: the role of the program may do too much with " + what + ", and can keep all teams waiting by it";
  };
  const std::vector<Given> all = {
      {"DELETE ON casus.case_index", changes + "case_index"},
      {"UPDATE ON casus.case_index", changes + "case_index"},
      {"UPDATE(stream) ON casus.case_index", changes + "case_index"},
      {"UPDATE(version) ON casus.format", changes + "format"},
      {"REFERENCES ON casus.teams", too_much("teams")},
      {"REFERENCES(team, position) ON casus.events", too_much("events")},
      {"CREATE ON SCHEMA casus", too_much("schema casus")},
      {"USAGE ON SEQUENCE casus.names_id_seq", too_much("names_id_seq")},
  };
  for (const auto& one : all)
    for (const std::string to : {"desk", "PUBLIC"}) {
      CAPTURE(one.right, to);
      run_in_database(served, "keeper", "GRANT " + one.right + " TO " + to);
      const auto store = served.open();
      CHECK(findings(*store) == Texts{one.found});
      CHECK_THAT(fault_of([&] { put(*store, "case/1", 1, "c2", {event("b")}); }),
                 Catch::Contains("nothing is written"));
      if (to == "desk") prepare_postgres(as_keeper, "desk");
      else run_in_database(served, "keeper", "REVOKE " + one.right + " FROM PUBLIC");
    }
  CHECK(findings(*served.open()).empty());
  // Also what it has by a role that it becomes by a word, of which it inherits nothing.
  run_in_database(served, "postgres", "CREATE ROLE helpers; CREATE ROLE clerk LOGIN NOINHERIT; GRANT helpers TO clerk");
  prepare_postgres(as_keeper, "clerk");
  run_in_database(served, "keeper", "GRANT DELETE ON casus.case_index TO helpers");
  CHECK(findings(*served.open(Cluster::as("clerk", served.address))) == Texts{changes + "case_index"});
  CHECK(findings(*served.open()).empty());
  put(*served.open(), "case/1", 1, "c2", {event("b")});
}

TEST_CASE("a role that may end what others do, copy the server or owns a part of the database is refused", "[store]") {
  Served served;
  if (!served) return;
  const auto south = second_team(served);
  const std::string above = "owns the tables or is above their rules";
  run_in_database(served, "postgres",
                  "CREATE ROLE scribe LOGIN NOINHERIT; GRANT pg_write_all_data TO scribe; "
                  "CREATE ROLE ender LOGIN; GRANT pg_signal_backend TO ender; CREATE ROLE copier LOGIN REPLICATION");
  for (const std::string role : {"scribe", "ender", "copier"})
    CHECK_THAT(fault_of([&] { prepare_postgres(Cluster::as("keeper", served.address), role); }),
               Catch::Contains("role '" + role + "' " + above));
  Connection server(address_from(Cluster::as("postgres", served.address)));
  server.connect();
  const std::string database(server.ask("SELECT current_database()::text").bytes(0, 0));
  CHECK_NOTHROW(served.open(south));
  for (const std::string part : {"FUNCTION casus.my_teams()", "SCHEMA casus", "TABLE casus.names"}) {
    CAPTURE(part);
    server.run("ALTER " + part + " OWNER TO other");
    CHECK_THAT(fault_of([&] { served.open(south); }), Catch::Contains("role 'other' " + above));
    server.run("ALTER " + part + " OWNER TO keeper");
    second_team(served);  // who owned it lost what it had been let into
  }
  CHECK_NOTHROW(served.open(south));
  server.run("ALTER DATABASE " + database + " OWNER TO other");
  CHECK_THAT(fault_of([&] { served.open(south); }), Catch::Contains("role 'other' " + above));
}

TEST_CASE("who may not make or change the tables is told who may, and who is in no team that they are not let in",
          "[store]") {
  Served served;
  if (!served) return;
  const std::string of_keeper = " may not do this; who keeps it does, with role 'keeper' in the address";
  CHECK_THAT(fault_of([&] { prepare_postgres(served.address, "desk"); }),
             Catch::Contains("role 'desk'" + of_keeper) && !Catch::Contains("permission denied"));
  CHECK_THAT(fault_of([&] { prepare_postgres(Cluster::as("other", served.address), "other"); }),
             Catch::Contains("role 'other'" + of_keeper));
  // It was let into nothing here, so the database shows it no table either.
  const auto stranger = Cluster::as("other", served.address);
  const std::string outside = "role 'other' may not work in team 'noord'";
  CHECK_THAT(fault_of([&] { served.open(stranger); }), Catch::Contains(outside));
  CHECK_THAT(fault_of([&] { teams_in_database(stranger); }), Catch::Contains(outside));
  CHECK_THAT(fault_of([&] { migrate_postgres(stranger); }), Catch::Contains(outside));
  // A database without tables: of who owns it.
  run_in_database(served, "postgres", "CREATE DATABASE bare_of_tables OWNER keeper");
  const auto from = served.address.find("@/") + 2;
  auto bare = served.address;
  bare.replace(from, bare.find('?') - from, "bare_of_tables");
  CHECK_THAT(fault_of([&] { prepare_postgres(bare, "desk"); }), Catch::Contains("role 'desk'" + of_keeper));
  CHECK_NOTHROW(prepare_postgres(Cluster::as("keeper", bare), "desk"));
  CHECK_NOTHROW(prepare_postgres(Cluster::as("postgres", bare), "desk"));
}

}  // namespace casus::store
