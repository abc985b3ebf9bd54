// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/support/catch.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace casus::store {

/// A process of its own that reports numbers through a pipe, so that it can be killed, or limited, without harm to the
/// tests. Killed and waited for when the value ends.
class Child {
 public:
  using Report = std::function<void(std::int64_t)>;

  explicit Child(const std::function<void(const Report&)>& work) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    pid_ = ::fork();
    REQUIRE(pid_ >= 0);
    if (pid_ == 0) {
      ::close(ends[0]);
      int code = 0;
      try {
        work([&](std::int64_t number) {
          if (::write(ends[1], &number, sizeof number) != sizeof number) ::_exit(3);
        });
      } catch (const std::exception& thrown) {
        std::fprintf(stderr, "a child of the test: %s\n", thrown.what());
        code = 2;
      }
      ::_exit(code);  // never back into the test runner
    }
    ::close(ends[1]);
    pipe_ = ends[0];
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      wait();
    }
    ::close(pipe_);
  }

  /// The next number; nothing when the child is gone and all it reported was read.
  std::optional<std::int64_t> next() {
    std::int64_t number = 0;
    ssize_t got = 0;
    do got = ::read(pipe_, &number, sizeof number);
    while (got < 0 && errno == EINTR);
    if (got != sizeof number) return std::nullopt;
    return number;
  }
  std::vector<std::int64_t> rest() {
    std::vector<std::int64_t> numbers;
    while (const auto number = next()) numbers.push_back(*number);
    return numbers;
  }

  void kill() { ::kill(pid_, SIGKILL); }

  /// Exit code; -1 when a signal ended it.
  int wait() {
    int status = 0;
    ::waitpid(std::exchange(pid_, -1), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

 private:
  pid_t pid_ = -1;
  int pipe_ = -1;
};

}  // namespace casus::store
