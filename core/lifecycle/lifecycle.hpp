// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/stage.hpp"

#include <optional>
#include <vector>

namespace casus::lifecycle {

/// Everything that can happen to a stage. `phase` goes with `enter_phase`, `start_round` and `reopen`; `meldcode_step`
/// with `meldcode`.
enum class Kind {
  open,         ///< intake is done: enters `phase`, the workflow's first
  enter_phase,  ///< forward or back inside a round
  start_round,  ///< from evaluation to an earlier phase
  pause,
  resume,  ///< goes on in the phase it had; safety never stood still
  close,
  reopen,  ///< a closed case opens again in `phase`
  erase,
  raise_concern,  ///< clear -> concern, meldcode step 1; one that stands: it joins that, and is weighed again (step 4)
  meldcode,       ///< concern: to `meldcode_step`, the next one or one that is done again
  raise_acute,    ///< anything -> acute; the concern remembers its step
  handle_acute,   ///< acute -> concern, at the step it had, or 1
  clear_safety,   ///< concern -> clear
};

struct Step {
  Kind kind;
  Phase phase = Phase::analysis;
  int meldcode_step = 0;

  bool operator==(const Step&) const = default;
};

/// The stage after `step`, or nothing when the statechart does not allow it from here. A pure function: the same
/// answer for the same arguments, no effect on anything. A stage that cannot exist, such as closed with a concern, has
/// no next; before a case opens its phase does not count.
///
/// The chart (DESIGN 3): a case that is alive holds two orthogonal regions, how far it is and safety. Intake -> Open
/// <-> Paused, which goes on in the phase it had; Open -> Closed -> (reopen) Open. Danger is told in each of them,
/// before the case begins and while it is paused too. While safety is acute no phase step, pause or close is allowed
/// (R14), and no case begins; reporting a concern is always possible; a case closes only with safety clear; Erased is
/// terminal and reachable from everywhere.
///
/// Answers from a table that the chart fills when the first question comes: an array look-up instead of a machine.
std::optional<Stage> next(const Stage& from, const Step& step);

/// The same answer, given by a chart that is driven to `from` and takes the step: what the table is made of. For the
/// test that both agree, and for measuring.
std::optional<Stage> next_by_chart(const Stage& from, const Step& step);

/// Every stage the chart can be in, in a fixed order. For diagrams, tests and exports.
std::vector<Stage> all_stages();

/// Every step that exists, in a fixed order.
std::vector<Step> all_steps();

}  // namespace casus::lifecycle
