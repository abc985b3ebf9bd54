// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdint>

/// Whether the store answers, and whether there is something new in it, for a face that stays open.
namespace casus::desk {

class Desk;

struct StorePulse {
  std::int64_t events = 0;      ///< that were ever kept, by every program: it moves when there is something new
  std::int64_t reconnects = 0;  ///< connections to a database that were lost and made again
};

/// Nothing of what stands in it. From the first on, the face is the only server that shows the store
/// (Store::serve_alone). Throws Fault when the store does not answer, or another server has it.
StorePulse store_pulse(Desk& desk);

}  // namespace casus::desk
