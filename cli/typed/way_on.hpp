// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/text/voice.hpp"

#include <string>
#include <utility>
#include <vector>

namespace casus::cli {

/// A way on as the line that a person types: "casus case next 2026-001 --because "..."", right for a POSIX shell but
/// for its gaps. What a line lacks is that line again, with it.
class TypedWays : public text::WayWriter {
 public:
  TypedWays() = default;
  /// With the name and the store that were given, so that the line works as it is printed. `typed`: the line that is
  /// answered, without the program's name; empty when it is not one that was typed.
  TypedWays(std::string as, std::string store, std::string command = "casus", std::vector<std::string> typed = {})
      : as_(std::move(as)), store_(std::move(store)), command_(std::move(command)), typed_(std::move(typed)) {}

  std::string write(const text::Way& way, const text::Voice& voice) const override;

 private:
  std::string as_;
  std::string store_;              ///< " --store PATH", or nothing
  std::string command_ = "casus";  ///< how the program was started
  std::vector<std::string> typed_;
};

/// The same on the screen of a meeting, which knows the store and who types: a word of the meeting where it does the
/// same to the case at hand, else a bare line. What is lacking in a line stays an option of that line.
class SpokenWays final : public TypedWays {
 public:
  explicit SpokenWays(std::string case_at_hand) : case_at_hand_(std::move(case_at_hand)) {}

  std::string write(const text::Way& way, const text::Voice& voice) const override;

 private:
  std::string case_at_hand_;  ///< empty: words of the meeting are about another case
};

}  // namespace casus::cli
