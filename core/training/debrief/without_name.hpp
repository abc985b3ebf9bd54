// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/play/play.hpp"

/// What a run does not show: who wrote in a step without names, and what was written unseen before the table goes on.
namespace casus::training {

/// Whether nobody reads who made this move, as in the case itself; what was refused or taken back there too.
bool is_without_name(const Play& play, const Beat& beat);

/// Whether its words are still hidden from the table, as what is written unseen is until the table goes on. What was
/// taken back before that nobody reads any more.
bool is_unseen(const Play& play, const Beat& beat);

}  // namespace casus::training
