// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>
#include <string>

namespace casus::store {

class Database;
enum class Purpose;

/// How a file of ours is told from any other SQLite database, and from one of a newer program.
struct FileKind {
  const char* name;             ///< for messages
  std::int64_t application_id;  ///< in the header of the file
  int version;                  ///< newest that this program knows
};

inline constexpr FileKind kStoreFile{"store", 0x43415355, 1};   // "CASU"
inline constexpr FileKind kKeyFile{"key file", 0x4341534b, 1};  // "CASK"

/// Whether there is nothing in it yet. Throws Fault(store) for a foreign file and for one of a newer program.
bool is_empty(Database& db, const FileKind& kind);

/// Writes the tables and the store id (in both files: they belong together). Inside the caller's transaction.
void make_store_tables(Database& db, const std::string& store_id, Purpose purpose);
void make_key_tables(Database& db, const std::string& store_id);

/// Adds what came to the format without changing it: older programs go on reading and writing the file. Commands that
/// were done before have content 0.
void complete_store_tables(Database& db);

std::string store_id_of(Database& db);

/// Stores made before there was another purpose are for cases.
Purpose purpose_of(Database& db);

}  // namespace casus::store
