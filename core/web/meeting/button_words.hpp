// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/message.hpp"

#include <optional>

/// What the pages of a meeting call what a command does: as it stands on the button, or above the form, of that page.
/// Nothing for what is not done there.
namespace casus::web {

std::optional<text::Message> lead_words(const text::Way& way);
std::optional<text::Message> mine_words(const text::Way& way);

}  // namespace casus::web
