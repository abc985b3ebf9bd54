// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/deciding.hpp"

#include <vector>

/// What a floor may ask beyond roles and turns (R4): limits of a step, a talk of two, answers to a question only.
/// Each function answers with what is broken, nothing when it fits. Internal to core/engine.
namespace casus::engine {

/// The person whom the latest choice since the case came into this phase names, by `to` or as who wrote `re`. nullptr:
/// nobody yet.
const Person* chosen_now(const Case& state);

/// What this person would answer now: the oldest question of the last asker's turn that they left open; when all are
/// answered the last question of this stay. nullptr when nobody else asked.
const Contribution* question_to_answer(const Case& state, const Person& person);

/// `per_step`: most contributions of a kind in this step by all together. Counted since the case came into this
/// phase, so that going back a step gives no second helping.
std::vector<Refusal> beyond_step(const Deciding& d, const Say& say);

/// `only_chosen`: of these roles only the chosen person speaks. Turning to another is a choice among the chosen.
std::vector<Refusal> outside_pair(const Deciding& d, const Say& say);

/// `answer_to_question`: an answer names a question of this step that somebody else asked.
std::vector<Refusal> without_question(const Deciding& d, const Say& say);

}  // namespace casus::engine
