// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/web/sign_in/admission.hpp"

#include <chrono>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::web::openid {

/// Who came in by the provider at a server of several teams: once for all of them. Each team gives a seat of its own,
/// which counts as long as this browser is signed in here. In memory: who is not known after a new start goes round by
/// the provider again. Any thread.
class SignedIn {
 public:
  static constexpr std::size_t kMost = 8192;
  static constexpr std::size_t kMostOfOne = 20;  ///< who signs in over and over ends their own, and nobody else's
  /// No seat is older.
  static constexpr std::chrono::hours kRemembered{24};

  /// `cookie`: under which name its token is kept.
  explicit SignedIn(std::string cookie) : cookie_(std::move(cookie)) {}

  const std::string& cookie() const { return cookie_; }

  struct Session {
    std::string digest;  ///< of its token
    Subject told;
    Time until{};
  };
  /// The token, to be put in its cookie.
  std::string begin(Subject told, Time until, Time now);
  std::optional<Session> find(std::string_view token, Time now) const;
  void end(std::string_view token, Time now);
  /// Whether a seat that was given in the session with this digest still counts for who shows this token.
  bool holds(std::string_view digest, std::string_view token) const;

 private:
  const std::string cookie_;
  mutable std::mutex mutex_;  ///< of the next two
  std::vector<Session> sessions_;
  std::deque<std::pair<Time, std::string>> ended_;  ///< digests, the oldest first
};

}  // namespace casus::web::openid
