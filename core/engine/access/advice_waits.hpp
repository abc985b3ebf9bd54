// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <string>
#include <string_view>

/// Advice that is for later (R6). Internal to core/engine.
namespace casus::engine {

bool is_advice(std::string_view kind);

/// Why it waits, and what this person can do instead. `kinds`: what fits here, in words.
Refusal advice_too_soon(const Deciding& d, const std::string& kind, const Text& kinds);

}  // namespace casus::engine
