// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/report/history/naming.hpp"
#include "core/service/table/table.hpp"

namespace casus::service {

/// Fills in where a step stands among those of its phase that come in this case: its number, what was passed over on
/// the way, and the menu that it offers. `t.seats` is filled in.
void show_course(Table& t, const Case& state, Time now, const engine::Library& library,
                 const method::Definition& method, const method::Step& step, const report::Naming& names);

}  // namespace casus::service
