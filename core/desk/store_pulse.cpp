// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/store_pulse.hpp"

#include "core/desk/desk.hpp"

namespace casus::desk {

StorePulse store_pulse(Desk& desk) {
  auto& store = desk.store();
  const auto events = store.position();
  store.serve_alone();
  return {events, store.reconnects()};
}

}  // namespace casus::desk
