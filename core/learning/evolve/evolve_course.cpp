// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/evolve/evolving.hpp"

#include <algorithm>

/// Events of a course.
namespace casus::learning {
namespace {

Course& the_course(Session& it) {
  if (!it.course) damaged("a step of a course that was not planned");
  return *it.course;
}

PlannedMeeting& the_meeting(Session& it, std::string_view id) {
  auto& all = the_course(it).meetings;
  const auto found = std::ranges::find(all, id, &PlannedMeeting::id);
  if (found == all.end()) damaged("a meeting that is not in the course");
  return *found;
}

}  // namespace

void evolve_more(Session& it, const CoursePlanned& e, Date) {
  auto& course = it.course.emplace();
  course.instrument = parse_instrument(e.definition).first;
  for (const auto& day : e.days) {
    PlannedMeeting made{.id = day.meeting, .on = day.on};
    if (const auto* meeting = course.instrument.meeting(day.meeting)) {
      for (const auto& part : meeting->parts) made.minutes += part.minutes;
      made.study = meeting->study;
    }
    course.meetings.push_back(std::move(made));
  }
}

void evolve_more(Session& it, const CourseMeetingChanged& e, Date) {
  auto& meeting = the_meeting(it, e.meeting);
  if (e.on) meeting.on = *e.on;
  if (e.minutes) meeting.minutes = *e.minutes;
  if (e.study) meeting.study = *e.study;
}

void evolve_more(Session& it, const CourseMeetingFilled& e, Date) {
  auto& meeting = the_meeting(it, e.meeting);
  meeting.topic = e.topic;
  meeting.grew = e.grew;
}

void evolve_more(Session& it, const CourseMeetingDropped& e, Date) {
  auto& meeting = the_meeting(it, e.meeting);
  meeting.dropped = !e.undone;
  meeting.because = e.because;
}

void evolve_more(Session& it, const CourseMeetingHeld& e, Date) {
  auto& meeting = the_meeting(it, e.meeting);
  meeting.held = !e.undone;
  meeting.present = e.present;
  meeting.count = static_cast<int>(e.present.size());
}

void evolve_more(Session& it, const HomeworkWritten& e, Date) {
  auto& course = the_course(it);
  course.homework_numbers.given(e.person, e.id);
  std::erase_if(course.homework, [&](const Homework& one) { return is_own(one, e.person, e.id); });
  if (!e.text.empty()) course.homework.push_back({e.id, e.person, e.meeting, e.kind, e.text, {}, {it.version}});
}

void evolve_more(Session& it, const HomeworkFinished& e, Date) {
  for (auto& one : the_course(it).homework) {
    if (!is_own(one, e.person, e.homework) || e.outcome.empty()) continue;
    one.outcome = e.outcome;
    one.events.push_back(it.version);
  }
}

void evolve_more(Session& it, const TakenAlong& e, Date) {
  auto& course = the_course(it);
  course.taken_numbers.given(e.person, e.id);
  std::erase_if(course.taken, [&](const Takeaway& one) { return is_own(one, e.person, e.id); });
  if (!e.text.empty()) course.taken.push_back({e.id, e.person, e.text, it.version});
}

void evolve_more(Session& it, const StruckFromCourse& e, Date) {
  auto& course = the_course(it);
  (e.what.starts_with('h') ? course.homework_numbers : course.taken_numbers).given(e.person, e.what);
  const auto struck = [&](const auto& one) { return is_own(one, e.person, e.what); };
  std::erase_if(course.homework, struck);
  std::erase_if(course.taken, struck);
}

void evolve_more(Session& it, const CourseCancelled& e, Date) {
  the_course(it).cancelled = true;
  the_course(it).because = e.because;
}

void forget_in(Course& course, const std::string& person) {
  std::erase_if(course.homework, [&](const Homework& one) { return one.person == person; });
  std::erase_if(course.taken, [&](const Takeaway& one) { return one.person == person; });
}

}  // namespace casus::learning
