// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/method/view.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace casus::method {

/// A case made of rows that a test writes down.
struct MadeUpView final : View {
  using Cell = std::variant<std::string, double, bool, std::vector<std::string>>;

  struct Row {
    std::map<Field, Cell> cells;
    Scope widest = Scope::step;                        ///< the narrowest scope that still shows the row
    std::map<std::string, double, std::less<>> own{};  ///< of a record: its numbers by their declared fields
  };

  std::map<Collection, std::vector<Row>> rows;
  std::map<Fact, std::string> facts;
  std::string step = "present";
  const Definition* definition = nullptr;  ///< whose phrases are listened for

  MadeUpView& add(Collection collection, std::map<Field, Cell> cells, Scope widest = Scope::step) {
    rows[collection].push_back({std::move(cells), widest});
    return *this;
  }

  MadeUpView& record(std::map<Field, Cell> cells, std::map<std::string, double, std::less<>> own) {
    rows[Collection::records].push_back({std::move(cells), Scope::step, std::move(own)});
    return *this;
  }

  Position position() const override { return {Phase::analysis, 1, step, "demo/round"}; }

  std::size_t size(Collection collection) const override {
    const auto found = rows.find(collection);
    return found == rows.end() ? 0 : found->second.size();
  }

  Value get(Collection collection, std::size_t row, Field field) const override {
    const auto* cell = at(collection, row, field);
    if (cell == nullptr) return {};
    if (const auto* text = std::get_if<std::string>(cell)) return std::string_view(*text);
    if (const auto* number = std::get_if<double>(cell)) return *number;
    if (const auto* flag = std::get_if<bool>(cell)) return *flag;
    const auto& words = std::get<std::vector<std::string>>(*cell);
    if (words.empty()) return {};
    return std::string_view(words.front());
  }

  bool has(Collection collection, std::size_t row, Field field, std::string_view word) const override {
    const auto* cell = at(collection, row, field);
    if (cell == nullptr) return false;
    if (const auto* words = std::get_if<std::vector<std::string>>(cell))
      return std::find(words->begin(), words->end(), word) != words->end();
    const auto* text = std::get_if<std::string>(cell);
    return text != nullptr && *text == word;
  }

  bool within(Collection collection, std::size_t row, Scope scope) const override {
    return rows.at(collection)[row].widest <= scope;
  }

  std::string_view fact(Fact fact) const override {
    const auto found = facts.find(fact);
    return found == facts.end() ? std::string_view{} : found->second;
  }

  Value own(std::size_t row, std::string_view field) const override {
    const auto& all = rows.at(Collection::records).at(row).own;
    const auto found = all.find(field);
    return found == all.end() ? Value{} : Value{found->second};
  }

  Said said(std::string_view list, std::string_view text) const override {
    return said_in(spoken(text), definition, list, {});
  }

 private:
  const Cell* at(Collection collection, std::size_t row, Field field) const {
    const auto& cells = rows.at(collection).at(row).cells;
    const auto found = cells.find(field);
    return found == cells.end() ? nullptr : &found->second;
  }
};

}  // namespace casus::method
