// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/recurrence.hpp"
#include "core/base/time.hpp"
#include "core/text/message.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

/// The one reader of days: as people say them, in any language of the catalogue, whatever the language of the screen.
namespace casus::desk {

/// What was meant by a text: a day, or something that comes again with its first day.
struct DayRead {
  std::optional<Date> day;
  std::optional<Recurrence> again;  ///< "elke woensdag"; `day` is then the first time after today
  text::Message problem;            ///< why it is no day; quotes what was typed
  text::Message note{};             ///< what was typed with it and is not kept: the hour
  std::optional<Date> over{};       ///< what it would be if nobody planned ahead: the only problem is that it was

  explicit operator bool() const { return day.has_value(); }
};

/// A day without a year is the first that comes, today included, and asked about when it lay within the last month; a
/// weekday is the first after today. "volgende" (next) is of the calendar week or month after this one. "vrijdag over
/// een week" is a week after the first Friday, as people mean it; "vrijdag over 2 weken" is of the week two weeks on,
/// and asked about when that could be another Friday. A year of two digits must lie near. Never throws; pure.
DayRead read_day(std::string_view typed, Date today);

/// What is to be said with a day that is taken: that the hour typed with it is not kept; or, where no year was typed
/// and the day of this year is over, that it is that of next year, when that lies more than half a year away.
text::Message said_with(std::string_view typed, const DayRead& read, Date today);

/// Where a day is asked that was ("when did they report?"): the last that a day without a year may mean, within half a
/// year back. Nothing where `read_day` has the answer.
std::optional<Date> day_gone_by(std::string_view typed, Date today);

/// How many words a day in a sentence takes at most: "voor het eind van de volgende maand". Who looks for a day in a
/// text looks at the longest stretch first, so that no small word in front of it stays behind.
inline constexpr std::size_t kMostDayWords = 7;

}  // namespace casus::desk
