// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <optional>
#include <string>

/// A key that was opened with a passphrase, remembered for a while: in this program, and in the keyring of the kernel
/// for what is started from the same login. It is never on a disk, and goes with the login at the latest.
namespace casus::desk {

/// A working day.
inline constexpr std::chrono::hours kRememberedFor{9};

void remember_key(const std::string& name, const std::string& key);
std::optional<std::string> remembered_key(const std::string& name);
/// False when there was nothing to forget.
bool forget_key(const std::string& name);

}  // namespace casus::desk
