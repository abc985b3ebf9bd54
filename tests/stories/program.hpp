// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/temp_dir.hpp"

#include <sys/types.h>

#include <chrono>
#include <csignal>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace casus::test {

/// What a person sees of a command line.
struct Ran {
  int exit = 0;  ///< as the shell tells it; -1 when a signal ended it
  std::string out;
  std::string err;

  bool operator==(const Ran&) const = default;
};

/// The lines of a text, without empty ones.
std::vector<std::string> lines_in(const std::string& text);

/// A process in a group of its own that is killed, with all it started, when the value ends.
class Process {
 public:
  using Environment = std::vector<std::pair<std::string, std::string>>;

  /// `arguments[0]` is a path; `input` is what standard input reads. Throws when it cannot be started.
  Process(const std::vector<std::string>& arguments, const Environment& environment,
          const std::filesystem::path& folder, const std::string& input = "/dev/null");
  Process(Process&& other) noexcept;
  Process& operator=(Process&&) = delete;
  ~Process();

  /// Reads what it writes, for this long or until both pipes are closed.
  void listen(std::chrono::milliseconds time);
  /// The same, until there are that many lines of output, or `at_most` is over.
  void listen_until_lines(std::ptrdiff_t lines, std::chrono::milliseconds at_most);

  void kill() const;

  /// Ctrl-C or another signal, as soon as the program catches it. Throws when it never does.
  void interrupt(int signal = SIGINT) const;

  /// Waits for the end. Throws std::runtime_error, with what was written so far, when that takes longer.
  Ran finish(std::chrono::milliseconds at_most = std::chrono::seconds(60));

  const Ran& so_far() const { return ran_; }

 private:
  bool read_once(int milliseconds);

  pid_t pid_ = -1;
  int pipes_[2] = {-1, -1};
  Ran ran_;
};

/// A person's empty home folder on a machine with casus: nothing of the machine that runs the tests shines through.
class Home {
 public:
  Home();

  /// A line as it is typed into a POSIX shell, in the home folder.
  Ran type(const std::string& line) const;
  Process begin(const std::string& line) const;

  /// Without a shell in between, for what is to be killed.
  Process begin_casus(std::vector<std::string> arguments, const std::string& input = "/dev/null") const;

  /// In a window of its own, as somebody sits behind it.
  std::unique_ptr<PseudoTerminal> in_terminal(std::vector<std::string> arguments, int rows = 24,
                                              int columns = 80) const;

  /// From here on a program of its own in <home>/kit, with a copy of these plugins and of all workflows beside it, for
  /// what spoils what ships.
  void own_kit(const std::vector<std::string>& plugins);

  void set(const std::string& variable, const std::string& value);
  const Process::Environment& environment() const { return environment_; }

  const TempDir& folder() const { return folder_; }
  std::filesystem::path store() const { return folder_ / "data/casus/casus.db"; }

  /// A text with what differs between machines and days taken out: $HOME, $CASUS for the folder of the build, $TODAY.
  std::string plain(std::string text) const;

 private:
  TempDir folder_;
  Process::Environment environment_;
};

/// The day it is for the program, which keeps the civil day of Amsterdam: 2026-03-02. Not the day of UTC: between 22:00
/// or 23:00 and midnight UTC the two differ.
std::string today();

/// The file with an example case of a method, such as "werf/werf".
std::filesystem::path example_of(std::string method);

}  // namespace casus::test
