// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/files/definition_file.hpp"
#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"

#include <optional>
#include <string>

/// Files by which a program is told whom to believe: what others on the machine may write, they decide.
namespace casus {

enum class Guarded {
  from_writing,  ///< by anybody but root and the user of this program
  from_reading,  ///< that too, and read by none of them; a group may read what root gave it to this program
};

/// The whole of a regular file that is guarded so. Else the problem says what is wrong, with the line to type that
/// mends it. A pipe or a device is refused, not waited for.
Outcome<std::string, Problem> read_guarded(const std::string& path, Guarded how,
                                           std::size_t most = kMostDefinitionBytes);

/// What is wrong with a folder in which nobody else may put, or take away, a file; nothing when all is well, or it is
/// not there.
std::optional<Problem> wrong_with_folder(const std::string& path);

}  // namespace casus
