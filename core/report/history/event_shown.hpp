// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

/// What of a history may be read by now. Whoever shows events as they were kept asks this first, as the words of a
/// hidden round stand in them from the moment that they were written.
namespace casus::report {

/// Whether the words of an event may be seen, by the rule for what it made (`is_shown` in naming.hpp). What it made and
/// is no more there, taken back or said again, was seen when it was not hidden. `state` is the case that it led to.
bool is_shown(const Case& state, const Event& event);

/// The same of one event of a whole history; `place` counts from 0. What puts words right is seen when those are, also
/// when they were taken back since.
bool is_shown(const Case& state, const Events& events, std::size_t place);

/// Whether nobody reads who did it: it was said, recorded, scored or voted in a stay without names, or puts that right.
/// Its words stand where all of that stay stand, in no order; never with the event.
bool is_unnamed(const Case& state, const Event& event);

/// One line of a history for whoever reads along.
struct ReadLine {
  Event event;              ///< of what has no name by somebody, and at the moment of its stay
  std::int64_t number = 0;  ///< 0 for what has no name: it would say at which place it was written
  std::int64_t kept = 0;    ///< the number that it has, for whoever looks up what came of it; never shown
  bool shown = false;       ///< its words may be seen
  bool unnamed = false;
};

/// A whole history as it may be read. What has no name stands together at the end of its stay, whatever puts it right
/// too, by kind of event: so no place, number or moment ties it to what stands elsewhere (nameless.hpp).
std::vector<ReadLine> read_lines(const Case& state, const Events& events);

}  // namespace casus::report
