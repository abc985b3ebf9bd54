// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/time.hpp"
#include "core/model/learning/course_own.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A course of a team by a template (learning.md 4): its meetings on days, what was changed of it, who was there. What
/// somebody writes for themselves stands in course_own.hpp.
namespace casus {

/// Where the topic of an open meeting comes from.
enum class TopicFrom { hand, scan, circle };

constexpr std::array<Named<TopicFrom>, 3> names_of(TopicFrom) {
  return {{{TopicFrom::hand, "hand", "word.topic_from.hand"},
           {TopicFrom::scan, "scan", "word.topic_from.scan"},
           {TopicFrom::circle, "circle", "word.topic_from.circle"}}};
}

/// Command. A course is planned from a day on; the numbers that depart from the source are said.
struct PlanCourse {
  static constexpr std::string_view kName = "PlanCourse";

  Date from{};
  std::optional<int> weeks;  ///< between two meetings; nothing: as the template says
  std::string instrument = "course";

  static void fields(auto& self, auto&& visit) {
    visit.required("from", self.from);
    visit.optional("weeks", self.weeks);
    visit.optional("instrument", self.instrument);
  }
};

struct CourseDay {
  std::string meeting;
  Date on{};

  static void fields(auto& self, auto&& visit) {
    visit.required("meeting", self.meeting);
    visit.required("on", self.on);
  }
};

struct CoursePlanned {
  static constexpr std::string_view kName = "CoursePlanned";
  static constexpr int kVersion = 1;

  std::string definition;
  std::vector<CourseDay> days;

  static void fields(auto& self, auto&& visit) {
    visit.required("definition", self.definition);
    visit.required("days", self.days);
  }
};

struct CourseChangeFields {
  std::string meeting;
  std::optional<Date> on;
  std::optional<int> minutes;  ///< at the table
  std::optional<int> study;    ///< hours of self-study after it

  static void fields(auto& self, auto&& visit) {
    visit.required("meeting", self.meeting);
    visit.optional("on", self.on);
    visit.optional("minutes", self.minutes);
    visit.optional("study", self.study);
  }
};

/// Command. A meeting on another day, of another length, or with other hours of self-study.
struct ChangeCourseMeeting : CourseChangeFields {
  static constexpr std::string_view kName = "ChangeCourseMeeting";
};

struct CourseMeetingChanged : CourseChangeFields {
  static constexpr std::string_view kName = "CourseMeetingChanged";
  static constexpr int kVersion = 1;
};

struct CourseTopicFields {
  std::string meeting;
  std::string topic;
  TopicFrom grew = TopicFrom::hand;

  static void fields(auto& self, auto&& visit) {
    visit.required("meeting", self.meeting);
    visit.required("topic", self.topic);
    visit.optional("grew", self.grew);
  }
};

/// Command. An open meeting, or one whose theme the source does not name, gets a topic of the group.
struct FillCourseMeeting : CourseTopicFields {
  static constexpr std::string_view kName = "FillCourseMeeting";
};

struct CourseMeetingFilled : CourseTopicFields {
  static constexpr std::string_view kName = "CourseMeetingFilled";
  static constexpr int kVersion = 1;
};

/// Command. A meeting is not held.
struct DropCourseMeeting {
  static constexpr std::string_view kName = "DropCourseMeeting";

  std::string meeting;
  std::string because;
  bool undo = false;  ///< it is held after all

  static void fields(auto& self, auto&& visit) {
    visit.required("meeting", self.meeting);
    visit.optional("because", self.because);
    visit.optional("undo", self.undo);
  }
};

struct CourseMeetingDropped {
  static constexpr std::string_view kName = "CourseMeetingDropped";
  static constexpr int kVersion = 1;

  std::string meeting;
  std::string because;
  bool undone = false;  ///< it is held after all

  static void fields(auto& self, auto&& visit) {
    visit.required("meeting", self.meeting);
    visit.required("because", self.because);
    visit.optional("undone", self.undone);
  }
};

/// Command. A meeting was held, with who was there; said again, it replaces what was said.
struct HoldCourseMeeting {
  static constexpr std::string_view kName = "HoldCourseMeeting";

  std::string meeting;
  std::vector<std::string> present;
  bool undo = false;  ///< it was not held

  static void fields(auto& self, auto&& visit) {
    visit.required("meeting", self.meeting);
    visit.optional("present", self.present);
    visit.optional("undo", self.undo);
  }
};

struct CourseMeetingHeld {
  static constexpr std::string_view kName = "CourseMeetingHeld";
  static constexpr int kVersion = 1;

  std::string meeting;
  std::vector<std::string> present;      ///< ids of people in this session
  std::vector<std::string> no_longer{};  ///< who was said to be there before, and is not any more
  bool undone = false;                   ///< it was not held

  static void fields(auto& self, auto&& visit) {
    visit.required("meeting", self.meeting);
    visit.required("present", self.present);
    visit.optional("no_longer", self.no_longer);
    visit.optional("undone", self.undone);
  }
};

struct CourseCancelFields {
  std::string because;

  static void fields(auto& self, auto&& visit) { visit.required("because", self.because); }
};

/// Command. The course was planned by mistake, or does not go on: what people wrote in it goes for good.
struct CancelCourse : CourseCancelFields {
  static constexpr std::string_view kName = "CancelCourse";
};

struct CourseCancelled : CourseCancelFields {
  static constexpr std::string_view kName = "CourseCancelled";
  static constexpr int kVersion = 1;
};

}  // namespace casus
