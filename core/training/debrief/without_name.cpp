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

/// Whether somebody gave or wrote something here that did not happen, or is no more, in a step with such a floor. What
/// happened says so itself; of the rest the case holds nothing.
bool tried_where(const Play& play, const Beat& beat, bool method::Floor::*such) {
  const auto* body = std::get_if<CommandBody>(&beat.move.body);
  if (body == nullptr || beat.counts() || !gives_or_writes(*body)) return false;
  const auto* method = play.library().method(beat.method);
  return method != nullptr && std::ranges::any_of(method->phases, [&](const auto& steps) {
           return std::ranges::any_of(
               steps, [&](const method::Step& step) { return step.id == beat.step && step.floor.*such; });
         });
}

}  // namespace

bool is_without_name(const Play& play, const Beat& beat) {
  return tried_where(play, beat, &method::Floor::anonymous) ||
         std::ranges::any_of(beat.events, [&](const Event& it) { return report::is_unnamed(play.state(), it); });
}

bool is_unseen(const Play& play, const Beat& beat) {
  if (std::ranges::any_of(beat.events, [&](const Event& it) {
        return said_in_step(it.body).has_value() && !report::is_shown(play.state(), it);
      }))
    return true;
  const auto* here = play.state().here();
  return here != nullptr && here->step == beat.step && here->method == beat.method &&
         tried_where(play, beat, &method::Floor::hidden);
}

}  // namespace casus::training
