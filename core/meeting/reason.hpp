// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/meeting/lengths.hpp"
#include "core/model/meeting/agenda.hpp"
#include "core/workflow/terms.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace casus::meeting {

/// So many days after what was last said a case is quiet. Our own.
inline constexpr int kQuiet = 42;

/// One reason for a case to come on, and what it takes. A line is large: it is made once, of all that holds.
struct Reason {
  AgendaPart part{};
  Why why{};
  std::optional<Date> since{};
  Length length{};
  std::vector<std::string> about{};
};

/// Fills part, length and why of one line with every reason, the gravest first. Its part and length are those of the
/// reason that takes most time. Something must hold.
void put_together(std::span<const Reason> reasons, AgendaLine& line);

/// For each law the nearest end of a term from the report, if it is near enough to speak of today. They count until the
/// case is past its first phase.
void add_legal_terms(const workflow::Workflow& workflow, std::span<const GroundSince> grounds, Date today,
                     std::vector<Reason>& reasons);

/// The nearest end of the terms of a phase that the case came in on `from`.
void add_phase_term(const workflow::Workflow& workflow, Date from, Date today, std::vector<Reason>& reasons);

/// Whether a term of this workflow counts from the day that a case came in its phase.
bool has_phase_term(const workflow::Workflow& workflow);

/// The first day, `from` or later, on which a term that ends then is worth a line; nothing when that is over.
std::optional<Date> day_of_term(Date end, Date from);

}  // namespace casus::meeting
