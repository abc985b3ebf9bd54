// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/access.hpp"
#include "core/model/events.hpp"
#include "core/model/learning/learning.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/model/team/team.hpp"
#include "core/store/store.hpp"

/// Between events of the model and what the store keeps, each with its own version (`kVersion`). A shipped version is
/// never edited: a change is a new one, and an upcast (core/store/codec/upcast.hpp) makes the old payload look like it.
namespace casus::store {

/// The event as one JSON object; names, contacts and relations apart, as secrets of their person.
NewEvent encode(const Event& event);

/// The event again. Texts of an erased person are empty. Throws Fault(store) for a type or version that only a newer
/// casus makes, a payload that does not fit, or one whose key is gone.
Event decode(const StoredEvent& stored);

NewEvent encode(const TeamEvent& event);
TeamEvent decode_team(const StoredEvent& stored);

NewEvent encode(const MeetingEvent& event);
MeetingEvent decode_meeting(const StoredEvent& stored);

NewEvent encode(const LearningEvent& event);
/// Of who was forgotten all texts are empty.
LearningEvent decode_learning(const StoredEvent& stored);

NewEvent encode(const AccessEvent& event);
AccessEvent decode_access(const StoredEvent& stored);

}  // namespace casus::store
