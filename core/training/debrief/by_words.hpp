// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/training/play/play.hpp"

#include <string_view>
#include <vector>

namespace casus::training {

/// What of a part that is counted rests on words that the program knows. It hears those alone: the words can be there
/// without the sense, and the sense without the words. So neither is told as sure.
struct ByWords {
  std::vector<int> heard;  ///< moves in which it heard them, of a part that holds
  /// Moves that say something of the same kind and to the same people, in which it heard none: of a part that does not
  /// hold, where the sense may be there; of one that something must not be said for, where it may be said all the same.
  std::vector<int> unheard;
};

/// Whether a line may be about the case: not about the coffee, the clock or a colleague's holiday alone. What only
/// sounds like a reproach, or is said not to be asked, may be.
bool may_be_of_the_case(const Play& play, std::string_view line);

ByWords by_words(const Play& play, const Condition& part);

}  // namespace casus::training
