// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/base/time.hpp"
#include "core/model/learning/area_profile.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A cycle of the area analysis (gebiedsanalyse [S2], learning.md 6): a profile of a period, a talk, focus points,
/// contributions, a look back; then the next. Focus points themselves lie with the team (model/team/area.hpp).
namespace casus {

/// What the team's own cases and signals of a period add up to, counted once, small counts hidden.
struct AreaCount {
  std::string table;  ///< "opened", "rungs", "signals"; a table of its own, with a line "" for its total
  std::string line;
  std::optional<std::int64_t> count;  ///< nothing: hidden

  bool operator==(const AreaCount&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("table", self.table);
    visit.required("line", self.line);
    visit.optional("count", self.count);
  }
};

/// Command. A cycle begins, about a period that is over: the counts of it are taken once, now. No two cycles have a day
/// in common, so nobody can subtract one from another.
struct BeginAreaCycle {
  static constexpr std::string_view kName = "BeginAreaCycle";

  std::optional<Date> from;  ///< nothing: after the cycle before, or a year before `to`
  std::optional<Date> to;    ///< nothing: the end of the last quarter that is over
  std::string instrument = "area";

  static void fields(auto& self, auto&& visit) {
    visit.optional("from", self.from);
    visit.optional("to", self.to);
    visit.optional("instrument", self.instrument);
  }
};

struct AreaCycleBegun {
  static constexpr std::string_view kName = "AreaCycleBegun";
  static constexpr int kVersion = 1;

  Date from{};
  Date to{};
  std::string definition;
  std::string before;  ///< the cycle before; empty for the first
  std::vector<AreaCount> counts;

  static void fields(auto& self, auto&& visit) {
    visit.required("from", self.from);
    visit.required("to", self.to);
    visit.required("definition", self.definition);
    visit.optional("before", self.before);
    visit.optional("counts", self.counts);
  }
};

/// Command. The next step of the cycle. The last step ends it, with the day on which the next begins.
struct TurnAreaCycle {
  static constexpr std::string_view kName = "TurnAreaCycle";

  std::optional<Date> next_on;  ///< of the last step; nothing: in a year

  static void fields(auto& self, auto&& visit) { visit.optional("next_on", self.next_on); }
};

/// `focuses`: what came of each focus point, as it stood when the cycle ended.
struct AreaOutcome {
  std::string focus;
  std::string text;
  std::string outcome;

  bool operator==(const AreaOutcome&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("focus", self.focus);
    visit.required("text", self.text);
    visit.optional("outcome", self.outcome);
  }
};

struct AreaCycleTurned {
  static constexpr std::string_view kName = "AreaCycleTurned";
  static constexpr int kVersion = 1;

  std::string step;
  std::optional<Date> next_on;
  std::vector<AreaOutcome> outcomes;

  static void fields(auto& self, auto&& visit) {
    visit.required("step", self.step);
    visit.optional("next_on", self.next_on);
    visit.optional("outcomes", self.outcomes);
  }
};

struct AreaAnswerFields {
  std::string question;
  std::string text;

  static void fields(auto& self, auto&& visit) {
    visit.required("question", self.question);
    visit.required("text", self.text);
  }
};

/// Command. What this asks of the team: its goals, its composition, its methods [S2]. Said again, it replaces what was
/// said.
struct AnswerAreaQuestion : AreaAnswerFields {
  static constexpr std::string_view kName = "AnswerAreaQuestion";
};

struct AreaQuestionAnswered : AreaAnswerFields {
  static constexpr std::string_view kName = "AreaQuestionAnswered";
  static constexpr int kVersion = 1;
};

struct AreaCancelFields {
  std::string because;

  static void fields(auto& self, auto&& visit) { visit.required("because", self.because); }
};

/// Command. The cycle was begun by mistake. The same period may begin again, with the counts that it had.
struct CancelAreaCycle : AreaCancelFields {
  static constexpr std::string_view kName = "CancelAreaCycle";
};

struct AreaCycleCancelled : AreaCancelFields {
  static constexpr std::string_view kName = "AreaCycleCancelled";
  static constexpr int kVersion = 1;
};

}  // namespace casus
