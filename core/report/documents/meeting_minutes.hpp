// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/page/page.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::report {

/// A case that was on the table, as it is now and as it came to be; nothing of an erased one, nor of one that the
/// reader may not see.
struct CaseRecord {
  std::string id;
  std::optional<Case> state;
  Events events;
  bool withheld = false;  ///< there, and not for this reader
};

/// Time in one step of the method, while the case was on the table.
struct StepTime {
  std::string method;
  Phase phase{};
  std::string step;
  double planned = 0;
  double spent = 0;
};

/// The stays in steps that lay within the sittings of an item, cut to them. A sitting over four hours counts as none.
std::vector<StepTime> step_times(const AgendaItem& item, const Case& state, const Definitions& definitions, Time now);

/// The minutes, meant for one sheet: who does what by which day; then per case the question, what was decided, agreed
/// and told, who saw it otherwise, and the day to look back; then the rest in a few lines: what was only looked at, the
/// time, the methods with what their source says of them. What was said is not in it. Of an anonymous case people from
/// outside the team are called by their role, in the team's own texts too.
page::Page minutes_page(const Meeting& meeting, const std::vector<CaseRecord>& cases, const Definitions& definitions,
                        Time now, const text::Voice& voice);

/// Planned against used: each meeting, each case, each step of a method, over all these meetings. For a terminal.
std::string time_text(const std::vector<Meeting>& meetings, const std::vector<CaseRecord>& cases,
                      const Definitions& definitions, Time now, const text::Voice& voice);

}  // namespace casus::report
