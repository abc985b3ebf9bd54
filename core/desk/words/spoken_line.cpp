// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/words/spoken_line.hpp"

#include "core/text/label.hpp"

#include <fmt/format.h>

namespace casus::desk {

std::string spoken_line(const Command& command, const service::Table& table, const text::Voice& voice) {
  if (const auto* say = std::get_if<Say>(&command.body)) {
    std::string kind = say->kind;
    for (const auto& one : table.kinds)
      if (one.key == say->kind) kind = one.name;
    if (say->answer && *say->answer != Answer::none) kind += ' ' + label(*say->answer, voice);
    return fmt::format("{} {}{}: {}", command.by, kind, say->re.empty() ? "" : " " + say->re, say->text);
  }
  if (const auto* next = std::get_if<NextStep>(&command.body))
    return next->because.empty() ? voice.say("guided_looking.next")
                                 : voice.say("guided_looking.next_because", "because"_is = next->because);
  if (std::holds_alternative<Pass>(command.body)) return voice.say("guided_looking.pass", "by"_is = command.by);
  if (const auto* choose = std::get_if<ChooseBranch>(&command.body))
    return voice.say("guided_looking.choose", "branch"_is = choose->branch);
  return {};
}

}  // namespace casus::desk
