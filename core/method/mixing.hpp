// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/grouping.hpp"

/// Who sits with whom where groups are mixed anew. Pure: the same people, who sat together before in the same way, make
/// the same groups.
namespace casus::method {

/// As few as it can find sit with whom they sat `before` (each time that people sat in groups, the last one at the
/// end). As many groups, and as large, as `grouped` makes. `stay`: who stays where they are, each in the group of their
/// place in this list, and goes before all others: who sat with one of those goes elsewhere if they can. Nobody who is
/// not among `people` counts.
std::vector<PeopleInGroup> mixed_groups(const Parallel& how, const std::vector<std::vector<PeopleInGroup>>& before,
                                        const PeopleInGroup& people, const PeopleInGroup& stay = {});

}  // namespace casus::method
