// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "core/text/message.hpp"
#include "core/training/scenario/scenario.hpp"

#include <string>
#include <string_view>
#include <vector>

/// What a learning goal counts, in words made from its condition. There is no other text for it: what the debrief says
/// was counted is what was counted.
namespace casus::training {

/// How a condition is told: whole; with ids for facts, events and choices, where those stand on the same paper; or so
/// too, with the first few of the words that it listens for and how many more.
enum class Words { all, by_id, few };

/// "een vraag of vervolgvraag met een van de woorden schaam, durf". Of one part; `all` is said part by part.
text::Message counted_in_words(const Condition& condition, const Scenario& scenario, Words words = Words::all);

/// The parts that a goal is counted by: those of `all`, else the condition itself.
std::vector<const Condition*> counted_parts(const LearningGoal& goal);

/// What a criterion asks that cannot be put in words, with its place below the criterion. Steps are told elsewhere: a
/// scenario knows none.
Problems unsayable(const method::Criterion& criterion);

}  // namespace casus::training
