// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <nlohmann/json.hpp>

#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

/// A provider's keys and what it signs with them, by OpenSSL: what judges them uses another library.
namespace casus::test {

std::string base64url(std::string_view bytes);

class SigningKey {
 public:
  enum class Kind { rsa, rsa_short, curve };
  explicit SigningKey(Kind kind = Kind::rsa);

  /// As it is published, under this id.
  nlohmann::json jwk(const std::string& id) const;
  /// The public half as PEM, which forgers use as a secret.
  std::string pem() const;
  /// A token with this header and these claims.
  std::string signs(const nlohmann::json& header, const nlohmann::json& claims) const;

 private:
  std::string signature(const std::string& algorithm, std::string_view bytes) const;

  std::shared_ptr<evp_pkey_st> key_;
  Kind kind_;
};

/// A token that is signed with a secret that both sides know.
std::string signed_with_secret(std::string_view secret, nlohmann::json header, const nlohmann::json& claims);
/// A token that nobody signed.
std::string unsigned_token(const nlohmann::json& header, const nlohmann::json& claims);

}  // namespace casus::test
