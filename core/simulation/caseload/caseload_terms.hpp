// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/simulation/assumptions.hpp"

namespace casus::simulation {

/// A term of the assumptions as the workflow has it.
struct RunningTerm {
  std::string workflow;
  Basis basis{};
  Phase left{};     ///< must be left before it is over
  double days = 0;  ///< from the report
};

/// Those of every workflow that the methods in use are opened with.
std::vector<RunningTerm> running_terms_of(const engine::Library& library, const Assumptions& assumptions);

}  // namespace casus::simulation
