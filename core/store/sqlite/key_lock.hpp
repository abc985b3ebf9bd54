// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/keys/seal.hpp"

#include <optional>
#include <string>
#include <string_view>

/// How a key lies in a key file that is locked. Internal to core/store/sqlite.
namespace casus::store {

class Database;

std::string sealed_key(const Key& lock, std::string_view stream, std::string_view person, std::string_view key);
/// Nothing for another lock, or another place.
std::optional<std::string> unsealed_key(const Key& lock, std::string_view stream, std::string_view person,
                                        std::string_view sealed);

/// Overwrites the journal that a key file was left with: it has the pages of before, with the keys. The lock on the
/// file keeps others from using it meanwhile; its head was zeroed by the commit, so nobody takes it for one to roll
/// back.
void wipe_journal(Database& db);

/// What the file says of its lock; empty when it is open. Another text for each time that it was locked.
std::string lock_of(Database& db);

}  // namespace casus::store
