// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/problem.hpp"

#include <string_view>

namespace casus::training {

/// Places of a draft that are still to be filled in, "[Wat de inwoner wil.]", each with its place. It can be played so;
/// nobody plays it so with a group. Nothing for what is no JSON.
Problems unfilled(std::string_view bytes);

}  // namespace casus::training
