// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/meetings/meetings.hpp"
#include "core/service/service_state.hpp"

namespace casus::service {

struct Meetings::State {
  State(Session& the_session, const Clock& clock) : session(the_session), meetings(session, clock) {}

  Session& session;
  Stream<MeetingStream> meetings;
};

}  // namespace casus::service
