// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"

#include <optional>

namespace casus::engine {

/// The case as it was at the end of that day (UTC); one without events when it was not there yet.
Case as_of(const std::string& id, const Events& history, Date day);

/// The day that an evaluation looks back to: the evaluation before the last, else the day on which the network was
/// first drawn, else the day on which the case was opened.
Date looks_back_to(const Events& history);

}  // namespace casus::engine
