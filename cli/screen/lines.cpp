// SPDX-License-Identifier: EUPL-1.2
#include "cli/screen/lines.hpp"

#include "core/desk/apply.hpp"
#include "core/text/problem_words.hpp"
#include "core/text/said_fault.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace casus::cli {

bool Lines::fill() {
  buffer_.erase(0, begin_);
  begin_ = 0;
  std::array<char, 1 << 16> part;
  ssize_t got = 0;
  do got = ::read(descriptor_, part.data(), part.size());
  while (got < 0 && errno == EINTR);
  if (got < 0)
    throw text::SaidFault(Fault::Kind::store,
                          text::msg("fault.input_not_read", "error"_is = text::system_words(errno)));
  ended_ = got == 0;
  buffer_.append(part.data(), static_cast<std::size_t>(got));
  return !ended_;
}

std::optional<std::string> Lines::next() {
  std::string too_long;
  while (!has_line() && !ended_) {
    // One byte over the limit is enough to be refused; the rest of the line is thrown away as it comes.
    if (buffer_.size() - begin_ > desk::kLineBytes) {
      if (too_long.empty()) too_long = buffer_.substr(begin_, desk::kLineBytes + 1);
      begin_ = buffer_.size();
    }
    fill();
  }
  const auto end = buffer_.find('\n', begin_);
  if (end == std::string::npos && begin_ == buffer_.size() && too_long.empty()) return std::nullopt;
  auto line = buffer_.substr(begin_, end == std::string::npos ? end : end - begin_);
  begin_ = end == std::string::npos ? buffer_.size() : end + 1;
  return too_long.empty() ? line : too_long;
}

bool Lines::waiting() {
  while (!has_line() && !ended_ && buffer_.size() - begin_ <= desk::kLineBytes) {
    pollfd wanted{descriptor_, POLLIN, 0};
    if (poll(&wanted, 1, 0) <= 0) return false;
    fill();
  }
  return has_line();
}

}  // namespace casus::cli
