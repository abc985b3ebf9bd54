// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/recurrence.hpp"
#include "core/desk/words/days/day_tokens.hpp"

#include <optional>

/// What comes again, of the words of a day. Internal to the reader of days.
namespace casus::desk {

/// "elke woensdag en vrijdag"; nothing when the words say no such thing. The rule may be one that `Recurrence` cannot
/// hold: every 99 weeks.
std::optional<Recurrence> recurrence_in(const DayTokens& words);

/// "twee keer per week": how often, and not on which days.
bool lacks_weekdays(const DayTokens& words);

/// The first day of a rule after today.
Date first_of(const Recurrence& rule, Date today);

}  // namespace casus::desk
