// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case/mending.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace casus {

/// Command. What all read in a session and may not be kept goes for good. What is of one person goes by that person's
/// own words, and a sentence of the playbook by DestroySentence.
struct DestroySessionLine {
  static constexpr std::string_view kName = "DestroySessionLine";

  std::string line;  ///< its id ("h1", "a2"), or the number of the event that holds it
  DestroyGround ground{};

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.required("ground", self.ground);
  }
};

/// Version 1 did not say what remains.
struct SessionLineDestroyed {
  static constexpr std::string_view kName = "SessionLineDestroyed";
  static constexpr int kVersion = 2;

  std::string line;
  DestroyGround ground{};
  std::vector<std::int64_t> events;  ///< whose keys are destroyed with this; all but their texts stays
  std::vector<Remains> remains{};    ///< of each of them; put in by whoever keeps the event

  static void fields(auto& self, auto&& visit) {
    visit.required("line", self.line);
    visit.required("ground", self.ground);
    visit.required("events", self.events);
    visit.optional("remains", self.remains);
  }
};

}  // namespace casus
