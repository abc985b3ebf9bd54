// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/debrief/debrief.hpp"

#include <vector>

/// Two runs or more of one scenario beside each other: of two groups, or of one group that tried again.
namespace casus::training {

struct Compared {
  const Debrief* debrief = nullptr;
  const Play* play = nullptr;
  const engine::Library* library = nullptr;
};

/// What each counted, found and chose, in the order of the scenario. It says what differs and never who did better:
/// groups differ in more than a log can show. All runs must be of the same scenario.
page::Page compare_page(const std::vector<Compared>& runs, const text::Voice& voice);

}  // namespace casus::training
