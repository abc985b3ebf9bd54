// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit/audit_rules.hpp"
#include "core/method/criterion.hpp"

#include <string>
#include <vector>

/// What names what: whether the rows of one kind can ever hold the id of a row of another; of the audit only.
namespace casus::method {

/// An "every" that looks elsewhere by a field that never names its rows, or not such rows, or over rows that no step
/// makes.
void audit_join(const Definition& definition, const Criterion& rule, const RuleHere* here, const std::string& pointer,
                std::vector<Remark>& remarks);

}  // namespace casus::method
