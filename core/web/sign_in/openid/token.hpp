// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/time.hpp"
#include "core/web/sign_in/openid/distrust.hpp"
#include "core/web/sign_in/openid/keys.hpp"

#include <chrono>
#include <string>
#include <string_view>

/// The ID token (OpenID Connect Core 1.0, 2 and 3.1.3.7), as text and time: no clock, no network.
namespace casus::web::openid {

/// How far the provider's clock may be from ours.
inline constexpr std::chrono::seconds kSkew{60};

struct Expected {
  std::string issuer;
  std::string client;
  std::string nonce;
  Time now{};
};

/// What the token tells, as JSON, when all of it holds: signed by one of these keys in a way that is allowed, by this
/// provider, for this program, now, and in answer to the sign-in with this nonce. `unknown_key` is what a newer set of
/// keys may mend, and nothing else is.
Outcome<std::string, Distrust> trusted(std::string_view token, const KeySet& keys, const Expected& expected);

}  // namespace casus::web::openid
