// SPDX-License-Identifier: EUPL-1.2
#include "core/page/described.hpp"

#include <cassert>

namespace casus::page {

void Properties::add(Values values, std::string_view label, std::string_view shown) {
  all_.push_back({std::move(values), std::string(label), std::string(shown)});
}

void Properties::add(Values values) { all_.push_back({std::move(values), {}, {}}); }

void Properties::into(nlohmann::json& object) const {
  for (const auto& property : all_)
    for (const auto& [key, value] : property.values) object[key] = value;
}

void Properties::onto(Page& page) const {
  for (const auto& property : all_)
    if (!property.label.empty()) page.fact(property.label, property.shown);
}

void Listing::add(std::vector<Cell> cells) {
  assert(cells.size() == columns_.size());
  rows_.push_back(std::move(cells));
}

nlohmann::json Listing::json() const {
  auto out = nlohmann::json::array();
  for (const auto& row : rows_) {
    auto object = nlohmann::json::object();
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (!columns_[i].key.empty()) object[columns_[i].key] = row[i].value;
    out.push_back(std::move(object));
  }
  return out;
}

Row Listing::header() const {
  Row out;
  for (const auto& column : columns_)
    if (!column.heading.empty()) out.push_back(column.heading);
  return out;
}

std::vector<Row> Listing::rows() const {
  std::vector<Row> out;
  for (const auto& cells : rows_) {
    auto& row = out.emplace_back();
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (!columns_[i].heading.empty()) row.push_back(cells[i].shown);
  }
  return out;
}

}  // namespace casus::page
