// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"

#include <iterator>
#include <string_view>

/// What the tables of a database are, for who makes them and for who looks whether they are so still. Internal to this
/// folder.
namespace casus::store {

// `names` and `rights` say who may work where; the program's role reads neither, and asks `casus.team()`, which answers
// for the role that signed in and the team that the transaction named. Every row of every other table belongs to a
// team, and the policies let that one through alone: also what a mistake of ours would ask for. `position` of a team is
// counted in its row and never by a sequence: what a sequence gave can become visible later than what it gave after it,
// and a reader who goes on from the last that they saw would lose it. `sealed` is not compressed: there is nothing to
// gain in sealed bytes.
inline constexpr const char* kTables = R"(
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

/// What brings tables of a format to the next one; new tables go the same way. A step only adds for who reads, who goes
/// on with the program of before. It waits for no table but `teams`, which who migrates has for itself: so a function
/// is not looked at while it is made.
inline constexpr const char* kSteps[] = {
    R"(
CREATE FUNCTION casus.my_teams() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$
  SELECT n.name FROM casus.names AS n JOIN casus.rights AS r ON r.team = n.id WHERE r.role = session_user
  ORDER BY n.name
  $$;
REVOKE ALL ON FUNCTION casus.my_teams() FROM PUBLIC;
)",
    // Who may delete from a table may also lock it, for every team; so that is done by who owns it, of one team.
    R"(
SET LOCAL check_function_bodies = off;
CREATE FUNCTION casus.clear_index() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$
  DELETE FROM casus.case_index WHERE team = (SELECT casus.team())
  $$;
REVOKE ALL ON FUNCTION casus.clear_index() FROM PUBLIC;
)"};
static_assert(std::size(kSteps) + 1 == kDatabaseFormat);

/// Tables with rows of teams. The program's role reads them and adds rows; what was written once is never changed, but
/// for the columns that are named here. A right to change all of a table, or to delete from it, would be one to lock it
/// (LOCK TABLE), and with it the teams that the policies keep apart.
struct TeamTable {
  std::string_view name;
  std::string_view changes;  ///< with ", " between them; never all of them
};
inline constexpr TeamTable kTeamTables[] = {
    {"teams", "position, streams, older"},
    {"streams", "head, digest, mark, erasures"},
    {"events", ""},
    {"commands", ""},
    {"erased", ""},
    {"checkpoints", ""},
    {"case_index",
     "life, phase, safety, meldcode_step, round, step, workflow, method, neighbourhood, review_on, action_due, due, "
     "opened_on, changed_at, summary"},
};
/// Those of who keeps the database; of these the program's role reads `format`.
inline constexpr std::string_view kOtherTables[] = {"format", "names", "rights"};

/// What is asked of the tables by who may not do it there, without anything between the brackets.
struct TeamFunction {
  std::string_view name;
  std::string_view made_in;  ///< the script that makes it, and no other
};
inline constexpr TeamFunction kTeamFunctions[] = {
    {"team", kTables},
    {"my_teams", kSteps[0]},
    {"clear_index", kSteps[1]},
};

/// Columns by which rows of a table are told apart: without such an index something could be done twice, and the
/// answer would be that it was done.
struct UniqueColumns {
  std::string_view table;
  std::string_view columns;
};
inline constexpr UniqueColumns kUnique[] = {
    {"names", "id"},
    {"names", "name"},
    {"rights", "role, team"},
    {"teams", "team"},
    {"streams", "team, id"},
    {"streams", "team, name"},
    {"events", "team, position"},
    {"events", "team, stream, version"},
    {"commands", "team, mark"},
    {"erased", "team, id"},
    {"checkpoints", "team, id"},
    {"case_index", "team, stream"},
};

}  // namespace casus::store
