// SPDX-License-Identifier: EUPL-1.2
#include "core/web/form_answers.hpp"

#include "core/web/server/secrets.hpp"

#include <algorithm>
#include <utility>

namespace casus::web {

std::optional<std::string> FormAnswers::keep(Answer answer, Time now) {
  if (answer.page.body.size() + answer.sent.size() > kLargest) return std::nullopt;
  std::erase_if(all_, [&](const Kept& one) { return one.until <= now; });
  const auto is_own = [&](const Kept& one) { return one.answer.asker.browser == answer.asker.browser; };
  const auto own = static_cast<std::size_t>(std::ranges::count_if(all_, is_own));
  if (own >= kOfOne) all_.erase(std::ranges::find_if(all_, is_own));
  const bool stranger = answer.asker.device.empty();
  const auto strangers = static_cast<std::size_t>(
      std::ranges::count_if(all_, [](const Kept& one) { return one.answer.asker.device.empty(); }));
  if (all_.size() >= kOfAll || (stranger && strangers >= kOfStrangers)) return std::nullopt;
  all_.push_back({new_token(), now + kTime, false, std::move(answer)});
  return all_.back().id;
}

std::optional<FormAnswers::Seen> FormAnswers::find(std::string_view id, const Asker& asker, Time now,
                                                   const std::function<std::int64_t()>& events) {
  const auto found = std::ranges::find_if(
      all_, [&](const Kept& one) { return same_secret(one.id, id) && one.answer.asker == asker && one.until > now; });
  if (found == all_.end()) return std::nullopt;
  const auto& answer = found->answer;
  // Whoever was sent on sees it once, whatever came in meanwhile.
  const bool again = std::exchange(found->shown, true);
  if (again && answer.again == Again::anew) return Seen{{}, answer.sent};
  if (again && answer.again == Again::while_same && answer.events != events()) {
    all_.erase(found);
    return std::nullopt;
  }
  Seen seen{answer.page, {}};
  // Only the form that was sent is needed from here on.
  if (answer.again == Again::anew) found->answer.page = {};
  return seen;
}

}  // namespace casus::web
