// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/text/message.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::desk {

class Desk;

/// What of the team's learning asks for attention on a day.
struct LearningDue {
  int sentences = 0;       ///< of the playbook: a concept that waits, a trial that is over, a year since it was adopted
  std::string circle;      ///< whose report can be settled; empty for none
  int agreed = 0;          ///< in circles: its day has come, and nobody said that it is done or will not be
  std::string agreement;   ///< the first of them
  std::string agreed_in;   ///< and the circle in which it stands
  bool scan = false;       ///< the last one is a year ago
  bool scan_over = false;  ///< the day on which the open one is meant to close has come
  std::string my_scan;     ///< the open one, to which that person gave no answer yet; empty for none
  std::optional<Date> scan_until;  ///< of the open one
  int promises = 0;                ///< of the last paper: their day has come, and nobody said yet what came of them
  int contributions = 0;           ///< to open focus points of the area: their day has come
  bool area = false;               ///< the next cycle of the area analysis begins
  std::string meeting;             ///< of a course, within a week: its id
  std::optional<Date> on;          ///< of that meeting
  int goals = 0;                   ///< one's own, to look back on; only for that person

  bool any() const {
    return sentences > 0 || !circle.empty() || agreed > 0 || scan || scan_over || !my_scan.empty() || goals > 0 ||
           promises > 0 || contributions > 0 || area || !meeting.empty();
  }
};

/// For the team, without what is of one person.
LearningDue learning_due(Desk& desk, Date on);
/// And what is of who sits at this desk.
LearningDue learning_due_for_me(Desk& desk, Date on);

/// A line each, with what to do.
std::vector<text::Message> in_words(const LearningDue& due);

/// Sentences that the team adopted: "afspraak van ons team".
std::vector<std::string> agreed_sentences(Desk& desk);

}  // namespace casus::desk
