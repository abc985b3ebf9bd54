// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/meeting/guided_face.hpp"
#include "core/desk/meeting/guided/guided_meeting.hpp"

namespace casus::cli {

/// A guided meeting on a terminal: draws what there is to see, reads keys, hands lines over.
class GuidedScreen {
 public:
  explicit GuidedScreen(desk::GuidedMeeting& meeting) : meeting_(meeting) {}

  /// Until somebody stops, or the meeting is over.
  void run(Face& face);

 private:
  void look();
  void scroll(Face& face, int pages);

  desk::GuidedMeeting& meeting_;
  Shown shown_;
};

}  // namespace casus::cli
