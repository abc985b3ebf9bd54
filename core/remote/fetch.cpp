// SPDX-License-Identifier: EUPL-1.2
// The only source that sees libcurl.
#include "core/remote/fetch.hpp"

#include "core/base/files/late_library.hpp"
#include "core/remote/address.hpp"

#define CURL_DISABLE_TYPECHECK  // its macros would come in the place of the functions that are found
#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace casus::remote {
namespace {

constexpr long kUntilConnected = 3'000;  ///< milliseconds
constexpr long kMilliseconds = 1'000;
constexpr curl_off_t kMostPause = 86'400;  ///< seconds

struct Curl : LateLibrary {
  Curl() : LateLibrary(CASUS_LIBCURL) { global_init(CURL_GLOBAL_DEFAULT); }

  decltype(::curl_global_init)* global_init = found("curl_global_init");
  decltype(::curl_easy_init)* easy_init = found("curl_easy_init");
  decltype(::curl_easy_cleanup)* easy_cleanup = found("curl_easy_cleanup");
  decltype(::curl_easy_perform)* easy_perform = found("curl_easy_perform");
  CURLcode (*easy_setopt)(CURL*, CURLoption, ...) = found("curl_easy_setopt");
  CURLcode (*easy_getinfo)(CURL*, CURLINFO, ...) = found("curl_easy_getinfo");
  decltype(::curl_easy_strerror)* easy_strerror = found("curl_easy_strerror");
  decltype(::curl_slist_append)* slist_append = found("curl_slist_append");
  decltype(::curl_slist_free_all)* slist_free_all = found("curl_slist_free_all");
};

const Curl& curl() {
  static const Curl opened;
  return opened;
}

struct Taken {
  std::string& body;
  std::size_t most;
};

/// Less than it was given ends the transfer: too much came.
std::size_t take(char* bytes, std::size_t size, std::size_t count, void* to) {
  auto& taken = *static_cast<Taken*>(to);
  if (taken.body.size() + size * count > taken.most) return 0;
  taken.body.append(bytes, size * count);
  return size * count;
}

Silence silence_of(CURLcode code) {
  switch (code) {
    case CURLE_OPERATION_TIMEDOUT: return Silence::too_slow;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE: return Silence::for_good;
    default: return Silence::broke_off;
  }
}

/// Tells whoever asked that it is waited for, each second once; the library calls it oftener.
struct Waiting {
  const std::function<void(int)>& told;
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
  int last = 0;

  void look() {
    const auto since = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - begun);
    if (since.count() <= last) return;
    last = static_cast<int>(since.count());
    told(last);
  }
};

int look_at_waiting(void* waiting, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  static_cast<Waiting*>(waiting)->look();
  return 0;
}

/// A list of headers that grows at its end.
class Headers {
 public:
  bool add(const std::string& words) {
    auto* longer = curl().slist_append(list_.get(), words.c_str());
    if (longer == nullptr) return false;
    static_cast<void>(list_.release());  // it is the same list
    list_.reset(longer);
    return true;
  }
  curl_slist* list() const { return list_.get(); }

 private:
  std::unique_ptr<curl_slist, void (*)(curl_slist*)> list_{nullptr, curl().slist_free_all};
};

bool add_headers(Headers& headers, const Question& question) {
  bool all = headers.add("Accept: " + question.accept);
  all = headers.add("Expect:") && all;  // what is sent is sent at once
  if (!question.json.empty()) all = headers.add("Content-Type: application/json") && all;
  for (const auto& one : question.headers) all = headers.add(one) && all;
  return all;
}

}  // namespace

Answer fetched(const Question& question) {
  if (!is_safe_address(question.address)) return {};
  const auto& lib = curl();
  const std::unique_ptr<CURL, void (*)(CURL*)> line(lib.easy_init(), lib.easy_cleanup);
  if (line == nullptr) return {};
  Headers headers;
  bool set = add_headers(headers, question);
  Answer answer;
  Taken taken{answer.body, question.most};
  const auto sets = [&](CURLoption option, auto value) {
    set = set && lib.easy_setopt(line.get(), option, value) == CURLE_OK;
  };
  sets(CURLOPT_URL, question.address.c_str());
  sets(CURLOPT_PROTOCOLS_STR, question.address.starts_with("https:") ? "https" : "http");
  if (question.address.starts_with("http:")) sets(CURLOPT_PROXY, "");  // this machine is reached without one
  sets(CURLOPT_FOLLOWLOCATION, 0L);
  sets(CURLOPT_NOSIGNAL, 1L);
  sets(CURLOPT_CONNECTTIMEOUT_MS, kUntilConnected);
  sets(CURLOPT_TIMEOUT_MS, kMilliseconds * question.seconds);
  sets(CURLOPT_HTTPHEADER, headers.list());
  sets(CURLOPT_WRITEFUNCTION, &take);
  sets(CURLOPT_WRITEDATA, static_cast<void*>(&taken));
  Waiting waiting{question.waits};
  if (question.waits) {
    sets(CURLOPT_NOPROGRESS, 0L);
    sets(CURLOPT_XFERINFOFUNCTION, &look_at_waiting);
    sets(CURLOPT_XFERINFODATA, static_cast<void*>(&waiting));
  }
  const auto& sent = question.json.empty() ? question.form : question.json;
  if (!sent.empty()) {
    sets(CURLOPT_POSTFIELDSIZE, static_cast<long>(sent.size()));
    sets(CURLOPT_POSTFIELDS, sent.c_str());
  }
  if (!question.method.empty()) sets(CURLOPT_CUSTOMREQUEST, question.method.c_str());
  if (!question.user.empty()) {
    sets(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
    sets(CURLOPT_USERNAME, question.user.c_str());
    sets(CURLOPT_PASSWORD, question.password.c_str());
  } else if (!question.bearer.empty()) {
    sets(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BEARER));
    sets(CURLOPT_XOAUTH2_BEARER, question.bearer.c_str());
  }
  if (!set) return {};
  if (const auto done = lib.easy_perform(line.get()); done != CURLE_OK)
    return Answer{.why = lib.easy_strerror(done), .silence = silence_of(done)};
  long status = 0;
  lib.easy_getinfo(line.get(), CURLINFO_RESPONSE_CODE, &status);
  answer.status = static_cast<int>(status);
  curl_off_t after = 0;
  if (lib.easy_getinfo(line.get(), CURLINFO_RETRY_AFTER, &after) == CURLE_OK && after > 0)
    answer.retry_after = static_cast<int>(std::min<curl_off_t>(after, kMostPause));
  return answer;
}

}  // namespace casus::remote
