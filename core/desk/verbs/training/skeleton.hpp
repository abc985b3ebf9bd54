// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>

/// The first draft of a scenario, for `casus train new`: small, whole, and good enough to be played at once.
namespace casus::desk {

std::string scenario_skeleton(std::string_view id);

}  // namespace casus::desk
