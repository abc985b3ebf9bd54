// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/engine/engine.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casus::engine {

/// What was found in a file.
struct Found {
  std::int64_t size = 0;
  std::optional<FileKind> kind;  ///< nothing: none that is kept
  std::string words;             ///< what it is then, technical
};

/// Why a file called so may not come: a citizen service number in its name, which the refusal does not repeat. Asked
/// before anything else is said of it.
std::optional<Refusal> name_not_kept(std::string_view file);

/// Decides AttachFile on what is in the file: its kind and its size, whatever its name says.
Outcome<Events, Refusal> attach(const Case& state, const Command& command, const Library& library, const Found& found);

}  // namespace casus::engine
