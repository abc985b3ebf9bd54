// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/report/pictures/network_places.hpp"
#include "core/text/voice.hpp"

#include <string>
#include <vector>

namespace casus::report {

/// Somebody on the sheet. y goes down, one row per generation.
struct OnSheet {
  const FamilyMember* member = nullptr;
  Point at;  ///< middle of the symbol
  int row = 0;
};

/// Where everybody in the genogram stands: a row per generation, partners beside each other, children below their
/// parents with the eldest on the left. A branch never runs into another. Nobody when the family is empty.
std::vector<OnSheet> genogram_places(const Family& family);

/// What genogram_svg shows of the sheet, its legend too.
Frame frame_of(const std::vector<OnSheet>& places);

/// The genogram as one SVG element: square man, circle woman, diamond other or unknown; a thick line for the resident;
/// partners joined, with a break in the line where it ended; a broken line for adoption and foster care; the dead
/// crossed, the unborn small [RTS1][RTS2][VOK][GES]. No colour. <title> and <desc> say the same in words.
std::string genogram_svg(const Case& state, const text::Voice& voice);

/// By generation, then who belongs to whom: for a terminal and for who cannot see the picture.
std::string genogram_text(const Case& state, const text::Voice& voice);

/// Each person and each line of the family in one sentence.
std::vector<std::string> genogram_in_words(const Case& state, const text::Voice& voice);

}  // namespace casus::report
