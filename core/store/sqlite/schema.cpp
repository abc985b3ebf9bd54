// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sqlite/schema.hpp"

#include "core/base/fault.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/store.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>

namespace casus::store {

namespace {

// A row of `events` lies where it was appended, whatever its stream: pages fill up completely and are written once.
// Its stream and type have no foreign key: they were looked up a moment before in the same transaction, looking again
// costs a quarter of an append, and `verify` finds what someone else broke.
// `erasures` counts keys destroyed in a stream: whoever holds keys in memory and sees another count forgets them.
constexpr const char* kStoreTables = R"(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE types(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE streams(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  head INTEGER NOT NULL,
  digest BLOB NOT NULL,
  mark BLOB NOT NULL,
  erasures INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE events(
  id INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL,
  version INTEGER NOT NULL,
  type INTEGER NOT NULL,
  type_version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  digest BLOB NOT NULL,
  UNIQUE(stream, version)) STRICT;
)";

// New in format 2. A command is known by 64 bits of the digest of its id: the key of the table itself, in short rows.
// `erased` is the list of all that was ever erased; each mark vouches for the rows before it. `waiting` are streams
// whose keys were not in the vault when the store was brought to format 2 (migrate.hpp).
constexpr const char* kSecondTables = R"(
CREATE TABLE commands(
  mark INTEGER PRIMARY KEY,
  stream INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  content INTEGER NOT NULL) STRICT;
CREATE TABLE erased(
  id INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  person TEXT NOT NULL,
  number INTEGER NOT NULL,
  mark BLOB NOT NULL) STRICT;
CREATE INDEX erased_by_stream ON erased(stream);
CREATE TABLE waiting(stream INTEGER PRIMARY KEY) STRICT;
)";

constexpr const char* kCheckpointTable = R"(
CREATE TABLE checkpoints(
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  position INTEGER NOT NULL,
  streams INTEGER NOT NULL,
  erased INTEGER NOT NULL,
  erased_mark BLOB NOT NULL,
  root BLOB NOT NULL,
  mark BLOB NOT NULL) STRICT;
)";

// `due` is the earlier of review_on and action_due, or a day after all days, so that one index gives the order wanted.
// The indexes on `safety` leave out the many cases where all is well.
constexpr const char* kIndexTables = R"(
CREATE TABLE case_index(
  stream INTEGER PRIMARY KEY REFERENCES streams(id),
  life INTEGER NOT NULL,
  phase INTEGER NOT NULL,
  safety INTEGER NOT NULL,
  meldcode_step INTEGER NOT NULL,
  round INTEGER NOT NULL,
  step TEXT NOT NULL,
  workflow TEXT NOT NULL,
  method TEXT NOT NULL,
  neighbourhood TEXT NOT NULL,
  review_on INTEGER,
  action_due INTEGER,
  due INTEGER NOT NULL,
  opened_on INTEGER,
  changed_at INTEGER NOT NULL,
  summary BLOB) STRICT;
CREATE INDEX case_by_due ON case_index(due);
CREATE INDEX case_by_change ON case_index(changed_at);
CREATE INDEX case_by_life_due ON case_index(life, due);
CREATE INDEX case_by_life_change ON case_index(life, changed_at);
CREATE INDEX case_by_safety_due ON case_index(safety, due) WHERE safety > 0;
CREATE INDEX case_by_safety_change ON case_index(safety, changed_at) WHERE safety > 0;
)";

constexpr const char* kKeyTables = R"(
CREATE TABLE meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE keys(
  stream TEXT NOT NULL,
  person TEXT NOT NULL,
  key BLOB,
  PRIMARY KEY(stream, person)) STRICT, WITHOUT ROWID;
)";

// New in format 2. `destroyed` names single events; `wiped` says how far this vault has followed the list of the store;
// `ends` is where each stream ended at the last checkpoint.
constexpr const char* kSecondKeyTables = R"(
CREATE TABLE destroyed(
  stream TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY(stream, number)) STRICT, WITHOUT ROWID;
CREATE TABLE wiped(
  only INTEGER PRIMARY KEY,
  id INTEGER NOT NULL,
  mark BLOB NOT NULL) STRICT;
CREATE TABLE ends(
  stream TEXT NOT NULL PRIMARY KEY,
  number INTEGER NOT NULL,
  digest BLOB NOT NULL) STRICT, WITHOUT ROWID;
)";

void number_file(Database& db, const FileKind& kind) {
  db.run(fmt::format("PRAGMA application_id = {}", kind.application_id).c_str());
  db.run(fmt::format("PRAGMA user_version = {}", kind.made).c_str());
}

void stamp(Database& db, const FileKind& kind, const std::string& store_id) {
  number_file(db, kind);
  Statement(db, "INSERT INTO meta(name, value) VALUES('store_id', ?1)").run(std::string_view(store_id));
}

/// "trigger quiet", as SQLite calls it.
text::Message part_in_words(std::string_view part) {
  const auto space = std::min(part.find(' '), part.size());
  const auto kind = part.substr(0, space);
  const auto name = part.substr(std::min(space + 1, part.size()));
  if (kind == "table") return text::msg("finding.part_table", "name"_is = name);
  if (kind == "index") return text::msg("finding.part_index", "name"_is = name);
  if (kind == "trigger") return text::msg("finding.part_trigger", "name"_is = name);
  return text::msg("finding.part_view", "name"_is = name);
}

/// Everything that could copy or change what is written. Names of tables are compared, not texts.
std::vector<text::Message> added_to(Database& db, const text::Message& file, std::string_view tables) {
  std::vector<text::Message> added;
  Statement select(db, fmt::format("SELECT type || ' ' || name FROM sqlite_schema WHERE type IN ('trigger', 'view') OR "
                                   "(type = 'table' AND name NOT IN ({})) ORDER BY 1",
                                   tables));
  for (Rows rows = select.rows(); rows.next();)
    added.push_back(text::msg("finding.added", "file"_is = file, "part"_is = part_in_words(rows.bytes(0))));
  return added;
}

using SchemaParts = std::map<std::string, std::string>;

/// Name of every table, index, trigger and view, and the text that made it.
SchemaParts parts_of(Database& db) {
  SchemaParts parts;
  Statement select(db, "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema");
  for (Rows rows = select.rows(); rows.next();) parts.emplace(rows.bytes(0), rows.bytes(1));
  return parts;
}

std::vector<text::Message> differing(Database& model, Database& db, const text::Message& file) {
  const auto right = parts_of(model);
  const auto found = parts_of(db);
  std::vector<text::Message> strange;
  for (const auto& [name, sql] : found) {
    const auto at = right.find(name);
    if (at == right.end())
      strange.push_back(text::msg("finding.added", "file"_is = file, "part"_is = part_in_words(name)));
    else if (at->second != sql)
      strange.push_back(text::msg("finding.part_changed", "part"_is = part_in_words(name), "file"_is = file));
  }
  for (const auto& [name, sql] : right)
    if (!found.contains(name))
      strange.push_back(text::msg("finding.part_missing", "part"_is = part_in_words(name), "file"_is = file));
  return strange;
}

std::vector<text::Message> unknown_meta(Database& db, const text::Message& file, std::vector<std::string_view> known) {
  std::vector<text::Message> strange;
  Statement select(db, "SELECT name FROM meta ORDER BY name");
  for (Rows rows = select.rows(); rows.next();)
    if (std::ranges::find(known, rows.bytes(0)) == known.end())
      strange.push_back(text::msg("finding.meta_added", "file"_is = file, "name"_is = rows.bytes(0)));
  return strange;
}

}  // namespace

int format_of(Database& db, const FileKind& kind) {
  // All of it from one moment: another program may be making the file. A savepoint, since it may be us, half-way.
  db.run("SAVEPOINT looking");
  const auto application = db.number("PRAGMA application_id");
  const auto tables = db.number("SELECT count(*) FROM sqlite_schema");
  const auto version = db.number("PRAGMA user_version");
  db.run("RELEASE looking");
  if (application == 0 && tables == 0) return 0;
  if (application != kind.application_id)
    throw text::SaidFault(Fault::Kind::store, kind.application_id == kKeyFile.application_id
                                                  ? text::msg("fault.no_key_file", "path"_is = db.path())
                                                  : text::msg("fault.no_store_file", "path"_is = db.path()));
  if (version > kind.version || version < 1)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.newer_format", "path"_is = db.path(),
                                                        "format"_is = version, "known"_is = kind.version));
  return static_cast<int>(version);
}

bool is_empty(Database& db, const FileKind& kind) { return format_of(db, kind) == 0; }

void make_store_tables(Database& db, const std::string& store_id, Purpose purpose) {
  db.run(kStoreTables);
  db.run(kSecondTables);
  db.run(kCheckpointTable);
  db.run(kIndexTables);
  stamp(db, kStoreFile, store_id);
  put_meta(db, kKeysSealed, "1");  // from its first day
  if (purpose == Purpose::training) db.run("INSERT INTO meta(name, value) VALUES('purpose', 'training')");
}

void make_key_tables(Database& db, const std::string& store_id) {
  db.run(kKeyTables);
  db.run(kSecondKeyTables);
  db.run(kCheckpointTable);
  stamp(db, kKeyFile, store_id);
}

void upgrade_store_tables(Database& db) {
  db.run("DROP TABLE commands");
  db.run(kSecondTables);
  db.run(kCheckpointTable);
  number_file(db, kStoreFile);
}

void upgrade_key_tables(Database& db) {
  db.run(kSecondKeyTables);
  db.run(kCheckpointTable);
  number_file(db, kKeyFile);
}

void add_left_table(Database& db) {
  db.run(
      "CREATE TABLE IF NOT EXISTS \"left\"(stream TEXT NOT NULL, number INTEGER NOT NULL, version INTEGER NOT NULL, "
      "husk BLOB NOT NULL, PRIMARY KEY(stream, number)) STRICT, WITHOUT ROWID");
}

std::string meta_of(Database& db, std::string_view name) {
  Statement select(db, "SELECT value FROM meta WHERE name = ?1");
  Rows rows = select.rows(name);
  return rows.next() ? std::string(rows.bytes(0)) : std::string();
}

void put_meta(Database& db, std::string_view name, std::string_view value) {
  Statement(db, "INSERT INTO meta(name, value) VALUES(?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2")
      .run(name, value);
}

void drop_meta(Database& db, std::string_view name) { Statement(db, "DELETE FROM meta WHERE name = ?1").run(name); }

std::string store_id_of(Database& db) { return meta_of(db, "store_id"); }

Purpose purpose_of(Database& db) { return meta_of(db, "purpose") == "training" ? Purpose::training : Purpose::cases; }

std::vector<text::Message> strange_in_store(Database& db) {
  Database model(":memory:");
  make_store_tables(model, "", Purpose::cases);
  auto strange = differing(model, db, text::msg("finding.the_database"));
  std::ranges::move(unknown_meta(db, text::msg("finding.the_database"), {"store_id", "purpose", kOlder, kKeysSealed}),
                    std::back_inserter(strange));
  return strange;
}

std::vector<text::Message> strange_in_keys(Database& db) {
  Database model(":memory:");
  make_key_tables(model, "");
  add_left_table(model);
  auto strange = differing(model, db, text::msg("finding.the_key_file"));
  std::ranges::move(unknown_meta(db, text::msg("finding.the_key_file"), {"store_id", kSeal, kBegun, kLock, kLockProof}),
                    std::back_inserter(strange));
  return strange;
}

std::vector<text::Message> added_to_store(Database& db) {
  return added_to(db, text::msg("finding.the_database"),
                  "'meta', 'types', 'streams', 'events', 'commands', 'erased', 'waiting', 'checkpoints', 'case_index'");
}

std::vector<text::Message> added_to_keys(Database& db) {
  return added_to(db, text::msg("finding.the_key_file"),
                  "'meta', 'keys', 'destroyed', 'wiped', 'ends', 'checkpoints', 'left'");
}

}  // namespace casus::store
