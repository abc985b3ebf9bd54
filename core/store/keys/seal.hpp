// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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
  friend std::pair<Key, Key> children_of(const Key& key);

  std::array<unsigned char, kKeyBytes> bytes_{};
};

/// The keys of the whole store, one for each use, all derived from the store key of the key file.
struct StoreKeys {
  explicit StoreKeys(const Key& store_key);

  Key chain;
  Key head;
  Key command;
  Key erasure;
  Key checkpoint;
  Key husk;
  Key vault;
  Key pseudonym;
  Key snapshot;
};

/// The two keys below a key of the tree (key_tree.hpp), by HChaCha20 with that key. Nobody can go back up. Keyed
/// BLAKE2b would do as well at three times the price, which is paid for every event that is read.
std::pair<Key, Key> children_of(const Key& key);

using Digest = std::array<unsigned char, 32>;

template <std::size_t Size>
std::string_view view(const std::array<unsigned char, Size>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), Size};
}

/// Nothing unless there are exactly as many bytes as a digest has.
std::optional<Digest> digest_from(std::string_view bytes);

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

/// The same for a key that seals one text only, as the keys of events are: ChaCha20-Poly1305, 28 bytes longer. Its
/// nonce is random all the same, for a transaction that was taken back may have left what it sealed on the disk.
std::string seal_once(const Key& key, const Place& place, std::string_view clear);
std::optional<std::string> unseal_once(const Key& key, const Place& place, std::string_view sealed);

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

/// A sum of digests, modulo 2^256: vouches for a set of rows in whatever order, and a row is added and taken out
/// without a look at the others. What each digest is of, its key keeps anybody else from making.
void add_to(Digest& sum, const Digest& one);
void take_from(Digest& sum, const Digest& one);

/// Vouches for the end of a stream: cutting events off its tail and setting the head back needs the store key.
Digest head_mark(const StoreKeys& keys, std::string_view stream, std::int64_t head, const Digest& last);

/// Stands for a command id on disk: ids are free text of callers and may carry a name. Of 64 bits, so that it is a key
/// of a table by itself; two ids of one store that share one are not to be expected before thousands of millions.
std::int64_t command_mark(const StoreKeys& keys, std::string_view command_id);
/// From the 16 bytes that format 1 kept; at least 8.
std::int64_t command_mark_from(std::string_view sixteen_bytes);

/// Parts to make a digest of, each with its length before it, so that no two lists of parts read alike.
class Parts {
 public:
  Parts& text(std::string_view bytes);
  Parts& number(std::int64_t value);
  std::string_view bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// As `Parts::number` wrote it; of at least eight bytes.
std::int64_t number_in(std::string_view bytes);

/// Keyed BLAKE2b-256.
Digest keyed_digest(const Key& key, const Parts& parts);

/// BLAKE2b-256 without a key: names a content that nobody can make another one for.
Digest hash_of(std::string_view bytes);

/// Sealed with a passphrase: Argon2id (a second of work and 256 MB a try, so that guessing is dear) makes the key.
std::string seal_with_passphrase(std::string_view passphrase, std::string_view clear);
/// Nothing for another passphrase, or a single bit that was changed. Throws Fault(store) when `sealed` is not such a
/// text, or asks for more memory than any that was made here.
std::optional<std::string> unseal_with_passphrase(std::string_view passphrase, std::string_view sealed);

/// By its first bytes: saved keys, or a case on its way to another team. Whatever else is in it is not looked at.
bool is_sealed_with_passphrase(std::string_view begin);

/// What is kept of a passphrase that somebody signs in with: Argon2id (a tenth of a second and 64 MB a try) with its
/// salt, as text.
std::string passphrase_digest(std::string_view passphrase);
/// Takes as long for a wrong one. False too for what is no such digest.
bool is_passphrase(std::string_view digest, std::string_view passphrase);

/// Two hexadecimal digits a byte, in small letters.
std::string hex_of(std::string_view bytes);
/// What they stand for, up to the first that is none.
std::string bytes_of_hex(std::string_view hex);

/// 32 hexadecimal digits, different for every store.
std::string random_id();

}  // namespace casus::store
