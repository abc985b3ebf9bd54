// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/method/plugin_api.hpp"
#include "tests/method/made_up_view.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::test {

/// The native rules of a shipped method, out of its library as it was built.
const method::Rules& shipped_rules(std::string_view method_id);

/// The definition that ships under this id.
const method::Definition* shipped_method(std::string_view method_id);

/// A made-up case that stands in a given step.
struct CaseInStep final : method::View {
  method::MadeUpView rows;
  std::string step;

  explicit CaseInStep(std::string in_step, const method::Definition* method = nullptr) : step(std::move(in_step)) {
    rows.definition = method;
  }

  CaseInStep& add(method::Collection collection, std::map<method::Field, method::MadeUpView::Cell> cells) {
    rows.add(collection, std::move(cells));
    return *this;
  }

  method::Position position() const override { return {Phase::analysis, 1, step, "test/made-up"}; }
  std::size_t size(method::Collection c) const override { return rows.size(c); }
  method::Value get(method::Collection c, std::size_t row, method::Field f) const override {
    return rows.get(c, row, f);
  }
  bool has(method::Collection c, std::size_t row, method::Field f, std::string_view word) const override {
    return rows.has(c, row, f, word);
  }
  bool within(method::Collection c, std::size_t row, method::Scope s) const override { return rows.within(c, row, s); }
  std::string_view fact(method::Fact f) const override { return rows.fact(f); }
  method::Said said(std::string_view list, std::string_view text) const override { return rows.said(list, text); }
};

/// The rule ids of findings, in order.
std::vector<std::string> rules_of(const method::Findings& findings);

}  // namespace casus::test
