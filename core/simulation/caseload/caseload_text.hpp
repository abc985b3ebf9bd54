// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/page.hpp"
#include "core/simulation/caseload/caseload_figures.hpp"
#include "core/simulation/caseload/caseload_request.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

/// A simulation told: to people, to a spreadsheet, to another program. The same bytes for the same request, whatever
/// the machine took to do it.
namespace casus::simulation {

/// A number for people: as many digits as mean something.
std::string shown_number(double value, const text::Voice& voice);
/// "12,3 (11,8 – 12,9)"; without the interval when there was only one path.
std::string shown_interval(const Interval& interval, std::size_t paths, const text::Voice& voice);

/// "0,034 (0,021 – 0,047)": cases a week, small ones not rounded to nothing.
std::string shown_growth(const Settling& settling, const text::Voice& voice);

/// What was asked, in one sentence.
std::string told_request(const CaseloadRequest& request, const CaseloadPlan& plan, const text::Voice& voice);

/// What was found of the first weeks: how many do not count, and where the list grows instead of coming to rest, or
/// where neither can be said.
std::vector<std::string> told_settling(const CaseloadFigures& figures, const text::Voice& voice);

/// How the figures are to be read, and what they cannot say; each a sentence or two. `intervals`: as in the tables.
std::vector<std::string> how_to_read(const CaseloadPlan& plan, const CaseloadFigures& figures, bool intervals,
                                     const text::Voice& voice);
std::vector<std::string> cannot_say(const CaseloadPlan& plan, const text::Voice& voice);

/// One row for each setting and measure; names of columns and measures are the same in every language.
std::string caseload_csv(const CaseloadFigures& figures);
nlohmann::json caseload_json(const CaseloadRequest& request, const CaseloadPlan& plan, const CaseloadFigures& figures,
                             const text::Voice& voice);
struct CaseloadTable {
  std::string heading;  ///< may be empty
  page::Row header;
  std::vector<page::Row> rows;
};

/// A row for each measure and a column for each setting, and the differences from the first. Of one setting alone, the
/// spread between periods. `intervals`: each mean with its own.
std::vector<CaseloadTable> caseload_tables(const CaseloadFigures& figures, bool intervals, const text::Voice& voice);

/// Tables, what to know of them, and two plots: who waits by week, and how long until the first review.
page::Page caseload_page(const CaseloadRequest& request, const CaseloadPlan& plan, const CaseloadFigures& figures,
                         const text::Voice& voice);

}  // namespace casus::simulation
