// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/play/play.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace casus::training {

/// What was played, as statements of the Experience API 1.0.3 (Part Two: Data, published by ADL) for a learning system:
/// an array, in the order of the log. Of the moves that count, each one; then what the trainer made of each goal.
///
/// Actors are the seats of the play, with an account under `home` (an IRL of whoever sends them); who sat there is not
/// in it. Times are those of the exercise, in an extension, with the number of the move in another; no `timestamp`, as
/// nobody kept when it was really played. Ids follow from the run and from what is said, so sending the same run twice
/// gives the same statements. Scores are those of the scenario for a choice and nothing else: the
/// program judges no goal.
nlohmann::json xapi_statements(const Play& play, const std::string& home);

/// Whether this can be the `home` of accounts: "https://..." or "http://...", an address without a query that ids can
/// be made from.
bool is_home(const std::string& home);

}  // namespace casus::training
