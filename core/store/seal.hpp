// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casus::store {

inline constexpr std::size_t kKeyBytes = 32;

/// A secret key. Its memory is wiped when it goes.
class Key {
 public:
  static Key random();
  /// Nothing unless there are exactly kKeyBytes bytes.
  static std::optional<Key> from(std::string_view bytes);

  Key(const Key&) = default;
  Key& operator=(const Key&) = default;
  ~Key();

  const unsigned char* data() const { return bytes_.data(); }
  std::string_view bytes() const { return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()}; }

 private:
  Key() = default;
  friend struct StoreKeys;

  std::array<unsigned char, kKeyBytes> bytes_{};
};

/// The keys of the whole store, one for each use, all derived from the store key of the key file.
struct StoreKeys {
  explicit StoreKeys(const Key& store_key);

  Key chain;
  Key head;
  Key command;
};

using Digest = std::array<unsigned char, 32>;
using CommandMark = std::array<unsigned char, 16>;

template <std::size_t Size>
std::string_view view(const std::array<unsigned char, Size>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), Size};
}

/// Where a sealed text belongs; it opens nowhere else. Number 0 is the line in the index.
struct Place {
  std::string_view stream;
  std::int64_t number = 0;
  std::string_view person = {};
};

/// XChaCha20-Poly1305 with a random nonce: nonce, then the sealed bytes; 40 bytes longer than the clear text.
std::string seal(const Key& key, const Place& place, std::string_view clear);
/// Nothing when the key, the place or a single bit is not the one it was sealed with.
std::optional<std::string> unseal(const Key& key, const Place& place, std::string_view sealed);

/// What the digest of an event vouches for.
struct Link {
  std::string_view stream;
  std::int64_t number = 0;
  std::string_view type;
  int type_version = 0;
  std::int64_t at = 0;
  std::string_view sealed;
};

/// Keyed BLAKE2b-256 over the digest before it and everything that is stored of the event. Sealed bytes only, so that
/// it can be proved without the key of a case. The first event of a stream follows an all-zero digest.
Digest digest_of(const StoreKeys& keys, const Digest& previous, const Link& link);

/// Vouches for the end of a stream: cutting events off its tail and setting the head back needs the store key.
Digest head_mark(const StoreKeys& keys, std::string_view stream, std::int64_t head, const Digest& last);

/// Stands for a command id on disk: ids are free text of callers and may carry a name.
CommandMark command_mark(const StoreKeys& keys, std::string_view command_id);

/// 32 hexadecimal digits, different for every store.
std::string random_id();

}  // namespace casus::store
