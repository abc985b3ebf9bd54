// SPDX-License-Identifier: EUPL-1.2
#include "core/training/debrief/without_name.hpp"

#include "core/report/history/event_shown.hpp"

#include <algorithm>
#include <variant>

namespace casus::training {
namespace {

bool gives_or_writes(const CommandBody& body) {
  return std::holds_alternative<Say>(body) || std::holds_alternative<Record>(body) ||
         std::holds_alternative<GiveScore>(body) || std::holds_alternative<Vote>(body) ||
         std::holds_alternative<Pass>(body);
}

bool is_anonymous_step(const method::Definition& method, std::string_view id) {
  return std::ranges::any_of(method.phases, [&](const auto& steps) {
    return std::ranges::any_of(steps, [&](const method::Step& step) { return step.id == id && step.floor.anonymous; });
  });
}

}  // namespace

bool is_without_name(const Play& play, const Beat& beat) {
  if (std::ranges::any_of(beat.events, [&](const Event& it) { return report::is_unnamed(play.state(), it); }))
    return true;
  const auto* body = std::get_if<CommandBody>(&beat.move.body);
  // What happened says so itself; of what did not, or is no more, the case holds nothing.
  if (body == nullptr || beat.counts() || !gives_or_writes(*body)) return false;
  const auto* method = play.library().method(beat.method);
  return method != nullptr && is_anonymous_step(*method, beat.step);
}

}  // namespace casus::training
