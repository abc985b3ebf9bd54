// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit/audit.hpp"

#include <string>
#include <vector>

/// What a record that must be recorded has to refer to; of the audit only.
namespace casus::method {

/// A hard requirement for a record with a required reference, where nothing sees to it that there is something to refer
/// to: without it the step is never left.
void audit_references(const Definition& definition, std::vector<Remark>& remarks);

/// Whether it cannot hold before something of one of these kinds was said; where it names no kind it is about those of
/// the step.
bool needs_one(const Criterion& rule, const Step& step, const std::vector<std::string>& kinds);

}  // namespace casus::method
