// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/explain/explain.hpp"

#include <string>

namespace casus::engine {

/// The way on as it may be read where each writes unseen. Nobody is named where names are kept back, but `by`, who
/// asks. Once something was written there, it says neither how much of it nor about what: which pairs are still missing
/// would tell who wrote and of whom. Each who has to write stands in it once, with a place to fill in for what it is
/// about.
Explanation way_unseen(Explanation found, const Case& state, const Library& library, const std::string& by, Lang lang);

}  // namespace casus::engine
