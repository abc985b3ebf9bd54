// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/store.hpp"

namespace casus::bench {

/// Gives a store this many lines of the index, each with its own stream, key and sealed title, as if so many cases had
/// been opened. Only the lines: a million whole cases would take minutes to make.
void fill_agenda(store::Store& store, std::int64_t lines);

}  // namespace casus::bench
