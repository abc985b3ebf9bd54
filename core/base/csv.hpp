// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Comma-separated values (RFC 4180), as spreadsheets read and write them.
namespace casus::csv {

struct Row {
  std::int64_t line = 0;  ///< of the file, from 1, where the row begins
  std::vector<std::string> cells;
};

struct Broken {
  std::int64_t line = 0;
  enum class Kind { open_quote, after_quote, quote_inside } kind{};
};

/// Rows of a file. The separator is a comma, a semicolon or a tab: the one that the first line holds most of. A byte
/// order mark at the beginning and empty lines are passed over. Line ends within quotes stay.
Outcome<std::vector<Row>, Broken> read(std::string_view bytes);

struct Style {
  char separator = ',';
  bool byte_order_mark = false;  ///< older spreadsheets need it to see that the file is UTF-8
};

/// A file of these rows, lines ending in CR LF. A cell that a spreadsheet would take for a formula (it begins with one
/// of = + - @, a tab or a carriage return) gets an apostrophe before it, so that it stays text.
std::string written(const std::vector<std::vector<std::string>>& rows, const Style& style = {});

}  // namespace casus::csv
