// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/give_all.hpp"

#include "core/desk/reading.hpp"
#include "core/desk/today/own_words.hpp"

#include <utility>

namespace casus::desk {

std::vector<service::Answer> give_all(Desk& desk, const std::string& case_id, const std::string& by,
                                      const std::vector<CommandBody>& bodies, const std::string& id,
                                      const std::vector<std::string>& each) {
  std::vector<Command> commands;
  for (const auto& body : bodies) {
    Command command;
    if (!id.empty()) command.id = id + '/' + std::to_string(commands.size());
    command.case_id = case_id;
    command.by = each.empty() ? by : each[commands.size()];
    command.seat = desk.typist();
    command.body = body;
    commands.push_back(std::move(command));
  }
  auto answers = desk.service().handle_all(commands, true);
  if (!answers.back().done())  // the one where it stopped
    return {with_refusal_kept(desk, commands[answers.size() - 1], std::move(answers.back()))};
  const auto after = read_again(desk, case_id, CasePart::overview, {}, Sight::table);
  if (!after) return answers;
  const auto state = after->held;
  for (auto& answer : answers) answer.after = state;
  return answers;
}

}  // namespace casus::desk
