// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/page.hpp"
#include "core/simulation/assumptions.hpp"
#include "core/text/voice.hpp"

#include <string>

/// The numbers of a file of assumptions in words.
namespace casus::simulation {

/// "kans dat een naaste die gevraagd is meedoet"; the path itself for one that has no words.
std::string number_name(const std::string& path, const Assumptions& assumptions, const text::Voice& voice);

/// Every number and every term with where it stands, what it rests on and what is said of it; a row each.
void add_assumptions(page::Page& page, const Assumptions& assumptions, const text::Voice& voice);

}  // namespace casus::simulation
