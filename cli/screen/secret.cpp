// SPDX-License-Identifier: EUPL-1.2
#include "cli/screen/secret.hpp"

#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <iostream>

namespace casus::cli {
namespace {

/// While it lives, what is typed is not shown.
class Unseen {
 public:
  Unseen() {
    if (tcgetattr(STDIN_FILENO, &before_) != 0) return;
    auto hidden = before_;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    hidden.c_lflag |= ECHONL;
    changed_ = tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden) == 0;
  }
  ~Unseen() {
    if (changed_) tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  Unseen(const Unseen&) = delete;
  Unseen& operator=(const Unseen&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

}  // namespace

std::optional<std::string> ask_secret(const std::string& question) {
  std::optional<Unseen> unseen;
  if (isatty(STDIN_FILENO) != 0) {
    unseen.emplace();  // first: what was typed before the question is not the answer to it
    std::fprintf(stderr, "%s ", question.c_str());
    std::fflush(stderr);
  }
  std::string typed;
  if (!std::getline(std::cin, typed)) return std::nullopt;
  if (typed.ends_with('\r')) typed.pop_back();
  return typed;
}

}  // namespace casus::cli
