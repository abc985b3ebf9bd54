// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/voice.hpp"
#include "core/training/debrief/debrief.hpp"

#include <string>
#include <vector>

/// The sentences that both forms of a debrief share.
namespace casus::training {

/// "3 maart 09:14", by the virtual clock.
std::string moment(Time at, const text::Voice& voice);

/// "drie weken" in figures: "3 weken", "1 week".
std::string span_in_words(const Span& span, const text::Voice& voice);

/// Of the story, which is made up, or a view of whoever wrote it, which is theirs.
enum class Sentence { story, view };

/// "(verzonnen)", "(eigen)", "(variant; bron: ZonMw ... Alleen de eerste zin komt uit de bron.)".
std::string origin_in_words(const Provenance& of, const Scenario& scenario, const text::Voice& voice,
                            Sentence kind = Sentence::story);

/// Of an effect that came: by its text, for an option has few.
Provenance origin_of_effect(const CameOut& came, const Option& option);

/// What the case answered a move with, and where that comes from.
std::string came_out_in_words(const CameOut& out, const Scenario& scenario, const text::Voice& voice);

/// "4 van 7 gehouden (57 %)", "5 van 10 punten", "9 keer" for counts.
std::string score_in_words(const LevelScore& score, const text::Voice& voice);
std::string points_in_words(const Item& item, const text::Voice& voice);

/// What a level says and what it does not.
text::Message level_about(Level level);

/// What honesty asks to say at the end.
text::Message limits();

/// "op het blad van Sanne · punt: ... · gezegd: ... · cijfer: 2 van 2": what an observer wrote beside what was strong
/// and what to try; empty when it was nothing.
std::string sheet_in_words(const Play& play, const Beat& observed, const text::Voice& voice);

/// "Ineke zag: ...", "Ineke weerlegde talk/questions, omdat ...", "Ineke bracht in (feit): ...".
std::string trainer_line_in_words(const TrainerLine& line, const text::Voice& voice);

/// Where the play left a good path, and what followed.
std::string path_in_words(const PathResult& path, const text::Voice& voice);

}  // namespace casus::training
