// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/audit/audit.hpp"

#include <vector>

/// Who talks with whom, and about what; of the audit only.
namespace casus::method {

/// What a good definition asks for and never comes: a role that goes round to nobody, a limit that limits nothing, a
/// vote on what nobody said, groups that join and stay as they are, a record that must refer to what is not there.
void audit_talk(const Definition& definition, std::vector<Remark>& remarks);

}  // namespace casus::method
