// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/meeting/guided/guided_meeting.hpp"
#include "core/desk/outsider.hpp"
#include "core/desk/verbs/meeting/meeting_verb.hpp"

#include <utility>

namespace casus::desk {

GuidedMeeting::Place meeting_place(Desk& desk, std::optional<Date> date, std::string case_id, std::string because) {
  GuidedMeeting::Place place{std::nullopt, std::move(case_id), std::move(because)};
  if (!place.case_id.empty()) {
    if (date) throw Usage{desk.say("meeting_run.choose_day_case_both")};
    (void)missing_case(desk, place.case_id, place.because);  // an outsider is refused when it opens, as of any case
    return place;
  }
  auto& meetings = desk.meetings();
  if (!date) {
    place.meeting = meetings_meant(meetings, desk.today());
    if (!place.meeting) (void)meeting_meant(desk);  // says that there is none
    return place;
  }
  const auto day = to_string(*date);
  if (!meetings.exists(day))
    throw Usage{desk.say("meeting_run.meeting_see", "list"_is = text::way("meeting list"), "day"_is = desk.day(*date))};
  const auto meeting = meetings.open(day);
  if (meeting.finished_at)
    throw Usage{desk.say("meeting_run.meeting_over_look_back", "show"_is = text::way("meeting show", "date"_is = day),
                         "day"_is = desk.day(*date))};
  place.meeting = MeetingChoice{{day, meeting.running()}, true, {}};
  return place;
}

}  // namespace casus::desk
