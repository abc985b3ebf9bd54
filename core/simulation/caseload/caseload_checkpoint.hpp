// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload/caseload_request.hpp"

namespace casus::simulation {

/// What was done of a request when it was stopped, as one JSON document, and back. Of version 2: version 1 knew no
/// settling, and is refused.
struct CaseloadCheckpoint {
  CaseloadRequest request;
  std::string definitions;         ///< hash of the methods and workflows that were used
  std::vector<Settling> settling;  ///< empty: it was stopped before that was known
  int warm_up = 0;
  std::vector<UnitResult> done;
};
std::string checkpoint_json(const CaseloadCheckpoint& checkpoint);
Outcome<CaseloadCheckpoint, Problems> checkpoint_from(std::string_view bytes);

}  // namespace casus::simulation
