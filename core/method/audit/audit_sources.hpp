// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit/audit.hpp"

#include <vector>

/// What a method rests on; of the audit only.
namespace casus::method {

/// A source that nothing comes from: no `source` names it, and no sentence does by its key, as in "half an hour [VNM]".
void audit_sources(const Definition& definition, std::vector<Remark>& remarks);

}  // namespace casus::method
