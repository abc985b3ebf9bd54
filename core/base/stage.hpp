// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/phase.hpp"

namespace casus {

enum class Life { intake, open, paused, closed, erased };

constexpr std::array<Named<Life>, 5> names_of(Life) {
  return {{{Life::intake, "intake", "word.life.intake"},
           {Life::open, "open", "word.life.open"},
           {Life::paused, "paused", "word.life.paused"},
           {Life::closed, "closed", "word.life.closed"},
           {Life::erased, "erased", "word.life.erased"}}};
}

/// Safety of the people in the case. `concern` follows the five steps of the meldcode [PRI]; `acute` interrupts
/// every method (R14).
enum class Safety { clear, concern, acute };

constexpr std::array<Named<Safety>, 3> names_of(Safety) {
  return {{{Safety::clear, "clear", "word.safety.clear"},
           {Safety::concern, "concern", "word.safety.concern"},
           {Safety::acute, "acute", "word.safety.acute"}}};
}

inline constexpr int kMeldcodeSteps = 5;

/// Where a case is in its life. A plain value: what is stored, compared and drawn. `core/lifecycle` alone says
/// which stage may follow which.
/// Meaning of the parts: `phase` counts while open, paused (where it returns to) and closed (where it ended);
/// `meldcode_step` is 0 while clear, 1-5 during a concern, and during acute danger the step it returns to (0: none
/// yet).
struct Stage {
  Life life = Life::intake;
  Phase phase = Phase::analysis;
  Safety safety = Safety::clear;
  int meldcode_step = 0;

  bool operator==(const Stage&) const = default;
};

}  // namespace casus
