// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/commands.hpp"
#include "core/service/table/table.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>

namespace casus::desk {

/// The other way round from `meant_by`: the command in words of the meeting ("noor vraag: ..."); empty when no word
/// says it.
std::string spoken_line(const Command& command, const service::Table& table, const text::Voice& voice);

/// What a record holds as it is typed behind its kind, with its fields as people call them: "Tien; waarvan: b2".
std::string record_in_line(const Record& record, const service::Table& table);

/// A way on about the case at hand as the word of the meeting that does the same: "veilig: WAT ER IS GEDAAN". Nothing
/// when no word does all of it.
std::optional<std::string> word_for(const text::Way& way, const text::Voice& voice);

}  // namespace casus::desk
