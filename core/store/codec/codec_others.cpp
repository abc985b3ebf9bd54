// SPDX-License-Identifier: EUPL-1.2
#include "core/store/codec/codec.hpp"

#include "core/store/codec/coding.hpp"

namespace casus::store {

using namespace coding;

namespace {

/// More than any answer: how long it is, sealed, would tell what somebody answered and who they are.
constexpr std::size_t kBlock = 1024;

/// Space behind JSON is no part of it.
void hide_length(std::string& json) { json.append((kBlock - json.size() % kBlock) % kBlock, ' '); }

}  // namespace

/// The team's events said nothing of who did it for a long time, and lines that are kept apart (R15) still do not.
NewEvent encode(const TeamEvent& event) {
  return encoded(event.body, event.at, event.by.empty() ? nullptr : &event.by, &event.seat);
}

TeamEvent decode_team(const StoredEvent& stored) {
  TeamEvent event{.at = stored.at};
  event.body = decode_body<TeamEventBody>(stored, {&event.by, &event.seat, false});
  return event;
}

NewEvent encode(const MeetingEvent& event) { return encoded(event.body, event.at, &event.by, &event.seat); }

MeetingEvent decode_meeting(const StoredEvent& stored) { return decoded<MeetingEvent>(stored); }

NewEvent encode(const LearningEvent& event) {
  auto out = encoded(event.body, event.at, &event.by, &event.seat);
  hide_length(out.payload);
  for (auto& secret : out.secrets) hide_length(secret.text);
  return out;
}

LearningEvent decode_learning(const StoredEvent& stored) { return decoded<LearningEvent>(stored); }

NewEvent encode(const AccessEvent& event) { return encoded(event.body, event.at); }

AccessEvent decode_access(const StoredEvent& stored) { return {stored.at, decode_body<AccessEventBody>(stored)}; }

}  // namespace casus::store
