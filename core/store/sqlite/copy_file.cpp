// SPDX-License-Identifier: EUPL-1.2
#include "core/store/files/copy.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/sqlite/checkpoint_table.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/store/sqlite/sqlite_log.hpp"
#include "core/store/store.hpp"

#include <filesystem>
#include <system_error>

namespace casus::store {

void copy_to_file(Log& from, const std::string& file, const std::string& store_id, Purpose purpose) {
  check_output({file, true});
  require_nothing_left_of(file);
  const Unfinished beside(file);
  {
    Database db(beside.path());
    db.run("PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY");
    db.transaction([&] { make_store_tables(db, store_id, purpose); });
    SqliteLog to(std::move(db));
    copy_log(from, to);
  }
  put_in_place(beside.path(), file, true);
}

void copy_with_log(const std::string& from, const std::string& file, const std::string& named) {
  Database db(from);
  db.leaves_log();
  db.copy_to(file, named);
}

std::optional<BackupSeen> backup_in(const std::string& file, const std::string& keys_path) {
  std::error_code none;
  if (!std::filesystem::is_regular_file(file, none) || !file_exists(keys_path)) return std::nullopt;
  if (has_log_beside(file)) return std::nullopt;  // a store that was moved: to open it would take its log in
  try {
    Database db(file);
    Database keys(keys_path);
    if (format_of(db, kStoreFile) != kStoreFile.made || store_id_of(db) != store_id_of(keys)) return std::nullopt;
    const auto last = last_checkpoint_in(db);
    if (!last) return std::nullopt;
    return BackupSeen{last->at, db.number("SELECT count(*) FROM events"), checkpoint_code(*last)};
  } catch (const Fault&) {
    return std::nullopt;  // no database, or none of ours
  }
}

}  // namespace casus::store
