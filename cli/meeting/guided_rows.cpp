// SPDX-License-Identifier: EUPL-1.2
#include "cli/meeting/guided_rows.hpp"

#include "cli/face.hpp"
#include "core/page/layout.hpp"
#include "core/page/safe_text.hpp"
#include "core/text/voice.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::cli {

using service::Countdown;
using service::Room;
using service::RoomItem;
using Tone = Screen::Tone;

namespace {

std::string_view sign_of(const RoomItem& item) {
  switch (item.state) {
    case ItemState::finished: return "v";
    case ItemState::at_hand: return ">";
    case ItemState::parked:
    case ItemState::untouched: return "=";
    default: return "-";
  }
}

std::string short_time(const Countdown& clock, const text::Voice& voice) {
  if (clock.pace == Countdown::Pace::stale || clock.pace == Countdown::Pace::untimed) return "-";
  if (clock.pace == Countdown::Pace::over)
    return text::say(voice, "guided_rows.over", "left"_is = clock_text(clock.left));
  return text::say(voice, "guided_rows.left", "left"_is = clock_text(clock.left));
}

}  // namespace

Tone tone_of(const Countdown& clock) {
  return clock.pace == Countdown::Pace::nearly || clock.pace == Countdown::Pace::over ? Tone::warning : Tone::quiet;
}

const std::string& short_name(const RoomItem& item) { return item.case_id.empty() ? item.what : item.case_id; }

ScreenRow two_sides(std::string left, Tone left_tone, const std::string& right, Tone right_tone, std::size_t width) {
  const auto room = width - std::min(width, page::columns(right) + (right.empty() ? 0 : 2));
  left = page::clipped(page::one_line(left), room);
  const auto gap = width - std::min(width, page::columns(left) + page::columns(right));
  ScreenRow row{{{std::move(left), left_tone}}};
  if (!right.empty()) {
    row.spans.push_back({std::string(gap, ' ')});
    row.spans.push_back({right, right_tone});
  }
  return row;
}

void put_wrapped(std::vector<ScreenRow>& rows, std::string_view lead, std::string_view text, Tone tone,
                 std::size_t width, std::size_t at_most) {
  const auto indent = page::columns(lead);
  const auto lines = page::wrapped(text, width - std::min(width - 1, indent));
  for (std::size_t i = 0; i < lines.size() && i < at_most; ++i) {
    auto line = (i == 0 ? std::string(lead) : std::string(indent, ' ')) + lines[i];
    if (i + 1 == at_most && i + 1 < lines.size())
      line = page::clipped(line, width - 2) + (page::columns(line) + 2 > width ? "" : " …");
    rows.push_back({{{std::move(line), tone}}});
  }
}

ScreenRow agenda_strip(const Room& room, std::size_t width, const text::Voice& voice) {
  ScreenRow row;
  int left_out = 0;
  std::size_t used = 0;
  // What is done goes first when there is not room for all.
  std::size_t need = 0;
  std::vector<std::string> parts;
  for (const auto& item : room.items) {
    auto text = fmt::format("{} {}", sign_of(item), page::clipped(short_name(item), 18));
    if (item.state == ItemState::at_hand && item.time.pace != Countdown::Pace::untimed)
      text += fmt::format(" ({})", short_time(item.time, voice));
    else if (item.state == ItemState::planned) text += fmt::format(" ({})", item.minutes);
    need += page::columns(text) + 3;
    parts.push_back(std::move(text));
  }
  std::size_t from = 0;
  while (need > width && from < room.items.size() && room.items[from].state != ItemState::at_hand &&
         &room.items[from] != room.next()) {
    need -= page::columns(parts[from]) + 3;
    ++from;
  }
  for (auto i = from; i < parts.size(); ++i) {
    if (used + page::columns(parts[i]) + 3 > width - 5) {
      left_out = static_cast<int>(parts.size() - i);
      break;
    }
    const auto& item = room.items[i];
    row.spans.push_back({parts[i], item.state == ItemState::at_hand
                                       ? (tone_of(item.time) == Tone::warning ? Tone::warning : Tone::strong)
                                       : Tone::quiet});
    row.spans.push_back({"   "});
    used += page::columns(parts[i]) + 3;
  }
  if (left_out > 0) row.spans.push_back({fmt::format("+{}", left_out), Tone::quiet});
  return row;
}

std::vector<ScreenRow> side_column(const Guided& shown, std::size_t width) {
  std::vector<ScreenRow> column;
  column.push_back({{{text::say(shown.voice, "guided_looking.agenda"), Tone::strong}}});
  for (const auto& item : shown.room->items) {
    const bool now = item.state == ItemState::at_hand;
    const auto time = now                                 ? short_time(item.time, shown.voice)
                      : item.state == ItemState::finished ? std::string()
                                                          : fmt::format("{}", item.minutes);
    column.push_back(
        two_sides(fmt::format("{} {}{}", sign_of(item), item.case_id.empty() ? "" : item.case_id + " ", item.what),
                  now ? Tone::strong : Tone::quiet, time, now ? tone_of(item.time) : Tone::quiet, width));
  }
  if (shown.table) {
    column.push_back({});
    column.push_back({{{text::say(shown.voice, "guided_looking.table"), Tone::strong}}});
    for (const auto& seat : shown.table->seats) {
      const auto mark = seat.has_turn ? ">" : seat.is_next ? "." : " ";
      column.push_back(two_sides(fmt::format("{} {} ({})", mark, seat.name, seat.roles),
                                 seat.has_turn ? Tone::strong : Tone::plain,
                                 seat.passed     ? text::say(shown.voice, "guided_rows.passed")
                                 : seat.said > 0 ? fmt::format("{}", seat.said)
                                                 : "",
                                 Tone::quiet, width));
    }
  }
  return column;
}

void put_beside(std::vector<ScreenRow>& rows, std::vector<ScreenRow> column, std::size_t inner) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::size_t used = 0;
    for (const auto& span : rows[i].spans) used += page::columns(span.text);
    rows[i].spans.push_back({std::string(inner - std::min(inner, used), ' ') + " | ", Tone::quiet});
    if (i < column.size()) std::ranges::move(column[i].spans, std::back_inserter(rows[i].spans));
  }
}

}  // namespace casus::cli
