// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/history/naming.hpp"

/// How days, times and lines are put in words: a face writes them as the pages of the desk do.
namespace casus::desk {

using report::capital;
using report::day;
using report::minutes;

}  // namespace casus::desk
