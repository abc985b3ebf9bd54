// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/service/play/training_run.hpp"
#include "core/training/debrief/debrief.hpp"

#include <memory>
#include <string>
#include <vector>

/// Scenarios, the runs of a training, and their logs.
namespace casus::desk {

/// All scenarios of this machine, good and bad.
const std::vector<training::ScenarioFile>& scenario_files();

/// The scenario of that id on this machine; nullptr when there is none that can be used.
const training::Scenario* scenario_here(const std::string& id);

/// Throws Usage with the nearest known id.
const training::Scenario& scenario_of(Desk& desk, const std::string& id);

/// Where the log of a run lies: beside the store, in a folder of its own.
std::string log_path_of(Desk& desk, const std::string& run);

bool has_log(Desk& desk, const std::string& run);

/// Names of the runs that have a log, in order.
std::vector<std::string> runs_of(Desk& desk);

/// A log by the name of its run or by its path, read whole. Throws Usage when there is none, Fault(definition) with
/// what is wrong in it and where.
service::PlayLog open_log(Desk& desk, const std::string& run_or_path);

/// The play of a log, with nothing done yet, by the scenario, the method and the workflow that are kept in it. Throws
/// Usage when this machine has others by now, and the log is of before it kept them.
std::unique_ptr<service::Replay> replay_of(Desk& desk, const training::Setup& setup);

/// What to say of a run that kept nothing of `other`, of which this machine has another version.
Usage played_otherwise(Desk& desk, const training::Setup& setup, const std::string& other);

/// The same with every move of the log done again.
std::unique_ptr<service::Replay> played_again(Desk& desk, const service::PlayLog& log);

/// Looking back on what was played; it says so when what it was played by has changed since or is no longer here.
training::Debrief looked_back(Desk& desk, service::Replay& replay);

/// A setup for a new run. Throws Usage for an unknown method.
training::Setup new_setup(Desk& desk, const training::Scenario& scenario, const std::string& method);

/// "<scenario>-<number>" that is not there yet.
std::string free_run(Desk& desk, const std::string& scenario);

/// Branches a run off after so many of its moves: a new log and a new case, in a run with this name (empty: a free
/// one). The name of the new run. Throws Usage.
std::string branch_off(Desk& desk, const service::PlayLog& log, int moves, const std::string& name);

/// Throws Usage for what could not be the name of a run.
void require_run_name(const Desk& desk, const std::string& name);

}  // namespace casus::desk
