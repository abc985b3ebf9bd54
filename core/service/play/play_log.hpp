// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"
#include "core/training/play/play.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The log of a training, as JSON lines: the setup first, then one move on each line. The same log gives the same run.
///
///     {"format":4,"play":{"run":"oefening-1","scenario":"debts-and-shame","method":"werf/werf","seed":1, ...},
///      "scenario":"{...}","method":"{...}","workflow":"{...}"}
///     {"do":"Say","by":"Ria","at":"2026-03-02T09:04:00Z","kind":"question","text":"...",
///      "heard":["sister"]}
///     {"do":"Wait","by":"Bram","at":"2026-03-02T09:30:00Z","amount":3,"unit":"weeks"}
///
/// A move is a command of the case as in `apply`, without `case`, `id` and `expect`, or one of training: Wait, Choose,
/// Consult, TakeHint, Observe, Learn, Signal, TakeBack; of the trainer JudgeGoal, Overrule, Remark, Inject; of who
/// wrote one of these or an observation, Retract. Withheld is what the program keeps of a move with a citizen service
/// number in it. A missing `at` is now, by the virtual clock. `heard`
/// are the facts that came out with it when it was played; a line without is heard when it is read.
namespace casus::service {

Outcome<training::Setup, Problems> setup_from(std::string_view line);
std::string setup_line(const training::Setup& setup);

Outcome<training::Move, Problems> move_from(std::string_view line);
/// With the moment `at`, so that the clock is in the log.
std::string move_line(const training::Move& move, Time at);

/// What happened in one beat, for programs: stable keys.
nlohmann::json beat_json(const training::Beat& beat, const text::Voice& voice);
nlohmann::json came_out_json(const training::CameOut& out, Lang lang);

}  // namespace casus::service
