// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/lifecycle/lifecycle.hpp"

#include <ostream>

// How a failing test writes stages and steps.

namespace casus {

inline std::ostream& operator<<(std::ostream& out, const Stage& stage) {
  return out << key(stage.life) << '/' << key(stage.phase) << '/' << key(stage.safety) << '/' << stage.meldcode_step;
}

}  // namespace casus

namespace casus::lifecycle {

inline std::ostream& operator<<(std::ostream& out, const Step& step) {
  return out << "kind " << static_cast<int>(step.kind) << " phase " << key(step.phase) << " meldcode "
             << step.meldcode_step;
}

}  // namespace casus::lifecycle
