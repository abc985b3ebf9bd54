// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/session.hpp"

#include <vector>

/// What the team sees of a scan: strips from four answers up, no count below three, nobody's name, no order of people.
namespace casus::learning {

inline constexpr int kFewestShown = 4;
inline constexpr int kSmallestCount = 3;
/// Days between one scan and the next: of two that follow one another, the difference is what somebody did in between.
inline constexpr int kBetweenScans = 28;

/// What may be shown of the answers as they are now. Called once, when the scan closes.
std::vector<ScanCount> counted(const Scan& scan);

/// As it was counted when the scan closed; 0 for what is not shown, which is none, one or two.
int count_of(const Scan& scan, std::string_view item, std::string_view answer);

/// A topic that three or more want to learn about.
struct Wanted {
  const Item* item = nullptr;
  int count = 0;
  int place = 0;  ///< from 1; who has as many shares the place
};
/// The advice that comes of a scan [S3]: most wanted first.
std::vector<Wanted> wanted_topics(const Scan& scan);

}  // namespace casus::learning
