// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casus::bench {

/// One kept connection to a server on loopback. Ends the program when the other side does not answer: see `give_up`.
class HttpClient {
 public:
  explicit HttpClient(unsigned short port);
  ~HttpClient();
  HttpClient(HttpClient&& other) noexcept;
  HttpClient& operator=(HttpClient&&) = delete;
  HttpClient(const HttpClient&) = delete;

  struct Answer {
    int status = 0;
    std::string head;
    std::string body;
  };
  Answer get(const std::string& path);
  Answer post(const std::string& path, const std::vector<std::pair<std::string, std::string>>& fields);
  /// Becomes a stream of events: what was sent before the first is read away.
  void listen(const std::string& path);
  int socket() const { return socket_; }
  /// What came on the stream since; empty when nothing did.
  std::string take();

  std::string cookie;

 private:
  void send(const std::string& bytes);
  void fill();
  Answer answer();

  int socket_ = -1;
  unsigned short port_ = 0;
  std::string read_;
};

/// The value of a hidden field with this name, in a form with this id.
std::string hidden_value(const std::string& page, const std::string& form, const std::string& name);

}  // namespace casus::bench
