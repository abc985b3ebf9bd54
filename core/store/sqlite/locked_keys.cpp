// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys/locked_keys.hpp"

#include "core/base/fault.hpp"
#include "core/store/files/files.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/sqlite/key_lock.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

#include <functional>
#include <utility>
#include <vector>

namespace casus::store {

namespace {

constexpr std::string_view kProof = "the keys of this store";

Database key_file(const std::string& path) {
  if (!file_exists(path)) throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_missing", "path"_is = path));
  Database db(path);
  if (format_of(db, kKeyFile) == 0)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_empty", "path"_is = path));
  return db;
}

Place proof_of(const std::string& id) { return {id, 0, {}}; }

struct KeyRow {
  std::string stream, person, key;
};

/// Writes every key anew, from under one lock (or none) to under another (or none), in one transaction; the journal has
/// what stood there before, so it is overwritten.
void reseal(Database& db, const std::optional<Key>& from, const std::optional<Key>& to,
            const std::function<void()>& and_then) {
  db.run("PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
  db.run("PRAGMA journal_mode = PERSIST");
  db.transaction([&] {
    std::vector<KeyRow> rows;
    {
      Statement select(db, "SELECT stream, person, key FROM keys WHERE key IS NOT NULL");
      for (Rows each = select.rows(); each.next();)
        rows.push_back({std::string(each.bytes(0)), std::string(each.bytes(1)), std::string(each.bytes(2))});
    }
    for (auto& row : rows) {
      auto clear = from ? unsealed_key(*from, row.stream, row.person, row.key) : std::optional(std::move(row.key));
      if (!clear)
        throw text::SaidFault(Fault::Kind::store,
                              text::msg("fault.key_does_not_open", "path"_is = db.path(), "stream"_is = row.stream));
      const auto sealed = to ? sealed_key(*to, row.stream, row.person, *clear) : *clear;
      // Empty first: a longer value may be written elsewhere in the file, and what stood here must be overwritten.
      Statement(db, "UPDATE keys SET key = zeroblob(length(key)) WHERE stream = ?1 AND person = ?2")
          .run(std::string_view(row.stream), std::string_view(row.person));
      Statement(db, "UPDATE keys SET key = ?3 WHERE stream = ?1 AND person = ?2")
          .run(std::string_view(row.stream), std::string_view(row.person), Blob{sealed});
    }
    and_then();
  });
  wipe_journal(db);
}

Key key_from(const std::string& path, std::string_view bytes) {
  const auto key = Key::from(bytes);
  if (!key || !unlocks(path, bytes))
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.locked_otherwise", "path"_is = path));
  return *key;
}

}  // namespace

std::string sealed_key(const Key& lock, std::string_view stream, std::string_view person, std::string_view key) {
  return seal(lock, {stream, -1, person}, key);
}

std::optional<std::string> unsealed_key(const Key& lock, std::string_view stream, std::string_view person,
                                        std::string_view sealed) {
  return unseal(lock, {stream, -1, person}, sealed);
}

void wipe_journal(Database& db) {
  db.transaction([&] { overwrite_file(db.path() + "-journal"); }, "BEGIN EXCLUSIVE");
  db.run("PRAGMA journal_mode = DELETE");
}

std::string lock_of(Database& db) { return meta_of(db, kLock); }

bool keys_are_locked(const std::string& keys_path) {
  if (!file_exists(keys_path)) return false;
  Database db(keys_path);
  return format_of(db, kKeyFile) == kLockedFormat;
}

std::optional<std::string> unlocked_with(const std::string& keys_path, std::string_view passphrase) {
  auto db = key_file(keys_path);
  return unseal_with_passphrase(passphrase, bytes_of_hex(lock_of(db)));
}

bool unlocks(const std::string& keys_path, std::string_view key) {
  auto db = key_file(keys_path);
  const auto lock = Key::from(key);
  const auto id = store_id_of(db);
  return lock && unseal(*lock, proof_of(id), bytes_of_hex(meta_of(db, kLockProof))) == kProof;
}

std::string name_of_lock(const std::string& keys_path) {
  auto db = key_file(keys_path);
  return "casus:" + store_id_of(db) + ':' + hex_of(view(hash_of(lock_of(db)))).substr(0, 16);
}

std::string lock_keys(const std::string& keys_path, std::string_view passphrase, std::string_view key) {
  require_private(keys_path, text::msg("fault.the_key_file"));
  auto db = key_file(keys_path);
  const bool was = format_of(db, kKeyFile) == kLockedFormat;
  const auto from = was ? std::optional(key_from(keys_path, key)) : std::nullopt;
  const auto to = Key::random();
  const auto id = store_id_of(db);
  reseal(db, from, to, [&] {
    put_meta(db, kLock, hex_of(seal_with_passphrase(passphrase, to.bytes())));
    put_meta(db, kLockProof, hex_of(seal(to, proof_of(id), kProof)));
    db.run(fmt::format("PRAGMA user_version = {}", kLockedFormat).c_str());
  });
  return std::string(to.bytes());
}

void unlock_keys(const std::string& keys_path, std::string_view key) {
  auto db = key_file(keys_path);
  if (format_of(db, kKeyFile) != kLockedFormat) return;
  const auto from = key_from(keys_path, key);
  reseal(db, from, std::nullopt, [&] {
    db.run("DELETE FROM meta WHERE name IN ('lock', 'lock_proof')");
    db.run(fmt::format("PRAGMA user_version = {}", kKeyFile.made).c_str());
  });
}

}  // namespace casus::store
