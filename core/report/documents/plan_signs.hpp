// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

/// Signs in a sentence of a plan, Dutch or English. Patterns, not meaning.
namespace casus::report {

/// The word that says what is to go away, rather than what will be there: "niet", "minder", "stoppen". Empty: none.
std::string absence_in(std::string_view text);

/// Whether somebody does something in it: an infinitive, a word behind "ik", a common verb.
bool has_verb(std::string_view text);

/// Whether it can be counted or seen: a number, a number in words, how often.
bool is_observable(std::string_view text);

/// The vague word in it: "proberen", "kijken of". Empty: none.
std::string vague_in(std::string_view text);

}  // namespace casus::report
