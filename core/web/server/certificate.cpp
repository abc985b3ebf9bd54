// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/certificate.hpp"

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace casus::web {
namespace {

bool names(X509* certificate, const std::string& host) {
  return X509_check_ip_asc(certificate, host.c_str(), 0) == 1 ||
         X509_check_host(certificate, host.data(), host.size(), 0, nullptr) == 1;
}

}  // namespace

std::optional<Outworn> outworn(const std::string& certificate, const std::vector<std::string>& hosts, Time now) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> bytes(
      BIO_new_mem_buf(certificate.data(), static_cast<int>(certificate.size())), BIO_free);
  const std::unique_ptr<X509, decltype(&X509_free)> read(
      bytes ? PEM_read_bio_X509(bytes.get(), nullptr, nullptr, nullptr) : nullptr, X509_free);
  if (!read) return Outworn::unreadable;
  auto until = std::chrono::system_clock::to_time_t(now + std::chrono::days(kRenewDays));
  if (X509_cmp_time(X509_get0_notAfter(read.get()), &until) <= 0) return Outworn::expires;
  if (!std::ranges::all_of(hosts, [&](const std::string& host) { return names(read.get(), host); }))
    return Outworn::other_address;
  return std::nullopt;
}

}  // namespace casus::web
