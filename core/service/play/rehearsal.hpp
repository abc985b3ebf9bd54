// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/explain/explain.hpp"
#include "core/method/fidelity.hpp"
#include "core/plugin/catalogue.hpp"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace casus::service {

/// A method played with made-up people, in memory, through the real engine: each time the way on that `explain` gives.
struct Rehearsal {
  Case state;
  Events events;
  bool through = false;                      ///< a whole round, or until the case was closed
  std::optional<engine::Explanation> stall;  ///< where it stands still, when it did not get through
  std::optional<Refusal> refusal;            ///< what was refused there, if anything was
  /// The first steps of repeats that came as often as they may, while what ends them was not so.
  std::set<std::pair<Phase, std::string>> came_at_most{};
  /// What the native rules said in each step: "<step>: <rule>: <message>". The same for the same method, always.
  std::vector<std::string> heard;
};

/// `lang` is the language of the made-up texts. `branch`: which one is taken from each menu, counted from 0; where a
/// menu has fewer it begins again. `all_roles`: as many people of each role, and in all, as the method says there are
/// at least; else those alone who are asked for on the way. Throws Fault(plugin) when native rules fail.
Rehearsal rehearse(const plugin::Catalogue& methods, const workflow::Catalogue& workflows, const std::string& method,
                   Lang lang, std::size_t branch = 0, bool all_roles = false);

/// The steps of a method that came in rehearsals of it, and with how many people at most.
struct CameUp {
  std::set<std::pair<Phase, std::string>> steps;
  std::set<std::pair<Phase, std::string>> voted;  ///< those in which somebody voted
  int people = 0;

  void add(const Case& played, const std::string& method);
};

/// What did not come up in any of them, though the method was played to its end: a repeat over people whom nobody was,
/// a vote that nobody cast as nothing asks for it, or all of a phase but one step. A note for who writes the method, at
/// its place in the file.
Problems not_come_up(const method::Definition& method, const CameUp& came);

/// What is no fault and worth to know of one that was played: of the steps on its way those that were passed over as
/// their `when` was never so, and the repeats of `came_at_most`.
Problems seen_in_play(const method::Definition& method, const CameUp& came,
                      const std::set<std::pair<Phase, std::string>>& came_at_most);

/// How often a method is to be rehearsed to come through every branch of every menu; at least once.
std::size_t ways_through(const method::Definition& method);

}  // namespace casus::service
