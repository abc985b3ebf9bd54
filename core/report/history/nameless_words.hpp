// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/events.hpp"
#include "core/text/message.hpp"

#include <optional>
#include <vector>

namespace casus::report {

/// That somebody wrote, scored, voted, or put such a thing right without a name, and no more: neither what nor which.
/// Nothing for an event of another kind.
std::optional<text::Message> nameless_words(const EventBody& body);

/// The stays without names of which something was put right after all could see it, each at its last event. On the line
/// itself a mark would say whose it is, to who knows when somebody did that; so it stands beside the stay.
std::vector<Made> changed_without_name(const Case& state);

}  // namespace casus::report
