// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/words/line.hpp"
#include "core/model/commands.hpp"
#include "core/service/table/table.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <string_view>

/// What is said, without its kind, where only questions and their answers fit. The same for a typed line and for a
/// form.
namespace casus::desk {

bool only_asks(const service::Table& table);
bool has_question_mark(std::string_view text);
/// The text with the mark that it lacks, when it asks where only questions fit; else as it is.
std::string with_question_mark(const std::string& text);

/// Whether it asks nothing, and tells something.
bool surely_tells(const std::string& text);

/// Of who has the floor: a question without its mark gets that, and what surely tells something is a note that says
/// why, where each may note beside the questions. Nothing when it is neither, or where it is kept as it was given.
std::optional<GiveCommand> said_among_questions(const service::Table& table, const std::string& by, Say said,
                                                const text::Voice& voice);

}  // namespace casus::desk
