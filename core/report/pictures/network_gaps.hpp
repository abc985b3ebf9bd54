// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/text/voice.hpp"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace casus::report {

/// Who is missing on the map: empty shells and quadrants, people named but not placed, placed but not asked, and the
/// probes for a list that stays within the family [G1P2][EKC2].
struct NetworkGaps {
  std::vector<Shell> shells;         ///< nobody in it; professionals do not count
  std::vector<Quadrant> quadrants;   ///< the same; the quadrant of professionals is not asked for
  std::vector<std::string> listed;   ///< ids: on the raw list, not on the map
  std::vector<std::string> unasked;  ///< ids: on the map, not asked; professionals left out
  bool ask_on = false;               ///< nobody from outside the family: ask on
};

NetworkGaps network_gaps(const Case& state);
nlohmann::json network_gaps_json(const Case& state);

/// One sentence for each gap, with the question to ask.
std::vector<std::string> gaps_in_words(const Case& state, const text::Voice& voice);

}  // namespace casus::report
