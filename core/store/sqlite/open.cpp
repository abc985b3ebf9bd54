// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/store/address.hpp"
#include "core/store/database_fault.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/files/snapshots.hpp"
#include "core/store/keys/locked_keys.hpp"
#include "core/store/sealed/sealed_store.hpp"
#include "core/store/sqlite/checkpoint_table.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/sqlite/migrate.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/store/sqlite/sqlite_log.hpp"
#include "core/store/sqlite/sqlite_vault.hpp"
#include "core/store/store.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

#include <chrono>
#include <thread>

namespace casus::store {

using namespace text::literals;

namespace {

using namespace std::chrono_literals;

void configure(Database& db) {
  // cache_size in KiB. temp_store: what is sorted must not end up in a temporary file. wal_autocheckpoint in pages: the
  // same pages change again and again during an import, and are copied to the database once for several transactions.
  db.run(
      "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; "
      "PRAGMA cache_size = -32768; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA wal_autocheckpoint "
      "= 4000");
}

/// Two programs may make the same store at once; the change to WAL does not wait for the other as a write does.
void use_wal(Database& db) {
  for (int attempt = 0;; ++attempt) {
    try {
      db.run("PRAGMA journal_mode = WAL");
      return;
    } catch (const Fault&) {
      if (attempt == 50) throw;
      std::this_thread::sleep_for(20ms);
    }
  }
}

/// Everything of a new store in one transaction. A making that was cut short is done again.
void make_store(Database& db, const std::string& keys_path, Purpose purpose) {
  use_wal(db);
  db.transaction([&] {
    // Nobody else can have written to it: this one holds the lock on an empty store.
    if (is_empty(db, kStoreFile)) make_store_tables(db, SqliteVault::make(keys_path, [] { return false; }), purpose);
  });
}

/// Both files of before there was a seal get it, the key file first; a store that knows of one has a key file with it.
/// So has one that streams of format 1 `waited` for. Before it, a checkpoint was kept in the log and then in the vault
/// without a word, and one that was cut short between the two is taken for that.
void begin_seal(Database& db, SqliteVault& vault, bool waited) {
  if (!waited && !meta_of(db, kKeysSealed).empty()) return;
  if (!vault.has_seal()) {
    const auto last = last_checkpoint_in(db);
    const auto known = vault.last_checkpoint();
    if (last && last->id == (known ? known->id : 0) + 1) vault.begin_checkpoint(*last);
    vault.begin_seal();
  }
  put_meta(db, kKeysSealed, "1");
}

}  // namespace

OtherPurpose::OtherPurpose(const std::string& path, Purpose of)
    : Fault(Kind::store,
            of == Purpose::training
                ? fmt::format("store file '{}' holds made-up cases of a training; use it with casus train, "
                              "or give the store of the real cases",
                              path)
                : fmt::format("store file '{}' holds real cases; a training has a store of its own: give "
                              "another path",
                              path)),
      is(of) {}

std::string keys_path_of(const Options& options) {
  return options.keys.empty() ? options.path + ".keys" : options.keys;
}

Key lock_key(const Options& options) {
  const auto keys_path = keys_path_of(options);
  const auto bytes = options.unlock ? options.unlock(keys_path) : std::string();
  const auto key = Key::from(bytes);
  if (!key || !unlocks(keys_path, bytes))
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_locked", "path"_is = keys_path));
  return *key;
}

std::unique_ptr<Store> open_store(const Options& options) {
  return in_database(options.path) ? open_postgres(options) : open_sqlite(options);
}

std::unique_ptr<Store> open_sqlite(const Options& options) {
  const std::string keys_path = keys_path_of(options);
  if (options.path.empty()) throw text::SaidFault(Fault::Kind::store, text::msg("fault.no_store_named"));
  if (!file_exists(options.path)) {
    // To begin a new one would be the wrong advice: what the keys open is gone from here, and may be put back.
    if (!options.create && SqliteVault::has_keys_of_streams(keys_path))
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_of_gone", "path"_is = keys_path));
    if (!options.create) throw NoStore(fmt::format("store file '{}' does not exist; check the path", options.path));
    for (const auto& path : {options.path, options.keys})
      if (names_a_citizen(path)) throw OutputRefused(OutputRefused::Why::citizen_number, path);
    for (const auto& path : {options.path, keys_path}) require_nothing_left_of(path);
    make_folder_of(options.path);
    make_folder_of(keys_path);
    // Another program may have made the store since we looked, and put keys of cases in: the file comes before those.
    SqliteVault::make(keys_path, [&] { return file_exists(options.path); });
    make_private_file(options.path);
  }
  Database db(options.path);
  if (is_empty(db, kStoreFile)) {
    // The key file is made first: an empty file beside it is a store whose making was cut short, and is made now.
    if (!options.create && !file_exists(keys_path))
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.store_empty", "path"_is = options.path));
    make_store(db, keys_path, options.purpose);
  }
  use_wal(db);  // a backup that was put back does not have it
  configure(db);
  if (const auto is = purpose_of(db); is != options.purpose) throw OtherPurpose(options.path, is);
  require_private(options.path, text::msg("fault.the_store_file"));
  auto vault = std::make_unique<SqliteVault>(keys_path, store_id_of(db), [&] { return lock_key(options); });
  const bool waited = format_of(db, kStoreFile) > 1 && db.number("SELECT count(*) FROM waiting") > 0;
  migrate(db, *vault);
  begin_seal(db, *vault, waited);
  // What a kill left of a backup or a restore.
  remove_unfinished_of(options.path);
  remove_unfinished_of(keys_path);
  remove_unfinished(options.path + ".backups");
  return std::make_unique<SealedStore>(std::make_unique<SqliteLog>(std::move(db)), std::move(vault),
                                       Snapshots(options.path + std::string(kSnapshots)));
}

}  // namespace casus::store
