// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/token.hpp"

#include "core/remote/jose.hpp"
#include "core/web/server/secrets.hpp"
#include "core/web/sign_in/openid/answer_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <optional>

namespace casus::web::openid {
namespace {

constexpr std::size_t kMostToken = std::size_t{64} << 10;
constexpr double kFarthest = 32503680000;  ///< the year 3000; beyond it is no time of a token

struct Head {
  std::string key;
  Algorithm algorithm{};
};

Outcome<Head, Distrust> head_in(std::string_view token) {
  const auto end = token.find('.');
  const auto bytes = end == std::string_view::npos ? std::nullopt : remote::from_base64url(token.substr(0, end));
  const auto in = bytes ? answer_json(*bytes) : nullptr;
  // What "crit" names must be understood, and nothing of it is.
  if (!in || in->contains("crit")) return failure(Distrust::malformed);
  const auto algorithm = from_key<Algorithm>(text_at(*in, "alg"));
  if (!algorithm) return failure(Distrust::algorithm);
  return Head{text_at(*in, "kid"), *algorithm};
}

/// Whether each part is written as it must be; a library may read more than that.
bool is_well_written(std::string_view token) {
  if (token.size() > kMostToken || std::ranges::count(token, '.') != 2) return false;
  for (std::size_t begin = 0; begin <= token.size();) {
    const auto end = std::min(token.find('.', begin), token.size());
    if (!remote::from_base64url(token.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

/// A moment in seconds, as a token has it; nothing when it has none by this name.
std::optional<Time> time_at(const nlohmann::json& in, const char* name) {
  const auto found = in.find(name);
  if (found == in.end() || !found->is_number()) return std::nullopt;
  const auto seconds = found->get<double>();
  if (!(seconds >= 0 && seconds < kFarthest)) return std::nullopt;
  return Time(std::chrono::seconds(static_cast<std::int64_t>(std::floor(seconds))));
}

std::optional<Distrust> wrong_time(const nlohmann::json& in, Time now) {
  const auto until = time_at(in, "exp");
  const auto made = time_at(in, "iat");
  if (!until || !made) return Distrust::malformed;
  if (*until + kSkew <= now) return Distrust::expired;
  if (*made - kSkew > now) return Distrust::early;
  if (!in.contains("nbf")) return std::nullopt;
  const auto from = time_at(in, "nbf");
  if (!from) return Distrust::malformed;
  return *from - kSkew > now ? std::optional(Distrust::early) : std::nullopt;
}

std::optional<Distrust> wrong_party(const nlohmann::json& in, const std::string& client) {
  const auto audience = texts_at(in, "aud");
  if (std::ranges::find(audience, client) == audience.end()) return Distrust::audience;
  // Of one that is meant for others too, it must say that it was given to this program.
  if (audience.size() > 1 && !in.contains("azp")) return Distrust::party;
  if (in.contains("azp") && text_at(in, "azp") != client) return Distrust::party;
  return std::nullopt;
}

}  // namespace

Outcome<std::string, Distrust> trusted(std::string_view token, const KeySet& keys, const Expected& expected) {
  if (!is_well_written(token)) return failure(Distrust::malformed);
  const auto head = head_in(token);
  if (!head) return failure(head.error());
  const auto fitting = keys.fitting(head->key, head->algorithm);
  if (fitting.empty()) return failure(Distrust::unknown_key);
  std::optional<std::string> told;
  for (const auto& key : fitting)
    if (!told) told = remote::signed_by(key, token);
  if (!told) return failure(Distrust::signature);
  const auto in = answer_json(*told);
  if (!in || text_at(*in, "sub").empty()) return failure(Distrust::malformed);
  if (text_at(*in, "iss") != expected.issuer) return failure(Distrust::issuer);
  if (const auto wrong = wrong_party(*in, expected.client)) return failure(*wrong);
  if (const auto wrong = wrong_time(*in, expected.now)) return failure(*wrong);
  if (expected.nonce.empty() || !same_secret(text_at(*in, "nonce"), expected.nonce)) return failure(Distrust::nonce);
  return *told;
}

}  // namespace casus::web::openid
