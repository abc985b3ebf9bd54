// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/meeting/meeting.hpp"
#include "core/store/store.hpp"

#include <functional>
#include <string>
#include <vector>

/// What is left of events of a meeting when something in them goes for good. Internal to core/service.
namespace casus::service {

/// Says in what was decided what remains of the events that go with it: all but the words that were typed there. `kept`
/// is the whole stream.
void say_what_remains_of_meeting(MeetingEvents& decided, const std::vector<store::StoredEvent>& kept);

/// Names in `gone` each event in which `forget` finds something, and says what remains of them without it. `kept` is
/// the whole stream.
void say_what_is_forgotten(ItemReworded& gone, const std::vector<store::StoredEvent>& kept,
                           const std::function<bool(MeetingEvent&)>& forget);

/// Destroys what goes with an event that was kept. No kill comes between the two: the caller holds a transaction.
void destroy_with(store::Store& store, const std::string& stream, const MeetingEvent& event);

}  // namespace casus::service
