// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/area_rest.hpp"

#include "core/report/documents/area_counts.hpp"
#include "tests/support/catch.hpp"

// Counts of two periods, one taken from the other, leave no small number.

namespace casus::test {
namespace {

using report::Period;
using report::SignalBy;

Date the(const char* day) { return *date_from(day); }

const Period kYear2026{the("2026-01-01"), the("2026-09-30")};
const Period kHalfYear{the("2026-01-01"), the("2026-06-30")};

std::vector<TeamLine> signals_of(std::initializer_list<std::pair<const char*, int>> days) {
  std::vector<TeamLine> all;
  for (const auto& [on, times] : days)
    for (int i = 0; i < times; ++i) all.push_back({"Iets", "post", "", the(on), {}, false});
  return all;
}

report::CountTable by_theme(const std::vector<TeamLine>& signals, const report::Elsewhere& elsewhere,
                            std::optional<SignalBy> across = {}) {
  return report::signal_counts(signals, kYear2026, SignalBy::theme, across, Lang::nl, elsewhere);
}

}  // namespace

TEST_CASE("a year of which a cycle counted all but a few is not shown", "[report][area]") {
  const auto elsewhere = report::beside_cycles(kYear2026, {kHalfYear}, the("2026-09-30"));
  const auto few = signals_of({{"2026-02-01", 8}, {"2026-08-01", 2}});
  CHECK(by_theme(few, {}).cells[0].back().hidden == false);
  CHECK(by_theme(few, elsewhere).cells[0].back().hidden);
  CHECK(by_theme(few, elsewhere).total().hidden);
  const auto many = signals_of({{"2026-02-01", 8}, {"2026-08-01", 6}});
  CHECK_FALSE(by_theme(many, elsewhere).cells[0].back().hidden);
}

TEST_CASE("a cycle over two years is held against both", "[report][area]") {
  const Period cycle{the("2025-07-01"), the("2026-06-30")};
  const auto elsewhere = report::beside_cycles(kYear2026, {cycle}, the("2026-09-30"));
  CHECK(by_theme(signals_of({{"2025-02-01", 2}, {"2025-08-01", 7}, {"2026-02-01", 8}}), elsewhere)
            .cells[0]
            .back()
            .hidden);  // both years less the cycle leave the two of February
  CHECK(by_theme(signals_of({{"2025-08-01", 2}, {"2026-02-01", 8}}), elsewhere)
            .cells[0]
            .back()
            .hidden);  // the cycle less this year leaves the two of August
  CHECK_FALSE(by_theme(signals_of({{"2025-08-01", 7}, {"2026-02-01", 8}}), elsewhere).cells[0].back().hidden);
}

TEST_CASE("of the quarters of a cycle the hidden ones are together no small number", "[report][area]") {
  const auto signals = signals_of({{"2026-02-01", 8}, {"2026-05-01", 2}, {"2026-08-01", 9}});
  const auto elsewhere = report::beside_cycles(kYear2026, {kHalfYear}, the("2026-09-30"));
  const auto alone = by_theme(signals, {}, SignalBy::quarter);
  CHECK_FALSE(alone.cells[0].back().hidden);
  const auto beside = by_theme(signals, elsewhere, SignalBy::quarter);
  CHECK(beside.cells[0][1].hidden);
  CHECK(beside.cells[0][0].hidden);  // the cycle has ten: with this eight, the two would follow
}

TEST_CASE("a cycle hides what the tables of its years would leave over", "[report][area]") {
  Team team;
  team.signals = signals_of({{"2026-02-01", 2}, {"2026-05-01", 8}, {"2026-08-01", 9}});
  const Period cycle{the("2026-04-01"), the("2026-09-30")};
  const auto counts = report::area_counts(team, {}, cycle, report::beside_years(cycle, the("2026-09-30")));
  for (const auto& one : counts) CHECK_FALSE(one.count.has_value());
  for (const auto& one : report::area_counts(team, {}, cycle)) CHECK(one.count == 17);
}

TEST_CASE("cases are held against a cycle as signals are", "[report][area]") {
  auto elsewhere = report::beside_cycles(kYear2026, {kHalfYear}, the("2026-09-30"));
  REQUIRE(elsewhere.figures.size() == 1);
  elsewhere.figures.front().opened["Noord"] = 2;
  report::AreaFigures figures;
  figures.opened = {{"Noord", 12}, {"Zuid", 14}};
  Team team;
  team.name = "Wijkteam Noord";
  const auto page = page::page_markdown(report::area_review(team, figures, kYear2026, Lang::nl, elsewhere));
  CHECK(page.find("12") == std::string::npos);
  CHECK(page.find("| Zuid |") != std::string::npos);
}

}  // namespace casus::test
