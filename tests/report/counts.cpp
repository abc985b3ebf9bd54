// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/counts.hpp"

#include "core/report/documents/area.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/times.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <random>
#include <set>

namespace casus::test {

namespace {

using report::CountTable;

CountTable table_with(const std::vector<std::vector<int>>& counts, std::size_t columns) {
  std::vector<std::string> rows(counts.size(), "rij"), names(columns, "kolom");
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  for (std::size_t r = 0; r < counts.size(); ++r)
    for (std::size_t c = 0; c < counts[r].size(); ++c)
      marks.insert(marks.end(), static_cast<std::size_t>(counts[r][c]), {r, c});
  return report::count_table(rows, names, marks);
}

/// What somebody who can count finds out: all tables of counts that fit what is shown (a hidden count is 1 to `most`),
/// and which values each hidden count then has.
std::vector<std::vector<std::set<std::int64_t>>> found_out(const CountTable& table, std::int64_t most) {
  const auto rows = table.rows.size();
  const auto inner_columns = std::max<std::size_t>(table.columns.size(), 1);
  const bool flat = table.columns.empty();
  std::vector<std::vector<std::set<std::int64_t>>> values(table.cells.size(),
                                                          std::vector<std::set<std::int64_t>>(table.cells[0].size()));
  std::vector<std::vector<std::int64_t>> guess(rows, std::vector<std::int64_t>(inner_columns));
  const auto fits = [](const report::CountCell& cell, std::int64_t value) {
    return cell.hidden ? value >= 1 : value == cell.count;
  };
  const std::function<void(std::size_t)> fill = [&](std::size_t at) {
    if (at == rows * inner_columns) {
      std::vector<std::vector<std::int64_t>> whole(table.cells.size(),
                                                   std::vector<std::int64_t>(table.cells[0].size()));
      for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < inner_columns; ++c) {
          if (!flat) {
            whole[r][c] = guess[r][c];
            whole[rows][c] += guess[r][c];
          }
          whole[r].back() += guess[r][c];
          whole[rows].back() += guess[r][c];
        }
      for (std::size_t r = 0; r < whole.size(); ++r)
        for (std::size_t c = 0; c < whole[r].size(); ++c)
          if (!fits(table.cells[r][c], whole[r][c])) return;
      for (std::size_t r = 0; r < whole.size(); ++r)
        for (std::size_t c = 0; c < whole[r].size(); ++c) values[r][c].insert(whole[r][c]);
      return;
    }
    const auto r = at / inner_columns;
    const auto c = at % inner_columns;
    const auto& cell = table.cells[r][c];
    const auto low = cell.hidden ? 1 : cell.count;
    const auto high = cell.hidden ? most : cell.count;
    for (auto value = low; value <= high; ++value) {
      guess[r][c] = value;
      fill(at + 1);
    }
  };
  fill(0);
  return values;
}

}  // namespace

TEST_CASE("counts below five are hidden, and no total gives one away", "[report][area]") {
  auto table = table_with({{12, 3}, {9, 8}}, 2);
  report::hide_small(table);
  // 3 is small; with totals shown it would follow, so others go with it.
  CHECK(table.cells[0][1].hidden);
  CHECK_FALSE(report::follows_from_shown(table, 0, 1));
  CHECK_FALSE(table.cells[2][2].hidden);
  auto lonely = table_with({{3}}, 0);
  report::hide_small(lonely);
  CHECK(lonely.cells[0][0].hidden);
  CHECK(lonely.cells[1][0].hidden);
  auto large = table_with({{5, 9}, {6, 0}}, 2);
  report::hide_small(large);
  for (const auto& line : large.cells)
    for (const auto& cell : line) CHECK_FALSE(cell.hidden);
}

TEST_CASE("a hidden count that follows is seen: alone in its row, or one of two ones", "[report][area]") {
  auto table = table_with({{12, 3}, {9, 8}}, 2);
  table.cells[0][1].hidden = true;
  CHECK(report::follows_from_shown(table, 0, 1));
  auto ones = table_with({{1}, {1}, {9}}, 0);  // together 11: what is hidden is 2, and each at least 1
  ones.cells[0][0].hidden = ones.cells[1][0].hidden = true;
  CHECK(report::follows_from_shown(ones, 0, 0));
  CHECK(report::follows_from_shown(ones, 1, 0));
}

TEST_CASE("of no hidden count the value can be found out, in any small table", "[report][area]") {
  std::mt19937 random(20260302);
  int hidden = 0;
  for (int round = 0; round < 150; ++round) {
    const auto columns = round % 3;  // none, one or two
    std::vector<std::vector<int>> counts(2 + static_cast<std::size_t>(round) % 2);
    for (auto& row : counts)
      for (int c = 0; c < std::max(columns, 1); ++c) row.push_back(static_cast<int>(random() % 8));
    auto table = table_with(counts, static_cast<std::size_t>(columns));
    report::hide_small(table);
    const auto values = found_out(table, 9);
    for (std::size_t r = 0; r < table.cells.size(); ++r)
      for (std::size_t c = 0; c < table.cells[r].size(); ++c) {
        const auto& cell = table.cells[r][c];
        CAPTURE(counts, r, c, cell.count);
        if (cell.count > 0 && cell.count < report::kLeastShown) CHECK(cell.hidden);
        if (!cell.hidden) continue;
        ++hidden;
        CHECK(values[r][c].contains(cell.count));
        CHECK(values[r][c].size() > 1);
      }
  }
  CHECK(hidden > 200);
}

TEST_CASE("whether a count follows is what trying out all tables says", "[report][area]") {
  std::mt19937 random(7);
  int follows = 0, free = 0;
  for (int round = 0; round < 150; ++round) {
    auto table = table_with({{static_cast<int>(random() % 4), static_cast<int>(random() % 4)},
                             {static_cast<int>(random() % 4), static_cast<int>(random() % 4)}},
                            2);
    for (auto& line : table.cells)
      for (auto& cell : line) cell.hidden = cell.count > 0 && random() % 2 == 0;
    const auto values = found_out(table, 12);
    for (std::size_t r = 0; r < 3; ++r)
      for (std::size_t c = 0; c < 3; ++c) {
        if (!table.cells[r][c].hidden) continue;
        CAPTURE(round, r, c);
        CHECK(report::follows_from_shown(table, r, c) == (values[r][c].size() == 1));
        ++(values[r][c].size() == 1 ? follows : free);
      }
  }
  CHECK(follows > 30);
  CHECK(free > 30);
}

TEST_CASE("signals are counted by theme, neighbourhood and time", "[report][area]") {
  std::vector<TeamLine> signals;
  const auto add = [&](int times, const char* theme, const char* place, const char* day) {
    for (int i = 0; i < times; ++i) signals.push_back({"tekst", theme, place, on(day)});
  };
  add(6, "eenzaamheid", "Noord", "2026-01-15");
  add(7, "Eenzaamheid", "Zuid", "2026-04-30");
  add(8, "schulden", "", "2026-05-01");
  add(9, "schulden", "Noord", "2025-12-31");
  const report::Period year{on("2026-01-01"), on("2026-06-30")};
  using report::SignalBy;
  const auto themes = report::signal_counts(signals, year, SignalBy::theme, std::nullopt, Lang::nl);
  CHECK(themes.rows == std::vector<std::string>{"eenzaamheid", "schulden"});
  CHECK(themes.cells[0][0].count == 13);
  CHECK(themes.total().count == 21);
  const auto places = report::signal_counts(signals, year, SignalBy::theme, SignalBy::neighbourhood, Lang::nl);
  CHECK(places.columns == std::vector<std::string>{"(niet genoemd)", "Noord", "Zuid"});
  CHECK(places.cells[1][0].count == 8);
  const auto months = report::signal_counts(signals, year, SignalBy::month, std::nullopt, Lang::nl);
  CHECK(months.rows == std::vector<std::string>{"2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"});
  CHECK(months.cells[3][0].count == 7);
  CHECK(months.cells[1][0].count == 0);
  const auto quarters = report::signal_counts(signals, year, SignalBy::quarter, SignalBy::theme, Lang::nl);
  CHECK(quarters.rows == std::vector<std::string>{"2026 kw1", "2026 kw2"});
  CHECK(quarters.cells[1][1].count == 8);
  CHECK(report::counts_note(quarters, Lang::nl).empty());
  signals.push_back({"tekst", "wonen", "Zuid", on("2026-02-01")});
  const auto small = report::signal_counts(signals, year, SignalBy::theme, SignalBy::neighbourhood, Lang::en);
  CHECK(report::counts_note(small, Lang::en) ==
        "· stands for a count below 5, or for one from which such a small count could be worked out. That way nobody "
        "can be recognised.");
  CHECK(report::counts_json(small)["counts"][2][2].is_null());
}

}  // namespace casus::test
