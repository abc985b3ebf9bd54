// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/model/words.hpp"

#include <optional>
#include <string>
#include <vector>

/// Goals and actions. Commands and their events.
namespace casus {

struct GoalFields {
  std::string text;
  bool resident_words = false;
  std::optional<GoalScale> scale;   ///< goal attainment scaling, when wanted
  std::string variable;             ///< the one thing that the scale measures
  std::vector<std::string> levels;  ///< what each point looks like, lowest first; all points or none

  static void fields(auto& self, auto&& visit) {
    visit.required("text", self.text);
    visit.optional("resident_words", self.resident_words);
    visit.optional("scale", self.scale);
    visit.optional("variable", self.variable);
    visit.optional("levels", self.levels);
  }
};

/// Command. A goal, best in the resident's words and as what will be there instead.
struct SetGoal : GoalFields {
  static constexpr std::string_view kName = "SetGoal";
};

/// A goal of the plan.
struct GoalLine : GoalFields {
  std::string id;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    GoalFields::fields(self, visit);
  }
};

struct GoalSet : GoalLine {
  static constexpr std::string_view kName = "GoalSet";
  static constexpr int kVersion = 1;
};

/// Command. Other words for a goal, or what it lacked; what is left out stays. A scale that was scored on stays as it
/// is.
struct ChangeGoal {
  static constexpr std::string_view kName = "ChangeGoal";

  std::string goal;
  std::string text;
  std::optional<bool> resident_words;
  std::optional<GoalScale> scale;
  std::string variable;
  std::vector<std::string> levels;

  static void fields(auto& self, auto&& visit) {
    visit.required("goal", self.goal);
    visit.optional("text", self.text);
    visit.optional("resident_words", self.resident_words);
    visit.optional("scale", self.scale);
    visit.optional("variable", self.variable);
    visit.optional("levels", self.levels);
  }
};

/// The goal as it is from now on.
struct GoalChanged : GoalLine {
  static constexpr std::string_view kName = "GoalChanged";
  static constexpr int kVersion = 1;
};

struct GoalScoreFields {
  std::string goal;
  std::optional<int> value;  ///< a point on the goal's scale; only for a goal that has one
  std::string evidence;
  std::optional<Done> state;  ///< says that the goal is reached, partly or not
  bool resident = false;      ///< the resident's own score; both may score, the difference is a talking point [PSW]

  static void fields(auto& self, auto&& visit) {
    visit.required("goal", self.goal);
    visit.optional("value", self.value);
    visit.optional("evidence", self.evidence);
    visit.optional("state", self.state);
    visit.optional("resident", self.resident);
  }
};

/// Command. How far a goal is, on its own scale.
struct ScoreGoal : GoalScoreFields {
  static constexpr std::string_view kName = "ScoreGoal";
};

struct GoalScored : GoalScoreFields {
  static constexpr std::string_view kName = "GoalScored";
  static constexpr int kVersion = 2;
};

struct ActionFields {
  std::string what;
  std::string who;  ///< a person in the case: name or id
  std::optional<Date> by_when;
  std::string checks;  ///< a person in the case: name or id
  std::optional<Rung> rung;
  bool first_step = false;  ///< small and soon
  std::string goal;
  std::string repeats{};        ///< a rule of base/recurrence.hpp; empty: once
  bool tells_resident = false;  ///< somebody tells the resident what was discussed (R16)

  static void fields(auto& self, auto&& visit) {
    visit.required("what", self.what);
    visit.optional("who", self.who);
    visit.optional("by_when", self.by_when);
    visit.optional("checks", self.checks);
    visit.optional("rung", self.rung);
    visit.optional("first_step", self.first_step);
    visit.optional("goal", self.goal);
    visit.optional("repeats", self.repeats);
    visit.optional("tells_resident", self.tells_resident);
  }
};

/// Command. Who does what, by when, and who checks it (R8); with its place on the network-first ladder (R9).
struct AddAction : ActionFields {
  static constexpr std::string_view kName = "AddAction";
};

/// An action of the plan.
struct ActionLine : ActionFields {
  std::string id;

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    ActionFields::fields(self, visit);
  }
};

/// Version 1 did not come again, and did not say whether the resident is told by it.
struct ActionAdded : ActionLine {
  static constexpr std::string_view kName = "ActionAdded";
  static constexpr int kVersion = 2;
};

/// Command. Other words for an action, or what it lacked; what is left out stays. Another day is MoveAction.
struct ChangeAction {
  static constexpr std::string_view kName = "ChangeAction";

  std::string action;
  std::string what;
  std::string who;
  std::string checks;
  std::optional<Rung> rung;
  std::optional<bool> first_step;
  std::string goal;
  std::string repeats{};  ///< how it comes again from now on

  static void fields(auto& self, auto&& visit) {
    visit.required("action", self.action);
    visit.optional("what", self.what);
    visit.optional("who", self.who);
    visit.optional("checks", self.checks);
    visit.optional("rung", self.rung);
    visit.optional("first_step", self.first_step);
    visit.optional("goal", self.goal);
    visit.optional("repeats", self.repeats);
  }
};

/// The action as it is from now on. Version 1 did not come again.
struct ActionChanged : ActionLine {
  static constexpr std::string_view kName = "ActionChanged";
  static constexpr int kVersion = 2;
};

/// Command. The resident agrees to a goal, an action, or all of the plan as it stands: the A of SMART [INS3].
struct AgreePlan {
  static constexpr std::string_view kName = "AgreePlan";

  std::string line;  ///< id of a goal or action; empty: the whole plan
  std::string note;
  std::optional<Date> on;  ///< nothing: today

  static void fields(auto& self, auto&& visit) {
    visit.optional("line", self.line);
    visit.optional("note", self.note);
    visit.optional("on", self.on);
  }
};

/// Version 1 could leave out the day.
struct PlanAgreed {
  static constexpr std::string_view kName = "PlanAgreed";
  static constexpr int kVersion = 2;

  std::string line;  ///< id of a goal or action; empty: the whole plan
  std::string note;
  Date on{};

  static void fields(auto& self, auto&& visit) {
    visit.optional("line", self.line);
    visit.optional("note", self.note);
    visit.required("on", self.on);
  }
};

/// The state is always written: left out it would read as done, and an action that opens again is not.
struct ActionResultFields {
  std::string action;
  Done state = Done::done;
  std::string note;

  static void fields(auto& self, auto&& visit) {
    visit.required("action", self.action);
    visit.required("state", self.state);
    visit.optional("note", self.note);
  }
};

/// Command. What came of an action. One that repeats comes back on its next day, unless this was the last time.
struct FinishAction : ActionResultFields {
  static constexpr std::string_view kName = "FinishAction";

  bool last = false;

  static void fields(auto& self, auto&& visit) {
    ActionResultFields::fields(self, visit);
    visit.optional("last", self.last);
  }
};

struct ActionFinished : ActionResultFields {
  static constexpr std::string_view kName = "ActionFinished";
  static constexpr int kVersion = 2;
};

struct ActionDayFields {
  std::string action;
  Date by_when{};
  std::string because;

  static void fields(auto& self, auto&& visit) {
    visit.required("action", self.action);
    visit.required("by_when", self.by_when);
    visit.required("because", self.because);
  }
};

/// Command. Another day for an action, with the reason.
struct MoveAction : ActionDayFields {
  static constexpr std::string_view kName = "MoveAction";
};

struct ActionMoved : ActionDayFields {
  static constexpr std::string_view kName = "ActionMoved";
  static constexpr int kVersion = 1;
};

}  // namespace casus
