// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/play/play.hpp"

/// Who a run shows nothing of: what was written, voted or scored in a step without names.
namespace casus::training {

/// Whether nobody reads who made this move, as in the case itself; what was refused or taken back there too.
bool is_without_name(const Play& play, const Beat& beat);

}  // namespace casus::training
