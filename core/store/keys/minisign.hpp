// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/store/keys/signing.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// Keys and signatures as minisign writes them, so that anybody can check with another program what was signed here.
namespace casus::store {

/// 56 signs that begin with "RW".
std::string key_text(const PublicKey& key);
/// From those signs, or a file whose second line they are. Nothing for what is no public key.
std::optional<PublicKey> public_key_from(std::string_view text);
std::string public_key_file(const PublicKey& key);

/// Sixteen signs of a digest of the key, XXXX-XXXX-XXXX-XXXX, to compare aloud.
std::string fingerprint(const PublicKey& key);

/// Locked by a passphrase, unless that is empty.
std::string secret_key_file(const SigningKey& key, std::string_view passphrase);
enum class NoKey { no_key_file, locked, wrong_passphrase };
/// `locked`: it has a passphrase and none was given. Throws Fault(store) when there is no memory to work with it.
Outcome<SigningKey, NoKey> secret_key_from(std::string_view file, std::string_view passphrase);

/// A signature and what it signs in one file: the four lines of a signature of minisign, then the content as it is.
std::string signed_file(const SigningKey& key, std::string_view comment, std::string_view trusted,
                        std::string_view content);

/// Points into the bytes that it was read from.
struct SignedFile {
  std::string_view comment;  ///< not signed
  std::string_view trusted;  ///< signed, when `is_signed`
  std::string_view content;
  std::array<unsigned char, 8> key_id{};
  Signature of_content{};
  Signature of_trusted{};
};

/// The number of the line, from 1, that is not as it must be.
Outcome<SignedFile, std::size_t> read_signed_file(std::string_view bytes);

/// Whether that key signed the content and the trusted comment, as they are.
bool is_signed(const SignedFile& file, const PublicKey& key);

}  // namespace casus::store
