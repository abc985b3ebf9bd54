// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"
#include "core/page/page.hpp"
#include "core/text/voice.hpp"

#include <array>

/// One sheet each for who does something for the first time with people around: to print, or to keep beside the screen.
namespace casus::desk {

enum class Sheet {
  monday,  ///< for the chair: a meeting with everybody's telephone
  card,    ///< for who gives the resident or somebody of the circle a card
  keep     ///< for who looks after the store
};

constexpr std::array<Named<Sheet>, 3> names_of(Sheet) {
  return {{{Sheet::monday, "monday", "word.sheet.monday"},
           {Sheet::card, "card", "word.sheet.card"},
           {Sheet::keep, "keep", "word.sheet.keep"}}};
}

/// Goes on one sheet of paper. Buttons and pages are called there as they are on the screen.
page::Page sheet_page(Sheet sheet, const text::Voice& voice);

}  // namespace casus::desk
