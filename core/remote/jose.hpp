// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>

/// Signed tokens, as other machines make and take them.
namespace casus::remote {

/// Bytes that were written as base64url without padding (RFC 4648, 5); nothing for what that would not have written.
std::optional<std::string> from_base64url(std::string_view text);

/// What is in a token (RFC 7515, compact) when it was signed by this key (RFC 7517, public); nothing when it was not.
/// By which way it was signed is for the caller to have looked at: `token` is believed in that. Throws Fault(store)
/// when the library for it is not there.
std::optional<std::string> signed_by(const std::string& jwk, std::string_view token);

/// A token (RFC 7519) with these claims, signed with a secret that both sides know (HS256); nothing when the secret is
/// empty. Throws as above.
std::optional<std::string> token_with_secret(std::string_view secret, const std::string& claims);

/// Whether the key can be read, and is not so short that others can make its signatures.
bool is_strong(const std::string& jwk);

}  // namespace casus::remote
