// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/meeting/meeting.hpp"
#include "core/text/voice.hpp"

#include <string>

namespace casus::report {

/// What an item is called: "casus 2026-014", "opening", or the subject that somebody wrote.
std::string item_name(const AgendaLine& line, const text::Voice& voice);

/// Why a line is on the agenda, as a short sentence: "terugkijken was afgesproken op 2 maart 2026".
std::string why_in_words(const AgendaLine& line, const text::Voice& voice);

/// Why it fell off, and what comes of it; empty for a line that did not.
std::string off_in_words(const AgendaLine& line, const text::Voice& voice);

/// The sentence for one event, without day and person: "nam casus 2026-014 op tafel; Daan zit voor". `after` is the
/// meeting after it.
std::string event_in_words(const MeetingEvent& event, const Meeting& after, const text::Voice& voice);

}  // namespace casus::report
