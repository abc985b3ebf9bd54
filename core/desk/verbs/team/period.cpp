// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/team/period.hpp"

#include <nlohmann/json.hpp>

namespace casus::desk {

void PeriodTyped::shape(Slots& slots) {
  slots.option("from", from, "help.first_day_else_year_before");
  slots.option("to", to, "help.last_day_else_today");
}

report::Period PeriodTyped::period(const Desk& desk) const {
  report::Period period;
  period.to = to.value_or(desk.today());
  period.from = from.value_or(plus_days(period.to, -364));
  if (period.to < period.from)
    throw Usage{desk.say("period.period_ends_before_begins_turn", "to"_is = desk.day(period.to),
                         "from"_is = desk.day(period.from))};
  if (days_between(period.from, period.to) > 3660) throw Usage{desk.say("period.period_more_than_ten_years")};
  return period;
}

}  // namespace casus::desk
