// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/phase.hpp"
#include "core/base/problem.hpp"
#include "core/base/text.hpp"
#include "core/method/definition.hpp"
#include "core/model/words.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a simulation of a caseload takes for granted: a file in which every number says where it comes from.
namespace casus::simulation {

/// The source of what nobody measured.
inline constexpr std::string_view kAssumption = "assumption";

/// A number with its source: a key of the list of sources, or "assumption" when nobody measured it.
struct Assumed {
  double value = 0;
  std::string source;
  Text note;

  static void fields(auto& self, auto&& visit) {
    visit.required("value", self.value);
    visit.required("source", self.source);
    visit.optional("note", self.note);
  }
};

/// From, up to and including; each value between is as likely as another.
struct Range {
  double from = 0;
  double to = 0;
  std::string source;
  Text note;

  static void fields(auto& self, auto&& visit) {
    visit.required("from", self.from);
    visit.required("to", self.to);
    visit.required("source", self.source);
    visit.optional("note", self.note);
  }
};

/// A kind of question that people bring.
struct ProblemKind {
  std::string id;
  Text name;
  Basis basis{};
  Assumed weight;   ///< how often, beside the others
  Assumed size;     ///< times the minutes of the method
  Assumed concern;  ///< chance of a safety concern in the first review
  Range network;    ///< people of their own who are found

  static void fields(auto& self, auto&& visit) {
    visit.required("id", self.id);
    visit.required("name", self.name);
    visit.required("basis", self.basis);
    visit.required("weight", self.weight);
    visit.required("size", self.size);
    visit.required("concern", self.concern);
    visit.required("network", self.network);
  }
};

/// How often a method is chosen, and which of its phases do not happen in the weekly meeting.
struct MethodUse {
  std::string method;
  Assumed weight;
  std::vector<Phase> outside;
  Range outside_days;  ///< how long such a phase takes

  static void fields(auto& self, auto&& visit) {
    visit.required("method", self.method);
    visit.required("weight", self.weight);
    visit.required("outside", self.outside);
    visit.required("outside_days", self.outside_days);
  }
};

/// Which phase must be left for a term of the workflow to be kept, and for whom the term runs.
struct TermUse {
  std::string term;  ///< id in the workflow, one that runs from the report
  Basis basis{};
  Phase left{};
  std::string source;
  Text note;

  static void fields(auto& self, auto&& visit) {
    visit.required("term", self.term);
    visit.required("basis", self.basis);
    visit.required("left", self.left);
    visit.required("source", self.source);
    visit.optional("note", self.note);
  }
};

struct Assumptions {
  std::string id;
  std::string version;
  Text name;
  std::string hash;  ///< of the file as read
  std::vector<method::Source> sources;

  Assumed workers;          ///< people in a team
  Assumed cases_per_week;   ///< new for a team, on average (Poisson)
  Assumed absence;          ///< chance that somebody misses a meeting
  Assumed minutes;          ///< of the weekly meeting
  Assumed fixed_minutes;    ///< of it, for opening, safety round, harvest and next agenda
  Assumed overrun;          ///< minutes that a case may run past the end; after that it goes on next week
  Assumed untimed_minutes;  ///< for a step without a timer in its method
  Assumed spread;           ///< how far a step's minutes differ from the method's, as a share
  Assumed skip_soft;        ///< chance that something soft is left out and explained
  Range intake_days;        ///< from the report until the case can be on the agenda
  Range review_days;        ///< from the plan until the day to look back
  Assumed late_after_days;  ///< a follow-up later than this after its day counts as missed
  Assumed warm_up_weeks;    ///< not counted: a team does not begin with an empty list
  Range actions;            ///< new ones in a round
  Assumed action_done;      ///< chance that an action is done by the time of looking back
  Assumed action_partly;    ///< ... or partly
  std::vector<std::pair<Rung, Assumed>> rungs;  ///< who does an action: weights
  Assumed says_yes;                             ///< chance that somebody of the network who is asked joins
  Assumed closes;                               ///< chance that a round is the last one
  Assumed closes_per_supporter;                 ///< added for everybody of the network who joined
  Assumed most_rounds;
  Assumed concern_minutes;  ///< that a safety concern takes in the meeting
  std::vector<ProblemKind> problems;
  std::vector<MethodUse> methods;
  std::vector<TermUse> terms;
};

/// Parses and checks one file; usable only when there are no problems.
std::pair<Assumptions, Problems> parse_assumptions(std::string_view bytes);

/// The file with one number replaced, by the path of its value: "/network/says_yes" or "/problems/0/weight". Problems
/// when there is no number there.
std::pair<std::string, Problems> with_number(std::string_view bytes, const std::string& pointer, double value);

/// A number of the file: where it stands, and between what it may lie.
struct NumberAt {
  std::string path;  ///< "/network/says_yes"
  const Assumed* value = nullptr;
  const Range* span = nullptr;  ///< instead of `value`
  double low = 0, high = 0;
  bool whole = false;

  const std::string& source() const { return value != nullptr ? value->source : span->source; }
  const Text& note() const { return value != nullptr ? value->note : span->note; }
  bool is_assumption() const { return source() == kAssumption; }
};
/// All of them, in the order of the file. They point into the assumptions.
std::vector<NumberAt> numbers_of(const Assumptions& assumptions);

/// Every number of the file that is not "assumption": its path and its source; for showing what rests on what.
struct Rests {
  std::size_t sourced = 0;
  std::size_t assumed = 0;
};
Rests rests_on(const Assumptions& assumptions);

}  // namespace casus::simulation
