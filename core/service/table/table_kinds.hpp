// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/service/table/table.hpp"

namespace casus::service {

/// Fills in what can be said in this step, and the kinds of the method that do not fit there.
void show_kinds(Table& t, const Case& state, const engine::Library& library, const method::Definition& method,
                const method::Step& step, const text::Voice& voice);

}  // namespace casus::service
