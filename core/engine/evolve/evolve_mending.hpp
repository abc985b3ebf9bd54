// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"
#include "core/model/case/mending.hpp"

/// What an event that puts an earlier one right leaves on a case by itself: that it was done. The words are those of
/// the history that is folded anew (put_right.hpp). Part of `evolve`.
namespace casus::engine {

void note(Case& state, const Made& here, const Corrected& how);
void note(Case& state, const Made& here, const Withdrawn& how);
void note(Case& state, const Made& here, const TextDestroyed& how);
/// `person` is the one who is named.
void note(Case& state, const Made& here, Person& person, const PersonNamed& how);
/// The question or the purpose is another from now on: what was put right is told by the number of its line, and no
/// more of the words that stand there.
void said_anew(Case& state, CaseText what);
/// A contribution from another case, in the name of who said it.
void note(Case& state, const Made& here, const BroughtOver& what);

}  // namespace casus::engine
