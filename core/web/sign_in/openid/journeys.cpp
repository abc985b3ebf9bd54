// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/journeys.hpp"

#include "core/text/catalogue.hpp"
#include "core/web/server/addresses.hpp"
#include "core/web/server/encoding.hpp"
#include "core/web/server/secrets.hpp"

#include <algorithm>
#include <initializer_list>

namespace casus::web::openid {
namespace {

std::string with_query(const std::string& address,
                       std::initializer_list<std::pair<std::string_view, std::string_view>> fields) {
  auto out = address;
  char before = address.find('?') == std::string::npos ? '?' : '&';
  for (const auto& [name, value] : fields) {
    out += before;
    out += name;
    out += '=';
    out += percent_encoded(value);
    before = '&';
  }
  return out;
}

std::string scope_of(const Settings& settings) {
  std::string all = "openid";
  for (const auto& one : settings.scopes)
    if (one != "openid") all += " " + one;
  return all;
}

}  // namespace

void Journeys::take_away(std::deque<Journey>::iterator one) {
  if (const auto count = from_.find(one->from); --count->second == 0) from_.erase(count);
  all_.erase(one);
}

Journeys::Begun Journeys::begin(std::string_view browser, const std::string& from, std::string back, Time now) {
  while (!all_.empty() && all_.front().until < now) take_away(all_.begin());
  if (all_.size() >= kMost) {
    const auto most = std::ranges::max_element(from_, {}, [](const auto& one) { return one.second; })->first;
    take_away(std::ranges::find(all_, most, &Journey::from));
  }
  Begun begun{new_token(), {}};
  begun.journey = {digest_of(begun.state), digest_of(browser), new_token(),   new_token(),
                   std::move(back),        network_of(from),   now + kLongest};
  all_.push_back(begun.journey);
  ++from_[begun.journey.from];
  return begun;
}

std::optional<Journey> Journeys::end(std::string_view state, std::string_view browser, Time now) {
  const auto wanted = digest_of(state);
  const auto who = digest_of(browser);
  const auto found = std::ranges::find_if(all_, [&](const Journey& one) {
    return same_secret(one.state, wanted) && same_secret(one.browser, who) && one.until >= now;
  });
  if (found == all_.end()) return std::nullopt;
  auto journey = *found;
  take_away(found);
  return journey;
}

std::string return_address(const Settings& settings) { return settings.address + settings.base + "/signed-in"; }

std::string authorization_address(const Provider& provider, const Settings& settings, const Journeys::Begun& begun,
                                  Lang lang) {
  return with_query(provider.authorization, {{"response_type", "code"},
                                             {"client_id", settings.client},
                                             {"redirect_uri", return_address(settings)},
                                             {"scope", scope_of(settings)},
                                             {"state", begun.state},
                                             {"nonce", begun.journey.nonce},
                                             {"code_challenge", digest_of(begun.journey.verifier)},
                                             {"code_challenge_method", "S256"},
                                             {"ui_locales", text::code(lang)}});
}

std::string end_session_address(const Provider& provider, const Settings& settings) {
  if (provider.end_session.empty()) return {};
  return with_query(provider.end_session,
                    {{"client_id", settings.client},
                     {"post_logout_redirect_uri", settings.address + settings.base + "/signed-out"},
                     {"state", "all"}});
}

}  // namespace casus::web::openid
