// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case/talk.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Voting on what was said or recorded. Command and event.
namespace casus {

/// Command. What one votes for in the step that is going on, by the ids; where they are put in order the best first,
/// where points are laid one more often, or "b3=2". Said again before the step is left, the last one counts.
struct Vote {
  static constexpr std::string_view kName = "Vote";

  std::vector<std::string> choices;

  static void fields(auto& self, auto&& visit) { visit.required("choices", self.choices); }
};

struct VoteFor {
  std::string of;  ///< id of what was said
  int points = 1;  ///< what it counts for

  bool operator==(const VoteFor&) const = default;

  static void fields(auto& self, auto&& visit) {
    visit.required("of", self.of);
    visit.required("points", self.points);
  }
};

struct Voted {
  static constexpr std::string_view kName = "Voted";
  static constexpr int kVersion = 1;

  std::vector<VoteFor> choices;
  TurnUse turn = TurnUse::begins;
  bool hidden = false;  ///< not shown before the step is left

  static void fields(auto& self, auto&& visit) {
    visit.required("choices", self.choices);
    visit.optional("turn", self.turn);
    visit.optional("hidden", self.hidden);
  }
};

}  // namespace casus
