// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A client that sends exactly the bytes that it is told to, on loopback or to a socket file; what a browser would
/// never send too.
namespace casus::test {

struct Got {
  int status = 0;
  std::map<std::string, std::string> headers;  ///< names in lower case
  std::vector<std::string> cookies;
  std::string body;

  bool has(std::string_view words) const { return body.find(words) != std::string::npos; }
};

/// One connection.
class Wire {
 public:
  explicit Wire(unsigned short port);
  /// Over a Unix socket.
  explicit Wire(const std::string& socket_file);
  ~Wire();
  Wire(const Wire&) = delete;
  Wire& operator=(const Wire&) = delete;

  /// False when the other side hung up.
  bool send(std::string_view bytes);
  /// All that comes until the other side hangs up, or until it has been silent for so long.
  std::string read_all(std::chrono::milliseconds patience = std::chrono::seconds(5));
  /// The next answer, by its Content-Length; status 0 when none came.
  Got answer(bool head_only = false);
  /// Until these words were read; whatever came up to then is taken.
  bool reads(std::string_view words, std::chrono::milliseconds patience = std::chrono::seconds(5));
  bool is_hung_up(std::chrono::milliseconds patience);
  const std::string& read_so_far() const { return read_; }

 private:
  bool fill(std::chrono::milliseconds patience);

  int socket_ = -1;
  std::string read_;
};

/// A browser with one jar of cookies: pages, forms with their token, and where it is sent.
class Browser {
 public:
  explicit Browser(unsigned short port) : port_(port), host_("127.0.0.1:" + std::to_string(port)) {}
  /// Behind a proxy that passes it on over a Unix socket.
  Browser(std::string socket_file, std::string host) : socket_file_(std::move(socket_file)), host_(std::move(host)) {}

  Got get(const std::string& path);
  /// Fills in the form with this id as it stands on the page that was got last, and sends it.
  Got submit(const std::string& form_id, const std::vector<std::pair<std::string, std::string>>& fields);
  /// Posts whatever it is told, with the token of the last page and, of a meeting, the case that it was drawn with.
  Got post(const std::string& path, std::vector<std::pair<std::string, std::string>> fields);
  /// Posts a form with a file in it, as a browser does, with the token of the last page.
  Got send_file(const std::string& path, const std::string& name, const std::string& bytes,
                const std::vector<std::pair<std::string, std::string>>& fields = {});
  /// Goes where the last answer sent it, until it comes to a page.
  Got follow(Got got);

  /// What the proxy in front adds to each request from here on: whole lines.
  void behind(std::string lines) { lines_ = std::move(lines); }
  const std::string& cookie() const { return cookie_; }
  void forget() { cookie_.clear(); }
  std::string request(const std::string& method, const std::string& path, const std::string& body = {}) const;
  const Got& page() const { return page_; }

 private:
  Got take(Got got);
  Wire connected() const;

  unsigned short port_ = 0;
  std::string socket_file_;
  std::string host_;
  std::string lines_;
  std::string cookie_;
  Got page_;
};

std::string encoded(std::string_view text);
/// The value of an attribute in the first tag that holds `mark`, behind `from`.
std::string value_behind(const std::string& html, std::string_view mark, std::string_view attribute = "value");

}  // namespace casus::test
