// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit.hpp"

#include <vector>

/// What is shown to people; of the audit only.
namespace casus::method {

/// Two of a kind under one name in one language - roles, record types, fields, options, branches: whoever types the
/// name or reads it cannot tell them apart.
void audit_names(const Definition& definition, std::vector<Remark>& remarks);

}  // namespace casus::method
