// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/openid_keys.hpp"

#include "core/base/base64.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace casus::test {
namespace {

void need_key(bool done) {
  if (!done) throw std::runtime_error("OpenSSL failed");
}

std::string number_of(const EVP_PKEY* key, const char* name, std::size_t size = 0) {
  BIGNUM* number = nullptr;
  need_key(EVP_PKEY_get_bn_param(key, name, &number) == 1);
  std::string bytes(size == 0 ? static_cast<std::size_t>(BN_num_bytes(number)) : size, '\0');
  need_key(BN_bn2binpad(number, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size())) >= 0);
  BN_free(number);
  return bytes;
}

/// The two numbers of a signature by a curve, side by side.
std::string bare_curve_signature(const std::string& der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> read(
      d2i_ECDSA_SIG(nullptr, &at, static_cast<long>(der.size())), ECDSA_SIG_free);
  need_key(read != nullptr);
  std::string bytes(64, '\0');
  auto* to = reinterpret_cast<unsigned char*>(bytes.data());
  BN_bn2binpad(ECDSA_SIG_get0_r(read.get()), to, 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(read.get()), to + 32, 32);
  return bytes;
}

std::string body_of(const nlohmann::json& header, const nlohmann::json& claims) {
  return base64url(header.dump()) + "." + base64url(claims.dump());
}

}  // namespace

std::string base64url(std::string_view bytes) {
  auto text = to_base64(bytes);
  std::erase(text, '=');
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
  return text;
}

SigningKey::SigningKey(Kind kind)
    : key_(kind == Kind::curve       ? EVP_EC_gen("P-256")
           : kind == Kind::rsa_short ? EVP_RSA_gen(1024)
                                     : EVP_RSA_gen(2048),
           EVP_PKEY_free),
      kind_(kind) {
  need_key(key_ != nullptr);
}

nlohmann::json SigningKey::jwk(const std::string& id) const {
  if (kind_ == Kind::curve)
    return {{"kty", "EC"},
            {"crv", "P-256"},
            {"kid", id},
            {"use", "sig"},
            {"x", base64url(number_of(key_.get(), OSSL_PKEY_PARAM_EC_PUB_X, 32))},
            {"y", base64url(number_of(key_.get(), OSSL_PKEY_PARAM_EC_PUB_Y, 32))}};
  return {{"kty", "RSA"},
          {"kid", id},
          {"use", "sig"},
          {"n", base64url(number_of(key_.get(), OSSL_PKEY_PARAM_RSA_N))},
          {"e", base64url(number_of(key_.get(), OSSL_PKEY_PARAM_RSA_E))}};
}

std::string SigningKey::pem() const {
  const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), BIO_free);
  need_key(PEM_write_bio_PUBKEY(out.get(), key_.get()) == 1);
  char* bytes = nullptr;
  const auto size = BIO_get_mem_data(out.get(), &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

std::string SigningKey::signature(const std::string& algorithm, std::string_view bytes) const {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  EVP_PKEY_CTX* how = nullptr;
  need_key(EVP_DigestSignInit(context.get(), &how, EVP_sha256(), nullptr, key_.get()) == 1);
  if (algorithm == "PS256")
    need_key(EVP_PKEY_CTX_set_rsa_padding(how, RSA_PKCS1_PSS_PADDING) == 1 &&
             EVP_PKEY_CTX_set_rsa_pss_saltlen(how, RSA_PSS_SALTLEN_DIGEST) == 1);
  std::size_t size = 0;
  const auto* from = reinterpret_cast<const unsigned char*>(bytes.data());
  need_key(EVP_DigestSign(context.get(), nullptr, &size, from, bytes.size()) == 1);
  std::string made(size, '\0');
  need_key(EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(made.data()), &size, from, bytes.size()) ==
           1);
  made.resize(size);
  return kind_ == Kind::curve ? bare_curve_signature(made) : made;
}

std::string SigningKey::signs(const nlohmann::json& header, const nlohmann::json& claims) const {
  const auto body = body_of(header, claims);
  return body + "." + base64url(signature(header.value("alg", ""), body));
}

std::string signed_with_secret(std::string_view secret, nlohmann::json header, const nlohmann::json& claims) {
  header["alg"] = "HS256";
  const auto body = body_of(header, claims);
  std::array<unsigned char, EVP_MAX_MD_SIZE> made{};
  unsigned size = 0;
  need_key(HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
                reinterpret_cast<const unsigned char*>(body.data()), body.size(), made.data(), &size) != nullptr);
  return body + "." + base64url({reinterpret_cast<const char*>(made.data()), size});
}

std::string unsigned_token(const nlohmann::json& header, const nlohmann::json& claims) {
  return body_of(header, claims) + ".";
}

}  // namespace casus::test
