// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/outcome.hpp"
#include "core/base/problem.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <system_error>

struct stat;

namespace casus {

/// What is wrong with a file that was opened: its owner, its rights. Nothing: it may be read.
using LookAtFile = std::function<std::optional<Problem>(const struct stat& found)>;

/// What reading a file came to, for who has words of their own for what went wrong.
struct FileRead {
  enum class Came { whole, system_error, not_regular, looked_wrong, larger };
  Came came = Came::whole;
  std::string bytes{};             ///< when whole
  int error = 0;                   ///< as `errno`, of the system
  std::optional<Problem> wrong{};  ///< what the look found
};

/// The whole of a regular file of at most `most` bytes; looked at first, when there is something to look for. A pipe or
/// a device is refused, not waited for.
FileRead read_whole(const std::string& path, std::size_t most, const LookAtFile& look = {});

/// The same, with the usual words.
Outcome<std::string, Problem> read_regular_file(const std::string& path, std::size_t most, const LookAtFile& look = {});

/// What the system said; the usual ones in the catalogue.
Telling system_said(const std::error_code& error);

}  // namespace casus
