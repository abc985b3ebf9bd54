// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/meeting/glance.hpp"
#include "core/meeting/reason.hpp"

#include <optional>
#include <string>
#include <vector>

/// What an agenda can say of a case before it is opened.
namespace casus::meeting {

struct Memory;

/// The same with the columns: all that an agenda knows of a case that is not opened.
struct Seen {
  std::string case_id;
  Stage stage;
  int round = 1;
  std::string step;    ///< empty when it is in none
  std::string method;  ///< of the phase that it is in
  std::optional<Date> review_on;
  std::optional<Date> action_due;  ///< the first day of an action, or of a request to be answered
  Date changed_on{};
  Glance glance;
};

Seen seen_of(const Case& state);

/// The first day, `from` or later, on which something that comes with a day may be a reason for `line_of`: looking
/// back, an action, a term, a silence. Nothing when no day is known. What is asked for, and danger, wait for no day.
std::optional<Date> day_of_reason(const Seen& seen, Date from, const engine::Library& library);

/// Why a case can come on that day, as far as can be said before it is opened. Nothing that `line_of` finds is graver
/// than these, shorter, or of an earlier day.
struct Foreseen {
  std::vector<Reason> reasons;  ///< none: the case does not come on
  bool sure = true;             ///< it comes on for just these; else it must be opened to know
};
Foreseen foresee(const Seen& seen, Date on, const Memory& memory, const engine::Library& library);

/// The line of a case that nobody opens, of which something is sure: without its presenter, and as short as it can be.
AgendaLine line_foreseen(const Seen& seen, const Foreseen& foreseen, const Memory& memory);

}  // namespace casus::meeting
