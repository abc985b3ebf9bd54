// SPDX-License-Identifier: EUPL-1.2
#include "core/model/meeting/meeting.hpp"

#include "core/base/first_that.hpp"
#include "core/model/person_name.hpp"

#include <algorithm>

namespace casus {

template class OneOf<MeetingVariant>;
template class OneOf<MeetingEventVariant>;

std::string_view name_of(const MeetingEventBody& body) {
  return std::visit([](const auto& one) { return std::decay_t<decltype(one)>::kName; }, body);
}

std::chrono::seconds AgendaItem::spent(Time now) const {
  std::chrono::seconds all{0};
  for (const auto& sitting : sittings) {
    const auto length = sitting.to.value_or(now) - sitting.from;
    if (length.count() > 0 && length <= kLongestSitting) all += length;
  }
  return all;
}

bool AgendaLine::has(Why reason) const {
  return why == reason || std::ranges::any_of(also, [&](const AgendaReason& one) { return one.why == reason; });
}

const AgendaItem* Meeting::at_hand() const { return first_with(items, ItemState::at_hand, &AgendaItem::state); }

const AgendaItem* Meeting::item(std::string_view text) const {
  if (text.empty()) return nullptr;
  const AgendaItem* found = nullptr;
  for (const auto& item : items) {
    if (item.line.id == text) return &item;
    const bool waits = found != nullptr && found->state != ItemState::finished && found->state != ItemState::dropped;
    if (item.line.case_id == text && !waits) found = &item;
  }
  return found;
}

const AgendaItem* Meeting::next() const { return first_with(items, ItemState::planned, &AgendaItem::state); }

const std::string* Meeting::present_as(std::string_view name) const {
  return first_that(present, [&](const std::string& one) { return same_name(one, name); });
}

const std::string& Meeting::chair_now() const {
  const auto* item = at_hand();
  return item == nullptr || item->chair.empty() ? chair : item->chair;
}

int Meeting::planned_minutes() const {
  const auto comes_again = [&](const AgendaItem& done) {
    return done.state == ItemState::finished && !done.line.case_id.empty() &&
           std::ranges::any_of(items, [&](const AgendaItem& other) {
             return &other != &done && other.line.case_id == done.line.case_id && other.state != ItemState::finished &&
                    other.state != ItemState::dropped;
           });
  };
  int sum = 0;
  for (const auto& item : items) {
    if (item.state == ItemState::dropped) continue;
    sum += comes_again(item) ? static_cast<int>(std::chrono::ceil<std::chrono::minutes>(item.spent({})).count())
                             : item.line.minutes;
  }
  return sum;
}

}  // namespace casus
