// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/cannot_listen.hpp"
#include "core/web/server/connection.hpp"
#include "core/web/server/socket_file.hpp"

#include <fmt/format.h>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>

#include <sys/socket.h>

#include <chrono>
#include <cstring>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// Ports, or a socket file, at which connections come in. Internal to server.cpp, which alone includes it.
namespace casus::web {

/// As it was given.
inline std::string in_words(const Endpoint& at) { return fmt::format("{}:{}", at.address, at.port); }

/// An endpoint of TCP, out of one of any kind.
inline asio::ip::tcp::endpoint tcp_endpoint(const asio::generic::stream_protocol::endpoint& any) {
  asio::ip::tcp::endpoint out;
  if (any.size() > out.capacity()) return out;
  std::memcpy(out.data(), any.data(), any.size());
  out.resize(any.size());
  return out;
}

class Door {
 public:
  using Came = std::function<void(Socket socket)>;

  Door(asio::io_context& io, Came came) : acceptor_(io), pause_(io), came_(std::move(came)) {}

  /// Throws Fault(store) when it cannot be had.
  void open(const Endpoint& at) {
    Error error;
    const auto address = asio::ip::make_address(at.address, error);
    if (error) cannot_listen(in_words(at), text::msg("listen.no_address"));
    const asio::ip::tcp::endpoint endpoint(address, at.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) not_to_be_had(in_words(at), error.value());
    port_ = tcp_endpoint(acceptor_.local_endpoint()).port();
  }
  /// The same, under a name in the file system; it goes with this.
  void open(const std::string& socket_file) {
    file_.emplace(socket_file);
    acceptor_.assign(asio::generic::stream_protocol(AF_UNIX, 0), file_->take());
  }
  unsigned short port() const { return port_; }
  /// The address of who is at the other end; over a socket file see `peer_at`. Empty when it is gone already.
  std::string peer_of(Socket& socket, const std::vector<unsigned>& users) const {
    if (file_) return peer_at(socket.native_handle(), users);
    Error error;
    const auto from = socket.remote_endpoint(error);
    return error ? std::string() : tcp_endpoint(from).address().to_string();
  }

  void begin() {
    acceptor_.async_accept([this](Error error, Socket socket) {
      if (closed_) return;
      if (!error) {
        came_(std::move(socket));
        return begin();
      }
      // No more files for now, most likely: not in a circle.
      pause_.expires_after(std::chrono::milliseconds(50));
      pause_.async_wait([this](Error) {
        if (!closed_) begin();
      });
    });
  }

  void close() {
    Error ignored;
    closed_ = true;
    acceptor_.close(ignored);
    file_.reset();
  }

 private:
  asio::basic_socket_acceptor<asio::generic::stream_protocol> acceptor_;
  std::optional<SocketFile> file_;
  asio::steady_timer pause_;
  Came came_;
  unsigned short port_ = 0;
  bool closed_ = false;
};

/// The door for who watches over the server. What is asked there is told at once.
class WatchDoor final : public Around {
 public:
  using Answers = std::function<Response(const Request& request)>;

  WatchDoor(asio::io_context& io, Answers answers)
      : answers_(std::move(answers)), door_(io, [this](Socket socket) { came(std::move(socket)); }) {
    bounds_.header_bytes = 4096;
    bounds_.body_bytes = 0;
    bounds_.header_time = std::chrono::seconds(60);  // it is asked a few times a minute, over one connection
  }

  void open(const Endpoint& at) { door_.open(at); }
  unsigned short port() const { return door_.port(); }
  void begin() { door_.begin(); }
  void wind_up() {
    stopping_ = true;
    door_.close();
    const auto all = connections_;
    for (const auto& one : all) one->wind_up();
  }

  const Bounds& bounds() const override { return bounds_; }
  bool stopping() const override { return stopping_; }
  bool takes_file(const std::string&) const override { return false; }
  std::optional<Refused> begin_file(Connection&, const std::string&) override { return Refused::files; }
  void end_file(Connection&) override {}
  Response refusal(const Request&, Refused) override { return plain(413, {}); }
  Response no_path(const Request&) override { return plain(400, {}); }
  std::string_view route(const std::string&) const override { return kNoRoute; }
  std::string_view team(const std::string&) const override { return {}; }
  void answered(const Answered&) override {}  // who watches is not counted
  void ask(std::shared_ptr<Connection> connection, Request request) override { connection->answer(answers_(request)); }
  void listens(const std::shared_ptr<Connection>&) override {}
  void gone(const std::shared_ptr<Connection>& connection) override { connections_.erase(connection); }

 private:
  static constexpr std::size_t kMost = 32;

  void came(Socket socket) {
    if (connections_.size() >= kMost) return;
    const auto connection = std::make_shared<Talk<PlainLine>>(*this, std::move(socket));
    connections_.insert(connection);
    connection->begin();
  }

  Bounds bounds_;
  Answers answers_;
  Door door_;
  std::set<std::shared_ptr<Connection>> connections_;
  bool stopping_ = false;
};

}  // namespace casus::web
