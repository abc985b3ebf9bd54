// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/time.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What somebody learns: goals with a day, what shows for them, and a log. For nobody but that person (learning.md 1).
/// Every text lies under the key of the person.
namespace casus {

/// Where something that shows for a goal comes from. The person chooses it; nothing is taken over by itself.
enum class EvidenceFrom { werf, debrief, fidelity, colleague, own };

constexpr std::array<Named<EvidenceFrom>, 5> names_of(EvidenceFrom) {
  return {{{EvidenceFrom::werf, "werf", "word.evidence_from.werf"},
           {EvidenceFrom::debrief, "debrief", "word.evidence_from.debrief"},
           {EvidenceFrom::fidelity, "fidelity", "word.evidence_from.fidelity"},
           {EvidenceFrom::colleague, "colleague", "word.evidence_from.colleague"},
           {EvidenceFrom::own, "own", "word.evidence_from.own"}}};
}

enum class GoalCourse { going_on, reached, let_go };

constexpr std::array<Named<GoalCourse>, 3> names_of(GoalCourse) {
  return {{{GoalCourse::going_on, "going_on", "word.goal_course.going_on"},
           {GoalCourse::reached, "reached", "word.goal_course.reached"},
           {GoalCourse::let_go, "let_go", "word.goal_course.let_go"}}};
}

/// Ways to learn that are named in [S2] and [S4].
enum class LearnedBy { reflection, duo, consultation, internship, e_learning, circle, course, reading };

constexpr std::array<Named<LearnedBy>, 8> names_of(LearnedBy) {
  return {{{LearnedBy::reflection, "reflection", "word.learned_by.reflection"},
           {LearnedBy::duo, "duo", "word.learned_by.duo"},
           {LearnedBy::consultation, "consultation", "word.learned_by.consultation"},
           {LearnedBy::internship, "internship", "word.learned_by.internship"},
           {LearnedBy::e_learning, "e_learning", "word.learned_by.e_learning"},
           {LearnedBy::circle, "circle", "word.learned_by.circle"},
           {LearnedBy::course, "course", "word.learned_by.course"},
           {LearnedBy::reading, "reading", "word.learned_by.reading"}}};
}

/// Command. Somebody sets themselves a goal.
struct SetOwnGoal {
  static constexpr std::string_view kName = "SetOwnGoal";

  std::string text;
  Date by_when{};
  std::string on;          ///< item of the scan that it hangs on, "g4"; may be empty
  std::string evidence{};  ///< what shows already that it comes nearer
  EvidenceFrom source = EvidenceFrom::own;

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.required("by_when", self.by_when);
    visit.optional("on", self.on);
    visit.optional("evidence", self.evidence);
    visit.optional("source", self.source);
  }
};

struct OwnGoalSet {
  static constexpr std::string_view kName = "OwnGoalSet";
  static constexpr int kVersion = 1;

  std::string id;
  std::string person;
  std::string text;
  Date by_when{};
  std::string on;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("person", self.person);
    visit.secret("text", self.person, self.text);
    visit.required("by_when", self.by_when);
    visit.optional("on", self.on);
  }
};

/// Command. Other words, or another day.
struct ChangeOwnGoal {
  static constexpr std::string_view kName = "ChangeOwnGoal";

  std::string goal;
  std::string text;  ///< empty: as it was
  std::optional<Date> by_when;

  static void fields(auto& self, auto&& visit) {
    visit.required("goal", self.goal);
    visit.optional("text", self.text);
    visit.optional("by_when", self.by_when);
  }
};

struct OwnGoalChanged {
  static constexpr std::string_view kName = "OwnGoalChanged";
  static constexpr int kVersion = 1;

  std::string goal;
  std::string person;
  std::string text;
  std::optional<Date> by_when;

  static void fields(auto& self, auto&& visit) {
    visit.required("goal", self.goal);
    visit.required("person", self.person);
    visit.secret("text", self.person, self.text);
    visit.optional("by_when", self.by_when);
  }
};

/// Command. Something that shows for a goal.
struct AddOwnEvidence {
  static constexpr std::string_view kName = "AddOwnEvidence";

  std::string goal;
  std::string text;
  EvidenceFrom source = EvidenceFrom::own;

  static void fields(auto& self, auto&& visit) {
    visit.required("goal", self.goal);
    visit.required("text", self.text);
    visit.optional("source", self.source);
  }
};

struct OwnEvidenceAdded {
  static constexpr std::string_view kName = "OwnEvidenceAdded";
  static constexpr int kVersion = 1;

  std::string id;
  std::string goal;
  std::string person;
  std::string text;
  EvidenceFrom source{};

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("goal", self.goal);
    visit.required("person", self.person);
    visit.secret("text", self.person, self.text);
    visit.required("source", self.source);
  }
};

/// Command. Looking back on a goal: what goes better?
struct ReviewOwnGoal {
  static constexpr std::string_view kName = "ReviewOwnGoal";

  std::string goal;
  std::string better;
  GoalCourse course = GoalCourse::going_on;
  std::optional<Date> by_when;              ///< a new day, for one that goes on
  std::string evidence{};                   ///< what shows it; a goal that is reached has some
  EvidenceFrom source = EvidenceFrom::own;  ///< of the evidence

  static void fields(auto& self, auto&& visit) {
    visit.required("goal", self.goal);
    visit.required("better", self.better);
    visit.optional("course", self.course);
    visit.optional("by_when", self.by_when);
    visit.optional("evidence", self.evidence);
    visit.optional("source", self.source);
  }
};

struct OwnGoalReviewed {
  static constexpr std::string_view kName = "OwnGoalReviewed";
  static constexpr int kVersion = 1;

  std::string goal;
  std::string person;
  std::string better;
  GoalCourse course{};
  std::optional<Date> by_when;

  static void fields(auto& self, auto&& visit) {
    visit.required("goal", self.goal);
    visit.required("person", self.person);
    visit.secret("better", self.person, self.better);
    visit.required("course", self.course);
    visit.optional("by_when", self.by_when);
  }
};

/// Command. A line of somebody's own learning log.
struct WriteOwnLog {
  static constexpr std::string_view kName = "WriteOwnLog";

  std::string text;
  LearnedBy way = LearnedBy::reflection;
  std::optional<Date> on;  ///< else today

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("way", self.way);
    visit.optional("on", self.on);
  }
};

struct OwnLogWritten {
  static constexpr std::string_view kName = "OwnLogWritten";
  static constexpr int kVersion = 1;

  std::string id;
  std::string person;
  std::string text;
  LearnedBy way{};
  Date on{};

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("person", self.person);
    visit.secret("text", self.person, self.text);
    visit.required("way", self.way);
    visit.required("on", self.on);
  }
};

/// Command. A goal, something that shows for it, or a line of the log was a mistake: it goes for good.
struct StrikeOwn {
  static constexpr std::string_view kName = "StrikeOwn";

  std::string entry;

  static void fields(auto& self, auto&& visit) { visit.required("entry", self.entry); }
};

/// The events that said it are destroyed with it: their numbers stand here.
struct OwnStruck {
  static constexpr std::string_view kName = "OwnStruck";
  static constexpr int kVersion = 1;

  std::string entry;
  std::string person;
  std::vector<std::int64_t> events;

  static void fields(auto& self, auto&& visit) {
    visit.required("entry", self.entry);
    visit.required("person", self.person);
    visit.required("events", self.events);
  }
};

}  // namespace casus
