// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"
#include "core/service/play/training_run.hpp"

#include <string>
#include <vector>

/// What a move of a training led to, for people.
namespace casus::desk {

/// What was done, what came out, what there is to choose now.
/// `voice` writes the ways on of a refusal.
void tell_beat(Desk& desk, Reply& reply, const text::Voice& voice, service::Replay& replay, const training::Beat& beat);
/// All of the time that there is to choose, or until when, once some of it has gone; empty where it waits, or is over.
std::string time_to_choose(Desk& desk, const training::Play& play, const training::DecisionPoint& decision);
void tell_came_out(Desk& desk, Reply& reply, const training::Play& play, const std::vector<training::CameOut>& out);

}  // namespace casus::desk
