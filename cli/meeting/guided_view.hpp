// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/screen/terminal.hpp"
#include "core/desk/meeting/guided/guided.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <vector>

/// How a guided meeting looks: rows for a window of any size, from values alone.
namespace casus::cli {

/// What is shown, and how far its page is scrolled: the first line of it that is in sight.
struct Shown : Guided {
  std::size_t from = 0;
};

std::vector<ScreenRow> rows_of(const Shown& shown, int rows, int columns);

/// How many lines of a page fit, and how long it is, to know how far it can be scrolled.
struct PageSize {
  std::size_t fits = 0;
  std::size_t lines = 0;
};
PageSize page_size(const Shown& shown, int rows, int columns);

/// The step and all that belongs to it, the agenda, and the people, as lines to read.
std::vector<std::string> step_lines(const service::Table& table, const text::Voice& voice);
std::vector<std::string> said_lines(const service::Table& table, const text::Voice& voice);
std::vector<std::string> people_lines(const service::Table& table, const text::Voice& voice);
std::vector<std::string> agenda_lines(const service::Room& room, const text::Voice& voice);

/// What the page that is open says.
std::vector<std::string> page_lines(const Guided& shown);

/// Where a case stands that is in no step: what it needs to begin, or what it is now.
std::vector<std::string> standing_lines(const service::Table& table, const text::Voice& voice);

/// "4:10", whether left or over.
std::string clock_text(std::chrono::seconds time);

/// "nog 4:10 van 5 minuten", "nog 0:45: rond af", "2:10 over de tijd"; empty without a timer.
std::string time_left(const service::Countdown& clock, const text::Voice& voice);

/// "Daan is aan de beurt, daarna Ria", or who may speak.
std::string whose_turn(const service::Table& table, const text::Voice& voice);

}  // namespace casus::cli
