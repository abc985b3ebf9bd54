// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"
#include "core/method/criterion.hpp"
#include "core/model/refusal.hpp"

#include <string>
#include <string_view>

namespace casus::engine {

/// Where something is asked of each and some lack it, says of whom and of what: the people who still have to in `who`,
/// in the order of the table, and behind `text` the things by their words, such as the question without an answer. Of
/// what nobody may read yet no words are told, only how many there are; nor which things lack it where what they lack
/// is written unseen, and who lacks it where that would say whose words somebody took back. Leaves `missing` as it is
/// when nothing is asked of each.
void name_what_lacks(const Deciding& d, const method::Criterion& holds, Missing& missing);

/// Whether something that this counts is written unseen and not shown yet: then a proposal that goes by it would say
/// what it is.
bool counts_unseen(const Case& c, const method::View& view, const method::Criterion& criterion);

/// What a thing is known by in a sentence: on one line, and its beginning when it is long.
std::string first_signs_of(std::string_view text);

}  // namespace casus::engine
