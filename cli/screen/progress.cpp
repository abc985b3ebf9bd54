// SPDX-License-Identifier: EUPL-1.2
#include "cli/screen/progress.hpp"

#include <fmt/format.h>

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace casus::cli {

using std::chrono::steady_clock;

Progress::Progress() : next_(steady_clock::now() + std::chrono::seconds(1)), terminal_(isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() { clear(); }

void Progress::clear() {
  if (drawn_) std::fputs("\r\033[K", stderr);
  drawn_ = false;
}

void Progress::at(std::int64_t done, std::int64_t of) {
  if (!terminal_ || of <= 0 || steady_clock::now() < next_) return;
  next_ = steady_clock::now() + std::chrono::milliseconds(100);
  drawn_ = true;
  constexpr std::int64_t kWidth = 40;
  const auto filled = std::clamp<std::int64_t>(done * kWidth / of, 0, kWidth);
  std::fputs(
      fmt::format("\r[{:#<{}}{:.<{}}] {:3}% {}/{}", "", filled, "", kWidth - filled, done * 100 / of, done, of).c_str(),
      stderr);
  std::fflush(stderr);
}

}  // namespace casus::cli
