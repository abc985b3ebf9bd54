// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"
#include "core/method/criterion.hpp"

#include <vector>

namespace casus::engine {

/// Commands that belong together: done in this order they bring an unmet criterion nearer. Texts are examples between
/// square brackets, for people to replace.
using Recipe = std::vector<Command>;

/// Who gives a command when it does not matter who: the one who asked when at the table, else the chair, else anybody.
std::string somebody(const Case& state, const std::string& by);

/// Ways to bring one leaf of a criterion (count, share, median, every, present) nearer by one, likely ones first.
/// Whether they are accepted is for `decide` to say: the caller tries them on a copy. `colleagues` are who may join
/// from the team.
std::vector<Recipe> recipes(const Deciding& d, const method::Unmet& leaf, const std::string& by, Lang lang,
                            const std::vector<std::string>& colleagues);

/// A median as a share of its numbers: how many of them lie where it asks for. It grows with each that is added there.
method::Criterion numbers_as_asked(const method::Criterion& median, double found);

}  // namespace casus::engine
