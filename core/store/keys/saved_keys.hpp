// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

/// The key file of a store, to keep in another place: sealed with a passphrase, so that who finds it can read nothing.
namespace casus::store {

/// The keys as they are at this moment, also while others work in the store. Throws Fault(store) when there is no key
/// file, or it is not one.
std::string saved_keys(const std::string& keys_path, std::string_view passphrase);

/// Puts keys that were saved in `keys_path`, whole or not at all, mode 0600. What was erased since they were saved is
/// destroyed in them again when the store is next opened. False for another passphrase. Throws Fault(store) when there
/// is a key file already, when a server shows the store, when `saved` holds no keys, or keys of another store than the
/// one in `store_path` (if there is one).
bool restore_keys(std::string_view saved, std::string_view passphrase, const std::string& keys_path,
                  const std::string& store_path);

/// As they are, open or locked, into a new file.
void copy_keys(const std::string& keys_path, const std::string& copy);

}  // namespace casus::store
