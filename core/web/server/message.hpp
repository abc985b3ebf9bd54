// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// What a browser asks and what it gets, as plain values: nothing here knows how it travels.
namespace casus::web {

struct Header {
  std::string name;
  std::string value;
};

struct Request {
  std::string method;           ///< GET, HEAD or POST; nothing else gets this far
  std::string path;             ///< decoded well-formed UTF-8; begins with '/', no part is empty, "." or ".."
  std::string query;            ///< behind the '?', as it was sent
  std::vector<Header> headers;  ///< names in lower case
  std::string body;
  std::string peer;     ///< address of who asks
  bool secure = false;  ///< over TLS, here or at the proxy in front
  /// Over a socket file, from a user whose word is taken: what its headers say of who asks comes from no browser.
  bool over_socket = false;

  /// Empty when it was not sent; the first when it was sent twice.
  std::string_view header(std::string_view lower_case_name) const;
  /// How often it was sent.
  std::size_t count(std::string_view lower_case_name) const;
  std::string_view cookie(std::string_view name) const;
};

struct Errand;

struct Response {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::vector<Header> headers = {};
  std::string body = {};
  /// Sent in the place of `body`, and shared: a file that is served from memory.
  std::shared_ptr<const std::string> asset = nullptr;
  /// Not empty: the answer stays open as a stream of events on this topic, and `body` begins it.
  std::string topic = {};
  /// Whose stream it is, to end it by.
  std::string owner = {};
  /// Something must be fetched first, and all else here says nothing.
  std::shared_ptr<const Errand> errand = nullptr;
  /// Which fault kept the page from being made, for the log: a name out of the program, with nothing of anybody.
  std::string fault = {};
};

/// What may take seconds: `away` is done beside the work, which goes on meanwhile, and then `then` in its turn, which
/// gives the answer.
struct Errand {
  std::function<void()> away;
  std::function<Response()> then;
};

/// The fields of a form, in their order.
class Fields {
 public:
  void add(std::string name, std::string value) { all_.push_back({std::move(name), std::move(value)}); }
  /// Empty when it is not there; the first when it is there twice.
  const std::string& get(std::string_view name) const;
  bool has(std::string_view name) const;
  std::vector<std::string> all(std::string_view name) const;
  /// Names that begin so, each once, in the order in which they were sent.
  std::vector<std::string> beginning(std::string_view prefix) const;
  const std::vector<Header>& each() const { return all_; }

 private:
  std::vector<Header> all_;
};

}  // namespace casus::web
