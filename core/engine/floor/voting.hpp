// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"
#include "core/model/case.hpp"

#include <string>
#include <vector>

namespace casus::engine {

/// A stay in a step that votes.
struct VotingStay {
  const method::Definition& method;
  const method::Step& step;
  const Visit& visit;
};

/// What can be voted on there: said or recorded before in this round, of the kinds that the step votes on; where it
/// comes again, of its repeat what was said in that time. Of what was written unseen, what was told.
std::vector<const Contribution*> voted_on(const Case& state, const VotingStay& stay);

/// What something got.
struct Got {
  std::string of;
  int points = 0;
  int voters = 0;
};

/// The votes of this stay and of earlier ones of the same step in the same round, added up, the most first; what got
/// nothing comes last, in the order in which it was said. What was taken back since counts no more.
std::vector<Got> added_up(const Case& state, const VotingStay& stay);

/// The votes where the table voted last in this round and can see it; nullptr when it did not.
const Visit* last_vote_shown(const Case& state);

}  // namespace casus::engine
