// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/engine.hpp"

#include <vector>

namespace casus::engine {

/// Why a case is where it is, and the shortest legal way on.
struct Explanation {
  bool stuck = false;            ///< no way on was found (a method is missing, or a limit cannot be undone)
  std::vector<Missing> missing;  ///< each unmet criterion and who can meet it; empty: `next` works now
  text::Message standing;        ///< one sentence: where the case is
  std::vector<Command> way;      ///< commands that, done in this order, move the case; texts are examples to replace
  /// Of a case that is stuck, where it is known: what has to come first, and how. Whole sentences.
  std::vector<text::Message> first;
  std::vector<Command> with_reason;  ///< shorter, when only soft requirements are left: go on and say why
};

/// `lang` is the language of the example texts. `by` is who asks (name or id); commands that only another can give
/// carry that other's name. `at` is when. Found by trying on a copy of the case with `decide` and `evolve`, so each
/// command in the way is accepted in its turn. `colleagues` are who may be asked to join, likely ones first; where
/// there is none (left), somebody who joins has a name to fill in.
Explanation explain(const Case& state, const Library& library, const std::string& by, Time at, Lang lang = Lang::nl,
                    const std::vector<std::string>& colleagues = {});

/// Whether going on begins the review of a case in its intake, with no reason given.
bool can_begin(const Case& state, const Library& library, Time at);

}  // namespace casus::engine
