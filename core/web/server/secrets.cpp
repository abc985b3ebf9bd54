// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/secrets.hpp"

#include "core/base/fault.hpp"
#include "core/text/said_fault.hpp"

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <memory>

namespace casus::web {
namespace {

constexpr std::string_view kSafe = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::string_view kReadable = "23456789ABCDEFGHJKMNPQRSTUVWXYZ+";  // the last is never used
constexpr std::size_t kReadableSigns = 31;
constexpr long kDays = 397;

template <std::size_t N>
std::array<unsigned char, N> random_bytes() {
  std::array<unsigned char, N> bytes{};
  if (RAND_bytes(bytes.data(), N) != 1) throw Fault(Fault::Kind::store, "the system gives no random numbers");
  return bytes;
}

std::string base64url(const unsigned char* bytes, std::size_t size) {
  std::string out;
  unsigned held = 0;
  int bits = 0;
  for (std::size_t i = 0; i < size; ++i) {
    held = (held << 8 | bytes[i]) & 0xffff;
    for (bits += 8; bits >= 6; bits -= 6) out += kSafe[held >> (bits - 6) & 63];
  }
  if (bits > 0) out += kSafe[held << (6 - bits) & 63];
  return out;
}

template <class T, void (*Free)(T*)>
struct Freed {
  void operator()(T* it) const { Free(it); }
};
void free_bio(BIO* bio) { BIO_free(bio); }
using Bio = std::unique_ptr<BIO, Freed<BIO, free_bio>>;
using Key = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using X509Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION, X509_EXTENSION_free>>;

void need(bool done) {
  if (!done) throw text::SaidFault(Fault::Kind::store, text::msg("fault.certificate_not_made"));
}

std::string bytes_of(BIO* bio) {
  char* bytes = nullptr;
  const auto size = BIO_get_mem_data(bio, &bytes);
  return {bytes, static_cast<std::size_t>(size)};
}

bool is_address(const std::string& host) {
  return host.find(':') != std::string::npos || host.find_first_not_of("0123456789.") == std::string::npos;
}

void add_extension(X509* to, int kind, const std::string& value) {
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, to, to, nullptr, nullptr, 0);
  const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, kind, value.c_str()));
  need(extension != nullptr && X509_add_ext(to, extension.get(), -1) == 1);
}

}  // namespace

std::string new_token() {
  const auto bytes = random_bytes<32>();
  return base64url(bytes.data(), bytes.size());
}

std::string new_code(int signs) {
  std::string code;
  while (code.size() < static_cast<std::size_t>(signs))
    // What would favour the first signs is thrown away.
    if (const auto one = random_bytes<1>()[0] & 31U; one < kReadableSigns) code += kReadable[one];
  return code;
}

std::string code_typed(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  return code;
}

std::string digest_of(std::string_view token) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (EVP_Digest(token.data(), token.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1)
    throw Fault(Fault::Kind::store, "SHA-256 is not there");
  return base64url(digest.data(), size);
}

bool same_secret(std::string_view one, std::string_view other) {
  return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

Certificate made_certificate(const std::vector<std::string>& hosts) {
  const Key key(EVP_EC_gen("P-256"));
  const X509Certificate made(X509_new());
  need(key != nullptr && made != nullptr);
  need(X509_set_version(made.get(), 2) == 1);
  const auto serial = random_bytes<8>();
  std::uint64_t number = 0;
  for (const auto byte : serial) number = number << 8 | byte;
  need(ASN1_INTEGER_set_uint64(X509_get_serialNumber(made.get()), number >> 1) == 1);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), kDays * 24 * 60 * 60);
  need(X509_set_pubkey(made.get(), key.get()) == 1);
  auto* const name = X509_get_subject_name(made.get());
  need(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char*>("casusberaad"), -1,
                                  -1, 0) == 1);
  need(X509_set_issuer_name(made.get(), name) == 1);
  std::string names;
  for (const auto& host : hosts) names += (names.empty() ? "" : ",") + ((is_address(host) ? "IP:" : "DNS:") + host);
  add_extension(made.get(), NID_subject_alt_name, names);
  add_extension(made.get(), NID_basic_constraints, "critical,CA:FALSE");
  add_extension(made.get(), NID_ext_key_usage, "serverAuth");
  need(X509_sign(made.get(), key.get(), EVP_sha256()) > 0);
  const Bio certificate(BIO_new(BIO_s_mem()));
  const Bio secret(BIO_new(BIO_s_mem()));
  need(PEM_write_bio_X509(certificate.get(), made.get()) == 1);
  need(PEM_write_bio_PrivateKey(secret.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
  return {bytes_of(certificate.get()), bytes_of(secret.get())};
}

}  // namespace casus::web
