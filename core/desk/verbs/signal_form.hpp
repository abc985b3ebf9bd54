// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/slots.hpp"
#include "core/model/team_lines.hpp"

#include <string>

/// The signal form, of a case, a meeting and the team alike.
namespace casus::desk {

inline void signal_form(Slots& slots, SignalForm& form, std::string& neighbourhood) {
  slots.of(form);
  slots.option("where", neighbourhood, "help.signal_where");
  slots.option(form.since, "help.signal_since");
  slots.option(form.seen_by, "help.signal_seen_by");
  slots.option(form.agenda, "help.signal_agenda");
}

}  // namespace casus::desk
