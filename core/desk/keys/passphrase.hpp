// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// Passphrases that people sign in with at a face. Nothing of one is kept but its digest.
namespace casus::desk {

/// Bytes of the shortest that is taken: a few words.
inline constexpr std::size_t kShortestPassphrase = 12;
/// Longer is no passphrase but an attempt to keep the program busy.
inline constexpr std::size_t kLongestPassphrase = 200;

/// What is kept of it: Argon2id, made to be slow.
std::string passphrase_digest(std::string_view passphrase);
/// As slow for a wrong one, and for a digest that is empty.
bool is_passphrase(std::string_view digest, std::string_view passphrase);

}  // namespace casus::desk
