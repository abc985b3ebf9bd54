// SPDX-License-Identifier: EUPL-1.2
// The only source that sees libsodium.
#include "core/store/keys/seal.hpp"

#include "core/base/fault.hpp"
#include "core/store/keys/signing.hpp"
#include "core/store/stretch.hpp"
#include "core/text/said_fault.hpp"

#include <pthread.h>
#include <sodium.h>

#include <algorithm>
#include <atomic>

namespace casus::store {

namespace {

constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kOnceNonceBytes = crypto_aead_chacha20poly1305_ietf_NPUBBYTES;
static_assert(kTagBytes == crypto_aead_chacha20poly1305_ietf_ABYTES);
static_assert(kKeyBytes == crypto_aead_chacha20poly1305_ietf_KEYBYTES);
static_assert(kKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(kKeyBytes == crypto_kdf_KEYBYTES && kKeyBytes <= crypto_generichash_KEYBYTES_MAX);

void need_sodium() {
  static const int ready = sodium_init();
  if (ready < 0) throw text::SaidFault(Fault::Kind::store, text::msg("fault.no_random_numbers"));
}

/// How many forks lie behind this process: a child must not go on with the numbers that its parent goes on with.
std::atomic<int>& forks() {
  static std::atomic<int> count = 0;
  static const int told = ::pthread_atfork(nullptr, nullptr, [] { ++forks(); });
  (void)told;
  return count;
}

/// For nonces, which are no secret: drawn many at a time, since each draw asks the system.
void draw(unsigned char* out, std::size_t size) {
  struct Pool {
    std::array<unsigned char, 2048> bytes;
    std::size_t used = sizeof bytes;
    int forks = -1;
  };
  thread_local Pool pool;
  const int now = forks().load(std::memory_order_relaxed);
  if (pool.forks != now || pool.used + size > pool.bytes.size()) {
    randombytes_buf(pool.bytes.data(), pool.bytes.size());
    pool.used = 0;
    pool.forks = now;
  }
  std::copy_n(pool.bytes.begin() + static_cast<std::ptrdiff_t>(pool.used), size, out);
  pool.used += size;
}

const unsigned char* raw(std::string_view bytes) { return reinterpret_cast<const unsigned char*>(bytes.data()); }

std::array<unsigned char, 8> little_endian(std::uint64_t value) {
  std::array<unsigned char, 8> bytes{};
  for (auto& byte : bytes) {
    byte = static_cast<unsigned char>(value & 0xff);
    value >>= 8;
  }
  return bytes;
}

/// Every part with its length before it, so that no two places read alike.
std::string associated(const Place& place) {
  std::string data;
  data.reserve(place.stream.size() + place.person.size() + 16);
  data += view(little_endian(place.stream.size()));
  data += place.stream;
  data += view(little_endian(static_cast<std::uint64_t>(place.number)));
  data += place.person;
  return data;
}

class Hash {
 public:
  Hash(const Key& key, std::size_t size) { crypto_generichash_init(&state_, key.data(), kKeyBytes, size); }

  void add(std::string_view bytes) { crypto_generichash_update(&state_, raw(bytes), bytes.size()); }
  void number(std::int64_t value) { add(view(little_endian(static_cast<std::uint64_t>(value)))); }
  void text(std::string_view bytes) {
    number(static_cast<std::int64_t>(bytes.size()));
    add(bytes);
  }

  template <std::size_t Size>
  std::array<unsigned char, Size> end() {
    std::array<unsigned char, Size> digest{};
    crypto_generichash_final(&state_, digest.data(), Size);
    return digest;
  }

 private:
  crypto_generichash_state state_;
};

}  // namespace

Key Key::random() {
  need_sodium();
  Key key;
  randombytes_buf(key.bytes_.data(), kKeyBytes);
  return key;
}

std::optional<Key> Key::from(std::string_view bytes) {
  if (bytes.size() != kKeyBytes) return std::nullopt;
  Key key;
  std::copy(bytes.begin(), bytes.end(), key.bytes_.begin());
  return key;
}

Key::~Key() { sodium_memzero(bytes_.data(), bytes_.size()); }

StoreKeys::StoreKeys(const Key& store_key) {
  need_sodium();
  const auto derive = [&](Key& key, std::uint64_t use) {
    crypto_kdf_derive_from_key(key.bytes_.data(), kKeyBytes, use, "casusdb1", store_key.data());
  };
  derive(chain, 1);
  derive(head, 2);
  derive(command, 3);
  derive(erasure, 4);
  derive(checkpoint, 5);
  derive(husk, 6);
  derive(vault, 7);
  derive(pseudonym, 8);
  derive(snapshot, 9);
}

std::pair<Key, Key> children_of(const Key& key) {
  static constexpr unsigned char kLeft[] = "casus tree left";
  static constexpr unsigned char kRight[] = "casus tree rite";
  static_assert(sizeof kLeft == crypto_core_hchacha20_INPUTBYTES && sizeof kRight == sizeof kLeft);
  static_assert(crypto_core_hchacha20_KEYBYTES == kKeyBytes && crypto_core_hchacha20_OUTPUTBYTES == kKeyBytes);
  std::pair<Key, Key> children{Key(), Key()};
  crypto_core_hchacha20(children.first.bytes_.data(), kLeft, key.data(), nullptr);
  crypto_core_hchacha20(children.second.bytes_.data(), kRight, key.data(), nullptr);
  return children;
}

std::string seal(const Key& key, const Place& place, std::string_view clear) {
  const std::string data = associated(place);
  std::string sealed(kNonceBytes + clear.size() + kTagBytes, '\0');
  auto* const out = reinterpret_cast<unsigned char*>(sealed.data());
  draw(out, kNonceBytes);
  crypto_aead_xchacha20poly1305_ietf_encrypt(out + kNonceBytes, nullptr, raw(clear), clear.size(), raw(data),
                                             data.size(), nullptr, out, key.data());
  return sealed;
}

std::optional<std::string> unseal(const Key& key, const Place& place, std::string_view sealed) {
  if (sealed.size() < kNonceBytes + kTagBytes) return std::nullopt;
  const std::string data = associated(place);
  std::string clear(sealed.size() - kNonceBytes - kTagBytes, '\0');
  const int code = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(clear.data()), nullptr, nullptr, raw(sealed) + kNonceBytes,
      sealed.size() - kNonceBytes, raw(data), data.size(), raw(sealed), key.data());
  if (code != 0) return std::nullopt;
  return clear;
}

std::string seal_once(const Key& key, const Place& place, std::string_view clear) {
  const std::string data = associated(place);
  std::string sealed(kOnceNonceBytes + clear.size() + kTagBytes, '\0');
  auto* const out = reinterpret_cast<unsigned char*>(sealed.data());
  draw(out, kOnceNonceBytes);
  crypto_aead_chacha20poly1305_ietf_encrypt(out + kOnceNonceBytes, nullptr, raw(clear), clear.size(), raw(data),
                                            data.size(), nullptr, out, key.data());
  return sealed;
}

std::optional<std::string> unseal_once(const Key& key, const Place& place, std::string_view sealed) {
  if (sealed.size() < kOnceNonceBytes + kTagBytes) return std::nullopt;
  const std::string data = associated(place);
  std::string clear(sealed.size() - kOnceNonceBytes - kTagBytes, '\0');
  const int code = crypto_aead_chacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(clear.data()), nullptr, nullptr, raw(sealed) + kOnceNonceBytes,
      sealed.size() - kOnceNonceBytes, raw(data), data.size(), raw(sealed), key.data());
  if (code != 0) return std::nullopt;
  return clear;
}

Digest digest_of(const StoreKeys& keys, const Digest& previous, const Link& link) {
  Hash hash(keys.chain, sizeof(Digest));
  hash.add(view(previous));
  hash.text(link.stream);
  hash.number(link.number);
  hash.text(link.type);
  hash.number(link.type_version);
  hash.number(link.at);
  hash.text(link.sealed);
  return hash.end<sizeof(Digest)>();
}

Digest head_mark(const StoreKeys& keys, std::string_view stream, std::int64_t head, const Digest& last) {
  Hash hash(keys.head, sizeof(Digest));
  hash.text(stream);
  hash.number(head);
  hash.add(view(last));
  return hash.end<sizeof(Digest)>();
}

std::int64_t command_mark(const StoreKeys& keys, std::string_view command_id) {
  Hash hash(keys.command, 16);
  hash.add(command_id);
  return command_mark_from(view(hash.end<16>()));
}

Digest keyed_digest(const Key& key, const Parts& parts) {
  Hash hash(key, sizeof(Digest));
  hash.add(parts.bytes());
  return hash.end<sizeof(Digest)>();
}

Digest hash_of(std::string_view bytes) {
  need_sodium();
  Digest out{};
  crypto_generichash(out.data(), out.size(), raw(bytes), bytes.size(), nullptr, 0);
  return out;
}

std::optional<Key> argon2(std::string_view passphrase, const Work& work) {
  need_sodium();
  static_assert(kArgon2Salt == crypto_pwhash_SALTBYTES && kScryptSalt == crypto_pwhash_scryptsalsa208sha256_SALTBYTES);
  if (work.salt.size() != kArgon2Salt || work.operations > kArgon2Operations || work.memory > kArgon2Memory)
    return std::nullopt;
  std::array<unsigned char, kKeyBytes> bytes{};
  if (crypto_pwhash(bytes.data(), bytes.size(), passphrase.data(), passphrase.size(), raw(work.salt), work.operations,
                    static_cast<std::size_t>(work.memory), crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.no_memory_of", "megabytes"_is = 256));
  auto key = Key::from(view(bytes));
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

std::optional<std::string> scrypt(std::string_view passphrase, const Work& work, std::size_t size) {
  need_sodium();
  if (work.salt.size() != kScryptSalt || work.operations > crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE ||
      work.memory > crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE)
    return std::nullopt;
  std::string out(size, '\0');
  if (crypto_pwhash_scryptsalsa208sha256(reinterpret_cast<unsigned char*>(out.data()), size, passphrase.data(),
                                         passphrase.size(), raw(work.salt), work.operations,
                                         static_cast<std::size_t>(work.memory)) != 0)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.no_memory"));
  return out;
}

std::string passphrase_digest(std::string_view passphrase) {
  need_sodium();
  std::array<char, crypto_pwhash_STRBYTES> digest{};
  if (crypto_pwhash_str(digest.data(), passphrase.data(), passphrase.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw text::SaidFault(Fault::Kind::store, text::msg("fault.no_memory_of", "megabytes"_is = 64));
  return digest.data();
}

bool is_passphrase(std::string_view digest, std::string_view passphrase) {
  need_sodium();
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  if (digest.size() >= kept.size()) return false;
  std::ranges::copy(digest, kept.begin());
  return crypto_pwhash_str_verify(kept.data(), passphrase.data(), passphrase.size()) == 0;
}

SigningKey SigningKey::random() {
  need_sodium();
  SigningKey key;
  randombytes_buf(key.public_.id.data(), key.public_.id.size());
  crypto_sign_keypair(key.public_.bytes.data(), key.secret_.data());
  return key;
}

std::optional<SigningKey> SigningKey::from(std::string_view id, std::string_view secret) {
  need_sodium();
  SigningKey key;
  if (id.size() != key.public_.id.size() || secret.size() != key.secret_.size()) return std::nullopt;
  std::ranges::copy(id, key.public_.id.begin());
  std::ranges::copy(secret, key.secret_.begin());
  crypto_sign_ed25519_sk_to_pk(key.public_.bytes.data(), key.secret_.data());
  return key;
}

SigningKey::~SigningKey() { sodium_memzero(secret_.data(), secret_.size()); }

Signature sign(const SigningKey& key, std::string_view bytes) {
  static_assert(sizeof(Signature) == crypto_sign_BYTES && sizeof(PublicKey::bytes) == crypto_sign_PUBLICKEYBYTES);
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, raw(bytes), bytes.size(), raw(key.secret()));
  return signature;
}

bool is_signed(const PublicKey& key, std::string_view bytes, const Signature& signature) {
  need_sodium();
  return crypto_sign_verify_detached(signature.data(), raw(bytes), bytes.size(), key.bytes.data()) == 0;
}

std::array<unsigned char, 64> long_hash_of(std::string_view bytes) {
  need_sodium();
  std::array<unsigned char, 64> out{};
  crypto_generichash(out.data(), out.size(), raw(bytes), bytes.size(), nullptr, 0);
  return out;
}

std::string hex_of(std::string_view bytes) {
  std::string hex(2 * bytes.size() + 1, '\0');  // it ends what it writes with a zero
  sodium_bin2hex(hex.data(), hex.size(), raw(bytes), bytes.size());
  hex.pop_back();
  return hex;
}

std::string bytes_of_hex(std::string_view hex) {
  std::string bytes(hex.size() / 2, '\0');
  std::size_t length = 0;
  sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), hex.data(), hex.size(), nullptr, &length,
                 nullptr);
  bytes.resize(length);
  return bytes;
}

std::string random_id() {
  need_sodium();
  std::string bytes(16, '\0');
  randombytes_buf(bytes.data(), bytes.size());
  return hex_of(bytes);
}

}  // namespace casus::store
