// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/commands.hpp"
#include "core/service/table.hpp"
#include "core/text/voice.hpp"

#include <string>

namespace casus::desk {

/// The other way round from `meant_by`: the command in words of the meeting ("noor vraag: ..."); empty when no word
/// says it.
std::string spoken_line(const Command& command, const service::Table& table, const text::Voice& voice);

}  // namespace casus::desk
