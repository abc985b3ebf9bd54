// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec.hpp"

#include "core/store/coding.hpp"

namespace casus::store {

using namespace coding;

NewEvent encode(const TeamEvent& event) { return encoded(event.body, event.at); }

TeamEvent decode_team(const StoredEvent& stored) { return {stored.at, decode_body<TeamEventBody>(stored)}; }

NewEvent encode(const MeetingEvent& event) { return encoded(event.body, event.at, &event.by, &event.seat); }

MeetingEvent decode_meeting(const StoredEvent& stored) { return decoded<MeetingEvent>(stored); }

NewEvent encode(const LearningEvent& event) { return encoded(event.body, event.at, &event.by, &event.seat); }

LearningEvent decode_learning(const StoredEvent& stored) { return decoded<LearningEvent>(stored); }

NewEvent encode(const AccessEvent& event) { return encoded(event.body, event.at); }

AccessEvent decode_access(const StoredEvent& stored) { return {stored.at, decode_body<AccessEventBody>(stored)}; }

}  // namespace casus::store
