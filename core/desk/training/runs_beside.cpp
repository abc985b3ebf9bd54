// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/training/runs_beside.hpp"

#include "core/base/fault.hpp"
#include "core/desk/training/runs.hpp"

#include <algorithm>

namespace casus::desk {

RunsBeside::RunsBeside(Desk& desk, const std::string& run, const std::vector<std::string>& others) {
  std::vector<std::string> names{run};
  std::ranges::copy(others, std::back_inserter(names));
  for (const auto& name : names) {
    const auto log = open_log(desk, name);
    for (const auto& replay : replays_)
      if (replay->play().setup().run == log.setup.run)
        throw Usage{desk.say("compare.same_run_twice", "run"_is = log.setup.run)};
    if (!replays_.empty() && replays_.front()->play().setup().scenario != log.setup.scenario)
      throw Usage{desk.say("compare.other_scenario", "run"_is = log.setup.run, "scenario"_is = log.setup.scenario,
                           "first"_is = replays_.front()->play().setup().scenario)};
    replays_.push_back(played_again(desk, log));
    auto& replay = *replays_.back();
    seen_.push_back({&debriefs_.emplace_back(looked_back(desk, replay)), &replay.play(), &replay.library()});
  }
}

std::vector<std::string> runs_to_compare(Desk& desk, const std::string& run) {
  const auto own = open_log(desk, run).setup;
  std::vector<std::string> all;
  for (const auto& other : runs_of(desk)) {
    if (other == own.run) continue;
    try {
      if (open_log(desk, other).setup.scenario == own.scenario) all.push_back(other);
    } catch (const Fault&) {  // a log that cannot be read is told to whoever opens it
    }
  }
  return all;
}

}  // namespace casus::desk
