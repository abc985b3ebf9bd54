// SPDX-License-Identifier: EUPL-1.2
#include "core/report/documents/counts.hpp"

#include "core/text/voice.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace casus::report {

CountTable count_table(std::vector<std::string> rows, std::vector<std::string> columns,
                       const std::vector<Counted>& counts) {
  CountTable table{std::move(rows), std::move(columns), {}};
  table.cells.assign(table.rows.size() + 1, std::vector<std::int64_t>(table.columns.size() + 1));
  for (const auto& one : counts) {
    if (!table.columns.empty()) {
      table.cells[one.row][one.column] += one.count;
      table.cells.back()[one.column] += one.count;
    }
    table.cells[one.row].back() += one.count;
    table.cells.back().back() += one.count;
  }
  return table;
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
    for (const auto count : table.cells[i]) row.push_back(count == 0 ? "·" : std::to_string(count));
    rows.push_back(std::move(row));
  }
  return rows;
}

std::string counts_note(const text::Voice& voice) { return text::say(voice, "counts.in_fives"); }

nlohmann::json counts_json(const CountTable& table) {
  auto counts = nlohmann::json::array();
  for (const auto& line : table.cells) {
    auto row = nlohmann::json::array();
    for (const auto count : line) row.push_back(count == 0 ? nlohmann::json() : nlohmann::json(count));
    counts.push_back(std::move(row));
  }
  return {{"rows", table.rows}, {"columns", table.columns}, {"counts", std::move(counts)}};
}

}  // namespace casus::report
