// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"

#include <string>
#include <string_view>

namespace casus::engine {

/// Whether two texts say the same: capitals, spaces and the signs at their end do not count. Nothing is no text.
bool same_words(std::string_view one, std::string_view other);

/// Whether it brings something that can stand twice: a case, a contribution, a score, a goal, an action, a request of
/// the resident, what the resident was told; or says anew what can be so already (see `said_already`).
bool can_be_twice(const Event& event);

/// The id of the record, or its line in the history, that came with this event, when the same was recorded less than a
/// minute before: somebody pressed Enter twice, or sent a form again. Empty when it is new. `after` is the case with
/// the event.
std::string recorded_twice(const Case& after, const Event& event);

/// The id of the open action that said the same already when this event brought another, whoever does it and by when;
/// empty when there is none.
std::string action_there_already(const Case& after, const Event& event);

/// Whether it only says how something is: said again, it changes nothing.
bool is_said_anew(const Event& event);

/// Whether this event, which the history ends with, says what stood so already: the question, the day to look back,
/// somebody's place in the network, a place on the agenda that was asked for just before. Nothing came of it, so there
/// is nothing to take back.
bool said_already(const Events& history, const Event& event);

/// Whether two cases were opened as one and the same: the same title, less than a minute apart.
bool opened_twice(const Case& one, const Case& other);

}  // namespace casus::engine
