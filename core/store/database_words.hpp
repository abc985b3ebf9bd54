// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/store/database_fault.hpp"
#include "core/text/message.hpp"
#include "core/text/said_fault.hpp"

namespace casus::store {

/// What became of what somebody had just typed comes before what the matter is.
inline text::Message said_of(const DatabaseFault& fault) {
  using Why = DatabaseFault::Why;
  const auto& database = fault.database();
  switch (fault.why()) {
    case Why::gone: return text::msg("database.gone", "database"_is = database);
    case Why::lost: return text::msg("database.lost", "database"_is = database);
    case Why::unsure: return text::msg("database.unsure", "database"_is = database);
    case Why::slow: return text::msg("database.slow", "database"_is = database);
    case Why::busy: break;
  }
  return text::msg("database.busy", "database"_is = database);
}

/// A fault as a message: what has none is told as it is, technical, English.
inline text::Message said_of(const Fault& fault) {
  if (const auto* database = dynamic_cast<const DatabaseFault*>(&fault)) return said_of(*database);
  if (const auto* said = dynamic_cast<const text::SaidFault*>(&fault)) return said->said();
  return text::Message::verbatim(fault.what());
}

}  // namespace casus::store
