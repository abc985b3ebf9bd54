// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/web/server/connection.hpp"

#include <fmt/format.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <functional>
#include <set>
#include <string>
#include <utility>

/// Ports at which connections come in. Internal to server.cpp, which alone includes it.
namespace casus::web {

[[noreturn]] inline void cannot_listen(const Endpoint& at, const std::string& why) {
  throw Fault(Fault::Kind::store, fmt::format("cannot listen on {}:{}: {}", at.address, at.port, why));
}

class Door {
 public:
  using Came = std::function<void(tcp::socket socket)>;

  Door(asio::io_context& io, Came came) : acceptor_(io), pause_(io), came_(std::move(came)) {}

  /// Throws Fault(store) when it cannot be had.
  void open(const Endpoint& at) {
    Error error;
    const auto address = asio::ip::make_address(at.address, error);
    if (error) cannot_listen(at, error.message());
    const tcp::endpoint endpoint(address, at.port);
    acceptor_.open(endpoint.protocol(), error);
    if (!error) acceptor_.set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_.bind(endpoint, error);
    if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
    if (error) cannot_listen(at, error.message());
    port_ = acceptor_.local_endpoint().port();
  }
  unsigned short port() const { return port_; }

  void begin() {
    acceptor_.async_accept([this](Error error, tcp::socket socket) {
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
  }

 private:
  tcp::acceptor acceptor_;
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
      : answers_(std::move(answers)), door_(io, [this](tcp::socket socket) { came(std::move(socket)); }) {
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
  std::optional<Refused> begin_file(const std::string&) override { return Refused::files; }
  void end_file(const std::string&) override {}
  Response refusal(const Request&, Refused) override { return plain(413, {}); }
  std::string_view route(const std::string&) const override { return kNoRoute; }
  std::string_view team(const std::string&) const override { return {}; }
  void answered(const Answered&) override {}  // who watches is not counted
  void ask(std::shared_ptr<Connection> connection, Request request) override { connection->answer(answers_(request)); }
  void listens(const std::shared_ptr<Connection>&) override {}
  void gone(const std::shared_ptr<Connection>& connection) override { connections_.erase(connection); }

 private:
  static constexpr std::size_t kMost = 32;

  void came(tcp::socket socket) {
    if (connections_.size() >= kMost) return;
    const auto connection = std::make_shared<Talk<beast::tcp_stream>>(*this, std::move(socket));
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
