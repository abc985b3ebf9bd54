// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// Signatures (Ed25519), for what goes from one house to another: who has the public key can see who made it, and that
/// nothing in it was changed. Nothing of a store is signed with these.
namespace casus::store {

struct PublicKey {
  std::array<unsigned char, 8> id{};  ///< chosen at random: only to find the key by
  std::array<unsigned char, 32> bytes{};

  bool operator==(const PublicKey&) const = default;
};

/// Its memory is wiped when it goes.
class SigningKey {
 public:
  static SigningKey random();
  /// From the 8 bytes of its id and its 64 secret ones; nothing for any other number.
  static std::optional<SigningKey> from(std::string_view id, std::string_view secret);

  SigningKey(const SigningKey&) = default;
  SigningKey& operator=(const SigningKey&) = default;
  ~SigningKey();

  const PublicKey& public_key() const { return public_; }
  std::string_view secret() const { return {reinterpret_cast<const char*>(secret_.data()), secret_.size()}; }

 private:
  SigningKey() = default;

  PublicKey public_;
  std::array<unsigned char, 64> secret_{};
};

using Signature = std::array<unsigned char, 64>;

Signature sign(const SigningKey& key, std::string_view bytes);
bool is_signed(const PublicKey& key, std::string_view bytes, const Signature& signature);

/// BLAKE2b-512 without a key.
std::array<unsigned char, 64> long_hash_of(std::string_view bytes);

}  // namespace casus::store
