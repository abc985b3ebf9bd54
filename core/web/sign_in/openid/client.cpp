// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/client.hpp"

#include "core/web/server/encoding.hpp"
#include "core/web/sign_in/openid/answer_json.hpp"
#include "core/web/sign_in/openid/token.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace casus::web::openid {

Client::Client(Settings settings, Fetch fetch) : settings_(std::move(settings)), fetch_(std::move(fetch)) {}

std::optional<Provider> Client::known(Time now) const {
  const std::lock_guard lock(mutex_);
  if (!provider_ || found_at_ + kRemembered < now) return std::nullopt;
  return provider_;
}

Outcome<Provider, Distrust> Client::find(Time now) {
  if (const auto known_one = known(now)) return *known_one;
  if (silent_at_ && *silent_at_ + kAfterSilence > now) return failure(Distrust::unreachable);
  const auto answer = fetch_({discovery_of(settings_.issuer)});
  if (answer.status == 0) {
    silent_at_ = now;
    return failure(Distrust::unreachable);
  }
  if (answer.status != 200) return failure(Distrust::odd_answer);
  auto provider = provider_from(answer.body, settings_.issuer);
  if (!provider) return failure(provider.error());
  const std::lock_guard lock(mutex_);
  provider_ = *provider;
  found_at_ = now;
  return *provider;
}

Outcome<Client::Tokens, Distrust> Client::tokens_for(const Provider& provider, const std::string& code,
                                                     const Journey& journey) {
  Question question{provider.token};
  question.form = fmt::format("grant_type=authorization_code&code={}&redirect_uri={}&code_verifier={}",
                              percent_encoded(code), percent_encoded(return_address(settings_)), journey.verifier);
  const auto client = percent_encoded(settings_.client);
  const auto secret = percent_encoded(settings_.secret);
  if (provider.secret_in_form) {
    question.form += fmt::format("&client_id={}&client_secret={}", client, secret);
  } else {
    question.user = client;
    question.password = secret;
  }
  const auto answer = fetch_(question);
  if (answer.status == 0) return failure(Distrust::unreachable);
  if (answer.status == 400 || answer.status == 401) return failure(Distrust::refused);
  const auto in = answer.status == 200 ? answer_json(answer.body) : nullptr;
  if (!in || text_at(*in, "id_token").empty()) return failure(Distrust::odd_answer);
  return Tokens{text_at(*in, "id_token"), text_at(*in, "access_token")};
}

std::optional<Distrust> Client::fetch_keys(const Provider& provider, Time now) {
  keys_at_ = now;
  const auto answer = fetch_({provider.keys});
  if (answer.status != 200) return answer.status == 0 ? Distrust::unreachable : Distrust::odd_answer;
  auto keys = keys_from(answer.body);
  if (!keys) return keys.error();
  keys_ = std::move(*keys);
  return std::nullopt;
}

Outcome<std::string, Distrust> Client::checked(const Provider& provider, const std::string& token,
                                               const Journey& journey, Time now) {
  const Expected expected{settings_.issuer, settings_.client, journey.nonce, now};
  // A key that the provider took away is not believed for longer than what else is remembered of it.
  if (!keys_at_ || *keys_at_ + kRemembered < now) {
    keys_ = {};
    keys_at_.reset();
  }
  if (keys_at_) {
    auto told = trusted(token, keys_, expected);
    if (told || told.error() != Distrust::unknown_key || *keys_at_ + kBetween > now) return told;
  }
  if (const auto wrong = fetch_keys(provider, now)) return failure(*wrong);
  return trusted(token, keys_, expected);
}

std::optional<Distrust> Client::complete(Subject& told, const Provider& provider, const std::string& access) {
  if ((!told.person.empty() && told.groups) || provider.userinfo.empty() || access.empty()) return std::nullopt;
  Question question{provider.userinfo};
  question.bearer = access;
  const auto answer = fetch_(question);
  if (answer.status == 0) return Distrust::unreachable;
  if (answer.status != 200) return Distrust::odd_answer;
  auto more = told_in(answer.body, settings_.claims);
  if (more.subject != told.subject) return Distrust::other_person;
  if (told.person.empty()) told.person = std::move(more.person);
  if (!told.groups) told.groups = std::move(more.groups);
  return std::nullopt;
}

Outcome<Subject, Distrust> Client::redeem(const Returned& returned, Time now) {
  const auto provider = find(now);
  if (!provider) return failure(provider.error());
  // A code of another provider, which somebody mixed in, is not shown to this one.
  if (provider->says_issuer || !returned.issuer.empty())
    if (returned.issuer != settings_.issuer) return failure(Distrust::issuer);
  if (returned.code.empty()) return failure(Distrust::odd_answer);
  const auto& journey = returned.journey;
  const auto tokens = tokens_for(*provider, returned.code, journey);
  if (!tokens) return failure(tokens.error());
  const auto told = checked(*provider, tokens->id, journey, now);
  if (!told) return failure(told.error());
  auto person = told_in(*told, settings_.claims);
  if (const auto wrong = complete(person, *provider, tokens->access)) return failure(*wrong);
  return person;
}

}  // namespace casus::web::openid
