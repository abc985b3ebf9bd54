// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/page.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>
#include <vector>

/// What is told to programs as well as to people, described once, so that the two cannot disagree.
namespace casus::page {

/// Properties of one thing: values under keys for programs, and a label with a text for people.
class Properties {
 public:
  using Values = std::vector<std::pair<std::string, nlohmann::json>>;

  /// Told to both. One text may say several values.
  void add(Values values, std::string_view label, std::string_view shown);
  /// Told to programs alone.
  void add(Values values);

  /// Puts the values into an object.
  void into(nlohmann::json& object) const;
  /// Puts labels and texts on a page; an empty text is left out.
  void onto(Page& page) const;

 private:
  struct Property {
    Values values;
    std::string label;
    std::string shown;
  };
  std::vector<Property> all_;
};

/// Several things of a kind, a line for each: a column has a key for programs, a heading for people, or both.
class Listing {
 public:
  struct Column {
    std::string key;      ///< empty: for people alone
    std::string heading;  ///< empty: for programs alone
  };
  struct Cell {
    nlohmann::json value;
    std::string shown;

    Cell(const char* text) : Cell(std::string(text)) {}          // NOLINT: the same for both
    Cell(const std::string& text) : value(text), shown(text) {}  // NOLINT
    Cell(nlohmann::json from, std::string text) : value(std::move(from)), shown(std::move(text)) {}
    Cell(nlohmann::json from) : value(std::move(from)) {}  // NOLINT: for programs alone
  };

  explicit Listing(std::vector<Column> columns) : columns_(std::move(columns)) {}

  /// A cell for each column.
  void add(std::vector<Cell> cells);
  bool empty() const { return rows_.empty(); }

  /// A list of objects.
  nlohmann::json json() const;
  Row header() const;
  std::vector<Row> rows() const;
  /// As a table for a terminal.
  std::string text() const { return table(header(), rows()); }
  void onto(Page& page) const { page.table(header(), rows()); }

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace casus::page
