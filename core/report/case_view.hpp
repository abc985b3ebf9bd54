// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/page/described.hpp"
#include "core/report/definitions.hpp"
#include "core/report/history/naming.hpp"
#include "core/text/voice.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::report {

/// The case as a whole, to people and to programs: where it stands, what was asked, on what ground, by which way of
/// working, who is at the table.
page::Properties case_properties(const Case& state, const Definitions& definitions, const Naming& names);

/// What `casus case show` shows: where the case is, what this step asks and who may speak, what was recorded this
/// round, the open actions and the day to look back. The state of safety is always there (R14), and so is the status
/// of the method's source (R18). `course`: what the table sees of the course of this step (which time it is, who sits
/// with whom, what came of a vote, whose turn it is), a sentence each. `theirs`: the kinds that fit in this step when
/// the reader says them; nothing: of who has no seat at the table. `can_begin`: whether going on begins the review of a
/// case in its intake; where it does not, the way on is to see what is missing.
page::Page case_page(const Case& state, const Definitions& definitions, const text::Voice& voice,
                     const std::vector<std::string>& course = {},
                     const std::optional<std::vector<std::string>>& theirs = {}, bool can_begin = true);

}  // namespace casus::report
