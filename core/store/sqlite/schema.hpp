// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/message.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casus::store {

class Database;
enum class Purpose;

/// How a file of ours is told from any other SQLite database, and from one of a newer program.
struct FileKind {
  std::int64_t application_id;  ///< in the header of the file
  int version;                  ///< newest that this program knows
  int made;                     ///< that it makes
};

/// A key file whose keys lie sealed under a key of their own (locked_keys.hpp): a program that does not know that must
/// not take them for keys.
inline constexpr int kLockedFormat = 3;

inline constexpr FileKind kStoreFile{0x43415355, 2, 2};            // "CASU"
inline constexpr FileKind kKeyFile{0x4341534b, kLockedFormat, 2};  // "CASK"

/// Format of the file; nothing when there is nothing in it yet. Throws Fault(store) for a foreign file and for one of a
/// newer program.
int format_of(Database& db, const FileKind& kind);
bool is_empty(Database& db, const FileKind& kind);

/// Writes the tables and the store id (in both files: they belong together). Inside the caller's transaction.
void make_store_tables(Database& db, const std::string& store_id, Purpose purpose);
void make_key_tables(Database& db, const std::string& store_id);

/// What format 2 has and format 1 has not, and the new number. Inside the caller's transaction. `commands` is made
/// anew: the caller has read the old ones.
void upgrade_store_tables(Database& db);
void upgrade_key_tables(Database& db);
/// What is left of single events; a key file of before has no such table.
void add_left_table(Database& db);

std::string store_id_of(Database& db);

/// Stores made before there was another purpose are for cases.
Purpose purpose_of(Database& db);

/// Small things that a file says of itself, by name. Empty for what it does not say.
std::string meta_of(Database& db, std::string_view name);
void put_meta(Database& db, std::string_view name, std::string_view value);
void drop_meta(Database& db, std::string_view name);

inline constexpr std::string_view kOlder = "older";             ///< of a store: it was found to be older than its keys
inline constexpr std::string_view kKeysSealed = "keys_sealed";  ///< of a store: its key file has a seal
inline constexpr std::string_view kSeal = "seal";               ///< of a key file: vouches for its rows
inline constexpr std::string_view kBegun = "begun";             ///< of a key file: the checkpoint that was begun last
inline constexpr std::string_view kLock = "lock";               ///< of a locked key file
inline constexpr std::string_view kLockProof = "lock_proof";    ///< of a locked key file

/// What is in the file that this program did not make (a trigger, a view, another table, a name in `meta`), is missing
/// from it, or is there with another text. One sentence each.
std::vector<text::Message> strange_in_store(Database& db);
std::vector<text::Message> strange_in_keys(Database& db);

/// Of these, what could change or copy what a write does: asked at every opening, so by name alone.
std::vector<text::Message> added_to_store(Database& db);
std::vector<text::Message> added_to_keys(Database& db);

}  // namespace casus::store
