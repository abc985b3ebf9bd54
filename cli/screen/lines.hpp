// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace casus::cli {

/// Lines from a file descriptor, without waiting for more than is there when asked so. A line over the limit of a
/// command is cut short, so that a sender without line ends cannot fill the memory.
class Lines {
 public:
  explicit Lines(int descriptor) : descriptor_(descriptor) {}

  /// The next line, waiting for it; nothing at the end. Throws Fault(store) when it cannot be read.
  std::optional<std::string> next();

  /// Whether a whole line can be had now.
  bool waiting();

 private:
  /// Reads once; false at the end.
  bool fill();
  bool has_line() const { return buffer_.find('\n', begin_) != std::string::npos; }

  int descriptor_;
  std::string buffer_;
  std::size_t begin_ = 0;
  bool ended_ = false;
};

}  // namespace casus::cli
