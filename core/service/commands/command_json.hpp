// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/json/strict_json.hpp"
#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"
#include "core/model/commands.hpp"
#include "core/model/events.hpp"
#include "core/model/learning/learning.hpp"
#include "core/model/meeting/meeting.hpp"
#include "core/model/team/team.hpp"

#include <nlohmann/json_fwd.hpp>

#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

/// Commands and events as JSON: one object on one line, the command's own fields flat beside the common ones.
///
///     {"do":"Say","case":"2026-001","by":"Noor","at":"2026-03-02T09:30:00Z","id":"k12","expect":7,
///      "kind":"fact","text":"..."}
///
/// `do`, `case` and `by` must be there; `at`, `id`, `expect` and `seat` (who typed it: {"name":"Noor"}) may. Commands
/// to the team have no case, by, expect or seat; commands to a meeting name its day in `meeting`, where a case has
/// `case`; those to a session of the team's learning may name it in `session`.
namespace casus::service {

/// Of one line, whoever sent it.
inline constexpr JsonBounds kLineBounds{std::size_t{1} << 20, 32, {}};

/// A line is for a case, for the team, for a meeting or for the team's learning.
using AnyCommand = std::variant<Command, TeamCommand, MeetingCommand, LearningCommand>;

/// One command, or everything that is wrong with the line, with JSON pointers and near misses. A missing `at` is left
/// Time{}, a missing `id` empty: the caller has the clock, the service makes the id.
Outcome<AnyCommand, Problems> any_command_from(std::string_view json_line);

/// The same for cases only: a command to the team or a meeting is a problem.
Outcome<Command, Problems> command_from(std::string_view json_line);

/// What `command_from` reads back as the same command; what has its default value is left out.
nlohmann::json command_json(const Command& command);
nlohmann::json command_json(const TeamCommand& command);
nlohmann::json command_json(const MeetingCommand& command);
nlohmann::json command_json(const LearningCommand& command);

/// {"number":7,"event":"Contributed","at":...,"by":"p1", ...the event's own fields}. Sealed fields stand in it as plain
/// text, as far as they can still be read.
nlohmann::json event_json(const Event& event, std::int64_t number);
/// The same for whoever reads along: of what may not be seen yet only that it was done, when and by whom, its id and
/// "unseen": true; where nobody reads who did it neither who, nor its number, nor which it was. `shown` and `unnamed`
/// as in core/report/history/event_shown.hpp.
nlohmann::json event_json(const Event& event, std::int64_t number, bool shown, bool unnamed = false);
nlohmann::json event_json(const TeamEvent& event, std::int64_t number);

/// Names of all commands to a case, the team, a meeting and the team's learning, for help and hints.
std::vector<std::string_view> command_names();

}  // namespace casus::service
