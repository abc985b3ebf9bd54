// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/report/definitions.hpp"

#include <string>

namespace casus::report {

/// What `casus case show` prints: where the case is, what this step asks and who may speak, what was recorded this
/// round, the open actions and the day to look back. The state of safety is always there (R14), and so is the status
/// of the method's source (R18). 80 columns, plain text, no colour.
std::string case_text(const Case& state, const Definitions& definitions, Lang lang);

}  // namespace casus::report
