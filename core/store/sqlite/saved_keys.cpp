// SPDX-License-Identifier: EUPL-1.2
#include "core/store/keys/saved_keys.hpp"

#include "core/base/fault.hpp"
#include "core/store/address.hpp"
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/keys/seal.hpp"
#include "core/store/sqlite/database.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/text/said_fault.hpp"

#include <fstream>

namespace casus::store {

using namespace text::literals;

namespace {

/// Into a file that is there; made durable when it is put in its place.
void write_bytes(const std::string& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary | std::ios::in | std::ios::out);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  file.close();
  if (!file) throw text::SaidFault(Fault::Kind::store, text::msg("fault.cannot_be_written", "path"_is = path));
}

/// Throws when it is no key file.
std::string store_of(const std::string& keys, const std::string& name) {
  Database db(keys);
  if (format_of(db, kKeyFile) == 0)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.no_keys_in_it", "path"_is = name));
  return store_id_of(db);
}

}  // namespace

std::string saved_keys(const std::string& keys_path, std::string_view passphrase) {
  if (!file_exists(keys_path))
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.no_keys_to_save", "path"_is = keys_path));
  Database db(keys_path);
  if (format_of(db, kKeyFile) == 0)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_empty", "path"_is = keys_path));
  return seal_with_passphrase(passphrase, db.image());
}

void copy_keys(const std::string& keys_path, const std::string& copy) {
  store_of(keys_path, keys_path);
  require_nothing_left_of(copy);
  const Unfinished beside(copy);
  write_bytes(beside.path(), Database(keys_path).image());
  put_in_place(beside.path(), copy);
}

bool restore_keys(std::string_view saved, std::string_view passphrase, const std::string& keys_path,
                  const std::string& store_path) {
  require_not_served(stem_of(store_path, keys_path));
  if (file_exists(keys_path))
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_there", "path"_is = keys_path));
  require_nothing_left_of(keys_path);
  const auto image = unseal_with_passphrase(passphrase, saved);
  if (!image) return false;
  make_folder_of(keys_path);
  const Unfinished beside(keys_path);
  write_bytes(beside.path(), *image);
  const auto id = store_of(beside.path(), keys_path);
  if (file_exists(store_path)) {
    Database store(store_path);
    if (!is_empty(store, kStoreFile) && store_id_of(store) != id)
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.keys_of_another_than", "path"_is = store_path));
  }
  put_in_place(beside.path(), keys_path);
  return true;
}

}  // namespace casus::store
