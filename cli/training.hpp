// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/context.hpp"
#include "core/service/training_run.hpp"

#include <memory>
#include <string>
#include <vector>

/// What the verbs of training share: scenarios, runs and their logs.
namespace casus::cli {

/// All scenarios of this machine, good and bad.
const std::vector<training::ScenarioFile>& scenario_files();

/// Throws Usage with the nearest known id.
const training::Scenario& scenario_of(Context& context, const std::string& id);

/// Where the log of a run lies: beside the store, in a folder of its own.
std::string log_path_of(Context& context, const std::string& run);

/// Names of the runs that have a log, in order.
std::vector<std::string> runs_of(Context& context);

/// A log by the name of its run or by its path, read whole. Throws Usage with what is wrong and where.
service::PlayLog open_log(Context& context, const std::string& run_or_path);

/// The play of a log, with nothing done yet. Throws Usage when scenario or method are not those of the log.
std::unique_ptr<service::Replay> replay_of(Context& context, const training::Setup& setup);

/// A setup for a new run. Throws Usage for an unknown method.
training::Setup new_setup(Context& context, const training::Scenario& scenario, const std::string& method);

/// "<scenario>-<number>" that is not there yet.
std::string free_run(Context& context, const std::string& scenario);

/// What a move led to, for people: what was done, what came out, what there is to choose now.
void print_beat(Context& context, service::Replay& replay, const training::Beat& beat);
void print_came_out(Context& context, const training::Play& play, const std::vector<training::CameOut>& out);

}  // namespace casus::cli
