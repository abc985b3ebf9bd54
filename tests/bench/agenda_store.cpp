// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/agenda_store.hpp"

#include <algorithm>
#include <chrono>

namespace casus::bench {

void fill_agenda(store::Store& store, std::int64_t lines) {
  constexpr std::int64_t kGroup = 10'000;
  const Date first(std::chrono::year(2026), std::chrono::March, std::chrono::day(2));
  // In the year before: whole cases that are put beside these lines come first in a list.
  const Time begin = std::chrono::sys_days(first) - std::chrono::days(366);
  for (std::int64_t from = 0; from < lines; from += kGroup)
    store.together([&] {
      for (std::int64_t i = from; i < std::min(lines, from + kGroup); ++i) {
        store::IndexRow row{.stream = "case/a" + std::to_string(i)};
        row.stage.life = i % 5 == 0 ? Life::closed : Life::open;
        row.stage.phase = static_cast<Phase>(i % static_cast<std::int64_t>(kPhases));
        row.step = "present";
        row.workflow = "weekly-review";
        row.method = "solution-focused/reflecting-team";
        row.neighbourhood = "Bomenbuurt";
        // Days come in no order, and many cases share one.
        row.review_on = plus_days(first, static_cast<int>(i * 7919 % 365));
        row.opened_on = first;
        row.changed_at = begin + std::chrono::seconds(i * 104'729 % 31'536'000);
        row.summary = R"({"title":"Moeder met een zoon van 13: schulden, thuis van school"})";
        (void)store.append(row.stream, 0, "", {}, nullptr);
        store.put_index(row);
      }
    });
}

}  // namespace casus::bench
