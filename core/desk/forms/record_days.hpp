// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/time.hpp"
#include "core/method/record_type.hpp"
#include "core/model/commands.hpp"

namespace casus::desk {

class Desk;

/// Days in what is recorded of a declared type, as people say them ("on: Wednesday"), as the engine asks for them. What
/// is no day stays, and is refused there.
Command with_days_read(Desk& desk, Command command);

/// The same of one record.
void read_days(const method::RecordType& type, Record& record, Date today);

}  // namespace casus::desk
