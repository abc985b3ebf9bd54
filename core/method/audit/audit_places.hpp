// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit/audit.hpp"

#include <vector>

/// The places that one person in each group has; of the audit only.
namespace casus::method {

/// A place by which nothing goes: no step with it says who listens or speaks, and no criterion asks who said what.
void audit_places(const Definition& definition, std::vector<Remark>& remarks);

}  // namespace casus::method
