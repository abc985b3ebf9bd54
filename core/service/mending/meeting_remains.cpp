// SPDX-License-Identifier: EUPL-1.2
#include "core/service/mending/meeting_remains.hpp"

#include "core/meeting/meeting.hpp"
#include "core/service/mending/left.hpp"
#include "core/service/streams.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <variant>

namespace casus::service {

namespace {

using LeftOfMeeting = Left<MeetingEvent, ItemReworded, LineTakenUp>;
using KeptOfMeeting = std::vector<std::optional<MeetingEvent>>;

LeftOfMeeting left_in(const KeptOfMeeting& so_far, LeftOfMeeting::Change change) {
  LeftOfMeeting::SoFar all;
  for (const auto& event : so_far) all.push_back(event ? &*event : nullptr);
  return {std::move(all), std::move(change)};
}

/// Of a line that is taken up nothing is left, unless something was before: that holds its words as well.
bool has_remains(const std::vector<store::StoredEvent>& kept, const KeptOfMeeting& so_far, std::int64_t number) {
  const auto says_it = [&](const std::optional<MeetingEvent>& event) {
    return event && std::ranges::find(LeftOfMeeting::said_by(*event), number, &Remains::event) !=
                        LeftOfMeeting::said_by(*event).end();
  };
  const auto at = std::ranges::find(kept, number, &store::StoredEvent::number);
  return at != kept.end() && (!at->payload || std::ranges::any_of(so_far, says_it));
}

}  // namespace

void say_what_remains_of_meeting(MeetingEvents& decided, const std::vector<store::StoredEvent>& kept) {
  const auto so_far = MeetingStream::events_of(kept);
  std::set<std::int64_t> goes;
  std::vector<Remains>* remains = nullptr;  // of all of them, in the first that destroys
  for (auto& event : decided) {
    if (auto* taken = std::get_if<LineTakenUp>(&event.body);
        taken != nullptr && has_remains(kept, so_far, taken->event)) {
      goes.insert(taken->event);
      if (remains == nullptr) remains = &taken->remains;
    }
    if (auto* now = std::get_if<ItemReworded>(&event.body); now != nullptr && now->ground) {
      goes.insert(now->events.begin(), now->events.end());
      if (remains == nullptr) remains = &now->remains;
    }
  }
  if (remains == nullptr) return;
  auto left = left_in(so_far, [&](std::int64_t number, MeetingEvent& event) {
    if (goes.contains(number)) meeting::take_out_words(event.body);
  });
  for (const auto number : goes) left.put(number);
  *remains = left.take();
}

void say_what_is_forgotten(ItemReworded& gone, const std::vector<store::StoredEvent>& kept,
                           const std::function<bool(MeetingEvent&)>& forget) {
  const auto so_far = MeetingStream::events_of(kept);
  auto left = left_in(so_far, [&](std::int64_t, MeetingEvent& event) { forget(event); });
  std::int64_t number = 0;
  for (auto event : so_far) {
    ++number;
    if (!event || !forget(*event)) continue;
    gone.events.push_back(number);
    left.put(number);
  }
  gone.remains = left.take();
}

void destroy_with(store::Store& store, const std::string& stream, const MeetingEvent& event) {
  if (const auto* taken = std::get_if<LineTakenUp>(&event.body); taken != nullptr && taken->remains.empty())
    store.destroy_event(stream, taken->event);
  for (const auto& one : LeftOfMeeting::said_by(event))
    store.destroy_event(stream, one.event, store::Husk{one.version, one.payload, {}});
}

}  // namespace casus::service
