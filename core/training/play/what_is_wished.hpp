// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/scenario/scenario_condition.hpp"

#include <string_view>

namespace casus::training {

/// Whether a wish asks for one of these. A phrase is heard where the wish does not deny it: "Hij wil niet hier blijven"
/// is no wish to stay. One that names a denial itself ("niet/zonder + bedelen") is heard where the wish denies, so that
/// a scenario can have a wish that something ends. In doubt it is not heard: the group can ask, and the trainer can
/// bring it in.
bool is_wished(std::string_view wish, const Phrases& phrases);

}  // namespace casus::training
