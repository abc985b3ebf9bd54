// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/explain.hpp"
#include "core/method/fidelity.hpp"
#include "core/plugin/catalogue.hpp"

#include <optional>
#include <string>
#include <vector>

namespace casus::service {

/// A method played with made-up people, in memory, through the real engine: each time the way on that `explain` gives.
struct Rehearsal {
  Case state;
  Events events;
  bool through = false;                      ///< a whole round, or until the case was closed
  std::optional<engine::Explanation> stall;  ///< where it stands still, when it did not get through
  std::optional<Refusal> refusal;            ///< what was refused there, if anything was
  /// What the native rules said in each step: "<step>: <rule>: <message>". The same for the same method, always.
  std::vector<std::string> heard;
};

/// `lang` is the language of the made-up texts. `branch`: which one is taken from each menu, counted from 0; where a
/// menu has fewer it begins again. Throws Fault(plugin) when native rules fail.
Rehearsal rehearse(const plugin::Catalogue& methods, const workflow::Catalogue& workflows, const std::string& method,
                   Lang lang, std::size_t branch = 0);

/// How often a method is to be rehearsed to come through every branch of every menu; at least once.
std::size_t ways_through(const method::Definition& method);

}  // namespace casus::service
