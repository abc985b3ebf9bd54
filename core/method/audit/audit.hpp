// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/method/definition.hpp"

#include <vector>

namespace casus::method {

/// Something in a good definition that will not work at the table, or may not.
struct Remark {
  enum class Weight { error, warning };

  Weight weight = Weight::warning;
  Problem problem;
};

/// Minutes of one meeting [domain.md 1: weekly, about ninety minutes].
inline constexpr double kMeeting = 90;

/// Looks further than `parse`: requirements that can never hold, and rules that can never fail, roles without a word to
/// say, a kind that is called as another, a phase that is longer than a meeting. For a definition without problems.
/// Errors: the method cannot be played to its end. Order: as in the file.
std::vector<Remark> audit(const Definition& definition);

/// A method is played with as many as it asks for at least, so that number has a bound, told by the audit too; how many
/// may come has none. It is no problem of the file: a case that is under way keeps its method, whatever that asks.
Problems asks_too_many(const Definition& definition);

}  // namespace casus::method
