// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/completed.hpp"

#include "core/desk/meeting/meetings_meant.hpp"

namespace casus::desk {

Command completed(Command command, const std::optional<Team>& team) {
  auto* open = std::get_if<OpenCase>(&command.body);
  if (open == nullptr || !team) return command;
  if (!open->mode) open->mode = team->mode;
  // A method that was asked for brings its own workflow: the team's may not fit it.
  if (open->method.empty() && open->workflow.empty()) {
    open->method = team->method;
    open->workflow = team->workflow;
  }
  return command;
}

TeamCommand completed(Desk& desk, TeamCommand command) {
  auto* team = std::get_if<FoundTeam>(&command.body);
  if (team != nullptr && team->method.empty() && team->workflow == FoundTeam{}.workflow &&
      desk.service(Desk::Make::yes).library().method(kShortRound) != nullptr)
    team->method = kShortRound;
  return command;
}

bool leaves_out(const Command& command) {
  const auto* say = std::get_if<Say>(&command.body);
  return say != nullptr && say->kind.empty();
}

Command completed(Desk& desk, Command command) {
  auto& service = desk.service(Desk::Make::yes);
  if (std::holds_alternative<OpenCase>(command.body)) return completed(std::move(command), service.team());
  if (leaves_out(command)) return service.completed(std::move(command));
  return command;
}

MeetingCommand completed(Desk& desk, MeetingCommand command) {
  auto* start = std::get_if<StartMeeting>(&command.body);
  if (start != nullptr && start->present.empty() && desk.meetings().exists(command.meeting))
    start->present = expected_at(desk.meetings().open(command.meeting), desk.service().team());
  return command;
}

}  // namespace casus::desk
