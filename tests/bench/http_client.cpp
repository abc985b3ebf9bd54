// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/http_client.hpp"

#include "core/web/server/encoding.hpp"
#include "tests/bench/samples.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

namespace casus::bench {

HttpClient::HttpClient(unsigned short port) : port_(port) {
  socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  const timeval patience{30, 0};
  if (socket_ < 0 || ::connect(socket_, reinterpret_cast<const sockaddr*>(&to), sizeof to) != 0 ||
      ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) != 0 ||
      ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience) != 0)
    give_up("no connection to the page");
}

HttpClient::~HttpClient() {
  if (socket_ >= 0) ::close(socket_);
}

HttpClient::HttpClient(HttpClient&& other) noexcept
    : cookie(std::move(other.cookie)),
      socket_(std::exchange(other.socket_, -1)),
      port_(other.port_),
      read_(std::move(other.read_)) {}

void HttpClient::send(const std::string& bytes) {
  for (std::size_t sent = 0; sent < bytes.size();) {
    const auto n = ::send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n <= 0) give_up("the page hung up");
    sent += static_cast<std::size_t>(n);
  }
}

void HttpClient::fill() {
  char bytes[65536];
  const auto n = ::recv(socket_, bytes, sizeof bytes, 0);
  if (n <= 0) give_up("the page did not answer");
  read_.append(bytes, static_cast<std::size_t>(n));
}

HttpClient::Answer HttpClient::answer() {
  std::size_t end = 0;
  while ((end = read_.find("\r\n\r\n")) == std::string::npos) fill();
  Answer got{.head = read_.substr(0, end + 2)};
  got.status = std::atoi(got.head.c_str() + 9);
  const auto at = got.head.find("\r\nContent-Length: ");
  const auto length = at == std::string::npos ? 0UL : std::strtoul(got.head.c_str() + at + 18, nullptr, 10);
  read_.erase(0, end + 4);
  while (read_.size() < length) fill();
  got.body = read_.substr(0, length);
  read_.erase(0, length);
  if (const auto set = got.head.find("\r\nSet-Cookie: casus="); set != std::string::npos)
    cookie = got.head.substr(set + 20, got.head.find(';', set) - set - 20);
  return got;
}

HttpClient::Answer HttpClient::get(const std::string& path) {
  send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\nCookie: casus=" + cookie +
       "\r\n\r\n");
  return answer();
}

HttpClient::Answer HttpClient::post(const std::string& path,
                                    const std::vector<std::pair<std::string, std::string>>& fields) {
  std::string body;
  for (const auto& [name, value] : fields)
    body += (body.empty() ? "" : "&") + web::percent_encoded(name) + '=' + web::percent_encoded(value);
  send("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\nCookie: casus=" + cookie +
       "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + std::to_string(body.size()) +
       "\r\n\r\n" + body);
  return answer();
}

void HttpClient::listen(const std::string& path) {
  send("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\nCookie: casus=" + cookie +
       "\r\n\r\n");
  while (read_.find("retry: ") == std::string::npos) fill();
  read_.clear();
}

std::string HttpClient::take() {
  fill();
  return std::exchange(read_, {});
}

std::string hidden_value(const std::string& page, const std::string& form, const std::string& name) {
  const auto at = page.find(" id=\"" + form + "\"");
  const auto field = page.find("name=\"" + name + "\" value=\"", at);
  if (at == std::string::npos || field == std::string::npos) give_up("the page has no form " + form);
  const auto from = field + name.size() + 15;
  return page.substr(from, page.find('"', from) - from);
}

}  // namespace casus::bench
