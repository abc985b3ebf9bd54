// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"
#include "core/engine/explain/case_view.hpp"
#include "core/engine/floor/course.hpp"

#include <memory>
#include <string_view>
#include <vector>

namespace casus::engine {

/// What every method asks: a requirement like any other, but for its words, which are the program's own.
struct Demand {
  method::Requirement requirement;
  Message text;
};

/// Something that is not met. It is put in words when it is told: who goes on with a reason needs its id alone. Looks
/// into the definition that asks it.
struct Open {
  const method::Requirement* asks = nullptr;  ///< nullptr when no criterion is behind it: what a native rule found
  const Message* own_words = nullptr;         ///< of a demand of the program
  std::shared_ptr<const Demand> made{};       ///< a demand that was made for this step alone
  Missing found{};                            ///< without a criterion, in words already

  static Open without_criterion(Missing found) { return {nullptr, nullptr, {}, std::move(found)}; }

  std::string_view id() const { return asks != nullptr ? asks->id : found.id; }
  bool hard() const { return asks != nullptr ? asks->level == method::Level::hard : found.hard; }
};

/// In words, with who can see to it, as the case is now.
Missing told(const Deciding& d, const Open& open);

/// Which door is looked at.
enum class Door {
  begin,  ///< from intake into the first step
  step,   ///< out of a step, inside the phase
  phase,  ///< out of the last step of a phase, into the next phase
  round,  ///< out of the last phase, into another round
  close,  ///< out of the case
};

/// Where the step of this moment leads; it is there, and so is its method.
Onward onward(const Deciding& d);

/// The door that `NextStep` would go through from here.
Door next_door(const Deciding& d);

/// Everything that is not met for going through a door: what the step asks, what the method's native rules find, what
/// the workflow asks of the phase, and the cross-method rules R1, R3, R7, R9, R10 and R16. Empty: the door is open.
std::vector<Open> unmet(const Deciding& d, Door door);

/// Refuses with everything that is missing.
tl::unexpected<Refusal> not_done(const Deciding& d, const std::vector<Open>& open, std::string_view verb);

bool any_hard(const std::vector<Open>& open);

/// Whether what is open keeps people from going through this door with no reason given. In coaching a soft wish keeps
/// nobody from beginning.
bool holds_back(const Deciding& d, Door door, const std::vector<Open>& open);

/// What keeps `NextStep` from beginning the review; empty: it would. Of a case in its intake.
std::vector<Missing> keeps_from_beginning(const Deciding& d);

}  // namespace casus::engine
