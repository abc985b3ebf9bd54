// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/encoding.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/metrics.hpp"
#include "core/web/server/server.hpp"
#include "core/web/server/strict_head.hpp"

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

/// One browser's connection. Internal to server.cpp, which alone includes it (with door.hpp): Boost.Beast costs half a
/// minute a source.
namespace casus::web {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using Error = beast::error_code;
/// TCP and Unix sockets alike: which one it is matters at the door alone.
using Socket = asio::generic::stream_protocol::socket;
using PlainLine = beast::basic_stream<asio::generic::stream_protocol>;
using SecureLine = beast::ssl_stream<PlainLine>;
using Event = std::shared_ptr<const std::string>;

/// What comes in. It keeps the head that is being read as it was sent: the parser joins lines without telling.
class Incoming : public beast::flat_buffer {
 public:
  explicit Incoming(std::size_t most) : beast::flat_buffer(most) {}

  void begin_head() {
    head_.clear();
    keeps_ = true;
  }
  std::string_view end_head() {
    keeps_ = false;
    return head_;
  }
  /// Called by Beast, with what the parser took.
  void consume(std::size_t bytes) {
    if (keeps_) head_.append(static_cast<const char*>(data().data()), std::min(bytes, size()));
    beast::flat_buffer::consume(bytes);
  }

 private:
  std::string head_;
  bool keeps_ = false;
};

class Line;

/// Whatever it runs over.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  virtual ~Connection() = default;
  virtual void begin() = 0;
  virtual void answer(Response response) = 0;
  virtual void event(Event event) = 0;
  virtual void close() = 0;
  /// Nothing more is taken; closes at once when nothing is on its way.
  virtual void wind_up() = 0;

  std::string peer;
  std::string topic;  ///< of a stream
  std::string owner;
  Line* line = nullptr;      ///< that it asked last; nothing before it asked
  Line* file_for = nullptr;  ///< a file is on its way to it, and was counted there
};

/// What a connection needs of the server around it.
class Around {
 public:
  virtual ~Around() = default;
  virtual const Bounds& bounds() const = 0;
  virtual bool stopping() const = 0;
  /// Whether a file may be sent to this path.
  virtual bool takes_file(const std::string& path) const = 0;
  /// Counts a body with a file that is on its way to this path, or says why it may not come.
  virtual std::optional<Refused> begin_file(Connection& from, const std::string& path) = 0;
  virtual void end_file(Connection& from) = 0;
  /// What who is refused gets instead.
  virtual Response refusal(const Request& request, Refused why) = 0;
  /// What who asked for no path at all gets instead.
  virtual Response no_path(const Request& request) = 0;
  /// Which kind of page it is, of which team, for `answered`.
  virtual std::string_view route(const std::string& path) const = 0;
  virtual std::string_view team(const std::string& path) const = 0;
  /// One request is done with.
  virtual void answered(const Answered& it) = 0;
  /// Answers, now or later.
  virtual void ask(std::shared_ptr<Connection> connection, Request request) = 0;
  /// Has become a stream.
  virtual void listens(const std::shared_ptr<Connection>& connection) = 0;
  /// Is closed.
  virtual void gone(const std::shared_ptr<Connection>& connection) = 0;
};

/// Reads requests one after the other, and writes their answers; or stays open as a stream of events.
template <class Line>
class Talk final : public Connection {
 public:
  template <class... More>
  Talk(Around& around, Socket socket, More&... more)
      : around_(around),
        bounds_(around.bounds()),
        line_(std::move(socket), more...),
        buffer_(bounds_.header_bytes * 2) {}

  void begin() override {
    if constexpr (kSecure) {
      lowest().expires_after(bounds_.header_time);
      line_.async_handshake(asio::ssl::stream_base::server, [self = me()](Error error) {
        if (error) self->close();
        else self->read();
      });
    } else {
      read();
    }
  }

  void answer(Response response) override {
    end_file();
    response_ = std::move(response);
    if (closed_) return done(0);
    const bool stream = !response_.topic.empty();
    if (around_.stopping()) keep_alive_ = false;
    const std::string_view body = response_.asset ? *response_.asset : response_.body;
    head_ = head_of(response_, body.size(), {kSecure, keep_alive_});
    std::array<asio::const_buffer, 2> all{asio::buffer(head_),
                                          asio::buffer(body.data(), without_body_ ? 0 : body.size())};
    lowest().expires_after(bounds_.write_time);
    asio::async_write(line_, all, [self = me(), stream](Error error, std::size_t bytes) {
      self->done(bytes);
      if (error || (stream ? self->around_.stopping() : !self->keep_alive_)) return self->close();
      if (stream) self->listen();
      else self->read();
    });
  }

  void event(Event event) override {
    if (closed_) return;
    if (waiting_.size() >= bounds_.events_waiting) return close();
    waiting_.push_back(std::move(event));
    if (waiting_.size() == 1) write_event();
  }

  void close() override {
    if (closed_) return;
    closed_ = true;
    end_file();
    const auto keep = me();
    lowest().close();
    around_.gone(keep);
  }

  void wind_up() override {
    if (idle_ || !topic.empty()) close();
    else keep_alive_ = false;
  }

 private:
  static constexpr bool kSecure = !std::is_same_v<Line, PlainLine>;

  std::shared_ptr<Talk> me() { return std::static_pointer_cast<Talk>(shared_from_this()); }
  PlainLine& lowest() { return beast::get_lowest_layer(line_); }

  void read() {
    idle_ = buffer_.size() == 0;
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(bounds_.header_bytes));
    parser_->body_limit(bounds_.file_bytes);
    buffer_.begin_head();
    lowest().expires_after(bounds_.header_time);
    http::async_read_header(line_, buffer_, *parser_, [self = me()](Error error, std::size_t) {
      self->idle_ = false;
      self->begun_ = std::chrono::steady_clock::now();
      if (error) return self->cannot_read(error);
      self->begin_request();
      if (may_be_misread(self->request_, self->parser_->get().version(), self->buffer_.end_head()))
        return self->refuse(400);
      if (!self->bound_body()) return;
      self->lowest().expires_after(self->file_for != nullptr ? self->bounds_.file_time : self->bounds_.body_time);
      http::async_read(self->line_, self->buffer_, *self->parser_, [self](Error failed, std::size_t) {
        if (failed) return self->cannot_read(failed);
        self->lowest().expires_never();
        self->asked();
      });
    });
  }

  /// All but the body, once the head was read.
  void begin_request() {
    const auto& head = parser_->get();
    request_.method = std::string(head.method_string());
    request_.peer = peer;
    request_.secure = kSecure;
    for (const auto& field : head) {
      std::string name(field.name_string());
      std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
      request_.headers.push_back({std::move(name), std::string(field.value())});
    }
    const std::string_view target(head.target().data(), head.target().size());
    const auto end = std::min(target.find('?'), target.size());
    if (auto path = path_from(target.substr(0, end))) request_.path = std::move(*path);
    if (end < target.size()) request_.query = std::string(target.substr(end + 1));
    method_ = head.method() == http::verb::get    ? "GET"
              : head.method() == http::verb::head ? "HEAD"
              : head.method() == http::verb::post ? "POST"
                                                  : "other";
    if (request_.path.empty()) return;
    route_ = around_.route(request_.path);
    team_ = around_.team(request_.path);
  }

  /// How much may come, now that it is known for what. False when it was refused.
  bool bound_body() {
    const bool large = parser_->content_length().value_or(0) > bounds_.body_bytes;
    if (!large) {
      parser_->body_limit(bounds_.body_bytes);
      return true;
    }
    auto why = std::optional(Refused::size);
    if (request_.method == "POST" && around_.takes_file(request_.path)) why = around_.begin_file(*this, request_.path);
    if (!why) return true;
    keep_alive_ = false;
    without_body_ = false;
    answer(around_.refusal(request_, *why));
    return false;
  }
  void end_file() {
    if (file_for != nullptr) around_.end_file(*this);
  }

  /// What is no HTTP is told so, once; who went away or was too slow is told nothing.
  void cannot_read(Error error) {
    if (error == http::error::header_limit || error == http::error::buffer_overflow) return refuse(431);
    if (error == http::error::body_limit) {
      // A length that is more than any file may be ends the reading of the head, when all of that was read.
      if (request_.headers.empty()) begin_request();
      keep_alive_ = false;
      without_body_ = false;
      return answer(around_.refusal(request_, Refused::size));
    }
    if (error.category() == make_error_code(http::error::end_of_stream).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message)
      return refuse(400);
    close();
  }
  /// What comes behind it is not read as a request.
  void refuse(int status) {
    keep_alive_ = false;
    without_body_ = false;
    answer(plain(status, {}));
  }

  void asked() {
    begun_ = std::chrono::steady_clock::now();
    auto message = parser_->release();
    keep_alive_ = message.keep_alive();
    without_body_ = message.method() == http::verb::head;
    if (method_ == "other") return answer(wrong_method("GET, HEAD, POST"));
    if (request_.path.empty()) return answer(no_path({message.target().data(), message.target().size()}));
    request_.body = std::move(message.body());
    around_.ask(me(), std::exchange(request_, {}));
  }

  /// What somebody typed one '/' too many for is shown the way; all else that is no path is none of ours.
  Response no_path(std::string_view target) const {
    const auto meant = method_ == "POST" ? std::nullopt : without_last_slash(target);
    return meant ? see_other(*meant) : around_.no_path(request_);
  }

  /// The answer went out, or nobody was there any more to take it.
  void done(std::size_t bytes) {
    using std::chrono::steady_clock;
    around_.answered({route_, method_, response_.status,
                      std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - begun_), bytes, team_,
                      response_.fault});
    request_ = {};
    route_ = kNoRoute;
    team_ = {};
    method_ = "other";
  }

  void listen() {
    topic = response_.topic;
    owner = response_.owner;
    around_.listens(me());
    lowest().expires_never();
    wait_for_end();
  }

  /// A browser that listens sends nothing more; what comes is its end.
  void wait_for_end() {
    line_.async_read_some(asio::buffer(unwanted_), [self = me()](Error, std::size_t) { self->close(); });
  }

  void write_event() {
    lowest().expires_after(bounds_.write_time);
    asio::async_write(line_, asio::buffer(*waiting_.front()), [self = me()](Error error, std::size_t) {
      if (error) return self->close();
      if (self->closed_) return;
      self->waiting_.pop_front();
      if (!self->waiting_.empty()) self->write_event();
    });
  }

  Around& around_;
  const Bounds& bounds_;
  Line line_;
  Incoming buffer_;
  std::optional<http::request_parser<http::string_body>> parser_;
  Request request_;  ///< that is being read
  std::string_view route_ = kNoRoute;
  std::string_view team_;
  std::string_view method_ = "other";
  std::chrono::steady_clock::time_point begun_;
  Response response_;
  std::string head_;
  std::deque<Event> waiting_;
  std::array<char, 16> unwanted_{};
  bool keep_alive_ = true;
  bool without_body_ = false;
  bool idle_ = false;
  bool closed_ = false;
};

}  // namespace casus::web
