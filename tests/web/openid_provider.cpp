// SPDX-License-Identifier: EUPL-1.2
#include "tests/web/openid_provider.hpp"

#include "core/web/server/encoding.hpp"

namespace casus::test {
namespace {

using nlohmann::json;

const std::string kIssuer = "https://inloggen.example";

}  // namespace

json OpenidProvider::file() {
  return {{"format", 1},
          {"issuer", kIssuer},
          {"client", "casus"},
          {"secret_file", "secret"},
          {"address", "https://casus.example"},
          {"name", "Gemeente Voorbeeld"},
          {"scopes", {"profile"}},
          {"claims", {{"person", "employee_id"}}},
          {"groups",
           {{{"group", "noord"}, {"team", "Wijkteam Voorbeeld"}, {"role", "member"}},
            {{"group", "beheer"}, {"team", "Wijkteam Voorbeeld"}, {"role", "keeper"}}}},
          {"people",
           {{{"id", "m-1042"}, {"name", "Noor"}},
            {{"id", "m-1043"}, {"name", "Daan"}},
            {{"id", "m-3"}, {"name", "Noo"}},
            {{"id", "b-1"}, {"name", "Beheer"}}}}};
}

std::string OpenidProvider::text_of(json file) {
  const auto format = file["format"].dump();
  file.erase("format");
  return "{\"format\": " + format + ",\n" + file.dump(1).substr(1);
}

web::openid::Settings OpenidProvider::settings() {
  auto [settings, problems] = web::openid::settings_from(text_of(file()));
  settings.secret = "een geheim+meer";
  return settings;
}

OpenidProvider::OpenidProvider()
    : says{{"issuer", kIssuer},
           {"authorization_endpoint", kIssuer + "/auth"},
           {"token_endpoint", kIssuer + "/token"},
           {"jwks_uri", kIssuer + "/jwks"},
           {"userinfo_endpoint", kIssuer + "/me"},
           {"end_session_endpoint", kIssuer + "/end"}},
      claims(json::object()) {
  claims = {{"sub", "7f3"}, {"employee_id", "m-1042"}, {"groups", {"noord"}}};
  turn_key();
}

void OpenidProvider::turn_key() {
  key_ = std::make_shared<SigningKey>(SigningKey::Kind::curve);
  ++key_number_;
}

int OpenidProvider::asked(const std::string& path) const {
  const auto found = asked_.find(kIssuer + path);
  return found == asked_.end() ? 0 : found->second;
}

web::openid::Fetch OpenidProvider::fetch() {
  return [this](const web::openid::Question& question) { return answer(question); };
}

std::string OpenidProvider::code(const std::string& nonce, Time now) {
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
  json all{{"iss", kIssuer}, {"aud", "casus"}, {"nonce", nonce}, {"iat", seconds}, {"exp", seconds + 300}};
  all.update(claims);
  auto made = "code-" + std::to_string(tokens_.size());
  tokens_[made] = key_->signs({{"alg", "ES256"}, {"kid", "k" + std::to_string(key_number_)}}, all);
  return made;
}

std::string OpenidProvider::code_for(const web::openid::Journey& journey, Time now) { return code(journey.nonce, now); }

std::string OpenidProvider::answer_to(const std::string& address, Time now) {
  const auto asked = web::fields_from(address.substr(address.find('?') + 1));
  return "/signed-in?code=" + code(asked->get("nonce"), now) + "&state=" + asked->get("state");
}

web::openid::Answer OpenidProvider::answer(const web::openid::Question& question) {
  ++asked_[question.address];
  if (silent) return {};
  if (question.address == kIssuer + "/.well-known/openid-configuration") return {200, says.dump()};
  if (question.address == kIssuer + "/jwks") {
    const auto number = key_number_ + (publishes_other ? 1000 : 0);
    return {200, json{{"keys", {key_->jwk("k" + std::to_string(number))}}}.dump()};
  }
  last = question;
  if (question.address == kIssuer + "/me") return {200, userinfo.dump()};
  if (question.address != kIssuer + "/token") return {404};
  if (token_status != 200) return {token_status, "{}"};
  const auto form = web::fields_from(question.form);
  const auto token = tokens_.extract(form->get("code"));  // once
  if (token.empty()) return {400, "{}"};
  return {200, json{{"id_token", token.mapped()}, {"access_token", "toegang"}, {"token_type", "Bearer"}}.dump()};
}

}  // namespace casus::test
