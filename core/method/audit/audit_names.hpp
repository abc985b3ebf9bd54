// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit/audit.hpp"

#include <vector>

/// What is shown to people; of the audit only.
namespace casus::method {

/// Two of a kind under one name in one language - roles, record types, fields, options, branches, steps of a phase,
/// requirements, points of fidelity: whoever types the name or reads it cannot tell them apart. And two rules of one
/// list that ask the same, and a field whose name begins as another is called.
void audit_names(const Definition& definition, std::vector<Remark>& remarks);

}  // namespace casus::method
