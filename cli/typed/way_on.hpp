// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/voice.hpp"

#include <string>

namespace casus::cli {

/// A way on as the line that a person types: "casus case next 2026-001 --because "..."", right for a POSIX shell but
/// for its gaps.
class TypedWays : public text::WayWriter {
 public:
  TypedWays() = default;
  /// With the name and the store that were given, so that the line works as it is printed.
  TypedWays(std::string as, std::string store, std::string command = "casus")
      : as_(std::move(as)), store_(std::move(store)), command_(std::move(command)) {}

  std::string write(const text::Way& way, const text::Voice& voice) const override;

 private:
  std::string as_;
  std::string store_;              ///< " --store PATH", or nothing
  std::string command_ = "casus";  ///< how the program was started
};

}  // namespace casus::cli
