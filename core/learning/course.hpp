// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/instrument.hpp"
#include "core/learning/own_numbers.hpp"
#include "core/model/learning/course.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A course as its events made it, and what its numbers add up to beside those of the source.
namespace casus::learning {

/// Most weeks between two meetings, minutes on a line of one, and hours of study after it: more is a slip of the key.
inline constexpr int kMostWeeks = 26;
inline constexpr int kMostMinutes = 600;
inline constexpr int kMostStudy = 40;

/// A meeting of the plan; what it is about stands in the template under its id.
struct PlannedMeeting {
  std::string id;
  Date on{};
  int minutes = 0;
  int study = 0;
  std::string topic;  ///< that the group gave to an open one
  TopicFrom grew{};
  bool dropped = false;
  std::string because;  ///< of one that is dropped
  bool held = false;
  std::vector<std::string> present;  ///< ids; of others than who looks none
  int count = 0;                     ///< how many were there
};

struct Homework {
  std::string id;
  std::string person;
  std::string meeting;
  HomeworkKind kind{};
  std::string text;
  std::string outcome;
  std::vector<std::int64_t> events;
};

struct Takeaway {
  std::string id;
  std::string person;
  std::string text;
  std::int64_t event = 0;
};

struct Course {
  Instrument instrument;
  std::vector<PlannedMeeting> meetings;
  std::vector<Homework> homework;
  std::vector<Takeaway> taken;
  bool cancelled = false;
  std::string because;
  OwnNumbers homework_numbers;
  OwnNumbers taken_numbers;

  const PlannedMeeting* meeting(std::string_view id) const;
  /// Open, or with a theme that the source does not name, and without a topic yet.
  std::vector<const PlannedMeeting*> to_fill() const;
  /// Not cancelled, and a meeting of it is still to be held.
  bool going_on() const;
  Date begins() const;
  Date ends() const;
};

/// The days of a plan: a meeting each so many weeks, from the first on.
std::vector<CourseDay> course_days(const Instrument& it, Date from, int weeks);

/// A number of the source beside the same number of this plan.
struct TotalCompared {
  const CourseTotal* total = nullptr;
  double is = 0;
  bool departs = false;
};
std::vector<TotalCompared> totals_compared(const Course& course);

/// Minutes that somebody was there, and hours of self-study of those meetings, as they were planned.
struct HoursDone {
  int minutes = 0;
  int study = 0;
  int meetings = 0;
};
HoursDone hours_done(const Course& course, std::string_view person);

}  // namespace casus::learning
