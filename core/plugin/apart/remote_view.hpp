// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/plugin/apart/column.hpp"

#include <array>
#include <deque>
#include <map>
#include <string>
#include <vector>

namespace casus::plugin {

/// A view of a case that lives in another process: what rules ask is fetched by the column, and kept, also between
/// questions. One question at a time.
class RemoteView final : public method::View {
 public:
  explicit RemoteView(int socket) : socket_(socket) {}

  /// The next question: where the case stands, and the columns that were asked for last time.
  void take(Reading& question);

  method::Position position() const override { return {phase_, round_, step_, method_}; }
  std::size_t size(method::Collection collection) const override;
  method::Value get(method::Collection collection, std::size_t row, method::Field field) const override;
  bool has(method::Collection collection, std::size_t row, method::Field field, std::string_view word) const override;
  bool within(method::Collection collection, std::size_t row, method::Scope scope) const override;
  std::string_view fact(method::Fact fact) const override;
  method::Said said(std::string_view list, std::string_view text) const override;

 private:
  struct Kept {
    std::string bytes;
    std::vector<method::Value> values;
    bool fresh = false;  ///< of this question
  };

  void take_rows(Reading& in) const;
  const method::Value* cell(const Column& column, std::size_t row) const;

  static constexpr std::size_t kCollections = method::names_of(method::Collection{}).size();
  static constexpr std::size_t kFacts = method::names_of(method::Fact{}).size();

  int socket_;
  Phase phase_ = Phase::analysis;
  int round_ = 1;
  std::string step_, method_;
  std::array<std::size_t, kCollections> sizes_{};
  std::array<std::string, kFacts> facts_;
  mutable std::map<Column, Kept> columns_;
  mutable std::deque<std::string> phrases_;  ///< what `said` gave, as long as the view holds
};

}  // namespace casus::plugin
