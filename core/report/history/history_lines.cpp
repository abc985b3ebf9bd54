// SPDX-License-Identifier: EUPL-1.2
#include "core/page/safe_text.hpp"
#include "core/report/history/event_shown.hpp"
#include "core/report/history/history_text.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/label.hpp"
#include "core/text/message.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace casus::report {

using namespace text::literals;

namespace {

/// How to refer to what an event says: "b3", or its number.
std::string reference(const Event& event, std::int64_t number) {
  return std::visit(
      [&](const auto& body) {
        if constexpr (requires { body.id; }) return body.id;
        else return std::to_string(number);
      },
      event.body);
}

/// What became of it since.
std::string since(const Case& state, std::int64_t number, const text::Voice& voice) {
  for (auto it = state.mendings.rbegin(); it != state.mendings.rend(); ++it) {
    if (std::ranges::find(it->events, number) == it->events.end()) continue;
    if (it->ground) return text::msg("mending.since_destroyed", "ground"_is = text::label(*it->ground)).in(voice);
    return text::msg("mending.since", "how"_is = text::label(it->how)).in(voice);
  }
  return {};
}

/// " (uit 2026-014, 3 maart 2026)": what came with another case, and when it was there.
std::string came_from(const Case& state, std::int64_t number, const text::Voice& voice) {
  for (const auto& one : state.taken_in)
    if (const auto* line = one.line(number))
      return ' ' + text::msg("merging.from", "case"_is = one.taken.case_id, "on"_is = day(date_of(line->at), voice))
                       .in(voice);
  return {};
}

}  // namespace

std::string history_text(const Events& events, const Case& state, const Definitions& definitions,
                         const text::Voice& voice) {
  const Naming names(state, definitions, voice);
  std::string out;
  std::optional<Date> last;
  for (const auto& [event, number, kept, shown, unnamed] : read_lines(state, events)) {
    if (const auto on = date_of(event.at); on != last) {
      out += fmt::format("{}{}\n", out.empty() ? "" : "\n", day(on, voice));
      last = on;
    }
    out += fmt::format("  {} {}{}", page::one_line(names.who(event)),
                       event_in_words(event, state, definitions, voice, shown), came_from(state, kept, voice));
    if (!unnamed) out += fmt::format("  [{}]{}", reference(event, number), since(state, number, voice));
    out += '\n';
  }
  return out;
}

}  // namespace casus::report
