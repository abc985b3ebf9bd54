// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/in_fives.hpp"

#include "core/report/documents/area.hpp"
#include "core/report/documents/area_counts.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/times.hpp"

#include <map>
#include <random>
#include <set>

// No number of any table, and nothing that one table leaves of another, is about fewer than five.

namespace casus::test {
namespace {

using report::Period;
using report::Quarter;
using report::SignalBy;

constexpr SignalBy kAll[] = {SignalBy::theme, SignalBy::neighbourhood, SignalBy::quarter};

Date quarter_end(Quarter quarter) {
  using std::chrono::day;
  using std::chrono::month;
  using std::chrono::year;
  const Date next{year((quarter + 1) / 4), month(static_cast<unsigned>((quarter + 1) % 4) * 3 + 1), day(1)};
  return plus_days(next, -1);
}

Period quarters(Quarter from, Quarter to) { return {plus_days(quarter_end(from - 1), 1), quarter_end(to)}; }

const Quarter kFirst = report::quarter_of(on("2024-01-01"));
const Quarter kLast = report::quarter_of(on("2025-12-31"));

std::vector<TeamLine> random_signals(std::mt19937& random) {
  std::vector<TeamLine> signals;
  const auto many = 10 + random() % 50;
  for (unsigned i = 0; i < many; ++i)
    signals.push_back({"tekst " + std::to_string(i),
                       std::string("thema ") + "AaBC"[random() % 4],
                       random() % 3 == 0   ? ""
                       : random() % 2 == 0 ? "Noord"
                                           : "Zuid",
                       plus_days(on("2024-01-01"), static_cast<int>(random() % 731)),
                       {},
                       false});
  return signals;
}

/// Every number of every table of every period of whole quarters, by what it is about.
std::map<std::string, std::int64_t> all_numbers(const Team& team, const report::AreaFigures& figures) {
  std::map<std::string, std::int64_t> numbers;
  for (auto from = kFirst; from <= kLast; ++from)
    for (auto to = from; to <= kLast; ++to) {
      const auto period = quarters(from, to);
      const auto when = to_string(period.from) + ".." + to_string(period.to) + " ";
      for (const auto by : kAll) {
        std::vector<std::optional<SignalBy>> acrosses{std::nullopt};
        for (const auto other : kAll)
          if (other != by) acrosses.emplace_back(other);
        for (const auto across : acrosses) {
          const auto table = report::signal_counts(team.signals, period, by, across, Lang::nl);
          for (std::size_t r = 0; r < table.cells.size(); ++r)
            for (std::size_t c = 0; c < table.cells[r].size(); ++c)
              numbers[when + (r < table.rows.size() ? table.rows[r] : "") + "|" +
                      (c < table.columns.size() ? table.columns[c] : "")] = table.cells[r][c];
        }
      }
      for (const auto& one : report::area_counts(team, figures, period))
        numbers[when + one.table + "/" + one.line] = *one.count;
    }
  return numbers;
}

}  // namespace

TEST_CASE("whatever tables are taken from each other, no number under five is left", "[report][area]") {
  std::mt19937 random(20260302);
  std::size_t shown = 0;
  for (int round = 0; round < 12; ++round) {
    Team team{.signals = random_signals(random)};
    report::AreaFigures figures;
    for (int i = 0; i < 60; ++i) {
      const auto quarter = kFirst + static_cast<int>(random() % 8);
      ++figures.opened[random() % 3 == 0 ? "" : "Noord"][quarter];
      ++figures.actions[random() % 5][quarter];
    }
    const auto numbers = all_numbers(team, figures);
    std::set<std::int64_t> values;
    for (const auto& [about, number] : numbers) values.insert(number);
    for (const auto& [about, number] : numbers) {
      shown += number > 0 ? 1 : 0;
      for (const auto other : values) {
        INFO(about << ": " << number << " less " << other);
        CHECK((number == other || std::abs(number - other) >= report::kCountedTogether));
        CHECK((number + other) % report::kCountedTogether == 0);  // so no sum of tables does better
      }
    }
  }
  CHECK(shown > 1000);
}

TEST_CASE("the same count is the same in every table, and parts add up", "[report][area]") {
  std::mt19937 random(7);
  for (int round = 0; round < 12; ++round) {
    const auto signals = random_signals(random);
    const auto year = quarters(kFirst, kFirst + 3);
    std::set<std::int64_t> totals;
    for (const auto by : kAll) totals.insert(report::signal_counts(signals, year, by, std::nullopt, Lang::nl).total());
    CHECK(totals.size() == 1);
    std::int64_t parts = 0;
    for (auto at = kFirst; at < kFirst + 4; ++at)
      parts += report::signal_counts(signals, quarters(at, at), SignalBy::theme, {}, Lang::nl).total();
    CHECK(parts == *totals.begin());
  }
}

TEST_CASE("what one signal changes when it comes, goes or is put right is a five or nothing", "[report][area]") {
  std::mt19937 random(11);
  for (int round = 0; round < 6; ++round) {
    Team team{.signals = random_signals(random)};
    const auto before = all_numbers(team, {});
    const auto at = static_cast<std::ptrdiff_t>(random() % team.signals.size());
    if (round % 2 == 0) team.signals.erase(team.signals.begin() + at);
    else team.signals[static_cast<std::size_t>(at)].theme = "thema C";
    for (const auto& [about, number] : all_numbers(team, {})) {
      const auto then = before.find(about);
      INFO(about);
      CHECK((number - (then == before.end() ? 0 : then->second)) % report::kCountedTogether == 0);
    }
  }
}

TEST_CASE("over all time no theme keeps five or more waiting", "[report][area]") {
  std::mt19937 random(13);
  for (int round = 0; round < 20; ++round) {
    const auto signals = random_signals(random);
    std::map<std::string, std::int64_t> noted, told;
    for (const auto& signal : signals) ++noted[folded(signal.theme)];
    for (const auto& group : report::signal_groups(signals, quarters(kFirst, kLast))) {
      told[folded(group.theme)] += group.count();
      for (const auto* signal : group.signals) {
        CHECK(folded(signal->theme) == folded(group.theme));
        CHECK((group.spread || signal->neighbourhood == group.neighbourhood));
        CHECK(report::quarter_of(signal->on) <= group.quarter);
      }
    }
    for (const auto& [theme, count] : noted) CHECK(told[theme] == count - count % report::kCountedTogether);
  }
}

TEST_CASE("signals wait until there are five of a theme, and count in that quarter", "[report][area]") {
  std::vector<TeamLine> signals;
  const auto add = [&](int times, const char* theme, const char* place, const char* day) {
    for (int i = 0; i < times; ++i) signals.push_back({"tekst", theme, place, on(day), {}, false});
  };
  add(3, "post", "Noord", "2025-11-01");
  add(4, "Post", "Zuid", "2026-02-01");
  add(6, "geld", "Noord", "2026-02-01");
  const Period year{on("2026-01-01"), on("2026-12-31")};
  const auto groups = report::signal_groups(signals, year);
  REQUIRE(groups.size() == 2);
  CHECK(groups[0].theme == "geld");
  CHECK(groups[0].neighbourhood == "Noord");
  CHECK(groups[0].count() == 5);
  CHECK(groups[1].theme == "post");
  CHECK(groups[1].spread);
  CHECK(groups[1].count() == 5);
  CHECK(report::signal_groups(signals, {on("2025-01-01"), on("2025-12-31")}).empty());
  const auto table = report::signal_counts(signals, year, SignalBy::theme, SignalBy::neighbourhood, Lang::nl);
  CHECK(table.columns == std::vector<std::string>{"Noord", "(verspreid)"});
  CHECK(table.cells == std::vector<std::vector<std::int64_t>>{{5, 0, 5}, {0, 5, 5}, {5, 5, 10}});
}

}  // namespace casus::test
