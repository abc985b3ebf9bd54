// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Secrets of the page, and the certificate that it shows. OpenSSL stays in secrets.cpp and server.cpp.
namespace casus::web {

/// 256 random bits, as 43 signs that are safe in an address and a cookie.
std::string new_token();

/// Signs that are easily read out and typed: no 0, O, 1, I or L; five bits each.
std::string new_code(int signs);

/// A code as it was typed: with spaces, in small letters.
std::string code_typed(std::string_view typed);

/// What is kept of a token: who reads the file cannot come in with it.
std::string digest_of(std::string_view token);

/// Takes the same time whatever differs.
bool same_secret(std::string_view one, std::string_view other);

/// A private key and a certificate, as PEM.
struct Certificate {
  std::string certificate;
  std::string key;
};

/// Signed by itself, for these names and addresses, valid for 397 days. A browser asks once whether to trust it.
Certificate made_certificate(const std::vector<std::string>& hosts);

}  // namespace casus::web
