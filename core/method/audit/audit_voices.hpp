// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit/audit_rules.hpp"
#include "core/method/criterion.hpp"

#include <string>
#include <vector>

/// Who can have said what is counted; of the audit only.
namespace casus::method {

/// A count of what people with a role said or voted: the method has no such role, or the role no floor where that is
/// asked for.
void audit_voices(const Definition& definition, const Criterion& rule, const RuleHere* here, const std::string& pointer,
                  std::vector<Remark>& remarks);

}  // namespace casus::method
