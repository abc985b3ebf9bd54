// SPDX-License-Identifier: EUPL-1.2
// The only source that sees libcurl.
#include "core/web/sign_in/openid/fetch.hpp"

#include "core/base/late_library.hpp"
#include "core/web/sign_in/openid/provider.hpp"

#define CURL_DISABLE_TYPECHECK  // its macros would come in the place of the functions that are found
#include <curl/curl.h>

#include <memory>

namespace casus::web::openid {
namespace {

constexpr std::size_t kMostBytes = std::size_t{256} << 10;
constexpr long kUntilConnected = 3'000;  ///< milliseconds
constexpr long kUntilAnswered = 8'000;

struct Curl : LateLibrary {
  Curl() : LateLibrary(CASUS_LIBCURL) { global_init(CURL_GLOBAL_DEFAULT); }

  decltype(::curl_global_init)* global_init = found("curl_global_init");
  decltype(::curl_easy_init)* easy_init = found("curl_easy_init");
  decltype(::curl_easy_cleanup)* easy_cleanup = found("curl_easy_cleanup");
  decltype(::curl_easy_perform)* easy_perform = found("curl_easy_perform");
  CURLcode (*easy_setopt)(CURL*, CURLoption, ...) = found("curl_easy_setopt");
  CURLcode (*easy_getinfo)(CURL*, CURLINFO, ...) = found("curl_easy_getinfo");
  decltype(::curl_slist_append)* slist_append = found("curl_slist_append");
  decltype(::curl_slist_free_all)* slist_free_all = found("curl_slist_free_all");
};

const Curl& curl() {
  static const Curl opened;
  return opened;
}

/// Less than it was given ends the transfer: too much came.
std::size_t take(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& body = *static_cast<std::string*>(to);
  if (body.size() + size * count > kMostBytes) return 0;
  body.append(bytes, size * count);
  return size * count;
}

}  // namespace

Answer fetched(const Question& question) {
  if (!is_safe_address(question.address)) return {};
  const auto& lib = curl();
  const std::unique_ptr<CURL, void (*)(CURL*)> line(lib.easy_init(), lib.easy_cleanup);
  if (line == nullptr) return {};
  std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers(lib.slist_append(nullptr, "Accept: application/json"),
                                                             lib.slist_free_all);
  Answer answer;
  bool set = true;
  const auto sets = [&](CURLoption option, auto value) {
    set = set && lib.easy_setopt(line.get(), option, value) == CURLE_OK;
  };
  sets(CURLOPT_URL, question.address.c_str());
  sets(CURLOPT_PROTOCOLS_STR, question.address.starts_with("https:") ? "https" : "http");
  if (question.address.starts_with("http:")) sets(CURLOPT_PROXY, "");  // this machine is reached without one
  sets(CURLOPT_FOLLOWLOCATION, 0L);
  sets(CURLOPT_NOSIGNAL, 1L);
  sets(CURLOPT_CONNECTTIMEOUT_MS, kUntilConnected);
  sets(CURLOPT_TIMEOUT_MS, kUntilAnswered);
  sets(CURLOPT_HTTPHEADER, headers.get());
  sets(CURLOPT_WRITEFUNCTION, &take);
  sets(CURLOPT_WRITEDATA, static_cast<void*>(&answer.body));
  if (!question.form.empty()) {
    sets(CURLOPT_POSTFIELDSIZE, static_cast<long>(question.form.size()));
    sets(CURLOPT_POSTFIELDS, question.form.c_str());
  }
  if (!question.user.empty()) {
    sets(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    sets(CURLOPT_USERNAME, question.user.c_str());
    sets(CURLOPT_PASSWORD, question.password.c_str());
  } else if (!question.bearer.empty()) {
    sets(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
    sets(CURLOPT_XOAUTH2_BEARER, question.bearer.c_str());
  }
  if (!set || lib.easy_perform(line.get()) != CURLE_OK) return {};
  long status = 0;
  lib.easy_getinfo(line.get(), CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  return answer;
}

}  // namespace casus::web::openid
