// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"

#include <string>
#include <vector>

/// Parts of a method in words, for its card and for the step that a case is in.
namespace casus::report {

/// What this method calls a role, else what everybody calls it.
std::string role_name(const method::Definition& definition, Role role, Lang lang);

/// Who may speak and how: "teamlid, om de beurt, per beurt één vraag en één vervolgvraag".
std::string floor_in_words(const method::Definition& definition, const method::Floor& floor, Lang lang);

/// "5 minuten", "2 minuten per persoon", "geen tijd afgesproken"; with the mark when it is not documented (R18).
std::string minutes_in_words(const method::Step& step, Lang lang);

/// "vraag, antwoord, aantekening".
std::string kinds_in_words(const method::Definition& definition, const method::Step& step, Lang lang);

/// "Iedereen had een beurt (zacht, R7)".
std::string requirement_in_words(const method::Requirement& requirement, Lang lang);

/// The phases of a method drawn alone: in the usual order, unless it needs another.
std::vector<Phase> phase_order(const method::Definition& method);

}  // namespace casus::report
