// SPDX-License-Identifier: EUPL-1.2
#include "core/base/fault.hpp"
#include "core/store/address.hpp"
#include "core/store/files/copy.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/keys/saved_keys.hpp"
#include "core/store/postgres/team_log.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/store/sqlite/sqlite_log.hpp"
#include "core/store/store.hpp"
#include "core/text/said_fault.hpp"

#include <filesystem>
#include <system_error>

namespace casus::store {

namespace {

TeamLog opened(const Options& from) {
  if (in_database(from.path)) return team_log(from.path);
  Database db(from.path);
  auto id = store_id_of(db);
  return {std::make_unique<SqliteLog>(std::move(db)), std::move(id)};
}

/// One team under two addresses.
bool is_same_team(const std::string& one, const std::string& other) {
  if (!in_database(one) || !in_database(other)) return false;
  const auto identity = identity_in_database(one);
  return !identity.empty() && identity == identity_in_database(other);
}

/// Held as one who writes holds it, so that keys and rows are of one moment.
class Held {
 public:
  explicit Held(Log& log) : log_(log) { log_.begin(); }
  Held(const Held&) = delete;
  ~Held() { log_.rollback(); }

 private:
  Log& log_;
};

}  // namespace

void copy_store(const Options& from, const Options& to) {
  const auto keys = keys_path_of(to);
  for (const auto& path : {to.path, keys})
    if (file_exists(path)) throw text::SaidFault(Fault::Kind::store, text::msg("fault.file_there", "path"_is = path));
  if (is_same_team(from.path, to.path))
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.copy_into_itself", "address"_is = to.path));
  const auto source = opened(from);
  const Held held(*source.log);
  make_folder_of(keys);
  copy_keys(keys_path_of(from), keys);
  try {
    if (in_database(to.path)) {
      copy_log(*source.log, *empty_team(to.path, source.store_id, from.purpose));
    } else {
      make_folder_of(to.path);
      copy_to_file(*source.log, to.path, source.store_id, from.purpose);
    }
  } catch (...) {
    std::error_code none;  // a copy of keys without its store is one too many
    std::filesystem::remove(keys, none);
    throw;
  }
}

}  // namespace casus::store
