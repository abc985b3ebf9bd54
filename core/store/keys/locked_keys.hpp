// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// A key file that is locked: its keys lie sealed under one key more, which a passphrase opens (Argon2id). Who finds
/// the computer, or a copy of its disk, then has nothing. Each function throws Fault(store) when there is no such file.
namespace casus::store {

/// False too when there is no file.
bool keys_are_locked(const std::string& keys_path);

/// The key under which they lie, 32 bytes; nothing for another passphrase.
std::optional<std::string> unlocked_with(const std::string& keys_path, std::string_view passphrase);

/// Whether this is that key: one that was remembered may be of a lock of before.
bool unlocks(const std::string& keys_path, std::string_view key);

/// What a lock is remembered by: another for each store, and for each time that it was locked.
std::string name_of_lock(const std::string& keys_path);

/// Locks them; a file that was locked, for which `key` opens it, under another passphrase. Gives the new key. A program
/// that has the store open notices, and opens it anew before it writes.
std::string lock_keys(const std::string& keys_path, std::string_view passphrase, std::string_view key = {});

/// For good: they lie open in the file again.
void unlock_keys(const std::string& keys_path, std::string_view key);

}  // namespace casus::store
