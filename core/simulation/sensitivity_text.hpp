// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/simulation/caseload/caseload_text.hpp"
#include "core/simulation/sensitivity.hpp"

#include <nlohmann/json_fwd.hpp>

/// What answers hang on, told.
namespace casus::simulation {

/// Of each measure the three numbers that matter most, lowered and raised. `intervals`: each with its own.
CaseloadTable sensitivity_table(const CaseloadRequest& request, const CaseloadPlan& plan,
                                const CaseloadFigures& figures, bool intervals, const text::Voice& voice);

/// How that table is to be read.
std::vector<std::string> told_sensitivity(const CaseloadRequest& request, const CaseloadPlan& plan,
                                          const CaseloadFigures& figures, const text::Voice& voice);

/// The table, and of each measure a picture of what matters most (a tornado).
void add_sensitivity(page::Page& page, const CaseloadRequest& request, const CaseloadPlan& plan,
                     const CaseloadFigures& figures, const text::Voice& voice);

/// Of each measure every number, the greatest reach first.
nlohmann::json sensitivity_json(const CaseloadPlan& plan, const CaseloadFigures& figures);

/// The same figures without the settings in which a number was changed: those are told as what they are.
CaseloadFigures as_they_are(const CaseloadPlan& plan, const CaseloadFigures& figures);

}  // namespace casus::simulation
