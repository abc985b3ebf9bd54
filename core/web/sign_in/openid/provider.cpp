// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/provider.hpp"

#include "core/web/sign_in/openid/answer_json.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::web::openid {
namespace {

/// Whether this holds the word; also when it says nothing of it.
bool may_hold(const nlohmann::json& in, const char* name, std::string_view word) {
  if (!in.contains(name)) return true;
  const auto all = texts_at(in, name);
  return std::ranges::find(all, word) != all.end();
}

bool is_true(const nlohmann::json& in, const char* name) {
  const auto found = in.find(name);
  return found != in.end() && found->is_boolean() && found->get<bool>();
}

}  // namespace

std::string discovery_of(const std::string& issuer) {
  return (issuer.ends_with('/') ? issuer.substr(0, issuer.size() - 1) : issuer) + "/.well-known/openid-configuration";
}

Outcome<Provider, Distrust> provider_from(std::string_view bytes, const std::string& issuer) {
  const auto in = answer_json(bytes);
  if (!in) return failure(Distrust::odd_answer);
  if (text_at(*in, "issuer") != issuer) return failure(Distrust::issuer);
  Provider it{.authorization = text_at(*in, "authorization_endpoint"),
              .token = text_at(*in, "token_endpoint"),
              .keys = text_at(*in, "jwks_uri")};
  for (const auto& needed : {it.authorization, it.token, it.keys})
    if (!is_safe_address(needed)) return failure(Distrust::odd_answer);
  it.userinfo = text_at(*in, "userinfo_endpoint");
  it.end_session = text_at(*in, "end_session_endpoint");
  for (auto* spare : {&it.userinfo, &it.end_session})
    if (!is_safe_address(*spare)) spare->clear();
  if (!may_hold(*in, "response_types_supported", "code") || !may_hold(*in, "code_challenge_methods_supported", "S256"))
    return failure(Distrust::odd_answer);
  it.says_issuer = is_true(*in, "authorization_response_iss_parameter_supported");
  it.secret_in_form = !may_hold(*in, "token_endpoint_auth_methods_supported", "client_secret_basic");
  return it;
}

}  // namespace casus::web::openid
