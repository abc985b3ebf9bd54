// SPDX-License-Identifier: EUPL-1.2
#include "core/web/form_answers.hpp"

#include "core/web/server/secrets.hpp"

#include <algorithm>
#include <utility>

namespace casus::web {
namespace {

/// Of what changed since, only what was typed in its form may be left.
void forget_page(FormAnswers::Answer& answer) {
  answer.page = {};
  if (answer.again != Again::typed) answer.sent.clear();
}

}  // namespace

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
  const auto until = now + (answer.again == Again::briefly ? kGoOn : kTime);
  all_.push_back({new_token(), until, now, false, std::move(answer)});
  return all_.back().id;
}

/// Whether what stands in it is not shown any more. Whoever was sent on sees it once, whatever came in meanwhile.
bool FormAnswers::is_over(const Kept& one, Time now, std::int64_t events) {
  const auto again = one.answer.again;
  if (again != Again::while_same && again != Again::typed) return false;
  return (one.shown || one.made + kGoOn <= now) && one.answer.events != events;
}

std::optional<FormAnswers::Seen> FormAnswers::find(std::string_view id, const Asker& asker, Time now,
                                                   const std::function<std::int64_t()>& events) {
  const auto found = std::ranges::find_if(
      all_, [&](const Kept& one) { return same_secret(one.id, id) && one.answer.asker == asker && one.until > now; });
  if (found == all_.end()) return std::nullopt;
  auto& answer = found->answer;
  if (answer.again == Again::anew) {
    // Only the form that was sent is needed from here on.
    auto page = std::exchange(answer.page, {});
    if (!std::exchange(found->shown, true) && now < found->made + kGoOn) return Seen{std::move(page), {}};
    return Seen{{}, answer.sent};
  }
  const bool of_case = answer.again == Again::while_same || answer.again == Again::typed;
  if (of_case && is_over(*found, now, events())) forget_page(answer);
  found->shown = true;
  if (!answer.page.body.empty()) return Seen{answer.page, {}};
  if (answer.again == Again::typed && !answer.sent.empty()) return Seen{{}, answer.sent, true};
  all_.erase(found);
  return std::nullopt;
}

void FormAnswers::forget_typed(const Asker& asker, std::string_view form) {
  std::erase_if(all_, [&](const Kept& one) {
    return one.answer.again == Again::typed && one.answer.asker == asker && one.answer.form == form;
  });
}

void FormAnswers::forget(Time now, std::int64_t events) {
  for (auto& one : all_) {
    if (is_over(one, now, events)) forget_page(one.answer);
    if (one.answer.again == Again::anew && one.made + kGoOn <= now) one.answer.page = {};
  }
  std::erase_if(all_, [&](const Kept& one) {
    return one.until <= now || (one.answer.page.body.empty() && one.answer.sent.empty());
  });
}

void FormAnswers::forget_of(std::string_view browser) {
  std::erase_if(all_, [&](const Kept& one) { return one.answer.asker.browser == browser; });
}

}  // namespace casus::web
