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

/// By what `strange_in_database` asks.
text::Message strange_in_words(std::string_view kind, std::string_view name) {
  using text::msg;
  if (kind == "rights") return msg("finding.role_may_change", "name"_is = name);
  if (kind == "holds") return msg("finding.role_may_hold", "name"_is = name);
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

/// As a list of a statement.
std::string quoted_names(const auto& list) {
  std::string all;
  for (const auto& it : list) {
    std::string_view name;
    if constexpr (requires { it.name; }) name = it.name;
    else name = it;
    all += fmt::format("{}'{}'", all.empty() ? "" : ", ", name);
  }
  return all;
}

/// What is no table of ours, and what hangs on one of ours.
std::string added() {
  return fmt::format(
      R"(SELECT 1, CASE relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' ELSE 'thing' END, relname::text
  FROM pg_class WHERE relnamespace = 'casus'::regnamespace
  AND relkind IN ('r', 'v', 'm', 'f', 'p') AND relname NOT IN ({}, {})
UNION ALL SELECT 1, 'trigger', tgname::text FROM pg_trigger AS t
  JOIN pg_class AS c ON c.oid = t.tgrelid WHERE c.relnamespace = 'casus'::regnamespace AND NOT tgisinternal
UNION ALL SELECT 1, 'rule', rulename::text FROM pg_rewrite AS r
  JOIN pg_class AS c ON c.oid = r.ev_class WHERE c.relnamespace = 'casus'::regnamespace AND c.relkind = 'r'
UNION ALL SELECT 1, 'function', proname::text FROM pg_proc WHERE pronamespace = 'casus'::regnamespace
  AND NOT (pronargs = 0 AND proname IN ({}))
)",
      quoted_names(kOtherTables), quoted_names(kTeamTables), quoted_names(kTeamFunctions));
}

/// One policy on each table, of every role and every statement, that lets rows of the own team through; and the
/// functions that say which team that is, or work in it, as they were made: $1 has what they do, in their order. A
/// database tells a policy in its own words, and not every version of it writes the name of a column that says nothing.
std::string apart() {
  return fmt::format(
      R"(UNION ALL SELECT 3, 'apart', relname::text FROM pg_class AS c
  WHERE relnamespace = 'casus'::regnamespace AND relname IN ({}) AND NOT (relrowsecurity AND relforcerowsecurity AND
  (SELECT count(*) = 1 AND bool_and(polpermissive AND polcmd = '*' AND polroles = '{{0}}'
    AND regexp_replace(pg_get_expr(polqual, polrelid), '\s|\mAS team\M', '', 'g') = '(team=(SELECTcasus.team()))'
    AND regexp_replace(pg_get_expr(polwithcheck, polrelid), '\s|\mAS team\M', '', 'g') =
    '(team=(SELECTcasus.team()))')
    FROM pg_policy AS p WHERE p.polrelid = c.oid) IS TRUE)
UNION ALL SELECT 4, 'changed', f.name FROM unnest(ARRAY[{}], string_to_array($1, '$$')) AS f(name, body)
  WHERE NOT EXISTS (SELECT 1 FROM pg_proc AS p WHERE pronamespace = 'casus'::regnamespace AND pronargs = 0
  AND proname = f.name AND prosecdef AND proconfig = ARRAY['search_path=pg_catalog, pg_temp']
  AND regexp_replace(prosrc, '\s', '', 'g') = f.body)
)",
      quoted_names(kTeamTables), quoted_names(kTeamFunctions));
}

/// What who signed in may do: what was given to all, to that role, or to one that it can become by a word; and what the
/// server gives on every table. `part` is a column, and empty of all of them.
constexpr std::string_view kGranted = R"(WITH given(name, kind, what, part) AS (
  SELECT relname::text, relkind::text, privilege_type, '' FROM pg_class, aclexplode(relacl)
    WHERE relnamespace = 'casus'::regnamespace AND (grantee = 0 OR pg_has_role(session_user, grantee, 'MEMBER'))
  UNION ALL SELECT relname::text, relkind::text, privilege_type, attname::text
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid, aclexplode(attacl)
    WHERE relnamespace = 'casus'::regnamespace AND (grantee = 0 OR pg_has_role(session_user, grantee, 'MEMBER'))
  UNION ALL SELECT 'schema ' || nspname, 'schema', privilege_type, '' FROM pg_namespace, aclexplode(nspacl)
    WHERE nspname = 'casus' AND (grantee = 0 OR pg_has_role(session_user, grantee, 'MEMBER'))
  UNION ALL SELECT relname::text, relkind::text, every.what, '' FROM pg_class AS c,
    (VALUES ('INSERT'), ('UPDATE'), ('DELETE'), ('TRUNCATE')) AS every(what)
    WHERE relnamespace = 'casus'::regnamespace AND relkind = 'r' AND has_table_privilege(c.oid, every.what))
)";

/// What the program's role may do beyond adding rows: change or take away what was written, let itself into a team,
/// have something done when another writes, or lock what all teams need.
std::string rights() {
  std::string changes;
  for (const auto& table : kTeamTables)
    changes += fmt::format("{}('{}', '{}')", changes.empty() ? "" : ", ", table.name, table.changes);
  return fmt::format(
      R"(UNION ALL SELECT DISTINCT 2, CASE WHEN kind = 'r' AND what IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE',
  'TRIGGER') THEN 'rights' ELSE 'holds' END, g.name FROM given AS g LEFT JOIN (VALUES {}) AS t(name, changes)
  ON t.name = g.name AND kind = 'r'
  WHERE (kind IN ('S', 'schema') OR g.name IN ({}, {})) AND NOT (what = 'SELECT' OR
  (kind = 'schema' AND what = 'USAGE') OR (t.name IS NOT NULL AND (what = 'INSERT' OR
  (what = 'UPDATE' AND part = ANY (string_to_array(t.changes, ', '))))))
)",
      changes, quoted_names(kTeamTables), quoted_names(kOtherTables));
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
  std::string bodies;
  for (const auto& it : kTeamFunctions) bodies += (bodies.empty() ? "" : "$$") + body_in(it.made_in);
  // In what a policy says, a function of a schema that is searched stands without that schema.
  connection.post("SELECT set_config('search_path', 'pg_catalog', true)");
  const auto found = connection.ask(
      std::string(kGranted) + added() + apart() + rights() + told_apart() + "ORDER BY 1, 2, 3", {bodies});
  for (int row = 0; row < found.rows(); ++row)
    strange.push_back(strange_in_words(found.bytes(row, 1), found.bytes(row, 2)));
  return strange;
}

}  // namespace casus::store
