// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/forms/slots.hpp"
#include "core/model/team/team_lines.hpp"

#include <string>

/// What a line for the team asks for, and the signal form: of a case, a meeting and the team alike.
namespace casus::desk {

inline void signal_form(Slots& slots, SignalForm& form, std::string& neighbourhood) {
  slots.of(form);
  slots.option("where", neighbourhood, "help.signal_where");
  slots.option(form.since, "help.signal_since");
  slots.option(form.seen_by, "help.signal_seen_by");
  slots.option(form.agenda, "help.signal_agenda");
}

/// `count` is what the case or the meeting keeps of it: that there was one, and its theme.
void line_for_team(Slots& slots, auto& count, NoteSignal& note) {
  slots.of(count);
  slots.word("TEXT", note.text, "help.what_goes_area_names");
  slots.option(count.theme, "help.theme_put_signals_together");
  signal_form(slots, note.form, note.neighbourhood);
}

void line_for_team(Slots& slots, auto& count, NoteLearning& note) {
  slots.of(count);
  slots.word("TEXT", note.text, "help.what_team_learns_names");
  slots.option(count.theme, "help.theme");
}

}  // namespace casus::desk
