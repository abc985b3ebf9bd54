// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/page/layout.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Counts with totals in which small numbers are hidden, so that nobody can be recognised in them.
namespace casus::report {

/// A count below this is not shown (our own choice, usual for figures of a neighbourhood).
inline constexpr std::int64_t kLeastShown = 5;

struct CountCell {
  std::int64_t count = 0;
  bool hidden = false;
};

/// Counts by row and column with a last row and a last column of totals. Without columns there are only row totals.
struct CountTable {
  std::vector<std::string> rows;
  std::vector<std::string> columns;
  std::vector<std::vector<CountCell>> cells;  ///< rows + 1 lines of columns + 1 cells

  const CountCell& total() const { return cells.back().back(); }
};

/// One count for each pair of row and column; a pair names its places in `rows` and `columns` (0 when there are none).
CountTable count_table(std::vector<std::string> rows, std::vector<std::string> columns,
                       const std::vector<std::pair<std::size_t, std::size_t>>& marks);

/// Hides every count from 1 to kLeastShown - 1, totals too, beside what is hidden already, and then as many others as
/// it takes until no hidden count follows from what is shown. A zero is shown: it is about nobody, and whoever reads
/// the table knows that what is hidden is at least 1. Protects one table; who can subtract another table with another
/// period may learn more.
void hide_small(CountTable& table);

/// Whether exactly one value fits a hidden count, given all that is shown.
bool follows_from_shown(const CountTable& table, std::size_t row, std::size_t column);

/// The table for people: "·" for a hidden count.
page::Row counts_header(const CountTable& table, std::string_view corner, const text::Voice& voice);
std::vector<page::Row> counts_rows(const CountTable& table, const text::Voice& voice);
/// What "·" means; empty when nothing is hidden.
std::string counts_note(const CountTable& table, const text::Voice& voice);
/// {"rows", "columns", "counts": lines with totals, null for a hidden one}
nlohmann::json counts_json(const CountTable& table);

}  // namespace casus::report
