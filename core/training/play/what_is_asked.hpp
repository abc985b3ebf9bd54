// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/scenario/scenario_condition.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::training {

/// What a question asks, of all that stands in its line. Left out are the parts that say that something is not asked
/// ("we vragen hem niet wat hij wil", words of not_asked.txt), or ask something of the table alone ("wie gaat met hem
/// praten", "zullen we later vragen wat hij wil", "hoe durft hij": in the same list), up to the next sentence or ",
/// maar"; and what stands in quotes, where the line tells that somebody else said it ("de huisarts vroeg: 'Wat wil
/// hij?'", words of told_by_another.txt). A denial within the question leaves it one: "Waarom durft hij het niet te
/// vragen?"
std::string what_is_asked(std::string_view text);

/// Who is meant by the names in a question.
struct NamesAtTable {
  std::vector<std::string> colleagues;
  std::string presenter;            ///< one of them, who is often asked by name: "Wanneer lukte het wel, Noor?"
  std::vector<std::string> others;  ///< the resident and the circle
};

/// Whether somebody of the case is in it: by name, or by a word as "hij" or "het kind" (words of about_table.txt).
bool speaks_of_the_case(std::string_view text, const NamesAtTable& names);

/// A text without the sentences about the table alone: somebody of the team does something in it ("Hoeveel nachten
/// draait Bram?"), or it is about what is theirs ("jouw vakantie", words of about_table.txt), and the resident and the
/// circle do not come into it. Who is only called by name does nothing: "Bram, wanneer lukte het wel?"
std::string without_the_table(std::string_view text, const NamesAtTable& names);

/// Whether what stands behind "spreek Saskia" tells that there was no talk ("kreeg de voicemail", "was niet thuis"),
/// and is nothing that is said to Saskia: no question, nobody called "you", not in quotes, and no subject of a talk.
bool tells_not_reached(std::string_view about);

/// Whether it begins as the subject of a talk: "of zij mee wil kijken", "over de post" (words of topic_words.txt).
bool begins_topic(std::string_view about);

/// The phrases that call nobody "you": what is asked of a colleague with that word is about the colleague.
Phrases without_you(const Phrases& phrases);

}  // namespace casus::training
