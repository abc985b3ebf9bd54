// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <string>

namespace casus::report {

/// The network circle (Lensink, domain.md 7) as one SVG element: four shells as rings, four quadrants, the resident in
/// the middle. Circles are people, squares professionals; filled means that the person joins in; a line's width is the
/// strength of the tie, a zigzag tension, an arrow its direction. Readable without colour. <title> and <desc> say the
/// same in words. The same case gives the same bytes; symbols and names never overlap: a ring grows with its people.
std::string network_svg(const Case& state, const text::Voice& voice);

/// The same in words: people around the resident first, professionals apart; what each does in the plan, ties, who was
/// asked, the raw list, and who is missing.
page::Page network_page(const Case& state, const text::Voice& voice);

}  // namespace casus::report
