// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/layout.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Counts in fives (in_fives.hpp) with their totals.
namespace casus::report {

/// Counts by row and column with a last row and a last column of totals. Without columns there are only row totals.
struct CountTable {
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  std::vector<std::vector<std::int64_t>> cells;  ///< rows + 1 lines of columns + 1 cells

  std::int64_t total() const { return cells.back().back(); }
};

/// So many of a row and a column, by their places (column 0 when there are none).
struct Counted {
  std::size_t row = 0;
  std::size_t column = 0;
  std::int64_t count = 0;
};

CountTable count_table(std::vector<std::string> rows, std::vector<std::string> columns,
                       const std::vector<Counted>& counts);

/// The table for people: "·" for fewer than five, or none.
page::Row counts_header(const CountTable& table, std::string_view corner, const text::Voice& voice);
std::vector<page::Row> counts_rows(const CountTable& table, const text::Voice& voice);
/// How it was counted.
std::string counts_note(const text::Voice& voice);
/// {"rows", "columns", "counts": lines with totals, null for fewer than five}
nlohmann::json counts_json(const CountTable& table);

}  // namespace casus::report
