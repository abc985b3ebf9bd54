// SPDX-License-Identifier: EUPL-1.2
#include "core/store/schema.hpp"

#include "core/base/fault.hpp"
#include "core/store/sqlite.hpp"
#include "core/store/store.hpp"

#include <fmt/format.h>

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
CREATE TABLE commands(
  mark BLOB PRIMARY KEY,
  stream INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  content INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
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

void stamp(Database& db, const FileKind& kind, const std::string& store_id) {
  db.run(fmt::format("PRAGMA application_id = {}", kind.application_id).c_str());
  db.run(fmt::format("PRAGMA user_version = {}", kind.version).c_str());
  Statement(db, "INSERT INTO meta(name, value) VALUES('store_id', ?1)").run(std::string_view(store_id));
}

}  // namespace

bool is_empty(Database& db, const FileKind& kind) {
  // All of it from one moment: another program may be making the file. A savepoint, since it may be us, half-way.
  db.run("SAVEPOINT looking");
  const auto application = db.number("PRAGMA application_id");
  const auto tables = db.number("SELECT count(*) FROM sqlite_schema");
  const auto version = db.number("PRAGMA user_version");
  db.run("RELEASE looking");
  if (application == 0 && tables == 0) return true;
  if (application != kind.application_id)
    throw Fault(
        Fault::Kind::store,
        fmt::format("store file '{}' is a database, but not a {} of casus; give the right file", db.path(), kind.name));
  if (version > kind.version || version < 1)
    throw Fault(Fault::Kind::store,
                fmt::format("store file '{}' has format {} and this program knows 1 to {}; use a newer casus",
                            db.path(), version, kind.version));
  return false;
}

void make_store_tables(Database& db, const std::string& store_id, Purpose purpose) {
  db.run(kStoreTables);
  db.run(kIndexTables);
  stamp(db, kStoreFile, store_id);
  if (purpose == Purpose::training) db.run("INSERT INTO meta(name, value) VALUES('purpose', 'training')");
}

void complete_store_tables(Database& db) {
  const auto lacks = [&] {
    return db.number("SELECT count(*) FROM pragma_table_info('commands') WHERE name = 'content'") == 0;
  };
  if (!lacks()) return;
  db.run("BEGIN IMMEDIATE");
  try {
    if (lacks()) db.run("ALTER TABLE commands ADD COLUMN content INTEGER NOT NULL DEFAULT 0");  // else another just did
    db.run("COMMIT");
  } catch (...) {
    if (db.in_transaction()) db.run("ROLLBACK");
    throw;
  }
}

void make_key_tables(Database& db, const std::string& store_id) {
  db.run(kKeyTables);
  stamp(db, kKeyFile, store_id);
}

std::string store_id_of(Database& db) {
  Statement select(db, "SELECT value FROM meta WHERE name = 'store_id'");
  Rows rows = select.rows();
  return rows.next() ? std::string(rows.bytes(0)) : std::string();
}

Purpose purpose_of(Database& db) {
  Statement select(db, "SELECT value FROM meta WHERE name = 'purpose'");
  Rows rows = select.rows();
  return rows.next() && rows.bytes(0) == "training" ? Purpose::training : Purpose::cases;
}

}  // namespace casus::store
