// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/desk/desk.hpp"
#include "core/desk/reply.hpp"

#include <string>
#include <vector>

/// A log of a training played into the store at once: the machine's way to play, and the proof that a log gives the
/// same run.
namespace casus::desk {

/// What came of it, in its order: for programs one document of the opening and one of each move, for people all of it.
/// Throws Usage when another training has the name of this one; then nothing was done.
std::vector<Reply> replayed(Desk& desk, const std::string& path);

}  // namespace casus::desk
