// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/caseload_figures.hpp"
#include "core/training/caseload_request.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

/// A simulation told: to people, to a spreadsheet, to another program. The same bytes for the same request, whatever
/// the machine took to do it.
namespace casus::training {

/// A number for people: as many digits as mean something.
std::string shown_number(double value, Lang lang);
/// "12,3 (11,8 – 12,9)"; without the interval when there was only one team-year.
std::string shown_estimate(const Estimate& estimate, Lang lang);

/// What was asked, in one sentence.
std::string told_request(const CaseloadRequest& request, const CaseloadPlan& plan, Lang lang);

/// How the figures are to be read, and what they cannot say; each a sentence or two.
std::vector<std::string> how_to_read(const CaseloadFigures& figures, Lang lang);
std::vector<std::string> cannot_say(const CaseloadPlan& plan, Lang lang);

/// One row for each setting and measure; names of columns and measures are the same in every language.
std::string caseload_csv(const CaseloadFigures& figures);
nlohmann::json caseload_json(const CaseloadRequest& request, const CaseloadPlan& plan, const CaseloadFigures& figures,
                             Lang lang);
/// For a page: tables and what to know of them.
std::string caseload_markdown(const CaseloadRequest& request, const CaseloadPlan& plan, const CaseloadFigures& figures,
                              Lang lang);

}  // namespace casus::training
