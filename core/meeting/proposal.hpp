// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/library.hpp"
#include "core/meeting/foresee.hpp"
#include "core/meeting/rota.hpp"
#include "core/model/case.hpp"
#include "core/model/meeting/meeting.hpp"

#include <functional>
#include <string>
#include <vector>

namespace casus::meeting {

/// Everything a proposal may look at.
struct Situation {
  Date on{};
  int minutes = 90;
  Team team;
  std::vector<Case> cases;    ///< not closed and not erased, but for those of which only the line was read
  std::vector<Meeting> past;  ///< before `on`, the earliest first
  std::string chair;          ///< as somebody chose; empty: as the rota says
  std::string note_taker;
};

/// Cases of which only their line in the index was read.
struct Unopened {
  std::vector<Seen> seen;
  /// Gives the case, until the next call; nothing when it cannot be read.
  std::function<const Case*(const std::string& case_id)> open;
};

struct Proposal {
  PlanMeeting plan;
  std::vector<RotaPlace> rota;  ///< who is next as the chair, first
};

/// The agenda that proposes itself. Deterministic: the same situation gives the same agenda, whatever the order of its
/// cases. In this order, each case once, with every reason that holds, the gravest first:
///
/// 1. opening; acute danger (R14)
/// 2. follow-ups due: a review date or the day of an action has come (R10), the longest due first
/// 3. safety concerns with their step of the meldcode; terms of law and workflow that end within two weeks or ended
/// less than eight weeks ago
/// 4. cases asked for by their owner, with a question (R1); evaluations that are open; cases quiet for six weeks
/// 5. learning and signals; closing
///
/// Within 2, 3 and 4 what was left the last time goes first. Lengths are the method's where it gives them; a case asked
/// for that does not fit whole gets what is left of its phase. What does not fit falls off with the reason. Once
/// something due fell off, nothing new comes on.
/// A case whose presenter is away falls off when it needs them (4); what is due stays.
/// An unopened case is opened only when it may come on and its turn has come. Once the agenda is full and a long list
/// fell off, what surely does not fit falls off for want of time, unopened: such a line has no presenter and no
/// minutes, and stands where the best that it can be would.
/// The chair is next in the rota; a line that the chair presents gets the next in the rota who is there (R3).
Proposal propose(const Situation& situation, const engine::Library& library, const Unopened& unopened = {});

}  // namespace casus::meeting
