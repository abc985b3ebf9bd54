// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>

/// A key file that is locked, opened once a day: by what this login remembers, by what a server was started with, or by
/// a passphrase that is typed.
namespace casus::desk {

class Desk;

/// The key of the lock. In this order: the keyring of this login; the passphrase that comes by the descriptor in
/// CASUS_PASSPHRASE_FD, or in CASUS_PASSPHRASE, which no program that is started from here gets; the file
/// casus.passphrase in CREDENTIALS_DIRECTORY; a question on the terminal, three times at most. What opened it is
/// remembered. Throws Usage when nothing does.
std::string key_of_lock(const Desk& desk, const std::string& keys_path);

}  // namespace casus::desk
