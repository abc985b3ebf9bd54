// SPDX-License-Identifier: EUPL-1.2
// Whether the tables of a database are as they were made: what keeps the teams apart, what the program's role may do in
// them, and what tells rows apart.
#include "core/store/postgres/connection.hpp"
#include "core/store/postgres/schema.hpp"
#include "core/store/postgres/tables.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace casus::store {

namespace {

constexpr std::string_view kOtherTables = "'format', 'names', 'rights'";

/// By what `strange_in_database` asks.
text::Message strange_in_words(std::string_view kind, std::string_view name) {
  using text::msg;
  if (kind == "rights") return msg("finding.role_may_change", "name"_is = name);
  if (kind == "apart") return msg("finding.apart", "name"_is = name);
  const auto whole = msg("finding.the_database");
  if (kind == "changed")
    return msg("finding.part_changed", "part"_is = msg("finding.part_function", "name"_is = name), "file"_is = whole);
  if (kind == "missing")
    return msg("finding.part_missing", "part"_is = msg("finding.part_index", "name"_is = name), "file"_is = whole);
  const auto part = kind == "table"      ? msg("finding.part_table", "name"_is = name)
                    : kind == "view"     ? msg("finding.part_view", "name"_is = name)
                    : kind == "trigger"  ? msg("finding.part_trigger", "name"_is = name)
                    : kind == "rule"     ? msg("finding.part_rule", "name"_is = name)
                    : kind == "function" ? msg("finding.part_function", "name"_is = name)
                                         : msg("finding.part_other", "name"_is = name);
  return msg("finding.added", "file"_is = whole, "part"_is = part);
}

/// What stands between the signs that begin and end a function in a script, without spaces.
std::string body_in(std::string_view script) {
  constexpr std::string_view kSigns = "$$";
  const auto begin = script.find(kSigns) + kSigns.size();
  std::string body;
  for (const char c : script.substr(begin, script.find(kSigns, begin) - begin))
    if (c != ' ' && c != '\n') body += c;
  return body;
}

/// What is no table of ours, and what hangs on one of ours.
std::string added(std::string_view team_tables) {
  return fmt::format(
      R"(SELECT 1, CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' ELSE 'thing' END, relname::text
  FROM pg_class WHERE relnamespace = 'casus'::regnamespace
  AND relkind IN ('r', 'v', 'm', 'f', 'p') AND relname NOT IN ({}, {})
UNION ALL SELECT 1, 'trigger', tgname::text FROM pg_trigger AS t
  JOIN pg_class AS c ON c.oid = t.tgrelid WHERE c.relnamespace = 'casus'::regnamespace AND NOT tgisinternal
UNION ALL SELECT 1, 'rule', rulename::text FROM pg_rewrite AS r
  JOIN pg_class AS c ON c.oid = r.ev_class WHERE c.relnamespace = 'casus'::regnamespace AND c.relkind = 'r'
UNION ALL SELECT 1, 'function', proname::text FROM pg_proc WHERE pronamespace = 'casus'::regnamespace
  AND NOT (pronargs = 0 AND proname IN ('team', 'my_teams'))
)",
      kOtherTables, team_tables);
}

/// One policy on each table, of every role and every statement, that lets rows of the own team through; and the
/// functions that say which team that is, as they were made. A database tells a policy in its own words, and not every
/// version of it writes the name of a column that says nothing.
std::string apart(std::string_view team_tables) {
  return fmt::format(
      R"(UNION ALL SELECT 3, 'apart', relname::text FROM pg_class AS c
  WHERE relnamespace = 'casus'::regnamespace AND relname IN ({}) AND NOT (relrowsecurity AND relforcerowsecurity AND
  (SELECT count(*) = 1 AND bool_and(polpermissive AND polcmd = '*' AND polroles = '{{0}}'
    AND regexp_replace(pg_get_expr(polqual, polrelid), '\s|\mAS team\M', '', 'g') = '(team=(SELECTcasus.team()))'
    AND regexp_replace(pg_get_expr(polwithcheck, polrelid), '\s|\mAS team\M', '', 'g') =
    '(team=(SELECTcasus.team()))')
    FROM pg_policy AS p WHERE p.polrelid = c.oid) IS TRUE)
UNION ALL SELECT 4, 'changed', f.name FROM (VALUES ('team', $1), ('my_teams', $2)) AS f(name, body)
  WHERE NOT EXISTS (SELECT 1 FROM pg_proc AS p WHERE pronamespace = 'casus'::regnamespace AND pronargs = 0
  AND proname = f.name AND prosecdef AND proconfig = ARRAY['search_path=pg_catalog, pg_temp']
  AND regexp_replace(prosrc, '\s', '', 'g') = f.body)
)",
      team_tables);
}

/// What the program's role may do beyond adding rows: change or take away what was written, let itself into a team, or
/// have something done when another writes.
std::string rights() {
  std::string changes;
  for (const auto& table : kTeamTables)
    changes += fmt::format("{}('{}', '{}')", changes.empty() ? "" : ", ", table.name, table.changes);
  return fmt::format(
      R"(UNION ALL SELECT 2, 'rights', relname::text FROM pg_class AS c
  JOIN (VALUES {}) AS t(name, changes) ON t.name = c.relname
  WHERE relnamespace = 'casus'::regnamespace AND relkind = 'r' AND (
  has_table_privilege(c.oid, 'TRUNCATE') OR has_table_privilege(c.oid, 'TRIGGER') OR
  (t.changes <> '*' AND (has_table_privilege(c.oid, 'DELETE') OR EXISTS (SELECT 1 FROM pg_attribute AS a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND has_column_privilege(c.oid, a.attnum, 'UPDATE')
    AND a.attname <> ALL (string_to_array(t.changes, ', '))))))
UNION ALL SELECT 2, 'rights', relname::text FROM pg_class AS c
  WHERE relnamespace = 'casus'::regnamespace AND relname IN ({}) AND (
  has_any_column_privilege(c.oid, 'INSERT') OR has_any_column_privilege(c.oid, 'UPDATE') OR
  has_table_privilege(c.oid, 'DELETE') OR has_table_privilege(c.oid, 'TRUNCATE') OR
  has_table_privilege(c.oid, 'TRIGGER'))
)",
      changes, kOtherTables);
}

std::string told_apart() {
  std::string wanted;
  for (const auto& it : kUnique)
    wanted += fmt::format("{}('{}', '{}')", wanted.empty() ? "" : ", ", it.table, it.columns);
  return fmt::format(
      R"(UNION ALL SELECT 5, 'missing', u.name || ' (' || u.columns || ')' FROM (VALUES {}) AS u(name, columns)
  WHERE NOT EXISTS (SELECT 1 FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid
  WHERE c.relnamespace = 'casus'::regnamespace AND c.relname = u.name
  AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL AND u.columns =
  (SELECT string_agg(a.attname::text, ', ' ORDER BY k.place) FROM unnest(i.indkey::smallint[]) WITH ORDINALITY AS
  k(number, place) JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.number))
)",
      wanted);
}

}  // namespace

std::vector<text::Message> strange_in_database(Connection& connection) {
  std::vector<text::Message> strange;
  std::string teams;
  for (const auto& table : kTeamTables) teams += fmt::format("{}'{}'", teams.empty() ? "" : ", ", table.name);
  // In what a policy says, a function of a schema that is searched stands without that schema.
  connection.post("SELECT set_config('search_path', 'pg_catalog', true)");
  const auto found = connection.ask(added(teams) + apart(teams) + rights() + told_apart() + "ORDER BY 1, 2, 3",
                                    {body_in(kTables), body_in(kSteps[0])});
  for (int row = 0; row < found.rows(); ++row)
    strange.push_back(strange_in_words(found.bytes(row, 1), found.bytes(row, 2)));
  return strange;
}

}  // namespace casus::store
