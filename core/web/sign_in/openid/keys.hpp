// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/web/sign_in/openid/distrust.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::web::openid {

/// By which a token may be signed here; nothing that needs a secret that both sides know, and never nothing.
enum class Algorithm { rs256, ps256, es256 };

constexpr std::array<Named<Algorithm>, 3> names_of(Algorithm) {
  return {{{Algorithm::rs256, "RS256"}, {Algorithm::ps256, "PS256"}, {Algorithm::es256, "ES256"}}};
}

/// The keys that a provider publishes and that can be used here.
class KeySet {
 public:
  /// The public keys, as JSON, with which a token may be signed that names this key. One that names none fits when
  /// there is one key for its way of signing.
  std::vector<std::string> fitting(std::string_view id, Algorithm algorithm) const;

 private:
  friend Outcome<KeySet, Distrust> keys_from(std::string_view bytes);
  struct Key {
    std::string id;
    std::vector<Algorithm> algorithms;
    std::string jwk;
  };
  std::vector<Key> keys_;
};

/// Reads a set of keys (RFC 7517). A key that is not for signatures, too short, of an unknown kind, or published with
/// its secret is left out.
Outcome<KeySet, Distrust> keys_from(std::string_view bytes);

}  // namespace casus::web::openid
