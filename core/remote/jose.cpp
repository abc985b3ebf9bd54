// SPDX-License-Identifier: EUPL-1.2
// The only source that sees cjose.
#include "core/remote/jose.hpp"

#include "core/base/base64.hpp"
#include "core/base/files/late_library.hpp"

#include <cjose/jwk.h>
#include <cjose/jws.h>

#include <algorithm>
#include <memory>

namespace casus::remote {
namespace {

constexpr std::size_t kLeastRsaBits = 2048;
constexpr std::size_t kLeastCurveBits = 256;

struct Cjose : LateLibrary {
  Cjose() : LateLibrary(CASUS_LIBCJOSE) {}

  decltype(::cjose_jwk_import)* jwk_import = found("cjose_jwk_import");
  decltype(::cjose_jwk_release)* jwk_release = found("cjose_jwk_release");
  decltype(::cjose_jwk_get_kty)* jwk_get_kty = found("cjose_jwk_get_kty");
  decltype(::cjose_jwk_get_keysize)* jwk_get_keysize = found("cjose_jwk_get_keysize");
  decltype(::cjose_jws_import)* jws_import = found("cjose_jws_import");
  decltype(::cjose_jws_verify)* jws_verify = found("cjose_jws_verify");
  decltype(::cjose_jws_get_plaintext)* jws_get_plaintext = found("cjose_jws_get_plaintext");
  decltype(::cjose_header_new)* header_new = found("cjose_header_new");
  decltype(::cjose_header_set)* header_set = found("cjose_header_set");
  decltype(::cjose_header_release)* header_release = found("cjose_header_release");
  decltype(::cjose_jws_sign)* jws_sign = found("cjose_jws_sign");
  decltype(::cjose_jws_export)* jws_export = found("cjose_jws_export");
  decltype(::cjose_jws_release)* jws_release = found("cjose_jws_release");
};

const Cjose& cjose() {
  static const Cjose opened;
  return opened;
}

using JoseKey = std::unique_ptr<cjose_jwk_t, bool (*)(cjose_jwk_t*)>;

JoseKey key_from(const std::string& jwk) {
  return {cjose().jwk_import(jwk.data(), jwk.size(), nullptr), cjose().jwk_release};
}

}  // namespace

std::optional<std::string> from_base64url(std::string_view text) {
  std::string usual(text);
  if (usual.find_first_of("+/=") != std::string::npos) return std::nullopt;
  std::ranges::replace(usual, '-', '+');
  std::ranges::replace(usual, '_', '/');
  usual.append((4 - usual.size() % 4) % 4, '=');
  return from_base64(usual);
}

bool is_strong(const std::string& jwk) {
  const auto key = key_from(jwk);
  if (key == nullptr) return false;
  const auto bits = cjose().jwk_get_keysize(key.get(), nullptr);
  switch (cjose().jwk_get_kty(key.get(), nullptr)) {
    case CJOSE_JWK_KTY_RSA: return bits >= kLeastRsaBits;
    case CJOSE_JWK_KTY_EC: return bits >= kLeastCurveBits;
    case CJOSE_JWK_KTY_OCT: break;
  }
  return false;
}

std::optional<std::string> token_with_secret(std::string_view secret, const std::string& claims) {
  if (secret.empty()) return std::nullopt;
  auto shared = to_base64(secret);
  std::erase(shared, '=');
  std::ranges::replace(shared, '+', '-');
  std::ranges::replace(shared, '/', '_');
  const auto key = key_from(R"({"kty":"oct","k":")" + shared + R"("})");
  const std::unique_ptr<cjose_header_t, void (*)(cjose_header_t*)> header(cjose().header_new(nullptr),
                                                                          cjose().header_release);
  if (key == nullptr || header == nullptr) return std::nullopt;
  if (!cjose().header_set(header.get(), "alg", "HS256", nullptr) ||
      !cjose().header_set(header.get(), "typ", "JWT", nullptr))
    return std::nullopt;
  const std::unique_ptr<cjose_jws_t, void (*)(cjose_jws_t*)> made(
      cjose().jws_sign(key.get(), header.get(), reinterpret_cast<const std::uint8_t*>(claims.data()), claims.size(),
                       nullptr),
      cjose().jws_release);
  const char* text = nullptr;  // belongs to `made`
  if (made == nullptr || !cjose().jws_export(made.get(), &text, nullptr)) return std::nullopt;
  return text;
}

std::optional<std::string> signed_by(const std::string& jwk, std::string_view token) {
  const auto key = key_from(jwk);
  const std::unique_ptr<cjose_jws_t, void (*)(cjose_jws_t*)> read(
      key == nullptr ? nullptr : cjose().jws_import(token.data(), token.size(), nullptr), cjose().jws_release);
  if (read == nullptr) return std::nullopt;
  if (!cjose().jws_verify(read.get(), key.get(), nullptr)) return std::nullopt;
  std::uint8_t* bytes = nullptr;  // belongs to `read`
  std::size_t size = 0;
  if (!cjose().jws_get_plaintext(read.get(), &bytes, &size, nullptr)) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(bytes), size);
}

}  // namespace casus::remote
