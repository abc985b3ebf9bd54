// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/engine.hpp"
#include "core/simulation/styles.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace casus::simulation {

struct ReviewShow {
  std::string method;
  Mode mode = Mode::strict;
  std::uint64_t seed = 1;
  Lang lang = Lang::nl;
  std::vector<MadeUpPerson> people;  ///< at least three; the first brings the case in, the second leads
};

/// One thing that somebody did or tried.
struct Deed {
  std::string by;
  const Style* style = nullptr;  ///< nothing for who is not one of the made-up people
  Command command;
  Events events;  ///< what it led to; empty when it was refused
  std::optional<Refusal> refusal;
  Case after;  ///< the case as it was then, for who tells it
};

/// A step of the method, or the intake (without a step), and what was done in it.
struct ShownStep {
  Phase phase{};
  std::string step;
  Time from{};
  std::vector<Deed> deeds;
};

/// A whole review, from opening to closing, by made-up people who keep the rules or break them as their style has it.
/// Everything goes through the engine: what breaks a rule is refused (or noticed, in coaching mode) and stands in the
/// show as it was said. When the method asks for something that nobody did, the chair follows the engine's way on. The
/// same for the same seed. Throws Fault(definition) when the engine finds no way through the method.
std::vector<ShownStep> show_review(const engine::Library& library, const Participants& participants,
                                   const ReviewShow& show);

}  // namespace casus::simulation
