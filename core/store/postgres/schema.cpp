// SPDX-License-Identifier: EUPL-1.2
#include "core/store/postgres/schema.hpp"

#include "core/base/fault.hpp"
#include "core/store/database_fault.hpp"
#include "core/store/postgres/connection.hpp"
#include "core/store/postgres/tables.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

namespace casus::store {

namespace {

std::string quoted(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    out += c;
    if (c == '"') out += c;
  }
  return out + '"';
}

/// By the lists of the database, which also a role reads that may not come into the schema.
bool has_tables(Connection& connection) {
  return connection
             .ask(
                 "SELECT 1 FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace "
                 "WHERE n.nspname = 'casus' AND c.relname = 'format'")
             .rows() == 1;
}

/// Of the teams, once for a statement and not for each row.
std::string policies() {
  std::string script;
  for (const auto& table : kTeamTables)
    script += fmt::format(
        "ALTER TABLE casus.{0} ENABLE ROW LEVEL SECURITY; ALTER TABLE casus.{0} FORCE ROW LEVEL SECURITY; "
        "CREATE POLICY own_team ON casus.{0} USING (team = (SELECT casus.team())) "
        "WITH CHECK (team = (SELECT casus.team()));\n",
        table.name);
  return script;
}

/// From this format to the one that this program knows.
std::string steps_from(int format) {
  std::string script;
  for (auto step = format; step < kDatabaseFormat; ++step) script += kSteps[step - 1];
  return script + fmt::format("UPDATE casus.format SET version = {};\n", kDatabaseFormat);
}

/// What the role may do, and nothing beyond that: also what it was given at another time is taken back.
std::string grants(std::string_view role) {
  const auto to = quoted(role);
  auto script = fmt::format(
      "REVOKE ALL ON SCHEMA casus FROM {0} CASCADE; GRANT USAGE ON SCHEMA casus TO {0}; "
      "REVOKE ALL ON SEQUENCE casus.names_id_seq FROM {0} CASCADE;\n",
      to);
  for (const auto name : kOtherTables) script += fmt::format("REVOKE ALL ON casus.{} FROM {} CASCADE;\n", name, to);
  script += fmt::format("GRANT SELECT ON casus.format TO {};\n", to);
  for (const auto& it : kTeamFunctions)
    script += fmt::format("GRANT EXECUTE ON FUNCTION casus.{}() TO {};\n", it.name, to);
  for (const auto& table : kTeamTables)
    script += fmt::format("REVOKE ALL ON casus.{0} FROM {2} CASCADE; GRANT SELECT, INSERT{1} ON casus.{0} TO {2};\n",
                          table.name, table.changes.empty() ? "" : fmt::format(", UPDATE({})", table.changes), to);
  return script;
}

/// Of a role that works in no team any more too: a table of cases that it may lock is locked for all.
std::string locks_taken_back(Connection& owner) {
  std::string script;
  const auto found = owner.ask(
      "SELECT DISTINCT (x.grantee = 0)::integer::bigint, pg_get_userbyid(x.grantee)::text FROM pg_class AS c, "
      "aclexplode(c.relacl) AS x "
      "WHERE c.oid = 'casus.case_index'::regclass AND x.grantee <> c.relowner ORDER BY 2");
  for (int row = 0; row < found.rows(); ++row)
    script += fmt::format("REVOKE UPDATE, DELETE ON casus.case_index FROM {} CASCADE;\n",
                          found.integer(row, 0) == 1 ? "PUBLIC" : quoted(found.bytes(row, 1)));
  return script;
}

text::SaidFault no_tables(const Connection& connection) {
  return {Fault::Kind::store, text::msg("fault.no_tables", "database"_is = connection.address().shown)};
}

text::SaidFault newer_tables(const std::string& shown, std::int64_t format) {
  return {Fault::Kind::store,
          text::msg("fault.newer_tables", "database"_is = shown, "format"_is = format, "known"_is = kDatabaseFormat)};
}

text::SaidFault not_in_team(const Connection& connection, std::string_view role) {
  return {Fault::Kind::store, text::msg("fault.role_not_in_team", "database"_is = connection.address().shown,
                                        "role"_is = role, "team"_is = connection.address().team)};
}

/// Before the database says no in words of its own, of a table that whoever typed the wrong role has never heard of.
void require_let_in(Connection& connection) {
  const auto found = connection.ask(
      "SELECT session_user::text, (has_schema_privilege(oid, 'USAGE'))::integer::bigint FROM pg_namespace "
      "WHERE nspname = 'casus'");
  if (found.rows() == 1 && found.integer(0, 1) == 0) throw not_in_team(connection, found.bytes(0, 0));
}

/// The same, of who is to make or change tables: whose they are, or where there are none yet, whose the database is.
void require_of_keeper(Connection& owner) {
  const auto found = owner.ask(
      "SELECT session_user::text, pg_get_userbyid(coalesce(c.relowner, d.datdba))::text, "
      "(CASE WHEN c.oid IS NULL THEN has_database_privilege(d.oid, 'CREATE') ELSE pg_has_role(c.relowner, 'USAGE') "
      "END)::integer::bigint FROM pg_database AS d LEFT JOIN pg_namespace AS n ON n.nspname = 'casus' "
      "LEFT JOIN pg_class AS c ON c.relnamespace = n.oid AND c.relname = 'format' "
      "WHERE d.datname = current_database()");
  if (found.rows() == 1 && found.integer(0, 2) == 0)
    throw text::SaidFault(Fault::Kind::store,
                          text::msg("fault.not_keeper_of_database", "database"_is = owner.address().shown,
                                    "role"_is = found.bytes(0, 0), "owner"_is = found.bytes(0, 1)));
}

int format_of(Connection& connection) {
  if (!has_tables(connection)) throw no_tables(connection);
  require_let_in(connection);
  const auto version = connection.ask("SELECT version FROM casus.format");
  return version.rows() == 1 ? static_cast<int>(version.integer(0, 0)) : 0;
}

/// Who has something in the tables open at this moment, by what the database calls them: a role and the number of a
/// connection, by which who keeps the database can end it.
std::string at_work_in_tables(Connection& owner) {
  const auto found = owner.ask(
      "SELECT DISTINCT coalesce(a.usename::text, '?'), a.pid::bigint FROM pg_locks AS l "
      "JOIN pg_stat_activity AS a ON a.pid = l.pid "
      "WHERE l.granted AND (l.relation = 'casus.teams'::regclass OR "
      "(l.relation = 'casus.format'::regclass AND l.mode <> 'AccessShareLock')) "
      "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
      "AND a.pid <> pg_backend_pid() ORDER BY 1, 2 LIMIT 5");
  std::string all;
  for (int row = 0; row < found.rows(); ++row)
    all += fmt::format("{}{} ({})", all.empty() ? "" : ", ", found.bytes(row, 0), found.integer(row, 1));
  return all;
}

/// What came in the way of a migration, as who keeps the database can do something about it. The connection is a new
/// one then.
[[noreturn]] void given_up(Connection& owner, const DatabaseFault& fault, std::chrono::seconds waited) {
  owner.disconnect();
  owner.connect();
  const auto who = at_work_in_tables(owner);
  if (who.empty()) throw fault;  // they went in between: the next time it is done
  throw text::SaidFault(Fault::Kind::store,
                        text::msg("fault.migration_kept_waiting", "database"_is = owner.address().shown,
                                  "seconds"_is = waited.count(), "who"_is = who));
}

}  // namespace

void require_format(const std::string& shown, std::int64_t format) {
  if (format == kDatabaseFormat) return;
  if (format > kDatabaseFormat) throw newer_tables(shown, format);
  throw text::SaidFault(Fault::Kind::store, text::msg("fault.older_tables", "database"_is = shown, "format"_is = format,
                                                      "known"_is = kDatabaseFormat));
}

void require_tables(Connection& connection) { require_format(connection.address().shown, format_of(connection)); }

int migrate_database(Connection& owner, std::chrono::seconds waits) {
  struct Closing {
    Connection& connection;
    ~Closing() { connection.disconnect(); }  // what was not kept is undone by it
  };
  if (!owner.connected()) owner.connect();
  const Closing closing{owner};
  if (const auto now = format_of(owner); now == kDatabaseFormat) return now;
  require_of_keeper(owner);
  try {
    // One at a time over all programs, by a lock that the role of a program cannot take, so that nobody keeps it from
    // who keeps the database.
    owner.post("BEGIN");
    owner.post("SELECT set_config('lock_timeout', $1, true)", {fmt::format("{}s", waits.count())});
    owner.ask("LOCK TABLE casus.format IN SHARE ROW EXCLUSIVE MODE");
    const auto from = format_of(owner);
    if (from == kDatabaseFormat) return from;
    if (from < 1 || from > kDatabaseFormat) throw newer_tables(owner.address().shown, from);
    // Who writes has a row of `teams`, and ends first; who begins meanwhile waits, and sees the new format then.
    owner.ask("LOCK TABLE casus.teams IN ACCESS EXCLUSIVE MODE");
    const auto roles = owner.ask(
        "SELECT DISTINCT r.role::text FROM casus.rights AS r JOIN pg_roles AS p ON p.rolname = r.role ORDER BY 1");
    auto script = steps_from(from) + locks_taken_back(owner);
    for (int row = 0; row < roles.rows(); ++row) script += grants(roles.bytes(row, 0));
    owner.run(script + "COMMIT");
    return from;
  } catch (const DatabaseFault& fault) {
    if (fault.why() != DatabaseFault::Why::busy) throw;
    given_up(owner, fault, waits);
  }
}

/// Whoever owns the tables, the functions, their schema or the database, or is above their rules, is kept out of no
/// team by them, or can stop them all; nor is who can become such a role by a word (SET ROLE, which asks for no
/// inheriting), by making themselves a member, by the files of the server, by its copies, or by ending what others are
/// at.
static void require_held(Connection& connection, std::string_view role) {
  const auto above = connection.ask(
      "SELECT (r.rolcreaterole AND current_setting('server_version_num')::integer < 160000) OR "
      "EXISTS (SELECT 1 FROM (SELECT relowner FROM pg_class WHERE relnamespace = n.oid UNION "
      "SELECT proowner FROM pg_proc WHERE pronamespace = n.oid UNION SELECT n.nspowner UNION "
      "SELECT datdba FROM pg_database WHERE datname = current_database()) AS o(owner) "
      "WHERE pg_has_role(r.oid, o.owner, 'MEMBER')) OR "
      "EXISTS (SELECT 1 FROM pg_roles AS s WHERE (s.rolsuper OR s.rolbypassrls OR s.rolreplication OR s.rolname IN "
      "('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program', 'pg_write_all_data', "
      "'pg_signal_backend', 'pg_maintain')) AND pg_has_role(r.oid, s.oid, 'MEMBER')) "
      "FROM pg_roles AS r, pg_namespace AS n WHERE r.rolname = $1 AND n.nspname = 'casus'",
      {role});
  if (above.rows() != 1 || above.bytes(0, 0) != std::string_view("\0", 1))
    throw text::SaidFault(Fault::Kind::store,
                          text::msg("fault.role_above", "database"_is = connection.address().shown, "role"_is = role));
}

void prepare_database(Connection& owner, std::string_view role) {
  if (!owner.connected()) owner.connect();
  require_of_keeper(owner);
  if (owner.ask("SELECT 1 FROM pg_roles WHERE rolname = $1", {role}).rows() == 0)
    throw text::SaidFault(Fault::Kind::store,
                          text::msg("fault.no_role", "database"_is = owner.address().shown, "role"_is = role));
  // Also the tables of a making that was cut short: it is one transaction.
  if (!has_tables(owner)) owner.run(fmt::format("BEGIN;{}{}{}COMMIT", kTables, policies(), steps_from(1)));
  require_tables(owner);
  require_held(owner, role);
  owner.ask("INSERT INTO casus.names(name) VALUES($1) ON CONFLICT DO NOTHING", {owner.address().team});
  owner.ask(
      "INSERT INTO casus.rights(role, team) SELECT $1, id FROM casus.names WHERE name = $2 ON CONFLICT DO NOTHING",
      {role, owner.address().team});
  owner.run(grants(role));
}

void require_prepared(Connection& connection) {
  require_tables(connection);
  const std::string role(connection.ask("SELECT session_user::text").bytes(0, 0));
  require_held(connection, role);
  connection.post("BEGIN READ ONLY");
  connection.post(kEnterTeam, {connection.address().team});
  const auto team = connection.ask("SELECT casus.team()");
  connection.ask("COMMIT");
  if (team.is_null(0, 0)) throw not_in_team(connection, role);
}

}  // namespace casus::store
