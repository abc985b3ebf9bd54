// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/session.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What the team sees of a scan: strips from four answers up, no count below three, nobody's name, no order of people.
namespace casus::learning {

inline constexpr int kFewestShown = 4;
inline constexpr int kSmallestCount = 3;
/// Days between one scan and the next: of two that follow one another, the difference is what somebody did in between.
inline constexpr int kBetweenScans = 28;

/// Of so many: "all", "all but one" and "all but two" look the same, so that nobody sees who the one is.
struct NearlyAll {
  int least = 0;        ///< what is said then
  bool is_one = false;  ///< whether this count is nearly all
};
NearlyAll nearly_all(int count, int of);

/// What may be shown of the answers as they are now, of a team of so many. Called once, when the scan closes. No count
/// below three; and when what is left over of an item is one or two people, its smallest count is not there either.
ScanClosed counted(const Scan& scan, int members);

/// Beside every scan that was counted before, the last one last, of whatever instrument: where fewer than three people
/// came, went or answered otherwise, what was told then is told again; where one or two came or went since a scan that
/// asked something else, nothing is told. So nobody sees by subtraction who came, or what they answered.
void keep_what_few_changed(ScanClosed& closed, const Session& now, const std::vector<Session>& before,
                           const Team& team);

/// As it was counted when the scan closed; nullptr for what is not shown: few, or what would give few away.
const ScanCount* count_of(const Scan& scan, std::string_view item, std::string_view answer);

/// What is typed of a choice: its number, or its word in the language of who reads it; and with what it says.
std::string typed_as(const ScaleChoice& choice, const text::Voice& voice);
std::string choice_line(const ScaleChoice& choice, std::string_view between, const text::Voice& voice);

/// A topic that three or more want to learn about.
struct Wanted {
  const Item* item = nullptr;
  int count = 0;
  bool or_more = false;
  int place = 0;  ///< from 1; who has as many shares the place
};
/// The advice that comes of a scan [S3]: most wanted first.
std::vector<Wanted> wanted_topics(const Scan& scan);

}  // namespace casus::learning
