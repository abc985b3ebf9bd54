// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/time.hpp"
#include "core/remote/fetch.hpp"
#include "core/web/sign_in/openid/claims.hpp"
#include "core/web/sign_in/openid/distrust.hpp"
#include "core/web/sign_in/openid/journeys.hpp"
#include "core/web/sign_in/openid/keys.hpp"
#include "core/web/sign_in/openid/provider.hpp"

#include <chrono>
#include <mutex>
#include <optional>
#include <string>

namespace casus::web::openid {

using remote::Answer;
using remote::Fetch;
using remote::Question;

/// What is asked of the provider, and what is remembered of its answers. `find` and `redeem` wait for the network and
/// are called from one thread at a time; `known` from any.
class Client {
 public:
  static constexpr std::chrono::hours kRemembered{12};
  /// A token that names an unknown key makes the keys be fetched anew, but no more often than this: whoever sends
  /// nonsense makes no traffic.
  static constexpr std::chrono::seconds kBetween{60};
  /// So long a provider that gave no answer is not asked again what it says of itself.
  static constexpr std::chrono::seconds kAfterSilence{5};

  Client(Settings settings, Fetch fetch);

  const Settings& settings() const { return settings_; }
  /// Nothing while nothing is known that is still fresh.
  std::optional<Provider> known(Time now) const;
  Outcome<Provider, Distrust> find(Time now);
  /// With what a browser came back.
  struct Returned {
    std::string code;
    std::string issuer;  ///< who says that it gave the code; empty: nobody said
    Journey journey;
  };
  /// Changes the code for what the provider tells of the person.
  Outcome<Subject, Distrust> redeem(const Returned& returned, Time now);

 private:
  struct Tokens {
    std::string id;
    std::string access;
  };
  Outcome<Tokens, Distrust> tokens_for(const Provider& provider, const std::string& code, const Journey& journey);
  Outcome<std::string, Distrust> checked(const Provider& provider, const std::string& token, const Journey& journey,
                                         Time now);
  std::optional<Distrust> fetch_keys(const Provider& provider, Time now);
  /// Asks for what the token did not tell.
  std::optional<Distrust> complete(Subject& told, const Provider& provider, const std::string& access);

  const Settings settings_;
  const Fetch fetch_;
  mutable std::mutex mutex_;  ///< of the next two
  std::optional<Provider> provider_;
  Time found_at_{};
  KeySet keys_;
  std::optional<Time> keys_at_;    ///< when they were asked for last
  std::optional<Time> silent_at_;  ///< when there was no answer
};

}  // namespace casus::web::openid
