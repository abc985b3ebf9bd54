// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <vector>

/// Qt's SCXML interpreter, asked in a process of its own (`scxml_judge`).
namespace casus::test {

/// What it says of a chart: the active states before the first event and after each.
std::vector<std::string> judged(const std::string& chart, const std::vector<std::string>& events);

/// The same for each of several rows of events, which all begin at the start of the chart.
std::vector<std::vector<std::string>> judged_each(const std::string& chart,
                                                  const std::vector<std::vector<std::string>>& rows);

}  // namespace casus::test
