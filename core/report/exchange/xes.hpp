// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/events.hpp"

#include <cstddef>
#include <string>
#include <string_view>

/// Histories as an event log for process-mining tools: XES, IEEE 1849-2016. A log is a head, a trace for each case, and
/// an end, so that a large store is written piece by piece.
///
/// Pseudonymised: no name, no text that somebody typed, no neighbourhood, and no id of the case; people are p1, p2, ...
/// within one trace and cannot be followed to another. Moments are the real ones, so whoever knows when a meeting was
/// can find it: the log stays personal data (GDPR art. 4(5)), to be kept and shared as such.
namespace casus::report {

std::string xes_head(std::string_view name);
/// `number` is the name of the trace: "case 1". Says nothing of what cannot be told without text, nor of which kind it
/// was that somebody wrote unseen, as long as nobody may read it.
std::string xes_trace(std::size_t number, const Events& history);
std::string xes_end();

}  // namespace casus::report
