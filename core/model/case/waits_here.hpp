// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

namespace casus {

/// Whether this team has to answer a request of the resident: it is open, the case goes on in no other, and it did not
/// go along to another team that is known to have the case. What was asked here after that is answered here.
bool waits_here(const Case& state, const RightRequest& request);

}  // namespace casus
