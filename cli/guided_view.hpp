// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/terminal.hpp"
#include "core/service/room.hpp"
#include "core/service/table.hpp"

#include <optional>
#include <string>
#include <vector>

/// How a guided meeting looks: rows for a window of any size, from values alone.
namespace casus::cli {

struct Message {
  std::string text;
  Screen::Tone tone = Screen::Tone::plain;
};

/// Something to read instead of the step: help, the plan, the agenda. `from` is the first line that is shown.
struct Page {
  std::string title;
  std::vector<std::string> lines;  ///< as they are; too long ones are wrapped
  std::size_t from = 0;
};

struct Guided {
  std::optional<service::Room> room;
  std::optional<service::Table> table;
  std::vector<Message> messages;  ///< what came of the last line that was typed
  std::optional<Page> page;
  int told = 0;  ///< another number when `messages` or `page` are new
  Lang lang = Lang::nl;
};

std::vector<ScreenRow> rows_of(const Guided& shown, int rows, int columns);

/// How many lines of a page fit, and how long it is, to know how far it can be scrolled.
struct PageSize {
  std::size_t fits = 0;
  std::size_t lines = 0;
};
PageSize page_size(const Guided& shown, int rows, int columns);

/// The step and all that belongs to it, the agenda, and the people, as lines to read.
std::vector<std::string> step_lines(const service::Table& table, Lang lang);
std::vector<std::string> said_lines(const service::Table& table, Lang lang);
std::vector<std::string> people_lines(const service::Table& table, Lang lang);
std::vector<std::string> agenda_lines(const service::Room& room, Lang lang);

/// Where a case stands that is in no step: what it needs to begin, or what it is now.
std::vector<std::string> standing_lines(const service::Table& table, Lang lang);

/// "4:10", whether left or over.
std::string clock_text(std::chrono::seconds time);

/// "nog 4:10 van 5 minuten", "nog 0:45: rond af", "2:10 over de tijd"; empty without a timer.
std::string time_left(const service::Countdown& clock, Lang lang);

/// "Daan is aan de beurt, daarna Ria", or who may speak.
std::string whose_turn(const service::Table& table, Lang lang);

}  // namespace casus::cli
