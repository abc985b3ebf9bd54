// SPDX-License-Identifier: EUPL-1.2
#include "tests/remote/loopback.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <exception>
#include <stdexcept>
#include <utility>

namespace casus::test {
namespace {

/// The value of a header of this name, in small letters; empty when there is none.
std::string header_in(const std::string& head, const std::string& name) {
  auto small = head;
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto found = small.find("\r\n" + name + ": ");
  if (found == std::string::npos) return {};
  const auto begin = found + name.size() + 4;
  return head.substr(begin, head.find("\r\n", begin) - begin);
}

bool has_bytes(int line) {
  pollfd waits{line, POLLIN, 0};
  return ::poll(&waits, 1, 5000) > 0;
}

}  // namespace

Loopback::Loopback() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in here{};
  here.sin_family = AF_INET;
  here.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof here;
  if (socket_ < 0 || ::bind(socket_, reinterpret_cast<sockaddr*>(&here), size) != 0 || ::listen(socket_, 16) != 0 ||
      ::getsockname(socket_, reinterpret_cast<sockaddr*>(&here), &size) != 0)
    throw std::runtime_error("no port on this machine");
  port_ = ntohs(here.sin_port);
}

Loopback::~Loopback() {
  stop();
  ::close(socket_);
}

void Loopback::stop() {
  stop_ = true;
  if (thread_.joinable()) thread_.join();
}

std::string Loopback::root() const { return fmt::format("http://127.0.0.1:{}/", port_); }

void Loopback::serve(Answering answering) {
  answering_ = std::move(answering);
  thread_ = std::thread([this] { run(); });
}

void Loopback::run() {
  while (!stop_) {
    pollfd waits{socket_, POLLIN, 0};
    if (::poll(&waits, 1, 20) <= 0) continue;
    const int line = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (line < 0) continue;
    talk(line);
    ::close(line);
  }
}

void Loopback::talk(int line) {
  std::string read;
  std::size_t head = std::string::npos;
  std::size_t whole = 0;
  while (head == std::string::npos || read.size() < whole) {
    std::string part(1 << 16, '\0');
    if (!has_bytes(line)) return;
    const auto got = ::recv(line, part.data(), part.size(), 0);
    if (got <= 0) return;
    read.append(part, 0, static_cast<std::size_t>(got));
    if (head != std::string::npos) continue;
    head = read.find("\r\n\r\n");
    if (head == std::string::npos) continue;
    const auto length = header_in(read.substr(0, head + 2), "content-length");
    whole = head + 4 + (length.empty() ? 0 : std::stoul(length));
  }
  const auto lines = read.substr(0, head + 2);
  const auto path = read.find(' ') + 1;
  remote::Question question{.address = root() + read.substr(path + 1, read.find(' ', path) - path - 1),
                            .bearer = header_in(lines, "authorization"),
                            .method = read.substr(0, path - 1),
                            .json = read.substr(head + 4)};
  if (question.bearer.starts_with("Bearer ")) question.bearer.erase(0, 7);
  question.headers = {lines};
  std::optional<remote::Answer> answer;
  try {
    answer = answering_(question);
  } catch (const std::exception&) {
    answer.reset();
  }
  if (!answer) return;
  auto bytes =
      fmt::format("HTTP/1.1 {} Antwoord\r\nConnection: close\r\nContent-Type: application/json\r\n", answer->status);
  if (answer->status != 204) bytes += fmt::format("Content-Length: {}\r\n", answer->body.size());
  if (answer->retry_after) bytes += fmt::format("Retry-After: {}\r\n", *answer->retry_after);
  bytes += "\r\n" + answer->body;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto sent = ::send(line, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
    if (sent <= 0) return;
    at += static_cast<std::size_t>(sent);
  }
}

}  // namespace casus::test
