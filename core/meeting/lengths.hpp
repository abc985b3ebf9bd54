// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/model/case.hpp"

namespace casus::meeting {

/// Fixed lengths of the standard agenda, in minutes; our own (domain.md 6.1).
inline constexpr int kOpening = 3;
inline constexpr int kLearning = 5;
inline constexpr int kClosing = 2;
inline constexpr int kConsult = 3;
inline constexpr int kSafetyFlash = 3;
inline constexpr int kAcute = 15;
/// Where the method gives no minutes for what is to be done.
inline constexpr int kFollowUp = 4;
inline constexpr int kReview = 10;
/// Of each case in a quick round.
inline constexpr int kQuickEach = 4;

/// How long something takes, and whether the method says so.
struct Length {
  int minutes = 0;
  bool by_method = false;
};

/// Looking back at agreements: the first step of the method's evaluation. `owners` are the people whose actions are
/// due, for a step whose minutes count for each person.
Length follow_up_length(const Case& state, const engine::Library& library, int owners);

/// What is left of the evaluation that the case is in.
Length evaluation_length(const Case& state, const engine::Library& library, int people);

/// One sitting of the case: from the step where it is to the end of its plan of action; past that, to the end of the
/// phase. `people` are at the table. Longer than `room` (a conference is not held in a meeting): what is left of the
/// phase alone; longer still, or without minutes: our own length.
Length review_length(const Case& state, const engine::Library& library, int people, int room);

}  // namespace casus::meeting
