// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/counts.hpp"

#include "core/report/naming.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <optional>

namespace casus::report {

namespace {

using Spot = std::pair<std::size_t, std::size_t>;

/// The sums of the table as a network of flows: each equation is a node, each hidden count an arc between the two
/// equations it stands in, so that whatever can change without changing a sum is a circle of arcs. Rows flow into
/// columns, columns into the total row, that into the grand total, and row totals back into rows.
class Sums {
 public:
  explicit Sums(const CountTable& table) : table_(table), rows_(table.rows.size()), columns_(table.columns.size()) {}

  std::size_t nodes() const { return rows_ + columns_ + 2; }

  /// From where to where one more flows when the count grows.
  std::pair<std::size_t, std::size_t> arc(std::size_t row, std::size_t column) const {
    const bool row_total = column == columns_;
    const bool column_total = row == rows_;
    const auto total_column = rows_ + columns_;
    const auto total_row = total_column + 1;
    // Without columns no equation holds a row: all rows and the grand total end in one free node.
    const auto row_node = columns_ == 0 ? total_row : row;
    if (row_total && column_total) return {total_row, total_column};
    if (row_total) return {total_column, row_node};
    if (column_total) return {rows_ + column, total_row};
    return {row_node, rows_ + column};
  }

  /// Whether a change can flow from one node to another through hidden counts other than this one.
  bool flows(std::size_t from, std::size_t to, const Spot& without) const {
    std::vector<bool> reached(nodes(), false);
    std::vector<std::size_t> waiting{from};
    reached[from] = true;
    while (!waiting.empty()) {
      const auto at = waiting.back();
      waiting.pop_back();
      if (at == to) return true;
      for (std::size_t row = 0; row <= rows_; ++row)
        for (std::size_t column = 0; column <= columns_; ++column) {
          const auto& cell = table_.cells[row][column];
          if (!cell.hidden || Spot{row, column} == without) continue;
          const auto [begin, end] = arc(row, column);
          const auto next = begin == at ? end : end == at && cell.count > 1 ? begin : nodes();
          if (next == nodes() || reached[next]) continue;
          reached[next] = true;
          waiting.push_back(next);
        }
    }
    return false;
  }

 private:
  const CountTable& table_;
  std::size_t rows_;
  std::size_t columns_;
};

std::optional<Spot> first_that_follows(const CountTable& table) {
  for (std::size_t row = 0; row < table.cells.size(); ++row)
    for (std::size_t column = 0; column < table.cells[row].size(); ++column)
      if (table.cells[row][column].hidden && follows_from_shown(table, row, column)) return Spot{row, column};
  return std::nullopt;
}

/// The smallest count that is shown, in the same row or column when there is one.
CountCell* another_to_hide(CountTable& table, const Spot& spot) {
  for (const bool beside : {true, false}) {
    CountCell* smallest = nullptr;
    for (std::size_t row = 0; row < table.cells.size(); ++row)
      for (std::size_t column = 0; column < table.cells[row].size(); ++column) {
        auto& cell = table.cells[row][column];
        if (cell.hidden || cell.count == 0 || (beside && row != spot.first && column != spot.second)) continue;
        if (smallest == nullptr || cell.count < smallest->count) smallest = &cell;
      }
    if (smallest != nullptr) return smallest;
  }
  return nullptr;
}

std::string shown_count(const CountCell& cell) { return cell.hidden ? "·" : std::to_string(cell.count); }

}  // namespace

CountTable count_table(std::vector<std::string> rows, std::vector<std::string> columns,
                       const std::vector<std::pair<std::size_t, std::size_t>>& marks) {
  CountTable table{std::move(rows), std::move(columns), {}};
  table.cells.assign(table.rows.size() + 1, std::vector<CountCell>(table.columns.size() + 1));
  for (const auto& [row, column] : marks) {
    if (!table.columns.empty()) {
      ++table.cells[row][column].count;
      ++table.cells.back()[column].count;
    }
    ++table.cells[row].back().count;
    ++table.cells.back().back().count;
  }
  return table;
}

bool follows_from_shown(const CountTable& table, std::size_t row, std::size_t column) {
  const Sums sums(table);
  const Spot spot{row, column};
  const auto [begin, end] = sums.arc(row, column);
  const bool can_grow = sums.flows(end, begin, spot);
  const bool can_shrink = table.cells[row][column].count > 1 && sums.flows(begin, end, spot);
  return !can_grow && !can_shrink;
}

void hide_small(CountTable& table) {
  for (auto& line : table.cells)
    for (auto& cell : line) cell.hidden = cell.hidden || (cell.count > 0 && cell.count < kLeastShown);
  while (const auto spot = first_that_follows(table)) {
    auto* const other = another_to_hide(table, *spot);
    if (other == nullptr) return;  // everything but zeros is hidden
    other->hidden = true;
  }
}

page::Row counts_header(const CountTable& table, std::string_view corner, const text::Voice& voice) {
  page::Row header{std::string(corner)};
  header.insert(header.end(), table.columns.begin(), table.columns.end());
  header.emplace_back(table.columns.empty() ? text::say(voice, "counts.count") : text::say(voice, "counts.together"));
  return header;
}

std::vector<page::Row> counts_rows(const CountTable& table, const text::Voice& voice) {
  std::vector<page::Row> rows;
  for (std::size_t i = 0; i < table.cells.size(); ++i) {
    page::Row row{i < table.rows.size() ? table.rows[i] : text::say(voice, "counts.together")};
    for (const auto& cell : table.cells[i]) row.push_back(shown_count(cell));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string counts_note(const CountTable& table, const text::Voice& voice) {
  const bool any = std::ranges::any_of(table.cells, [](const auto& line) {
    return std::ranges::any_of(line, [](const CountCell& cell) { return cell.hidden; });
  });
  if (!any) return {};
  return text::say(voice, "counts.stands_count_below_one_from", "least_shown"_is = kLeastShown);
}

nlohmann::json counts_json(const CountTable& table) {
  auto counts = nlohmann::json::array();
  for (const auto& line : table.cells) {
    auto row = nlohmann::json::array();
    for (const auto& cell : line) row.push_back(cell.hidden ? nlohmann::json() : nlohmann::json(cell.count));
    counts.push_back(std::move(row));
  }
  return {{"rows", table.rows}, {"columns", table.columns}, {"counts", std::move(counts)}};
}

}  // namespace casus::report
