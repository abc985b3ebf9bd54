// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/basis.hpp"
#include "core/base/time.hpp"
#include "core/model/case.hpp"

/// From which day what is written of a case that is closed is kept.
namespace casus {

/// The day on which the help ended: the case was closed then, and was not opened again since. What is done in a closed
/// case afterwards (a request of the resident and its answer, a text put right, a colleague who leaves) moves it not.
Date help_ended(const Case& state);

/// The day from which the terms of a ground count: that end, or where the law counts from the last change of the file
/// (retention.json) the last time since that something was put right in it, told of it, or came of an agreement.
Date kept_from(const Case& state, Basis basis);

}  // namespace casus
