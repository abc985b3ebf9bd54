// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/answers.hpp"

#include <nlohmann/json.hpp>

/// What came of a command to the team's learning.
namespace casus::desk {

using nlohmann::json;

json answer_json(const service::LearningAnswer& answer, const text::Voice& voice) {
  json out{{"id", answer.command_id}, {"session", answer.session}, {"ok", answer.done()}};
  if (answer.refusal) {
    out["refused"] = refusal_json(*answer.refusal, voice);
  } else if (answer.conflict) {
    out["conflict"] = {{"expected", answer.conflict->expected}, {"actual", answer.conflict->actual}};
  } else {
    auto names = json::array();
    for (const auto& event : answer.events) names.push_back(name_of(event.body));
    out["version"] = answer.version;
    out["events"] = std::move(names);
    if (answer.repeated) out["repeated"] = true;
  }
  return out;
}

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
