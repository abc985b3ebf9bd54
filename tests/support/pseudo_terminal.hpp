// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace casus::test {

/// A program in a real pseudo-terminal, and what a person would see in its window: the bytes go through a terminal
/// emulator (libvterm). The program is killed, with all it started, when the value ends.
class PseudoTerminal {
 public:
  using Environment = std::vector<std::pair<std::string, std::string>>;

  PseudoTerminal(std::vector<std::string> arguments, const Environment& environment,
                 const std::filesystem::path& folder, int rows = 24, int columns = 80);
  ~PseudoTerminal();
  PseudoTerminal(const PseudoTerminal&) = delete;
  PseudoTerminal& operator=(const PseudoTerminal&) = delete;

  /// As keys: "\r" is Enter, "\x03" Ctrl-C.
  void type(const std::string& keys);
  void resize(int rows, int columns);
  void signal(int number) const;

  /// Until the window shows this text, or nothing came for a while; whether it shows it.
  bool shows(const std::string& text, std::chrono::milliseconds at_most = std::chrono::seconds(90));
  /// Until the window does not show it any more.
  bool hides(const std::string& text, std::chrono::milliseconds at_most = std::chrono::seconds(90));

  /// The rows of the window, without spaces at their ends.
  std::vector<std::string> rows() const;
  std::string window() const;
  /// All that was ever written, as bytes.
  const std::string& written() const;
  /// Whether any sign in the window has a colour of its own.
  bool is_coloured() const;

  /// Waits for the end; the exit code, or minus the number of the signal that ended it. Throws when that takes longer.
  int finish(std::chrono::milliseconds at_most = std::chrono::seconds(90));

 private:
  bool read_for(std::chrono::milliseconds time);

  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace casus::test
