// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"
#include "core/training/scenario/scenario.hpp"

#include <string_view>
#include <vector>

/// What is said at any table, whatever the case is: nothing of a scenario should come out by it.
namespace casus::training {

/// The lines of small_talk.txt, in both languages. Our own.
std::vector<std::string_view> small_talk();

/// Whether it is such a line that nobody asks of a case ("~" stands before the others: "Hoe is het met de familie?"),
/// or is about what stands on the table alone (words of table_words.txt): "Is er nog
/// koffie?", and not "Dronk hij hier koffie?". Whoever looks back has nothing to find there.
bool is_small_talk(std::string_view text, const Scenario& scenario);

/// Words of a scenario's conditions that such a line holds, each with the first that does. They can be played; they
/// bring out or count what nobody asked for.
Problems heard_in_small_talk(const Scenario& scenario);

}  // namespace casus::training
