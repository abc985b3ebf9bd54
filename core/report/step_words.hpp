// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <vector>

/// Parts of a method in words, for its card and for the step that a case is in.
namespace casus::report {

/// " (eigen)", " (reconstructie)": behind a sentence that no source describes (R18); nothing behind one that is.
std::string mark_note(method::Mark mark, const text::Voice& voice);
std::string mark_note(const std::optional<method::Mark>& mark, const text::Voice& voice);

/// "beschreven: VIS, NWS", "eigen": where a sentence comes from, in full.
std::string origin_in_words(method::Mark mark, const std::vector<std::string>& source, const text::Voice& voice);

/// "Korte ronde (eigen)": stands on every output that names a method.
std::string name_with_status(const method::Definition& definition, const text::Voice& voice);

/// "12 minuten", of the phases of one sitting; `looking_back`: those of the evaluation, which opens a later one. Time
/// per person counts for as many people as the method works best with. 0: the method sets no time.
double sitting_minutes(const method::Definition& definition, bool looking_back);
/// The same when of each menu the shortest branch is chosen.
double least_sitting_minutes(const method::Definition& definition, bool looking_back);

/// What this method calls a role, else what everybody calls it.
std::string role_name(const method::Definition& definition, Role role, const text::Voice& voice);

/// "coördinator, inwoner en kring", as this method calls them.
std::string roles_in_words(const method::Definition& definition, const std::vector<Role>& list,
                           const text::Voice& voice);

/// Who may speak and how: "teamlid, om de beurt, per beurt één vraag en één vervolgvraag". In groups, what all together
/// may say is for each group.
std::string floor_in_words(const method::Definition& definition, const method::Floor& floor, const text::Voice& voice,
                           bool in_groups = false);

/// "5 minuten", "2 minuten per persoon", "geen tijd afgesproken"; with the mark when it is not documented (R18).
std::string minutes_in_words(const method::Step& step, const text::Voice& voice, bool with_mark = true);

/// How often a step comes again, and for what: "één keer per idee, hoogstens 12 keer". Empty when it comes once.
std::string repeat_in_words(const method::Definition& definition, const method::Step& step, const text::Voice& voice);

/// How a step with `parallel` goes on: "in tweetallen", "in 3 groepen", "in groepen van 3, samen uit 'Vertellen', met
/// in elk één cliënt die alleen luistert".
std::string parallel_in_words(const method::Definition& definition, const method::Step& step, const text::Voice& voice);

/// "vraag, antwoord, aantekening".
std::string kinds_in_words(const method::Definition& definition, const std::vector<std::string>& kinds,
                           const text::Voice& voice);

/// "Iedereen had een beurt (mag je met een reden overslaan; R7) (eigen)".
std::string requirement_in_words(const method::Requirement& requirement, const text::Voice& voice,
                                 bool with_mark = true);

/// The phases that a method does not leave out, drawn alone: in the usual order, unless it needs another.
std::vector<Phase> phase_order(const method::Definition& method);

}  // namespace casus::report
