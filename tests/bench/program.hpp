// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace casus::bench {

/// A program with these words, whose output is read here. Ends it when this goes.
class Program {
 public:
  explicit Program(const std::vector<std::string>& words);
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// Waits for its end; false when it did not end well.
  bool end();
  /// Reads its output up to the end of the line that holds these words.
  std::string line_with(const std::string& words);
  pid_t child() const { return child_; }

 private:
  pid_t child_ = 0;
  int out_ = -1;
};

/// What a program took, from its start to its end.
struct Used {
  double memory = 0;  ///< bytes, at its most; looked at each 5 ms, so nothing of what ends sooner
};

/// Runs a program with its output thrown away, or put in a file, and waits for it; gives up when it did not end well.
Used run_program(const std::vector<std::string>& words, const std::string& output = "/dev/null");

}  // namespace casus::bench
