// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/team/period.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace casus::desk {

void PeriodTyped::shape(Slots& slots) {
  slots.option("from", from, "help.first_day_else_year_before");
  slots.option("to", to, "help.last_day_else_today");
}

void PeriodTyped::shape_counted(Slots& slots) {
  slots.option("from", from, "help.first_day_of_year_counted");
  slots.option("to", to, "help.last_day_of_year_counted");
}

report::Period PeriodTyped::period(const Desk& desk) const {
  report::Period period{.to = to.value_or(desk.today())};
  period.from = from.value_or(plus_days(period.to, -364));
  if (period.to < period.from)
    throw Usage{desk.say("period.period_ends_before_begins_turn", "to"_is = desk.day(period.to),
                         "from"_is = desk.day(period.from))};
  if (days_between(period.from, period.to) > 3660) throw Usage{desk.say("period.period_more_than_ten_years")};
  return period;
}

namespace {

report::Period year_of(std::chrono::year year, Date last_whole) {
  using std::chrono::day;
  using std::chrono::month;
  const Date end{year, month(12), day(31)};
  return {{year, month(1), day(1)}, std::min(end, last_whole)};
}

}  // namespace

report::Period PeriodTyped::counted(const Desk& desk) const {
  const auto last_whole = plus_days(quarter_begin(desk.today()), -1);
  const auto asked = to ? *to : from.value_or(last_whole);
  const auto nearest = year_of(std::min(asked, last_whole).year(), last_whole);
  if (from.value_or(nearest.from) == nearest.from && to.value_or(nearest.to) == nearest.to) return nearest;
  throw Usage{desk.say("period.counted_by_year", "from"_is = to_string(nearest.from), "to"_is = to_string(nearest.to))};
}

}  // namespace casus::desk
