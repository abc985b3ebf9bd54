// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/documents/dossier.hpp"
#include "core/training/debrief.hpp"

#include <vector>

namespace casus::training {

/// Pictures of a play as inline SVG, each with a text for who cannot see it: what came out move by move, what the
/// choices were worth, who spoke and who asked.
std::vector<page::HtmlPart> debrief_plots(const Debrief& debrief, const Play& play, Lang lang);

}  // namespace casus::training
