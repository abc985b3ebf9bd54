// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case/mending.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Letting go of somebody who left the team. Command and its event.
namespace casus {

/// Command. The name of somebody who left goes for good from what the team and its meetings keep: what happened stays,
/// and nobody reads any more who that was. What others wrote about them is offered place by place.
struct EraseMember {
  static constexpr std::string_view kName = "EraseMember";

  std::string name;  ///< a name that was theirs, in full or as far as no other who left begins so
  std::string with;  ///< the second person of the team

  static void fields(auto& self, auto&& visit) {
    visit.required("name", self.name);
    visit.optional("with", self.with);
  }
};

/// Names nobody: that it was done, when, by whom and with whom.
struct MemberErased {
  static constexpr std::string_view kName = "MemberErased";
  static constexpr int kVersion = 1;

  std::string with;
  std::vector<Remains> remains;  ///< of each event that held the name; put in by whoever keeps the event

  static void fields(auto& self, auto&& visit) {
    visit.required("with", self.with);
    visit.optional("remains", self.remains);
  }
};

}  // namespace casus
