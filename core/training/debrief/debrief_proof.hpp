// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/explain/case_view.hpp"
#include "core/training/play/play.hpp"

#include <map>
#include <string>
#include <vector>

namespace casus::training {

/// Which move made which row of the case: the way from a criterion's proof to the log.
class ProofTrail {
 public:
  explicit ProofTrail(const Play& play);

  /// The moves that made these rows, each once, oldest first; rows of the opening have none.
  std::vector<int> beats(const std::vector<method::RowRef>& rows) const;
  std::vector<int> proof_of(const method::Criterion& criterion) const;

  const engine::CaseView& view() const { return view_; }
  /// Whether it held before the first move: what the scenario gave, nobody did.
  bool held_at_the_start(const method::Criterion& criterion) const;

 private:
  const Play& play_;
  engine::CaseView view_;
  Case opened_;  ///< as the scenario opened it
  std::map<method::Collection, std::vector<int>> by_row_;
  std::map<std::string, int> network_;  ///< the latest move about a person around the resident
};

/// Ids of who stands in the network and is no part of the circle that can be asked: the resident, and who cannot speak
/// for themselves.
std::vector<method::Literal> not_of_the_circle(const Play& play);

/// Each once, in order.
void tidy_beats(std::vector<int>& beats);

}  // namespace casus::training
