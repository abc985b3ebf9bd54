// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/engine/library.hpp"
#include "core/model/access.hpp"
#include "core/model/case.hpp"
#include "core/model/refusal.hpp"
#include "core/model/retention/retention_terms.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How long a case is kept, by which law, counted from the end of the help and never from its opening. The terms are
/// data (`model/retention/retention_terms.hpp`).
namespace casus::engine {

/// One term that runs for a case.
struct Retention {
  const RetentionTerm* term = nullptr;
  Date ended{};             ///< the end of the help (help_ended)
  std::optional<Date> due;  ///< the first day on which it may not be kept any more; nothing without a fixed term

  bool is_due(Date today) const { return due && *due <= today; }
};

/// Every term that runs for a case, by each of its bases. None for a case that is not closed: help that goes on has no
/// end to count from. A request of the resident that is open keeps no term from running.
std::vector<Retention> retentions(const Case& state);

/// The one that decides when the case must go: of several bases the longest, and nothing as long as one of them has no
/// fixed term or its day has not come, or the resident asked for it to be kept (AVG 18).
std::optional<Retention> due_for_erasure(const Case& state, Date today);

/// The last change of a case that was not closed and in which nothing happened for a year (our own; the law counts from
/// the end of the help): no term begins to run for it, so that it would stay for ever. Nothing for any other.
std::optional<Date> silent_since(const Case& state, Date today);

/// Who looked has a term of its own, counted for each look from its day: it outlives the case.
const RetentionTerm& term_of_looks();
/// The first day whose looks are kept.
Date looks_kept_from(Date today);

/// Erasing the looks whose term has ended, of a case that may be erased itself: who may is as with a case that is due.
/// `days`: those of the looks that are kept, oldest first.
Outcome<LooksErased, Refusal> decide_looks_due(const Case& state, const Command& command, std::string_view with,
                                               const std::vector<Date>& days, const Library& library);

}  // namespace casus::engine
