// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/table.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <string_view>

namespace casus::bench {

namespace {

std::string line_of(std::string_view what, std::string_view before, std::string_view now, std::string_view target,
                    std::string_view met, std::string_view beside) {
  auto line = fmt::format("{:<34} | {:>9} | {:>9} | {:>9} | {:<3} | {}", what, before, now, target, met, beside);
  while (line.ends_with(' ')) line.pop_back();
  return line + '\n';
}

std::string seconds(double value) {
  if (value < 1e-3) return fmt::format("{:.0f} us", value * 1e6);
  if (value < 1) return fmt::format("{:.{}f} ms", value * 1e3, value < 1e-2 ? 2 : 0);
  return fmt::format("{:.1f} s", value);
}

std::string per_second(double value) {
  if (value >= 1e6) return fmt::format("{:.2f} M/s", value / 1e6);
  if (value >= 1e3) return fmt::format("{:.{}f} k/s", value / 1e3, value < 1e4 ? 2 : 0);
  return fmt::format("{:.0f} /s", value);
}

bool is_met(const Row& row) { return row.at_least ? row.value >= *row.target : row.value <= *row.target; }

}  // namespace

std::string written(double value, Unit unit) {
  switch (unit) {
    case Unit::ratio: return fmt::format("{:.{}f}", value, value < 0.01 ? 5 : 3);
    case Unit::times: return fmt::format("{:.2f} x", value);
    case Unit::seconds: return seconds(value);
    case Unit::per_second: return per_second(value);
    case Unit::bytes: return value < 1e4 ? fmt::format("{:.0f} B", value) : fmt::format("{:.0f} MB", value / 1e6);
    case Unit::count: return fmt::format("{:.0f}", value);
  }
  return {};
}

std::string table_of(const std::vector<Row>& rows, const nlohmann::json& before) {
  auto table = line_of("what", "before", "now", "target", "met", "beside");
  table += std::string(100, '-') + '\n';
  for (const auto& row : rows) {
    const auto then = before.find(row.what);
    table += line_of(row.what, then == before.end() ? "" : written(then->get<double>(), row.unit),
                     written(row.value, row.unit), row.target ? written(*row.target, row.unit) : "",
                     !row.target   ? ""
                     : is_met(row) ? "yes"
                                   : "no",
                     row.beside);
  }
  return table;
}

nlohmann::json kept(const std::vector<Row>& rows) {
  auto all = nlohmann::json::object();
  // Four figures say all that a measurement can; more would differ at each run for nothing.
  for (const auto& row : rows) {
    const auto size = row.value == 0 ? 0 : std::floor(std::log10(std::abs(row.value))) - 3;
    const auto step = std::pow(10.0, size);
    all[row.what] = std::round(row.value / step) * step;
  }
  return all;
}

}  // namespace casus::bench
