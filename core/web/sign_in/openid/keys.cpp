// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/keys.hpp"

#include "core/remote/jose.hpp"
#include "core/web/sign_in/openid/answer_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::web::openid {
namespace {

constexpr std::size_t kMostKeys = 64;

std::vector<Algorithm> algorithms_of(const nlohmann::json& key) {
  const auto kind = text_at(key, "kty");
  std::vector<Algorithm> all;
  if (kind == "RSA") all = {Algorithm::rs256, Algorithm::ps256};
  if (kind == "EC" && text_at(key, "crv") == "P-256") all = {Algorithm::es256};
  if (key.contains("alg")) std::erase_if(all, [&](Algorithm one) { return casus::key(one) != text_at(key, "alg"); });
  return all;
}

bool is_for_signatures(const nlohmann::json& key) {
  if (key.contains("d") || key.contains("k")) return false;
  if (key.contains("use") && text_at(key, "use") != "sig") return false;
  if (!key.contains("key_ops")) return true;
  const auto uses = texts_at(key, "key_ops");
  return std::ranges::find(uses, "verify") != uses.end();
}

/// What is needed to verify, and nothing else of what was sent.
std::string bare(const nlohmann::json& key) {
  auto out = nlohmann::json::object();
  for (const auto* name : {"kty", "n", "e", "crv", "x", "y"})
    if (key.contains(name)) out[name] = text_at(key, name);
  return out.dump();
}

}  // namespace

std::vector<std::string> KeySet::fitting(std::string_view id, Algorithm algorithm) const {
  std::vector<std::string> found;
  for (const auto& key : keys_)
    if ((id.empty() || key.id == id) && std::ranges::find(key.algorithms, algorithm) != key.algorithms.end())
      found.push_back(key.jwk);
  if (id.empty() && found.size() > 1) return {};
  return found;
}

Outcome<KeySet, Distrust> keys_from(std::string_view bytes) {
  const auto in = answer_json(bytes);
  if (!in || !in->contains("keys") || !in->at("keys").is_array() || in->at("keys").size() > kMostKeys)
    return failure(Distrust::odd_answer);
  KeySet set;
  for (const auto& key : in->at("keys")) {
    if (!key.is_object() || !is_for_signatures(key)) continue;
    auto algorithms = algorithms_of(key);
    if (algorithms.empty()) continue;
    auto jwk = bare(key);
    if (remote::is_strong(jwk)) set.keys_.push_back({text_at(key, "kid"), std::move(algorithms), std::move(jwk)});
  }
  return set;
}

}  // namespace casus::web::openid
