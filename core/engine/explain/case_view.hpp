// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/method/view.hpp"
#include "core/model/case.hpp"
#include "core/model/case/stays.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::engine {

/// A case as methods and criteria see it. Looks at the case, copies nothing but short words; the case must outlive it
/// and stay as it is. `at` is the moment of looking: a review date before that day no longer counts as one.
class CaseView final : public method::View {
 public:
  CaseView(const Case& state, Time at, const Library& library, const method::Definition* method = nullptr);

  method::Position position() const override;
  std::size_t size(method::Collection collection) const override;
  method::Value get(method::Collection collection, std::size_t row, method::Field field) const override;
  bool has(method::Collection collection, std::size_t row, method::Field field, std::string_view word) const override;
  bool within(method::Collection collection, std::size_t row, method::Scope scope) const override;
  std::string_view fact(method::Fact fact) const override;
  method::Value own(std::size_t row, std::string_view field) const override;
  method::Said said(std::string_view list, std::string_view text) const override;

 private:
  const Made* made(method::Collection collection, std::size_t row) const;
  const Person& at_table(std::size_t row) const { return *people().table[row]; }
  const Person& around(std::size_t row) const { return *people().network[row]; }
  std::string_view day(Date date) const;
  method::Value common(const Made& made, method::Field field) const;
  method::Value of(const Contribution& it, method::Field field) const;
  method::Value of(const Score& it, method::Field field) const;
  method::Value of(const Goal& it, method::Field field) const;
  method::Value of(const Action& it, method::Field field) const;
  method::Value of(const Tie& it, method::Field field) const;
  method::Value of(const Decision& it, method::Field field) const;
  method::Value of(const Evaluation& it, method::Field field) const;
  method::Value of(const Turn& it, method::Field field) const;
  method::Value of(const GoalMark& it, method::Field field) const;
  method::Value of(const CirclePlan& it, method::Field field) const;
  method::Value of(const MeldcodeNote& it, method::Field field) const;
  method::Value of_table(const Person& it, method::Field field) const;
  /// What a method declares: its own fields are asked for with `own`.
  method::Value of_record(const Contribution& it, method::Field field) const;
  method::Value of_network(const Person& it, method::Field field) const;

  const Case& state_;
  Time at_;
  const Library& library_;
  const method::Definition* method_;
  /// Made when first asked for: many questions are about other rows, and most steps ask nothing.
  struct People {
    std::vector<const Person*> table;    ///< participants
    std::vector<const Person*> network;  ///< people with a place in the network
  };
  const People& people() const;

  /// What was recorded of the types that a method declares, in its order.
  const std::vector<const Contribution*>& records() const;

  /// Each choice of each ballot.
  const std::vector<std::pair<const Ballot*, const VoteFor*>>& votes() const;

  mutable std::optional<std::vector<std::pair<const Ballot*, const VoteFor*>>> votes_;
  mutable std::optional<People> people_;
  /// Those that nobody went back on.
  const std::vector<const TakenBranch*>& branches() const {
    if (!branches_) branches_ = standing_branches(state_);
    return *branches_;
  }
  mutable std::optional<std::vector<const TakenBranch*>> branches_;
  mutable std::optional<std::vector<const Contribution*>> records_;
  /// The text that was asked about last: every list is asked about the same one.
  struct Heard {
    std::string text, spoken;
  };
  mutable std::optional<Heard> heard_;
  /// Texts of dates that were asked for; a deque-like ring would do, but a view lives for one question or one step.
  mutable std::vector<std::string> days_;
};

}  // namespace casus::engine
