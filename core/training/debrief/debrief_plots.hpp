// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/page.hpp"
#include "core/text/voice.hpp"
#include "core/training/debrief/debrief.hpp"

namespace casus::training {

/// Pictures of a play, each with a text for who cannot see it: what came out move by move, what the choices were worth,
/// who spoke and who asked.
void add_debrief_plots(page::Page& page, const Debrief& debrief, const Play& play, const text::Voice& voice);

}  // namespace casus::training
