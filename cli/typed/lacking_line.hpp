// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::cli {

/// A line that was typed and lacks something, in two: what is missing goes in between, before the words that stand
/// behind `--`.
struct LackingLine {
  std::string before;  ///< "case show 2026-001 --as Noor"
  std::string behind;  ///< " -- -x", or nothing
  bool named = false;  ///< it says in whose name
};

/// The line without what it says of the store and of this option ("because"), right for a POSIX shell. Nothing when the
/// verb has no such option, so that it lacks elsewhere, and when a citizen service number stands in the line, or an
/// address with a password: that is not said back.
std::optional<LackingLine> line_lacking(const std::vector<std::string>& typed, std::string_view option);

}  // namespace casus::cli
