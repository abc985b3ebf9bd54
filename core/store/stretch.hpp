// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/keys/seal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// A passphrase made into a key, by work that makes guessing dear.
namespace casus::store {

struct Work {
  std::string_view salt;
  std::uint64_t operations = 0;
  std::uint64_t memory = 0;  ///< bytes
};

inline constexpr std::size_t kArgon2Salt = 16;
/// What is asked for here, and the most that is done: about a second and 256 MB.
inline constexpr std::uint64_t kArgon2Operations = 3;
inline constexpr std::uint64_t kArgon2Memory = std::uint64_t{256} << 20U;
/// Argon2id. Nothing for more work than that. Throws Fault(store) when there is no memory.
std::optional<Key> argon2(std::string_view passphrase, const Work& work);

inline constexpr std::size_t kScryptSalt = 32;
/// The key that a program of another house made by scrypt. Nothing for more work (a gigabyte) than such a program asks
/// for. Throws Fault(store) when there is no memory.
std::optional<std::string> scrypt(std::string_view passphrase, const Work& work, std::size_t size);

}  // namespace casus::store
