// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/method/plugin_api.hpp"

namespace casus::method {

/// What the declared text checks of a method find in a contribution, in their order: warnings, whose rule is
/// "<plugin>/<id of the check>".
Findings text_checks(const Definition& method, const View& view, const Draft& draft);

}  // namespace casus::method
