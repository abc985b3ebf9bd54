// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/decide/deciding.hpp"

#include <optional>

/// While a restriction stands that the resident asked for (AVG 18), a case is kept and nothing more: what still may be
/// done is what answers the request, protects somebody, keeps the case with whom it belongs, or comes from the
/// resident.
namespace casus::engine {

/// Why a command waits; nothing when it may be done. `outside`: it comes by a link of the resident or the circle.
std::optional<Refusal> only_kept(const Deciding& d, bool outside);

/// The same, whatever is wanted of it.
Refusal kept_only(const Case& state);

/// Whether the command puts right what was written down of a request of the resident, or of its answer.
bool mends_a_request(const Deciding& d);

}  // namespace casus::engine
