// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "core/base/time.hpp"
#include "core/text/message.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The numbers of a simulation that a team's own store knows better than the file of assumptions. Counts only: no case,
/// no person and no day goes along.
namespace casus::simulation {

/// What was counted in a store.
struct TeamCounts {
  int members = 0;
  int minutes = 0;           ///< of its weekly meeting; 0: there is no team
  std::vector<Date> opened;  ///< of each case
  Date today{};
  /// Of each review that a meeting finished: its length by the method, and as it took.
  struct Length {
    double planned = 0;
    double taken = 0;
  };
  std::vector<Length> lengths;
};

/// Fewer say too little, and could tell of one case.
inline constexpr int kFewestToFit = 20;
inline constexpr int kFewestWeeksToFit = 13;
inline constexpr int kMostWeeksToFit = 52;  ///< what is longer ago says little of today

struct FittedNumber {
  std::string path;  ///< in the assumptions: "/team/cases_per_week"
  double value = 0;
  text::Message counted;  ///< on what it rests
};

struct Fit {
  std::vector<FittedNumber> numbers;
  std::vector<text::Message> left;  ///< what there was too little of
};

/// `assumptions` is a good file: the sizes of its kinds of question keep their proportions.
Fit fit(const TeamCounts& counts, std::string_view assumptions);

/// The file with these numbers in place of its own, and the store as their source.
std::pair<std::string, Problems> with_fit(std::string_view assumptions, const Fit& fit);

}  // namespace casus::simulation
