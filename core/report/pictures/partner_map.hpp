// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/team/team.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace casus::report {

/// The organisations around the team by group: with whom it works, with whom it wants to, and the gap: groups in which
/// there is nobody yet, and wishes that still wait [S4].
std::string partners_text(const Team& team, const text::Voice& voice);

/// {"partners": [...], "groups": [{"kind", "present", "wished"}], "gap": {"empty_groups", "wished"}}.
nlohmann::json partners_json(const Team& team);

}  // namespace casus::report
