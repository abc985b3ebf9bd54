// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What somebody writes for themselves in a course: homework, and what they take along. Sealed with a key of that
/// person.
namespace casus {

/// Between two meetings: something to do that came of the WERF talk, and a sentence of practice.
enum class HomeworkKind { intention, sentence };

constexpr std::array<Named<HomeworkKind>, 2> names_of(HomeworkKind) {
  return {{{HomeworkKind::intention, "intention", "word.homework_kind.intention"},
           {HomeworkKind::sentence, "sentence", "word.homework_kind.sentence"}}};
}

/// Command. Homework after a meeting.
struct WriteHomework {
  static constexpr std::string_view kName = "WriteHomework";

  std::string meeting;
  std::string text;
  HomeworkKind kind = HomeworkKind::intention;
  std::string instead{};  ///< of one's own homework, which goes for good

  static void fields(auto& self, auto&& visit) {
    visit.required("meeting", self.meeting);
    visit.required("text", self.text);
    visit.optional("kind", self.kind);
    visit.optional("instead", self.instead);
  }
};

struct HomeworkWritten {
  static constexpr std::string_view kName = "HomeworkWritten";
  static constexpr int kVersion = 1;

  std::string id;
  std::string person;
  std::string meeting;
  HomeworkKind kind{};
  std::string text;
  std::vector<std::int64_t> events{};  ///< that had what it replaces; destroyed with this one

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("person", self.person);
    visit.required("meeting", self.meeting);
    visit.required("kind", self.kind);
    visit.secret("text", self.person, self.text);
    visit.optional("events", self.events);
  }
};

/// Command. What came of one's own homework; said again, it replaces what was said.
struct FinishHomework {
  static constexpr std::string_view kName = "FinishHomework";

  std::string homework;
  std::string outcome;

  static void fields(auto& self, auto&& visit) {
    visit.required("homework", self.homework);
    visit.required("outcome", self.outcome);
  }
};

struct HomeworkFinished {
  static constexpr std::string_view kName = "HomeworkFinished";
  static constexpr int kVersion = 1;

  std::string homework;
  std::string person;
  std::string outcome;

  static void fields(auto& self, auto&& visit) {
    visit.required("homework", self.homework);
    visit.required("person", self.person);
    visit.secret("outcome", self.person, self.outcome);
  }
};

/// Command. What somebody takes along from the course.
struct TakeAlong {
  static constexpr std::string_view kName = "TakeAlong";

  std::string text;
  std::string instead{};  ///< of what one takes along, which goes for good

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("instead", self.instead);
  }
};

struct TakenAlong {
  static constexpr std::string_view kName = "TakenAlong";
  static constexpr int kVersion = 1;

  std::string id;
  std::string person;
  std::string text;
  std::vector<std::int64_t> events{};  ///< that had what it replaces; destroyed with this one

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("person", self.person);
    visit.secret("text", self.person, self.text);
    visit.optional("events", self.events);
  }
};

/// Command. Something of one's own goes out, for good.
struct StrikeFromCourse {
  static constexpr std::string_view kName = "StrikeFromCourse";

  std::string what;

  static void fields(auto& self, auto&& visit) { visit.required("what", self.what); }
};

struct StruckFromCourse {
  static constexpr std::string_view kName = "StruckFromCourse";
  static constexpr int kVersion = 1;
  static constexpr bool kOfItsActor = true;

  std::string what;
  std::vector<std::int64_t> events;
  std::string person{};  ///< whose; empty: of who did it

  static void fields(auto& self, auto&& visit) {
    visit.required("what", self.what);
    visit.required("events", self.events);
    visit.optional("person", self.person);
  }
};

}  // namespace casus
