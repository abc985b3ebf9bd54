// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/counts.hpp"

#include "core/report/documents/area.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/times.hpp"

#include <nlohmann/json.hpp>

namespace casus::test {

TEST_CASE("signals are counted by theme, neighbourhood and quarter", "[report][area]") {
  std::vector<TeamLine> signals;
  const auto add = [&](int times, const char* theme, const char* place, const char* day) {
    for (int i = 0; i < times; ++i) signals.push_back({"tekst", theme, place, on(day)});
  };
  add(6, "eenzaamheid", "Noord", "2026-01-15");
  add(7, "Eenzaamheid", "Zuid", "2026-04-30");
  add(8, "schulden", "", "2026-05-01");
  add(9, "wonen", "Noord", "2025-12-31");
  const report::Period year{on("2026-01-01"), on("2026-06-30")};
  using report::SignalBy;
  const auto themes = report::signal_counts(signals, year, SignalBy::theme, std::nullopt, Lang::nl);
  CHECK(themes.rows == std::vector<std::string>{"eenzaamheid", "schulden"});
  CHECK(themes.cells[0][0] == 10);
  CHECK(themes.total() == 15);
  const auto places = report::signal_counts(signals, year, SignalBy::theme, SignalBy::neighbourhood, Lang::nl);
  CHECK(places.columns == std::vector<std::string>{"(niet genoemd)", "Noord", "Zuid"});
  CHECK(places.cells[1][0] == 5);
  const auto quarters = report::signal_counts(signals, year, SignalBy::quarter, SignalBy::theme, Lang::nl);
  CHECK(quarters.rows == std::vector<std::string>{"2026 kw1", "2026 kw2"});
  CHECK(quarters.cells[1][1] == 5);
  CHECK(report::counts_json(quarters)["counts"][0][1].is_null());
  CHECK(report::counts_rows(quarters, Lang::nl)[0][2] == "·");
}

}  // namespace casus::test
