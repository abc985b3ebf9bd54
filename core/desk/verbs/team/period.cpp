// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/verbs/team/period.hpp"

#include <nlohmann/json.hpp>

namespace casus::desk {

void PeriodTyped::shape(Slots& slots) {
  slots.option("from", from, {"eerste dag; anders een jaar voor de laatste", "first day; else a year before the last"});
  slots.option("to", to, {"laatste dag; anders vandaag", "last day; else today"});
}

report::Period PeriodTyped::period(const Desk& desk) const {
  report::Period period;
  period.to = to.value_or(desk.today());
  period.from = from.value_or(plus_days(period.to, -364));
  if (period.to < period.from)
    throw Usage{desk.say({"de periode eindigt ({}) voordat zij begint ({}); draai --from en --to om",
                          "the period ends ({}) before it begins ({}); turn --from and --to around"},
                         to_string(period.to), to_string(period.from))};
  if (days_between(period.from, period.to) > 3660)
    throw Usage{desk.say({"een periode van meer dan tien jaar past op geen pagina; kies --from dichterbij",
                          "a period of more than ten years fits on no page; choose a later --from"})};
  return period;
}

}  // namespace casus::desk
