// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sqlite/sqlite_vault.hpp"

#include "core/base/fault.hpp"
#include "core/store/checkpoint.hpp"
#include "core/store/files/files.hpp"
#include "core/store/keys/key_tree.hpp"
#include "core/store/sqlite/key_lock.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/store/sqlite/vault_seal.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

#include <utility>

namespace casus::store {

using namespace text::literals;

namespace {

Database open_vault(const std::string& path) {
  if (!file_exists(path)) throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_missing", "path"_is = path));
  require_private(path, text::msg("fault.the_key_file"));
  Database db(path);
  db.holds_keys();
  // EXTRA: the end of the journal is durable too, so that a destroyed key does not come back after a power failure.
  db.run(
      "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; "
      "PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF");
  return db;
}

/// Refuses what is no key file before anything is prepared on it.
Database open_vault_of(const std::string& path, const std::string& store_id) {
  Database db = open_vault(path);
  const int format = format_of(db, kKeyFile);
  if (format == 0) throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_empty", "path"_is = path));
  if (store_id_of(db) != store_id)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_of_another", "path"_is = path));
  if (format == 1) {
    db.run("BEGIN IMMEDIATE");
    if (format_of(db, kKeyFile) == 1) upgrade_key_tables(db);
    db.run("COMMIT");
  }
  add_left_table(db);
  return db;
}

}  // namespace

bool SqliteVault::has_keys_of_streams(const std::string& path) try {
  if (!file_exists(path)) return false;
  Database db = open_vault(path);
  return format_of(db, kKeyFile) > 0 && db.number("SELECT count(*) FROM keys") > 1;
} catch (const Fault&) {
  return false;
}

std::string SqliteVault::make(const std::string& path, const std::function<bool()>& store_is_there) {
  make_private_file(path);
  Database db = open_vault(path);
  db.run("BEGIN IMMEDIATE");  // first: two processes may begin one store
  if (is_empty(db, kKeyFile)) {
    make_key_tables(db, random_id());
    const Key store_key = Key::random();
    Statement(db, "INSERT INTO keys(stream, person, key) VALUES('', '', ?1)").run(Blob{store_key.bytes()});
    const StoreKeys keys(store_key);
    auto seal = all_tables_digest(keys);
    add_to(seal, key_row_digest(keys, {"", "", store_key.bytes()}));
    put_meta(db, kSeal, seal_text(seal));
  } else if (db.number("SELECT count(*) FROM keys") > 1 && !store_is_there()) {
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_of_gone", "path"_is = path));
  }
  db.run("COMMIT");
  return store_id_of(db);
}

SqliteVault::SqliteVault(const std::string& path, const std::string& store_id, const std::function<Key()>& ask_lock)
    : db_(open_vault_of(path, store_id)),
      locked_as_(lock_of(db_)),
      lock_(locked_as_.empty() ? std::nullopt : std::optional(ask_lock())),
      select_(db_, "SELECT key FROM keys WHERE stream = ?1 AND person = ?2"),
      select_all_(db_, "SELECT person, key FROM keys WHERE stream = ?1 AND key IS NOT NULL"),
      insert_(db_, "INSERT INTO keys(stream, person, key) VALUES(?1, ?2, ?3)"),
      select_lock_(db_, "SELECT value FROM meta WHERE name = 'lock'") {
  widen_seal();
  // Left by a process that ended between destroying a key and overwriting the journal; whatever was to be rolled back
  // has been, by the first look at the file. Somebody at work in it keeps us out, and does it as well.
  if (!file_exists(path + "-journal")) return;
  try {
    db_.run("PRAGMA journal_mode = PERSIST");
    wipe_journal(db_);
  } catch (const Fault&) {
    // The next opening tries again.
  }
}

void SqliteVault::look(const std::function<void()>& work) {
  if (db_.in_transaction()) return work();
  struct Looking {
    explicit Looking(Asked& asked) : asked_(asked) { asked_ = Asked::not_yet; }
    ~Looking() { asked_ = Asked::each_time; }
    Looking(const Looking&) = delete;
    Looking& operator=(const Looking&) = delete;
    Asked& asked_;
  } looking(asked_);
  db_.transaction(work, "BEGIN");
}

// ---- keys

Key SqliteVault::store_key() {
  const auto held = find("", "");
  const auto key = held.state == Held::State::present ? Key::from(held.bytes) : std::nullopt;
  if (!key) throw text::SaidFault(Fault::Kind::store, text::msg("fault.no_store_key", "path"_is = path()));
  return *key;
}

Vault::Held SqliteVault::find(std::string_view stream, std::string_view person) {
  Rows rows = select_.rows(stream, person);
  if (!rows.next()) return {};
  if (rows.is_null(0)) return {Held::State::erased, {}};
  require_same_lock();
  auto key = opened(stream, person, rows.bytes(0));
  if (!key) does_not_open(stream);
  return {Held::State::present, std::move(*key)};
}

Vault::KeysByPerson SqliteVault::find_all(std::string_view stream) {
  KeysByPerson all;
  Rows rows = select_all_.rows(stream);
  while (rows.next()) {
    if (all.empty()) require_same_lock();
    const std::string person(rows.bytes(0));
    if (auto key = opened(stream, person, rows.bytes(1))) all.emplace(person, std::move(*key));
    else if (person.empty()) does_not_open(stream);
  }
  return all;
}

std::optional<std::string> SqliteVault::opened(std::string_view stream, std::string_view person,
                                               std::string_view lies) const {
  return lock_ ? unsealed_key(*lock_, stream, person, lies) : std::optional<std::string>(lies);
}

void SqliteVault::does_not_open(std::string_view stream) const {
  throw text::SaidFault(Fault::Kind::store,
                        text::msg("fault.key_does_not_open", "path"_is = path(), "stream"_is = stream));
}

/// Locked, or unlocked, by another program since: what would be written now is not as the file is.
void SqliteVault::require_same_lock() {
  if (asked_ == Asked::same) return;
  {
    Rows rows = select_lock_.rows();
    if ((rows.next() ? rows.bytes(0) : std::string_view()) == locked_as_) {
      if (asked_ == Asked::not_yet) asked_ = Asked::same;
      return;
    }
  }
  throw text::SaidFault(Fault::Kind::store, text::msg("fault.lock_changed", "path"_is = path()));
}

std::string SqliteVault::as_it_lies(std::string_view stream, std::string_view person, std::string_view key) const {
  return lock_ ? sealed_key(*lock_, stream, person, key) : std::string(key);
}

SqliteVault::~SqliteVault() {
  if (!keeps_journal_) return;
  try {
    db_.run("PRAGMA journal_mode = DELETE");
  } catch (const Fault&) {
    // An empty file is left.
  }
}

void SqliteVault::add(const std::vector<NewKey>& keys) {
  // To make the journal anew each time, and to remove it, is to wait for the disk two times more.
  if (!std::exchange(keeps_journal_, true)) db_.run("PRAGMA journal_mode = TRUNCATE");
  db_.transaction([&] {
    require_same_lock();
    for (const auto& key : keys) {
      const auto lies = as_it_lies(key.stream, key.person, key.key);
      insert_.run(key.stream, key.person, Blob{lies});
    }
    add_to_seal([&](Digest& seal) {
      for (const auto& key : keys) add_to(seal, key_row_digest(*keys_, key));
    });
  });
}

void SqliteVault::overwrite(const std::set<std::string>& streams, const std::function<void()>& work) {
  db_.run("PRAGMA journal_mode = PERSIST");  // its journal stays for us to overwrite
  db_.transaction([&] {
    require_same_lock();
    change(streams, work);
  });
  wipe_journal(db_);
  keeps_journal_ = false;
}

void SqliteVault::replace_tree(std::string_view stream, std::string_view tree) {
  const auto lies = as_it_lies(stream, "", tree);
  overwrite({std::string(stream)}, [&] {
    Statement(db_,
              "INSERT INTO keys(stream, person, key) VALUES(?1, '', ?2) ON CONFLICT(stream, person) DO UPDATE SET "
              "key = ?2")
        .run(stream, Blob{lies});
  });
}

std::vector<std::string> SqliteVault::streams() {
  std::vector<std::string> names;
  Statement select(db_, "SELECT stream FROM keys WHERE person = '' AND stream <> '' ORDER BY stream");
  for (Rows rows = select.rows(); rows.next();) names.emplace_back(rows.bytes(0));
  return names;
}

// ---- destroying

void SqliteVault::destroy(const std::vector<ErasedRow>& rows, const Wiped& now, const Husks& left) {
  std::set<std::string> streams;
  for (const auto& row : rows) streams.insert(row.what.stream);
  overwrite(streams, [&] {
    for (const auto& row : rows) destroy_one(row.what, left);
    Statement(db_,
              "INSERT INTO wiped(only, id, mark) VALUES(1, ?1, ?2) ON CONFLICT(only) DO UPDATE SET id = ?1, mark = ?2")
        .run(now.id, Blob{view(now.mark)});
  });
}

bool SqliteVault::has_noted(const Erased& what) {
  Statement select(db_, "SELECT 1 FROM destroyed WHERE stream = ?1 AND number = ?2");
  return select.rows(std::string_view(what.stream), what.number).next();
}

void SqliteVault::destroy_one(const Erased& what, const Husks& left) {
  if (!what.person.empty()) {
    Statement(db_, "UPDATE keys SET key = NULL WHERE stream = ?1 AND person = ?2")
        .run(std::string_view(what.stream), std::string_view(what.person));
    return;
  }
  if (what.number == 0) {
    Statement(db_, "UPDATE keys SET key = NULL WHERE stream = ?1").run(std::string_view(what.stream));
    Statement(db_, "DELETE FROM \"left\" WHERE stream = ?1").run(std::string_view(what.stream));
    return;
  }
  const auto held = find(what.stream, "");
  if (held.state != Held::State::present) return;
  auto tree = KeyTree::from(held.bytes);
  if (!tree)
    throw Fault(Fault::Kind::store, fmt::format("key file '{}' is damaged: the key of '{}' has the wrong size; put the "
                                                "right file back",
                                                path(), what.stream));
  const auto number = event_number(what);
  if (!is_begun_anew(what)) destroy_event(*tree, number);
  else if (!has_noted(what) || !tree->has(event_place(number))) begin_event_anew(*tree, number);
  // Empty first: a longer value may be written elsewhere in the file, and what stood here must be overwritten.
  Statement(db_, "UPDATE keys SET key = zeroblob(length(key)) WHERE stream = ?1 AND person = ''")
      .run(std::string_view(what.stream));
  Statement(db_, "UPDATE keys SET key = ?2 WHERE stream = ?1 AND person = ''")
      .run(std::string_view(what.stream), Blob{as_it_lies(what.stream, "", tree->bytes())});
  // One row of an event: what is so now.
  Statement(db_, "DELETE FROM destroyed WHERE stream = ?1 AND number IN (?2, -?2, ?3)")
      .run(std::string_view(what.stream), number, kBegunAnew + number);
  Statement(db_, "INSERT INTO destroyed(stream, number) VALUES(?1, ?2)")
      .run(std::string_view(what.stream), what.number);
  const auto husk = left.find({what.stream, number});
  if (husk == left.end()) return;
  Statement(db_, "INSERT INTO \"left\"(stream, number, version, husk) VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")
      .run(std::string_view(what.stream), what.number, std::int64_t{husk->second.type_version},
           Blob{husk->second.payload});
}

std::optional<Husk> SqliteVault::left(std::string_view stream, std::int64_t number) {
  Statement select(db_, "SELECT version, husk FROM \"left\" WHERE stream = ?1 AND number = ?2");
  Rows rows = select.rows(stream, number);
  if (!rows.next()) return std::nullopt;
  return Husk{static_cast<int>(rows.integer(0)), std::string(rows.bytes(1)), {}};
}

/// Empty first, as with a key: what stood here must be overwritten.
void SqliteVault::overwrite_left(std::string_view stream, std::int64_t number) {
  Statement(db_, "UPDATE \"left\" SET husk = zeroblob(length(husk)) WHERE stream = ?1 AND number = ?2")
      .run(stream, number);
}

void SqliteVault::keep_left(const Husks& left) {
  if (left.empty()) return;
  std::set<std::string> streams;
  for (const auto& [place, husk] : left) streams.insert(place.first);
  overwrite(streams, [&] {
    for (const auto& [place, husk] : left) {
      overwrite_left(place.first, place.second);
      Statement(db_,
                "INSERT INTO \"left\"(stream, number, version, husk) VALUES(?1, ?2, ?3, ?4) "
                "ON CONFLICT DO UPDATE SET version = ?3, husk = ?4")
          .run(std::string_view(place.first), place.second, std::int64_t{husk.type_version}, Blob{husk.payload});
    }
  });
}

void SqliteVault::drop_left(std::string_view stream, std::int64_t number) {
  if (!this->left(stream, number)) return;
  overwrite({std::string(stream)}, [&] {
    overwrite_left(stream, number);
    Statement(db_, "DELETE FROM \"left\" WHERE stream = ?1 AND number = ?2").run(stream, number);
  });
}

void SqliteVault::reword_left(std::string_view stream, std::int64_t number, const Husk& left) {
  if (!this->left(stream, number)) return;
  overwrite({std::string(stream)}, [&] {
    overwrite_left(stream, number);
    Statement(db_, "UPDATE \"left\" SET version = ?3, husk = ?4 WHERE stream = ?1 AND number = ?2")
        .run(stream, number, std::int64_t{left.type_version}, Blob{left.payload});
  });
}

void SqliteVault::forget_destroyed(const std::vector<Erased>& keys) {
  std::set<std::string> streams;
  for (const auto& what : keys) streams.insert(what.stream);
  overwrite(streams, [&] {
    for (const auto& what : keys) {
      Statement(db_, "DELETE FROM keys WHERE stream = ?1 AND (person = ?2 OR ?2 = '') AND key IS NULL")
          .run(std::string_view(what.stream), std::string_view(what.person));
      if (what.person.empty())
        Statement(db_, "DELETE FROM destroyed WHERE stream = ?1").run(std::string_view(what.stream));
    }
  });
}

Wiped SqliteVault::wiped() {
  Statement select(db_, "SELECT id, mark FROM wiped");
  Rows rows = select.rows();
  if (!rows.next()) return {};
  return {rows.integer(0), digest_from(rows.bytes(1)).value_or(Digest{})};
}

std::vector<Erased> SqliteVault::destroyed() {
  std::vector<Erased> all;
  Statement keys(db_,
                 "SELECT k.stream, k.person FROM keys AS k LEFT JOIN keys AS whole ON whole.stream = k.stream AND "
                 "whole.person = '' WHERE k.key IS NULL AND (k.person = '' OR whole.key IS NOT NULL) "
                 "ORDER BY k.stream, k.person");
  for (Rows rows = keys.rows(); rows.next();)
    all.push_back({std::string(rows.bytes(0)), std::string(rows.bytes(1)), 0});
  Statement events(
      db_,
      "SELECT d.stream, d.number FROM destroyed AS d JOIN keys AS k ON k.stream = d.stream AND k.person = '' "
      "WHERE k.key IS NOT NULL ORDER BY d.stream, d.number");
  for (Rows rows = events.rows(); rows.next();) all.push_back({std::string(rows.bytes(0)), "", rows.integer(1)});
  return all;
}

}  // namespace casus::store
