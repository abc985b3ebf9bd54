// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/store/keys/seal.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::store {

/// Where a stream ended: the number and the digest of its last event.
struct NamedEnd {
  std::string stream;
  std::int64_t number = 0;
  Digest digest{};

  bool operator==(const NamedEnd&) const = default;
};

/// The state of the whole store at a moment. Kept in the log and in the vault, so that neither can be put back to
/// before it unnoticed, and printed on paper as a code, so that not even both can.
struct Checkpoint {
  std::int64_t id = 0;  ///< 1, 2, 3, ...
  Time at{};
  std::int64_t position = 0;  ///< of the last event that it covers
  std::int64_t streams = 0;
  std::int64_t erased = 0;  ///< rows of the list of what was erased
  Digest erased_mark{};
  Digest root{};  ///< Merkle root over the ends of all streams, by name
  Digest mark{};  ///< vouches for all of the above

  bool operator==(const Checkpoint&) const = default;
};

/// A binary tree as in RFC 6962: the left side of a node is the largest power of two of leaves, so that the proof for
/// one stream stays short. Ends in order of name.
Digest merkle_root(const StoreKeys& keys, const std::vector<NamedEnd>& ends);

/// All that its mark vouches for.
Parts checkpoint_parts(const Checkpoint& checkpoint);
Digest checkpoint_mark(const StoreKeys& keys, const Checkpoint& checkpoint);

/// Whether keys whose newest checkpoint is `known` went on with another copy of the database than the one that keeps
/// `in_log`: both have one of that number, each is true, and they are two.
bool are_of_two_copies(const StoreKeys& keys, const std::vector<Checkpoint>& in_log, const Checkpoint& known);

/// Eighty bits of a digest, in groups of four signs without those that look alike: "7K3M-9QXA-2F0T-BB1W".
std::string code_of(const Digest& digest);
/// All of it, in hexadecimal.
std::string hex_of(const Digest& digest);
std::optional<Digest> digest_from_hex(std::string_view hex);
/// That of the mark.
std::string checkpoint_code(const Checkpoint& checkpoint);

/// As typed from paper: capitals or not, with or without the hyphens, o for 0 and l for 1. Empty for what is no code.
std::string code_from(std::string_view typed);

}  // namespace casus::store
