// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/model/case.hpp"

/// What some events make of a case, where that is more than a line. Internal to core/engine.
namespace casus::engine {

/// Nothing is left of who it was. Nobody can act without a name, so nobody may have to wait for them: they are away.
void forget_person(Person& person);

/// Puts an answer with its request; one to a request that is not there is lost.
void answer_request(Case& c, const RightAnswered& answer);

/// One of the further grounds counts no more.
void drop_basis(Case& c, Basis basis);

}  // namespace casus::engine
