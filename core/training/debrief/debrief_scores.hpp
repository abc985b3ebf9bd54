// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/debrief/debrief.hpp"
#include "core/training/debrief/debrief_proof.hpp"

namespace casus::training {

/// Kept or not, for everything that can be judged: the method's own fidelity list, then turns, timer, locks and what
/// was skipped. Automatic.
LevelScore protocol_score(const Play& play, const engine::Library& library, const ProofTrail& trail);

/// Counts from the kinds and words of what was said at the table. Counts have no most: more is not always better.
LevelScore talk_score(const Play& play);

/// 0: not, 1: found, 2: found and used. What a scenario does not hold is not judged.
LevelScore content_score(const Play& play, const ProofTrail& trail);

/// The quality of each choice, 0-3.
LevelScore decision_score(const std::vector<DecisionResult>& decisions);

/// 0: not, 1: there, 2: concrete.
LevelScore reflection_score(const Play& play);

/// One strength and one next try for everybody of the team at the table: what an observer wrote, else what the play
/// shows.
std::vector<PersonNote> person_notes(const Play& play);

/// The move that counts with which this fact came out; nullptr: it did not, or was told at the start.
const Beat* beat_of_fact(const Play& play, std::string_view id);

/// Whether this is an open question: it begins with a word that cannot be answered by yes or no. One that asks why is
/// none: it is as often a reproach or advice ("Waarom bel je niet?"), and which it is no program hears.
bool is_open_question(std::string_view text);
/// Neither open nor closed.
bool asks_why(std::string_view text);

/// How many words a text has.
int words_in(std::string_view text);

/// What everybody said, in order: of moves that count.
struct Spoken {
  int beat = 0;
  const Say* say = nullptr;
  const Beat* of = nullptr;
};
std::vector<Spoken> spoken(const Play& play);

/// What was said with this move, kept or refused; nullptr for another move, and when it was withdrawn since.
const Say* said_with(const Play& play, const Beat& beat);

/// Whether a rule was noticed in what this move said.
bool notices(const Beat& beat, std::string_view rule);

/// Whether this holds words that often lead up to advice, where advice has to wait (R6). Whether it is advice a program
/// cannot hear.
bool sounds_like_advice(const Spoken& one);

/// Whether it was said as advice or an idea before its step, which coaching notices and lets be; no word gave it away.
bool told_as_advice(const Spoken& one);

}  // namespace casus::training
