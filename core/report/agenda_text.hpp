// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/meeting/meeting.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <map>
#include <string>
#include <vector>

namespace casus::report {

enum class MeetingState { proposed, planned, running, finished };

constexpr std::array<Named<MeetingState>, 4> names_of(MeetingState) {
  return {{{MeetingState::proposed, "proposed", "word.meeting_state.proposed"},
           {MeetingState::planned, "planned", "word.meeting_state.planned"},
           {MeetingState::running, "running", "word.meeting_state.running"},
           {MeetingState::finished, "finished", "word.meeting_state.finished"}}};
}

MeetingState meeting_state(const Meeting& meeting);

/// Titles of cases by their id; a case without one is erased or unknown.
using Titles = std::map<std::string, std::string>;

/// The lines of an agenda that a text or page of it names: each item, and of what fell off the first ones. The rest is
/// counted there, and needs no title.
std::vector<const AgendaLine*> lines_on_paper(const Meeting& meeting);

/// The agenda for a terminal: each item with its minutes, why it is there and who; then what fell off, and why.
std::string agenda_text(const Meeting& meeting, const Titles& titles, Time now, const text::Voice& voice);

/// The same for a face that lays it out itself; and who is next as the chair below it.
page::Page agenda_page(const Meeting& meeting, const Titles& titles, Time now, const text::Voice& voice);
void add_rota(page::Page& page, const std::vector<RotaPlace>& rota, const text::Voice& voice);

/// Who is next as the chair, and why: "Samira is aan de beurt: 2 keer voorgezeten, het laatst op 2 februari 2026."
std::string rota_text(const std::vector<RotaPlace>& rota, const text::Voice& voice);

/// The same as JSON with stable keys.
nlohmann::json meeting_json(const Meeting& meeting, const Titles& titles, Time now, const text::Voice& voice);

}  // namespace casus::report
