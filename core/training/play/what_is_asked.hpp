// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/scenario/scenario_condition.hpp"

#include <string>
#include <string_view>

namespace casus::training {

/// What a question asks, of all that stands in its line. Left out are the parts that say that something is not asked
/// ("we vragen hem niet wat hij wil", words of not_asked.txt), or ask something of the table alone ("wie gaat met hem
/// praten", "zullen we later vragen wat hij wil", "hoe durft hij": in the same list), up to the next sentence or ",
/// maar"; and what stands in quotes, where the line tells that somebody else said it ("de huisarts vroeg: 'Wat wil
/// hij?'", words of told_by_another.txt). A denial within the question leaves it one: "Waarom durft hij het niet te
/// vragen?"
std::string what_is_asked(std::string_view text);

/// The phrases that call nobody "you": what is asked of a colleague with that word is about the colleague.
Phrases without_you(const Phrases& phrases);

}  // namespace casus::training
