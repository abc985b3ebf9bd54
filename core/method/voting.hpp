// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/vote_how.hpp"
#include "core/method/vocabulary.hpp"

#include <string>
#include <vector>

namespace casus::method {

/// What is voted on in a step, and how. Who votes, in turn and unseen, is for the floor.
struct Voting {
  std::vector<std::string> kinds;  ///< of what was said or recorded earlier in this round
  std::string step;                ///< and only in this step; empty: in any
  VoteHow how = VoteHow::choose;
  int most = 0;  ///< how many each may choose, put in order, or lay
  Mark mark = Mark::own;
  std::vector<std::string> source{};  ///< keys of Definition::sources

  static void fields(auto& self, auto&& visit) {
    visit.required("kinds", self.kinds);
    visit.optional("step", self.step);
    visit.required("how", self.how);
    visit.required("most", self.most);
    visit.required("mark", self.mark);
    visit.optional("source", self.source);
  }
};

/// More is no choice.
inline constexpr int kMostVotes = 30;

}  // namespace casus::method
