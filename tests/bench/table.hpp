// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/bench/figures.hpp"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace casus::bench {

/// How a figure is written. What is no ratio moves with the machine, and says so by its unit.
enum class Unit { ratio, times, seconds, per_second, bytes, count };

/// One line of the table of DESIGN 9.
struct Row {
  std::string what;  ///< its name in the file of figures of before, too
  double value = 0;
  Unit unit = Unit::ratio;
  std::optional<double> target = {};  ///< nothing: a figure for scale
  bool at_least = false;              ///< the target is the least, not the most
  std::string beside = {};
};

/// Those of which everything was measured: with a filter most were not.
std::vector<Row> rows_of(const Figures& figures);

/// In a few signs: "0.105", "1.26 x", "1.2 ms", "36 k/s".
std::string written(double value, Unit unit);

/// What, before, now, target, whether it is met, and what it was held against. `before` is an object of numbers by the
/// name of a row; a row that it lacks has no such column.
std::string table_of(const std::vector<Row>& rows, const nlohmann::json& before);

/// The same figures, to be kept as those of before.
nlohmann::json kept(const std::vector<Row>& rows);

}  // namespace casus::bench
