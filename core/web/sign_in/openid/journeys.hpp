// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/web/sign_in/openid/provider.hpp"
#include "core/web/sign_in/openid/settings.hpp"

#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// Sign-ins that were begun here and did not come back yet.
namespace casus::web::openid {

struct Journey {
  std::string state;     ///< digest of what goes along and must come back
  std::string browser;   ///< digest of the token of the browser that began it
  std::string nonce;     ///< that the token must hold
  std::string verifier;  ///< proves that who brings the code began it (PKCE)
  std::string back;      ///< the path to go to afterwards
  std::string from;      ///< the network that it was begun from
  Time until{};
};

/// In memory: a server that stops lets who was under way begin again.
class Journeys {
 public:
  static constexpr std::chrono::minutes kLongest{15};
  static constexpr std::size_t kMost = 4096;

  struct Begun {
    std::string state;
    Journey journey;
  };
  /// `from`: the address of who asks. When there is no room for more, the oldest goes of whichever network has begun
  /// most: whoever begins without end ends their own.
  Begun begin(std::string_view browser, const std::string& from, std::string back, Time now);
  /// Once, and only for the browser that began it: a state that was seen by somebody else, or mixed up with that of
  /// another sign-in, is worth nothing.
  std::optional<Journey> end(std::string_view state, std::string_view browser, Time now);

 private:
  void take_away(std::deque<Journey>::iterator one);

  std::deque<Journey> all_;                  ///< the oldest first
  std::map<std::string, std::size_t> from_;  ///< how many of a network
};

/// Under which address the provider sends a browser back.
std::string return_address(const Settings& settings);
/// Where a browser goes to sign in.
std::string authorization_address(const Provider& provider, const Settings& settings, const Journeys::Begun& begun,
                                  Lang lang);
/// Where it goes to sign out; empty when the provider has no such place.
std::string end_session_address(const Provider& provider, const Settings& settings);

}  // namespace casus::web::openid
