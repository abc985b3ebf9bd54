// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/learning/decide/deciding.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What every step of a circle of learning asks first. Internal to core/learning.
namespace casus::learning {

std::optional<Refusal> circle_not_going_on(const Session& it);
/// A report that people read is not changed under their eyes.
std::optional<Refusal> not_at_the_table(const Session& it);
/// A number of the instrument, or another when it has none of that name.
int circle_number(const Circle& circle, std::string_view name, int otherwise);
/// A card that all can read; nullptr for one that is hidden still, or has no words any more.
const Card* shown_card(const Session& it, std::string_view id);
/// It goes with its words; what was counted of it stays, for people placed dots on it.
CardTakenBack without_card(const Circle& circle, const Card& card);
/// Whose it is: of who does it, or of one of the unnamed others.
Outcome<std::string, Refusal> whose(Deciding& at, int guest);
/// How many of the team gave something: one person may have typed for all the guests, and knows what they gave.
template <class Given>
int of_the_team(const std::map<std::string, Given>& by_person) {
  return static_cast<int>(
      std::ranges::count_if(by_person, [](const auto& one) { return !one.first.starts_with(kGuests); }));
}

}  // namespace casus::learning
