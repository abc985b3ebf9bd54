// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/events.hpp"
#include "core/service/table/table.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>

namespace casus::desk {

/// What was put right, taken back or put back, told by the words that it is about: "Noor trok “Zij belt” in". For a
/// face that shows no numbers. Nothing where no number would be told. `before`: the table as it was, from which words
/// that may be read are taken; nullptr: none may. `after`: the case as it is.
std::optional<std::string> told_without_number(const Event& event, const Case& after, const service::Table* before,
                                               const text::Voice& voice);

}  // namespace casus::desk
