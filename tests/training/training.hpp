// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/service/play/training_run.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace casus::training {

inline constexpr std::string_view kReflecting = "solution-focused/reflecting-team";

/// The small scenario of workflows/README.md.
std::string small_example();

/// The example after a JSON patch (RFC 6902).
std::string small_patched(std::string_view patch);

const plugin::Catalogue& shipped_methods();
const workflow::Catalogue& shipped_workflows();
const Scenario& shipped_scenario(std::string_view id);
std::vector<ScenarioFile> shipped_scenarios();

/// A play of a scenario, from its beginning, with nothing done.
service::Replay begun(const Scenario& scenario, std::string_view method, std::int64_t seed = 1,
                      Mode mode = Mode::strict);

/// A move by somebody, now.
Move by(std::string_view who, PlayBody body);
Move says(std::string_view who, std::string_view kind, std::string_view text);

/// Ids of what came out with this beat, in order.
std::vector<std::string> out_of(const Beat& beat);

/// Goes the way that `explain` gives until the case has been through a whole round; false where it stalls.
bool play_through(service::Replay& replay);

}  // namespace casus::training
