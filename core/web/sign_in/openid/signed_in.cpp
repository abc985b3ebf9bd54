// SPDX-License-Identifier: EUPL-1.2
#include "core/web/sign_in/openid/signed_in.hpp"

#include "core/web/server/secrets.hpp"

#include <algorithm>

namespace casus::web::openid {

std::string SignedIn::begin(Subject told, Time until, Time now) {
  auto token = new_token();
  const std::scoped_lock lock(mutex_);
  std::erase_if(sessions_, [&](const Session& one) { return one.until < now; });
  const auto theirs = [&](const Session& one) {
    return one.told.subject == told.subject && one.told.person == told.person;
  };
  if (static_cast<std::size_t>(std::ranges::count_if(sessions_, theirs)) >= kMostOfOne)
    sessions_.erase(std::ranges::find_if(sessions_, theirs));  // the oldest stands first
  if (sessions_.size() >= kMost) sessions_.erase(sessions_.begin());
  sessions_.push_back({digest_of(token), std::move(told), until});
  return token;
}

std::optional<SignedIn::Session> SignedIn::find(std::string_view token, Time now) const {
  const auto digest = digest_of(token);
  const std::scoped_lock lock(mutex_);
  const auto found = std::ranges::find_if(
      sessions_, [&](const Session& one) { return one.until >= now && same_secret(one.digest, digest); });
  if (found == sessions_.end()) return std::nullopt;
  return *found;
}

void SignedIn::end(std::string_view token, Time now) {
  auto digest = digest_of(token);
  const std::scoped_lock lock(mutex_);
  std::erase_if(sessions_, [&](const Session& one) { return one.digest == digest; });
  while (!ended_.empty() && ended_.front().first + kRemembered < now) ended_.pop_front();
  ended_.emplace_back(now, std::move(digest));
  if (ended_.size() > kMost) ended_.pop_front();
}

bool SignedIn::holds(std::string_view digest, std::string_view token) const {
  if (!same_secret(digest, digest_of(token))) return false;
  const std::scoped_lock lock(mutex_);
  return std::ranges::none_of(ended_, [&](const auto& one) { return one.second == digest; });
}

}  // namespace casus::web::openid
