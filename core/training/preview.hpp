// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/page/page.hpp"
#include "core/text/voice.hpp"
#include "core/training/scenario/scenario.hpp"

#include <string>

/// A scenario laid open for who leads it: everything that is hidden from who plays, with what reveals it.
namespace casus::training {

/// What there is to find and by what, the circle, what happens when, each choice with its worth and what follows, and
/// the good ways through, as a drawing and as text.
page::Page preview_page(const Scenario& scenario, const text::Voice& voice);

/// The decisions in a row, each with its options, and a line for each good path: an SVG element.
std::string paths_picture(const Scenario& scenario, const text::Voice& voice);

/// "na 3 weken", "na 3 weken, of hoogstens 2 dagen later".
std::string when_in_words(const PlannedEvent& event, const text::Voice& voice);

}  // namespace casus::training
