// SPDX-License-Identifier: EUPL-1.2
#include "core/store/postgres/schema.hpp"

#include "core/base/fault.hpp"
#include "core/store/database_fault.hpp"
#include "core/store/postgres/connection.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace casus::store {

namespace {

// `names` and `rights` say who may work where; the program's role reads neither, and asks `casus.team()`, which answers
// for the role that signed in and the team that the transaction named. Every row of every other table belongs to a
// team, and the policies let that one through alone: also what a mistake of ours would ask for. `position` of a team is
// counted in its row and never by a sequence: what a sequence gave can become visible later than what it gave after it,
// and a reader who goes on from the last that they saw would lose it. `sealed` is not compressed: there is nothing to
// gain in sealed bytes.
constexpr const char* kTables = R"(
CREATE SCHEMA IF NOT EXISTS casus;
CREATE TABLE casus.format(version integer NOT NULL);
INSERT INTO casus.format VALUES(1);
CREATE TABLE casus.names(
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text COLLATE "C" NOT NULL UNIQUE);
CREATE TABLE casus.rights(
  role name NOT NULL,
  team integer NOT NULL REFERENCES casus.names(id),
  PRIMARY KEY(role, team));
CREATE FUNCTION casus.team() RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  SELECT n.id FROM casus.names AS n JOIN casus.rights AS r ON r.team = n.id
  WHERE r.role = session_user AND n.name = nullif(current_setting('casus.team', true), '')
  $$;
CREATE TABLE casus.teams(
  team integer PRIMARY KEY,
  store_id text NOT NULL,
  purpose text NOT NULL,
  position bigint NOT NULL DEFAULT 0,
  streams bigint NOT NULL DEFAULT 0,
  older boolean NOT NULL DEFAULT false);
CREATE TABLE casus.streams(
  team integer NOT NULL,
  id bigint NOT NULL,
  name text COLLATE "C" NOT NULL,
  head bigint NOT NULL,
  digest bytea NOT NULL,
  mark bytea NOT NULL,
  erasures bigint NOT NULL DEFAULT 0,
  PRIMARY KEY(team, id),
  UNIQUE(team, name)) WITH (fillfactor = 70);
CREATE TABLE casus.events(
  team integer NOT NULL,
  position bigint NOT NULL,
  stream bigint NOT NULL,
  version bigint NOT NULL,
  at bigint NOT NULL,
  type_version integer NOT NULL,
  type text NOT NULL,
  digest bytea NOT NULL,
  sealed bytea NOT NULL,
  PRIMARY KEY(team, position),
  UNIQUE(team, stream, version));
ALTER TABLE casus.events ALTER COLUMN sealed SET STORAGE EXTERNAL;
CREATE TABLE casus.commands(
  team integer NOT NULL,
  mark bigint NOT NULL,
  stream bigint NOT NULL,
  first bigint NOT NULL,
  last bigint NOT NULL,
  content bigint NOT NULL,
  PRIMARY KEY(team, mark));
CREATE TABLE casus.erased(
  team integer NOT NULL,
  id bigint NOT NULL,
  stream text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  number bigint NOT NULL,
  mark bytea NOT NULL,
  PRIMARY KEY(team, id));
CREATE INDEX erased_by_stream ON casus.erased(team, stream);
CREATE TABLE casus.checkpoints(
  team integer NOT NULL,
  id bigint NOT NULL,
  at bigint NOT NULL,
  position bigint NOT NULL,
  streams bigint NOT NULL,
  erased bigint NOT NULL,
  erased_mark bytea NOT NULL,
  root bytea NOT NULL,
  mark bytea NOT NULL,
  PRIMARY KEY(team, id));
CREATE TABLE casus.case_index(
  team integer NOT NULL,
  stream bigint NOT NULL,
  life integer NOT NULL,
  phase integer NOT NULL,
  safety integer NOT NULL,
  meldcode_step integer NOT NULL,
  round integer NOT NULL,
  step text NOT NULL,
  workflow text NOT NULL,
  method text NOT NULL,
  neighbourhood text NOT NULL,
  review_on bigint,
  action_due bigint,
  due bigint NOT NULL,
  opened_on bigint,
  changed_at bigint NOT NULL,
  summary bytea,
  PRIMARY KEY(team, stream));
CREATE INDEX case_by_due ON casus.case_index(team, due, stream);
CREATE INDEX case_by_change ON casus.case_index(team, changed_at, stream);
CREATE INDEX case_by_life_due ON casus.case_index(team, life, due, stream);
CREATE INDEX case_by_life_change ON casus.case_index(team, life, changed_at, stream);
CREATE INDEX case_by_safety_due ON casus.case_index(team, safety, due, stream) WHERE safety > 0;
CREATE INDEX case_by_safety_change ON casus.case_index(team, safety, changed_at, stream) WHERE safety > 0;
REVOKE ALL ON FUNCTION casus.team() FROM PUBLIC;
)";

/// What brings tables of a format to the next one; new tables go the same way. A step only adds: who reads with the
/// program of before goes on.
constexpr const char* kSteps[] = {
    R"(
CREATE FUNCTION casus.my_teams() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
  SELECT n.name FROM casus.names AS n JOIN casus.rights AS r ON r.team = n.id WHERE r.role = session_user
  ORDER BY n.name
  $$;
REVOKE ALL ON FUNCTION casus.my_teams() FROM PUBLIC;
)"};
static_assert(std::size(kSteps) + 1 == kDatabaseFormat);

/// Tables with rows of teams, and what the program's role may do in them. What was written once is never changed.
struct TeamTable {
  std::string_view name;
  std::string_view may;
};
constexpr TeamTable kTeamTables[] = {
    {"teams", "SELECT, INSERT, UPDATE(position, streams, older)"},
    {"streams", "SELECT, INSERT, UPDATE(head, digest, mark, erasures)"},
    {"events", "SELECT, INSERT"},
    {"commands", "SELECT, INSERT"},
    {"erased", "SELECT, INSERT"},
    {"checkpoints", "SELECT, INSERT"},
    {"case_index", "SELECT, INSERT, UPDATE, DELETE"},
};

std::string quoted(std::string_view name) {
  std::string out = "\"";
  for (const char c : name) {
    out += c;
    if (c == '"') out += c;
  }
  return out + '"';
}

bool has_tables(Connection& connection) {
  return connection.ask("SELECT 1 WHERE to_regclass('casus.format') IS NOT NULL").rows() == 1;
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

std::string grants(std::string_view role) {
  auto script = fmt::format(
      "GRANT USAGE ON SCHEMA casus TO {0}; GRANT SELECT ON casus.format TO {0}; "
      "GRANT EXECUTE ON FUNCTION casus.team() TO {0}; GRANT EXECUTE ON FUNCTION casus.my_teams() TO {0};\n",
      quoted(role));
  for (const auto& table : kTeamTables)
    script += fmt::format("GRANT {} ON casus.{} TO {};\n", table.may, table.name, quoted(role));
  return script;
}

text::SaidFault no_tables(const Connection& connection) {
  return {Fault::Kind::store, text::msg("fault.no_tables", "database"_is = connection.address().shown)};
}

text::SaidFault newer_tables(const std::string& shown, std::int64_t format) {
  return {Fault::Kind::store,
          text::msg("fault.newer_tables", "database"_is = shown, "format"_is = format, "known"_is = kDatabaseFormat)};
}

int format_of(Connection& connection) {
  if (!has_tables(connection)) throw no_tables(connection);
  const auto version = connection.ask("SELECT version FROM casus.format");
  return version.rows() == 1 ? static_cast<int>(version.integer(0, 0)) : 0;
}

/// One at a time over all programs; let go with the connection, however it ends.
class Migrating {
 public:
  explicit Migrating(Connection& owner) : owner_(owner) { owner_.ask("SELECT pg_advisory_lock(426835735923)"); }
  ~Migrating() { owner_.disconnect(); }
  Migrating(const Migrating&) = delete;

 private:
  Connection& owner_;
};

}  // namespace

void require_format(const std::string& shown, std::int64_t format) {
  if (format == kDatabaseFormat) return;
  if (format > kDatabaseFormat) throw newer_tables(shown, format);
  throw text::SaidFault(Fault::Kind::store, text::msg("fault.older_tables", "database"_is = shown, "format"_is = format,
                                                      "known"_is = kDatabaseFormat));
}

void require_tables(Connection& connection) { require_format(connection.address().shown, format_of(connection)); }

int migrate_database(Connection& owner) {
  if (!owner.connected()) owner.connect();
  const Migrating alone(owner);
  const auto from = format_of(owner);
  if (from == kDatabaseFormat) return from;
  if (from < 1 || from > kDatabaseFormat) throw newer_tables(owner.address().shown, from);
  // Who writes has a row of `teams`, and ends first; who begins meanwhile waits, and sees the new format then.
  std::string script =
      "BEGIN; SET LOCAL lock_timeout = '10s'; LOCK TABLE casus.teams IN ACCESS EXCLUSIVE MODE;\n" + steps_from(from);
  const auto roles = owner.ask(
      "SELECT DISTINCT r.role::text FROM casus.rights AS r JOIN pg_roles AS p ON p.rolname = r.role ORDER BY 1");
  for (int row = 0; row < roles.rows(); ++row) script += grants(roles.bytes(row, 0));
  owner.run(script + "COMMIT");
  return from;
}

/// Whoever owns the tables, or is above their rules, is kept out of no team by them.
static void require_held(Connection& connection, std::string_view role) {
  const auto above = connection.ask(
      "SELECT r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, c.relowner, 'USAGE') "
      "FROM pg_roles AS r, pg_class AS c WHERE r.rolname = $1 AND c.oid = 'casus.events'::regclass",
      {role});
  if (above.rows() != 1 || above.bytes(0, 0) != std::string_view("\0", 1))
    throw text::SaidFault(Fault::Kind::store,
                          text::msg("fault.role_above", "database"_is = connection.address().shown, "role"_is = role));
}

void prepare_database(Connection& owner, std::string_view role) {
  if (!owner.connected()) owner.connect();
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
  const auto& shown = connection.address().shown;
  require_tables(connection);
  const std::string role(connection.ask("SELECT session_user::text").bytes(0, 0));
  require_held(connection, role);
  connection.post("BEGIN READ ONLY");
  connection.post(kEnterTeam, {connection.address().team});
  const auto team = connection.ask("SELECT casus.team()");
  connection.ask("COMMIT");
  if (team.is_null(0, 0))
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.role_not_in_team", "database"_is = shown,
                                                        "role"_is = role, "team"_is = connection.address().team));
}

namespace {

/// By what `strange_in_database` asks.
text::Message strange_in_words(std::string_view kind, std::string_view name) {
  using text::msg;
  if (kind == "rights") return msg("finding.role_may_change", "name"_is = name);
  if (kind == "apart") return msg("finding.apart", "name"_is = name);
  const auto part = kind == "table"     ? msg("finding.part_table", "name"_is = name)
                    : kind == "view"    ? msg("finding.part_view", "name"_is = name)
                    : kind == "trigger" ? msg("finding.part_trigger", "name"_is = name)
                    : kind == "rule"    ? msg("finding.part_rule", "name"_is = name)
                                        : msg("finding.part_other", "name"_is = name);
  return msg("finding.added", "file"_is = msg("finding.the_database"), "part"_is = part);
}

}  // namespace

std::vector<text::Message> strange_in_database(Connection& connection) {
  std::vector<text::Message> strange;
  std::string known = "'format', 'names', 'rights'", teams;
  for (const auto& table : kTeamTables) teams += fmt::format("{}'{}'", teams.empty() ? "" : ", ", table.name);
  known += ", " + teams;
  const auto found = connection.ask(fmt::format(
      R"(SELECT 1, CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' ELSE 'thing' END, relname::text
  FROM pg_class WHERE relnamespace = 'casus'::regnamespace
  AND relkind IN ('r', 'v', 'm', 'f', 'p') AND relname NOT IN ({0})
UNION ALL SELECT 1, 'trigger', tgname::text FROM pg_trigger AS t
  JOIN pg_class AS c ON c.oid = t.tgrelid WHERE c.relnamespace = 'casus'::regnamespace AND NOT tgisinternal
UNION ALL SELECT 1, 'rule', rulename::text FROM pg_rewrite AS r
  JOIN pg_class AS c ON c.oid = r.ev_class WHERE c.relnamespace = 'casus'::regnamespace AND c.relkind = 'r'
UNION ALL SELECT 3, 'apart', relname::text FROM pg_class AS c
  WHERE relnamespace = 'casus'::regnamespace AND relname IN ({1}) AND NOT (relrowsecurity AND relforcerowsecurity AND
  (SELECT count(*) FROM pg_policy AS p WHERE p.polrelid = c.oid) = 1)
UNION ALL SELECT 2, 'rights', relname::text FROM pg_class AS c
  WHERE relnamespace = 'casus'::regnamespace AND relname IN ('events', 'commands', 'erased', 'checkpoints') AND
  (has_any_column_privilege(c.oid, 'UPDATE') OR has_table_privilege(c.oid, 'DELETE') OR
   has_table_privilege(c.oid, 'TRUNCATE')) ORDER BY 1, 2, 3)",
      known, teams));
  for (int row = 0; row < found.rows(); ++row)
    strange.push_back(strange_in_words(found.bytes(row, 1), found.bytes(row, 2)));
  return strange;
}

}  // namespace casus::store
