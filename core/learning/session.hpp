// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/area.hpp"
#include "core/learning/circle.hpp"
#include "core/learning/course.hpp"
#include "core/learning/instrument.hpp"
#include "core/learning/own_numbers.hpp"
#include "core/learning/paper.hpp"
#include "core/learning/playbook.hpp"
#include "core/model/learning/learning.hpp"
#include "core/model/team/team.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::learning {

/// Who takes part, by an id of this session.
struct Learner {
  std::string id;
  std::string name;   ///< empty when forgotten
  bool gone = false;  ///< forgotten: what they gave is not there any more
};

/// What one person answered to a scan.
struct ScanAnswers {
  std::string person;
  std::map<std::string, std::string> given;  ///< by item: key of a choice, "?" for not known, or own words
  std::vector<std::string> learn;            ///< items
  std::vector<std::string> contact;          ///< items, shown to the team by name once the scan is closed
};

/// Not known, as an answer to any item with a scale.
inline constexpr std::string_view kNotKnown = "?";

struct Scan {
  std::string instrument_id;
  Instrument instrument;
  std::optional<Date> until;
  std::optional<Date> closed_on;
  bool cancelled = false;
  std::vector<ScanAnswers> answers;
  bool enough = false;            ///< as it is seen while it is open: whether closing it now gives counts
  int answered = 0;               ///< as it was counted at the end
  bool or_more = false;           ///< the same: so many, or one or two more
  std::vector<ScanCount> counts;  ///< the same

  bool open() const { return !closed_on && !cancelled; }
  const ScanAnswers* of(std::string_view person) const;
};

struct OwnEvidence {
  std::string id;
  std::string text;
  EvidenceFrom source{};
  Date on{};
};

struct OwnReview {
  std::string better;
  GoalCourse course{};
  Date on{};
};

struct OwnGoal {
  std::string id;
  std::string person;
  std::string text;
  Date by_when{};
  std::string on;  ///< item of the scan; may be empty
  GoalCourse course = GoalCourse::going_on;
  std::vector<OwnEvidence> evidence;
  std::vector<OwnReview> reviews;
  std::vector<std::int64_t> events;  ///< that hold words of it

  bool open() const { return course == GoalCourse::going_on; }
};

struct OwnLogLine {
  std::string id;
  std::string person;
  std::string text;
  LearnedBy way{};
  Date on{};
  std::int64_t event = 0;
};

/// A session as its events made it; `evolve` alone changes it. What is in it depends on its kind.
struct Session {
  std::string id;
  std::int64_t version = 0;
  Time changed_at{};
  Date begun_on{};
  std::vector<Learner> people;

  std::optional<Scan> scan;
  std::optional<Circle> circle;
  std::optional<Paper> paper;
  std::optional<Course> course;
  std::optional<AreaCycle> area;
  Playbook book;
  std::vector<OwnGoal> goals;
  std::vector<OwnLogLine> log;
  OwnNumbers goal_numbers;
  OwnNumbers evidence_numbers;
  OwnNumbers log_numbers;

  bool exists() const { return version > 0; }
  const Learner* learner(std::string_view person) const;
  /// Who is called so now or was formerly, as the team knows it; nullptr when not in this session.
  const Learner* called(std::string_view name, const Team& team) const;
  const OwnGoal* goal(std::string_view person, std::string_view id) const;
};

void evolve(Session& it, const LearningEvent& event);

/// What was offered in the first round of a paper. Nothing when so few were there that whose it is could be told.
std::vector<std::string> offered_lines(const Session& it);
bool few_were_there(const Session& paper);
/// Own lines that stood on an edition when it came out, and were taken out since: so many, and nobody's words.
int withdrawn_lines(const Session& paper);

/// What a person finds in a session: their own, and what all may see. Texts of others that are not shown are not in it.
/// Every page is made of this and of nothing else. `person`: an id; empty for somebody who is not in it.
Session seen_by(const Session& whole, std::string_view person);

/// Whether something lies in it that a person gave or wrote: what is gone when they are forgotten.
bool holds_of(const Session& it, std::string_view person);

/// "g1=3" and the rest, sealed as one text.
std::string written(const ScanAnswers& answers);
ScanAnswers scan_answers_from(std::string_view text);

}  // namespace casus::learning
