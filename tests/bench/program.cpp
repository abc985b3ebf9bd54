// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/program.hpp"

#include "tests/bench/samples.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

extern "C" char** environ;

namespace casus::bench {

namespace {

/// What a program is started with; `actions` is used up.
pid_t spawned(const std::vector<std::string>& words, posix_spawn_file_actions_t& actions) {
  std::vector<char*> arguments;
  for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int code = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (code != 0) give_up("cannot start " + words[0]);
  return child;
}

constexpr int kSample = 5;  // ms

/// Bytes that a program has had at its most so far. What the system counts at its end is no measure: that begins with
/// what we had ourselves when we started it.
double most_of(pid_t child) {
  std::ifstream status("/proc/" + std::to_string(child) + "/status");
  constexpr std::string_view kName = "VmHWM:";
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(kName)) return 1024.0 * std::stod(line.substr(kName.size()));
  return 0;
}

}  // namespace

Program::Program(const std::vector<std::string>& words) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) give_up("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  child_ = spawned(words, actions);
  ::close(ends[1]);
  out_ = ends[0];
}

Program::~Program() {
  if (child_ > 0) {
    ::kill(child_, SIGTERM);
    end();
  }
  ::close(out_);
}

bool Program::end() {
  int status = 0;
  ::waitpid(child_, &status, 0);
  child_ = 0;
  return status == 0;
}

std::string Program::line_with(const std::string& words) {
  std::string all;
  char c = 0;
  while (::read(out_, &c, 1) == 1) {
    all += c;
    if (c == '\n' && all.find(words) != std::string::npos) return all;
  }
  give_up("it ended without saying " + words);
}

Used run_program(const std::vector<std::string>& words, const std::string& output) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 1, output.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  const auto child = spawned(words, actions);
  // By its number: the header of the C library declares the call for C alone.
  const auto ended = static_cast<int>(::syscall(SYS_pidfd_open, child, 0));
  if (ended < 0) give_up("cannot wait for " + words[0]);
  Used used;
  for (pollfd wait{ended, POLLIN, 0}; ::poll(&wait, 1, kSample) == 0;)
    used.memory = std::max(used.memory, most_of(child));
  ::close(ended);
  int status = 0;
  if (::waitpid(child, &status, 0) != child || status != 0) give_up("this did not end well: " + words[0]);
  return used;
}

}  // namespace casus::bench
