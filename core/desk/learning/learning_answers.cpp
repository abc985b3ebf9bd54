// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/typed/answers.hpp"

#include <nlohmann/json.hpp>

/// What came of a command to the team's learning.
namespace casus::desk {

void show(Desk& desk, Reply& reply, const service::LearningAnswer& answer) {
  reply.refusal = answer.refusal;
  reply.status = status_of(answer);
  if (desk.wants_document()) reply.json(answer_json(answer, desk.voice()));
  if (desk.json()) return;
  if (answer.refusal) print_refusal(desk, reply, *answer.refusal);
  else if (answer.conflict) reply.error(desk.voice().say("learn.somebody_was_first"), Tone::bad);
  else if (answer.repeated) reply.line(desk.voice().say("learn.done_before"));
  else if (answer.events.empty()) reply.line(desk.voice().say("learn.was_so"));
}

}  // namespace casus::desk
