// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/voice.hpp"

#include "cli/meeting/guided_view.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Parts of the window of a guided meeting. Internal to cli/meeting/guided_*.
namespace casus::cli {

/// A warning near the end of the time and over it, else quiet.
Screen::Tone tone_of(const service::Countdown& clock);

/// The id of the case, else what the item is called.
const std::string& short_name(const service::RoomItem& item);

/// `left` and `right` on one row; the left part gives way.
ScreenRow two_sides(std::string left, Screen::Tone left_tone, const std::string& right, Screen::Tone right_tone,
                    std::size_t width);

/// A text in rows, broken between words, `lead` before the first; at most so many rows.
void put_wrapped(std::vector<ScreenRow>& rows, std::string_view lead, std::string_view text, Screen::Tone tone,
                 std::size_t width, std::size_t at_most = 100);

/// The agenda on one row: done, now, to do.
ScreenRow agenda_strip(const service::Room& room, std::size_t width, const text::Voice& voice);

/// The agenda and the table below each other, for a wide window.
std::vector<ScreenRow> side_column(const Guided& shown, std::size_t width);
void put_beside(std::vector<ScreenRow>& rows, std::vector<ScreenRow> column, std::size_t inner);

}  // namespace casus::cli
