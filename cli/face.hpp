// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/typed/words.hpp"

/// The command line is a face of the desk, and calls what is of the desk by the desk's own names.
namespace casus::cli {

using namespace desk;

}  // namespace casus::cli
