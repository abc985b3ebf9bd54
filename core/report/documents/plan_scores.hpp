// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::report {

struct ScorePoint {
  Date on{};
  int value = 0;
};

/// The scores of one scale by one voice, in order of time: only those can be laid beside each other.
struct ScoreSeries {
  std::string id;    ///< stable: "g1/worker", "g1/resident", "scale_0_10/p1", "domain_1_5/money/p1"
  std::string what;  ///< the goal, the scale or the life domain
  std::string who;   ///< whose view
  int low = 0, high = 0;
  bool resident = false;
  std::vector<ScorePoint> points;

  int change() const { return points.empty() ? 0 : points.back().value - points.front().value; }
};

/// Everything that was scored: goals by worker and resident, the other scales by who gave the score. R11: no totals.
std::vector<ScoreSeries> score_series(const Case& state, const text::Voice& voice);

/// The last score of the worker and of the resident on one goal. A difference is a talking point [PSW].
struct BothScores {
  const GoalMark* worker = nullptr;
  const GoalMark* resident = nullptr;
};
BothScores both_scores(const Case& state, const Goal& goal);

/// "+1", "0", "-2".
std::string scale_point(int value);

/// "-2 ▁▃▆ +1": one sign for each score, between the first and the last.
std::string sparkline(const ScoreSeries& series);

/// All series under each other: name, sparkline, what changed. What is set in goes on with the
/// line before it.
std::string scores_text(const std::vector<ScoreSeries>& all, const text::Voice& voice);

/// One chart as an SVG element, with <title> and <desc>: each thing that was scored once, with the line of the worker
/// and of the resident under each other on the same scale, from then (small) to now (large). A worker's marks are dots,
/// a resident's open squares on a broken line; first and last carry their value. No colour.
std::string scores_svg(const std::vector<ScoreSeries>& all, const text::Voice& voice);

}  // namespace casus::report
