// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/completed.hpp"

#include "core/desk/forms/record_days.hpp"
#include "core/desk/meeting/meetings_meant.hpp"
#include "core/desk/words/days/days.hpp"
#include "core/learning/decide/decide.hpp"

namespace casus::desk {
namespace {

/// "elke woensdag" as a rule, with its first day; what is not understood stays as it is, and is refused.
std::optional<Date> say_the_rule(std::string& repeats, Date today) {
  if (const auto rule = recurrence_from(repeats)) return next_after(*rule, today);
  const auto read = read_day(repeats, today);
  if (!read.again) return std::nullopt;
  repeats = to_string(*read.again);
  return read.day;
}

}  // namespace

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
  const auto& seat = desk.seat();
  if (command.by.empty()) command.by = seat.in_name_of.empty() ? seat.name : seat.in_name_of;
  if (!command.seat && !seat.name.empty()) command.seat = desk.typist();
  auto* team = std::get_if<FoundTeam>(&command.body);
  if (team != nullptr && team->method.empty() && team->workflow == FoundTeam{}.workflow &&
      desk.service(Desk::Make::yes).library().method(kShortRound) != nullptr)
    team->method = kShortRound;
  return command;
}

bool leaves_out(const Command& command) {
  if (const auto* say = std::get_if<Say>(&command.body))
    return say->kind.empty() || (say->kind == "answer" && say->re.empty());
  if (const auto* action = std::get_if<AddAction>(&command.body)) return !action->repeats.empty();
  const auto* change = std::get_if<ChangeAction>(&command.body);
  return change != nullptr && !change->repeats.empty();
}

Command completed(Desk& desk, Command command) {
  auto& service = desk.service(Desk::Make::yes);
  if (std::holds_alternative<OpenCase>(command.body)) return completed(std::move(command), service.team());
  command = with_days_read(desk, std::move(command));
  if (!leaves_out(command)) return command;
  const auto on = command.at == Time{} ? desk.today() : date_of(command.at);
  if (auto* action = std::get_if<AddAction>(&command.body)) {
    if (const auto first = say_the_rule(action->repeats, on); !action->by_when) action->by_when = first;
  } else if (auto* change = std::get_if<ChangeAction>(&command.body)) {
    say_the_rule(change->repeats, on);
  } else {
    return service.completed(std::move(command));
  }
  return command;
}

MeetingCommand completed(Desk& desk, MeetingCommand command) {
  auto* start = std::get_if<StartMeeting>(&command.body);
  if (start != nullptr && start->present.empty() && desk.meetings().exists(command.meeting))
    start->present = expected_at(desk.meetings().open(command.meeting), desk.service().team());
  return command;
}

LearningCommand completed(Desk& desk, LearningCommand command) {
  if (!command.session.empty()) return command;
  auto& learning = desk.learning(Desk::Make::yes);
  const auto kind = std::string(learning::session_kind(command.body));
  if (kind == kOwnSession || kind == kBookSession) command.session = kind;
  else command.session = learning::begins(command.body) ? learning.free_id(kind) : learning.current(kind);
  return command;
}

}  // namespace casus::desk
