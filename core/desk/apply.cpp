// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/apply.hpp"

#include "core/base/fault.hpp"
#include "core/desk/attaching.hpp"
#include "core/desk/reading.hpp"
#include "core/desk/today/own_words.hpp"
#include "core/desk/typed/answers.hpp"
#include "core/desk/typed/completed.hpp"
#include "core/engine/access/no_name.hpp"

#include <algorithm>
#include <utility>

namespace casus::desk {
namespace {

constexpr std::size_t kBatch = 1000;

/// A line is somebody's by name.
std::optional<Refusal> no_name_in(const Command& command) {
  if (command.seat && comes_from_outside(command.seat->sureness)) return std::nullopt;
  auto refusal = engine::nobodys_name(command.by);
  if (!refusal && command.seat) refusal = engine::nobodys_name(command.seat->name);
  return refusal;
}

service::Answer refused_line(const Command& command, Refusal refusal) {
  service::Answer answer;
  answer.case_id = command.case_id;
  answer.refusal = std::move(refusal);
  return answer;
}

}  // namespace

Story story_from(std::string_view bytes) {
  Story story;
  std::int64_t number = 0;
  for (std::string_view rest = bytes; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ++number;
    if (trimmed(line).empty()) continue;
    auto command = line_from(line);
    if (command) story.commands.push_back({number, std::move(*command)});
    else story.problems.push_back({number, std::move(command.error())});
  }
  return story;
}

Outcome<service::AnyCommand, Problems> line_from(std::string_view line) { return service::any_command_from(line); }

Answered do_line(Desk& desk, service::AnyCommand line) {
  auto& service = desk.service(Desk::Make::yes);
  if (auto* meeting = std::get_if<MeetingCommand>(&line))
    return desk.meetings().handle(completed(desk, std::move(*meeting)));
  if (auto* learning = std::get_if<LearningCommand>(&line))
    return desk.learning().handle(completed(desk, std::move(*learning)));
  if (auto* command = std::get_if<Command>(&line)) {
    if (auto refusal = no_name_in(*command)) return refused_line(*command, std::move(*refusal));
    return handed_over(desk, completed(desk, std::move(*command)));
  }
  return service.handle(completed(desk, std::get<TeamCommand>(std::move(line))));
}

Application::Application(Desk& desk, Tell tell)
    : desk_(desk), tell_(std::move(tell)), service_(desk.service(Desk::Make::yes)) {}

/// Who hands the lines over is who sits here: no line says that it was another, nor that a seat was surer than a name
/// that is typed.
void Application::sit(auto& command) const {
  const auto here = desk_.typist();
  if (!here.name.empty()) command.seat = here;
  else if (command.seat) command.seat = Typist{command.seat->name, here.sureness, here.account};
  if (command.at == Time{}) command.at = desk_.now();
}

const std::optional<Team>& Application::team() {
  if (!team_) team_ = service_.team();
  return *team_;
}

void Application::take(std::int64_t number, Command command) {
  sit(command);
  if (auto refusal = no_name_in(command)) {
    hand_over();  // the order of the lines is kept
    return answer(number, refused_line(command, std::move(*refusal)));
  }
  if (std::holds_alternative<OpenCase>(command.body)) {
    command = completed(std::move(command), team());
  } else if (leaves_out(command)) {
    hand_over();  // what fits depends on what was said before
    command = completed(desk_, std::move(command));
  }
  if (std::holds_alternative<AttachFile>(command.body)) {
    hand_over();  // the order of the lines is kept
    return answer(number, attach(desk_, std::move(command)));
  }
  waiting_.push_back(std::move(command));
  numbers_.push_back(number);
  if (waiting_.size() >= kBatch) hand_over();
}

void Application::take(NumberedCommand line) {
  if (auto* command = std::get_if<Command>(&line.command)) return take(line.number, std::move(*command));
  hand_over();  // the order of the lines is kept
  if (auto* meeting = std::get_if<MeetingCommand>(&line.command)) {
    sit(*meeting);
    return answer(line.number, desk_.meetings().handle(completed(desk_, std::move(*meeting))));
  }
  if (auto* learning = std::get_if<LearningCommand>(&line.command)) {
    sit(*learning);
    // Whose deed it is stands in the line, and has to be of the team.
    if (auto refusal = barred(desk_, does(Ground::house))) {
      service::LearningAnswer refused;
      refused.refusal = std::move(refusal);
      return answer(line.number, std::move(refused));
    }
    return answer(line.number, desk_.learning().handle(completed(desk_, std::move(*learning))));
  }
  if (auto refusal = barred(desk_, does(Ground::house))) {
    service::Answer refused;
    refused.refusal = std::move(refusal);
    return answer(line.number, std::move(refused));
  }
  auto command = std::get<TeamCommand>(std::move(line.command));
  sit(command);
  team_.reset();
  answer(line.number, service_.handle(completed(desk_, std::move(command))));
}

void Application::hand_over() {
  if (waiting_.empty()) return;
  auto commands = std::exchange(waiting_, {});
  const auto numbers = std::exchange(numbers_, {});
  std::vector<service::Answer> answers;
  try {
    answers = handed_over(desk_, commands);
  } catch (const Fault& fault) {
    if (fault.kind() != Fault::Kind::plugin || commands.size() == 1) throw;
    // A library did harm at one of them, which took the others back with it. One by one those before it are done.
    for (std::size_t i = 0; i < commands.size(); ++i) {
      auto one = handed_over(desk_, std::vector{std::move(commands[i])});
      answer(numbers[i], std::move(one.front()));
    }
    return;
  }
  for (std::size_t i = 0; i < answers.size(); ++i) answer(numbers[i], std::move(answers[i]));
}

void Application::answer(std::int64_t number, auto answer) {
  if (status_of(answer) == Status::usage) ++not_there_;
  if (answer.refusal) ++refused_;
  else if (answer.conflict) ++conflicts_;
  else if (answer.repeated) ++done_before_;
  else ++done_;
  tell_(number, std::move(answer));
}

}  // namespace casus::desk
