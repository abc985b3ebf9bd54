// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/names.hpp"

namespace casus {

/// How a table votes: each chooses some, each puts some in order, or each lays a number of points.
enum class VoteHow { choose, rank, points };

constexpr std::array<Named<VoteHow>, 3> names_of(VoteHow) {
  return {{{VoteHow::choose, "choose", "word.vote_how.choose"},
           {VoteHow::rank, "rank", "word.vote_how.rank"},
           {VoteHow::points, "points", "word.vote_how.points"}}};
}

/// The kind that a step has where somebody can vote.
inline constexpr std::string_view kVoteKind = "vote";

}  // namespace casus
