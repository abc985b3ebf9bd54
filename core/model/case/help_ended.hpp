// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/basis.hpp"
#include "core/base/time.hpp"
#include "core/model/case.hpp"

/// From which day what is written of a case that is closed is kept.
namespace casus {

/// The day on which the help ended: the case was closed then, and was not opened again since. What is done in a closed
/// case afterwards (a request of the resident and its answer, a text put right, a colleague who leaves) begins no term
/// again.
Date help_ended(const Case& state);

/// The day from which the terms of a ground count: that end, or where the law counts from the last change of the file
/// (retention.json) the last time that something in it was put right since.
Date kept_from(const Case& state, Basis basis);

}  // namespace casus
