// SPDX-License-Identifier: EUPL-1.2
#include "core/learning/course.hpp"

#include "core/base/first_that.hpp"

#include <algorithm>

namespace casus::learning {
namespace {

constexpr double kDaysInMonth = 365.25 / 12;
constexpr double kMinutesInHour = 60;

double counted(const Course& course, const CourseTotal& total) {
  double sum = 0;
  for (const auto& one : course.meetings) {
    const auto* meeting = course.instrument.meeting(one.id);
    if (one.dropped || (!total.group.empty() && (meeting == nullptr || meeting->group != total.group))) continue;
    if (total.of == CourseCount::meetings) sum += 1;
    if (total.of == CourseCount::contact_hours) sum += one.minutes / kMinutesInHour;
    if (total.of == CourseCount::study_hours) sum += one.study;
  }
  return total.of == CourseCount::months ? days_between(course.begins(), course.ends()) / kDaysInMonth : sum;
}

}  // namespace

const PlannedMeeting* Course::meeting(std::string_view wanted) const { return with_id(meetings, wanted); }

std::vector<const PlannedMeeting*> Course::to_fill() const {
  std::vector<const PlannedMeeting*> out;
  for (const auto& one : meetings) {
    const auto* made = instrument.meeting(one.id);
    if (made != nullptr && (made->open || made->empty) && !one.dropped && !one.held && one.topic.empty())
      out.push_back(&one);
  }
  return out;
}

bool Course::going_on() const {
  return !cancelled &&
         std::ranges::any_of(meetings, [](const PlannedMeeting& one) { return !one.held && !one.dropped; });
}

Date Course::begins() const {
  Date first{};
  bool any = false;
  for (const auto& one : meetings) {
    if (one.dropped) continue;
    first = any ? std::min(first, one.on) : one.on;
    any = true;
  }
  return first;
}

Date Course::ends() const {
  Date last{};
  bool any = false;
  for (const auto& one : meetings) {
    if (one.dropped) continue;
    last = any ? std::max(last, one.on) : one.on;
    any = true;
  }
  return last;
}

std::vector<CourseDay> course_days(const Instrument& it, Date from, int weeks) {
  constexpr int kDaysInWeek = 7;
  std::vector<CourseDay> days;
  for (const auto& one : it.meetings)
    days.push_back({one.id, plus_days(from, static_cast<int>(days.size()) * weeks * kDaysInWeek)});
  return days;
}

std::vector<TotalCompared> totals_compared(const Course& course) {
  std::vector<TotalCompared> out;
  for (const auto& total : course.instrument.totals) {
    TotalCompared one{&total, counted(course, total), false};
    one.departs = one.is < total.least || one.is > total.most;
    out.push_back(one);
  }
  return out;
}

HoursDone hours_done(const Course& course, std::string_view person) {
  HoursDone out;
  for (const auto& one : course.meetings) {
    if (!one.held || std::ranges::find(one.present, person) == one.present.end()) continue;
    out.minutes += one.minutes;
    out.study += one.study;
    ++out.meetings;
  }
  return out;
}

}  // namespace casus::learning
