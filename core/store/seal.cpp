// SPDX-License-Identifier: EUPL-1.2
// The only source that sees libsodium.
#include "core/store/seal.hpp"

#include "core/base/fault.hpp"

#include <sodium.h>

#include <algorithm>

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
  if (ready < 0)
    throw Fault(Fault::Kind::store, "libsodium does not start: no source of random numbers on this system");
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

std::optional<Digest> digest_from(std::string_view bytes) {
  Digest digest{};
  if (bytes.size() != digest.size()) return std::nullopt;
  std::copy(bytes.begin(), bytes.end(), digest.begin());
  return digest;
}

std::string seal(const Key& key, const Place& place, std::string_view clear) {
  const std::string data = associated(place);
  std::string sealed(kNonceBytes + clear.size() + kTagBytes, '\0');
  auto* const out = reinterpret_cast<unsigned char*>(sealed.data());
  randombytes_buf(out, kNonceBytes);
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
  randombytes_buf(out, kOnceNonceBytes);
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

std::int64_t command_mark_from(std::string_view sixteen_bytes) {
  std::uint64_t mark = 0;
  for (int i = 7; i >= 0; --i)
    mark = mark << 8 | static_cast<unsigned char>(sixteen_bytes[static_cast<std::size_t>(i)]);
  return static_cast<std::int64_t>(mark);
}

Parts& Parts::text(std::string_view bytes) {
  number(static_cast<std::int64_t>(bytes.size()));
  bytes_ += bytes;
  return *this;
}

Parts& Parts::number(std::int64_t value) {
  bytes_ += view(little_endian(static_cast<std::uint64_t>(value)));
  return *this;
}

Digest keyed_digest(const Key& key, const Parts& parts) {
  Hash hash(key, sizeof(Digest));
  hash.add(parts.bytes());
  return hash.end<sizeof(Digest)>();
}

namespace {

constexpr std::string_view kPassphraseHead = "casus sealed by passphrase 1\n";
constexpr std::size_t kWorkBytes = 16;  // operations, memory
constexpr std::size_t kPassphraseBytes = kPassphraseHead.size() + kWorkBytes + crypto_pwhash_SALTBYTES;

std::uint64_t number_at(std::string_view bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 8; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[i]);
  return number;
}

/// Argon2id with what the head of a sealed text says.
Key key_from_passphrase(std::string_view passphrase, std::string_view head) {
  const auto work = head.substr(kPassphraseHead.size());
  const auto operations = number_at(work);
  const auto memory = number_at(work.substr(8));
  if (operations > crypto_pwhash_OPSLIMIT_MODERATE || memory > crypto_pwhash_MEMLIMIT_MODERATE)
    throw Fault(Fault::Kind::store, "this file asks for more work than any that was made here; it was changed");
  std::array<unsigned char, kKeyBytes> bytes{};
  const int code =
      crypto_pwhash(bytes.data(), bytes.size(), passphrase.data(), passphrase.size(), raw(work.substr(kWorkBytes)),
                    operations, static_cast<std::size_t>(memory), crypto_pwhash_ALG_ARGON2ID13);
  if (code != 0)
    throw Fault(Fault::Kind::store,
                "there is no room in memory (256 MB) to work with a passphrase; close other programs");
  auto key = *Key::from(view(bytes));
  sodium_memzero(bytes.data(), bytes.size());
  return key;
}

}  // namespace

Digest hash_of(std::string_view bytes) {
  need_sodium();
  Digest out{};
  crypto_generichash(out.data(), out.size(), raw(bytes), bytes.size(), nullptr, 0);
  return out;
}

std::string seal_with_passphrase(std::string_view passphrase, std::string_view clear) {
  need_sodium();
  std::string head(kPassphraseHead);
  head += view(little_endian(crypto_pwhash_OPSLIMIT_MODERATE));
  head += view(little_endian(crypto_pwhash_MEMLIMIT_MODERATE));
  std::array<unsigned char, crypto_pwhash_SALTBYTES> salt{};
  randombytes_buf(salt.data(), salt.size());
  head += view(salt);
  return head + seal(key_from_passphrase(passphrase, head), {head}, clear);
}

std::optional<std::string> unseal_with_passphrase(std::string_view passphrase, std::string_view sealed) {
  need_sodium();
  if (!sealed.starts_with(kPassphraseHead) || sealed.size() < kPassphraseBytes)
    throw Fault(Fault::Kind::store, "this is no file that was sealed with a passphrase");
  const auto head = sealed.substr(0, kPassphraseBytes);
  return unseal(key_from_passphrase(passphrase, head), {head}, sealed.substr(kPassphraseBytes));
}

std::string passphrase_digest(std::string_view passphrase) {
  need_sodium();
  std::array<char, crypto_pwhash_STRBYTES> digest{};
  if (crypto_pwhash_str(digest.data(), passphrase.data(), passphrase.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw Fault(Fault::Kind::store,
                "there is no room in memory (64 MB) to work with a passphrase; close other programs");
  return digest.data();
}

bool is_passphrase(std::string_view digest, std::string_view passphrase) {
  need_sodium();
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  if (digest.size() >= kept.size()) return false;
  std::ranges::copy(digest, kept.begin());
  return crypto_pwhash_str_verify(kept.data(), passphrase.data(), passphrase.size()) == 0;
}

std::string random_id() {
  need_sodium();
  std::array<unsigned char, 16> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  std::array<char, 33> hex{};
  sodium_bin2hex(hex.data(), hex.size(), bytes.data(), bytes.size());
  return hex.data();
}

}  // namespace casus::store
