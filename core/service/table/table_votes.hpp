// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/report/history/naming.hpp"
#include "core/service/table/table.hpp"

#include <nlohmann/json_fwd.hpp>

namespace casus::service {

/// Fills in what is voted on in this step, and what came of the last vote of this round that can be seen.
void show_votes(Table& t, const Case& state, const method::Definition& method, const method::Step& step,
                const report::Naming& names);

/// What somebody reads of it, a line each.
std::vector<std::string> vote_lines(const VoteNow& vote, const text::Voice& voice);

nlohmann::json vote_json(const VoteNow& vote);

}  // namespace casus::service
