// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/remote/address.hpp"
#include "core/web/sign_in/openid/distrust.hpp"

#include <string>
#include <string_view>

/// What a provider says of itself (OpenID Connect Discovery 1.0, 3).
namespace casus::web::openid {

struct Provider {
  std::string authorization;  ///< where a browser is sent to sign in
  std::string token;          ///< where a code is changed for a token
  std::string keys;
  std::string userinfo;         ///< empty: there is none
  std::string end_session;      ///< where a browser is sent to sign out; empty: nowhere
  bool says_issuer = false;     ///< each answer says who gave it (RFC 9207)
  bool secret_in_form = false;  ///< the secret is sent as a field: the header for it is not taken
};

using remote::is_safe_address;

/// Where the provider says it.
std::string discovery_of(const std::string& issuer);

/// Reads it: `odd_answer` when something is missing or is no safe address, `issuer` when it speaks of another than was
/// asked.
Outcome<Provider, Distrust> provider_from(std::string_view bytes, const std::string& issuer);

}  // namespace casus::web::openid
