// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "core/report/definitions.hpp"
#include "core/text/voice.hpp"

#include <string>

namespace casus::report {

/// One line for each event, in plain words: day, who, what happened. `state` is the case that these events made; it
/// names people (an erased one by no name), and says which texts are still hidden: those are not told.
std::string history_text(const Events& events, const Case& state, const Definitions& definitions,
                         const text::Voice& voice);

/// The sentence for one event, without day and person: "voegde Joke toe aan het netwerk".
std::string event_in_words(const Event& event, const Case& state, const Definitions& definitions,
                           const text::Voice& voice);
/// The same, when it is known whether its words may be seen (event_shown.hpp).
std::string event_in_words(const Event& event, const Case& state, const Definitions& definitions,
                           const text::Voice& voice, bool shown);

}  // namespace casus::report
