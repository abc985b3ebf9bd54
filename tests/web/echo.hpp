// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/base/fault.hpp"
#include "core/web/server/head.hpp"
#include "core/web/server/server.hpp"
#include "tests/web/wire.hpp"

#include <atomic>
#include <chrono>
#include <optional>
#include <string>
#include <thread>
#include <utility>

namespace casus::test {

/// Says what it was asked. "/slow" takes its time, "/held" until it is let go, "/events" stays open.
class Echo final : public web::Site {
 public:
  std::optional<web::Response> at_once(const web::Request& request) override {
    if (request.path == "/hello") return web::plain(200, "hello");
    return std::nullopt;
  }
  web::Response answer(const web::Request& request) override {
    if (request.path == "/wrong") throw Fault(Fault::Kind::store, "secret place");
    if (request.path == "/guess") return web::plain(429, {});
    if (request.path == "/slow") std::this_thread::sleep_for(std::chrono::milliseconds(300));
    if (request.path == "/held") {
      ++begun;
      while (held) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    if (request.path == "/events")
      return web::Response{.body = "data: first\n\n", .topic = request.query, .owner = "owner of " + request.query};
    return web::plain(200, request.method + " " + request.path + " " + request.query + " " + request.body);
  }
  std::string_view route(const std::string& path) const override {
    return path.starts_with("/case/") ? "/case/{case}" : "other";
  }
  web::SiteFigures tick(web::Streams&) override {
    ++ticks;
    if (away) throw Fault(Fault::Kind::store, "the database is away");
    return {42, 3};
  }

  std::atomic<int> ticks = 0;
  std::atomic<int> begun = 0;  ///< of "/held"
  std::atomic<bool> held = true;
  std::atomic<bool> away = false;
};

/// Waits until it holds; false when it never does.
bool comes_true(auto holds) {
  for (int i = 0; i < 1000; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

inline web::Listening on_a_free_port() {
  web::Listening listening;
  listening.port = 0;
  listening.bounds.header_time = std::chrono::milliseconds(500);
  listening.bounds.body_time = std::chrono::milliseconds(500);
  listening.bounds.header_bytes = 4096;
  listening.bounds.body_bytes = 1000;
  return listening;
}

/// A server that runs as long as this lives.
struct Running {
  explicit Running(web::Listening listening = on_a_free_port())
      : server(std::move(listening), site), thread([this] { server.run(); }) {}
  ~Running() {
    site.held = false;
    server.stop();
    thread.join();
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;

  std::string host() const { return "127.0.0.1:" + std::to_string(server.port()); }
  Got ask(const std::string& bytes) const {
    Wire wire(server.port());
    wire.send(bytes);
    return wire.answer();
  }
  Got get(const std::string& path) const { return ask("GET " + path + " HTTP/1.1\r\nHost: " + host() + "\r\n\r\n"); }
  /// Of who watches over it.
  Got watch(const std::string& path) const {
    Wire wire(server.metrics_port());
    wire.send("GET " + path + " HTTP/1.1\r\nHost: watch\r\n\r\n");
    return wire.answer();
  }

  Echo site;
  web::Server server;
  std::thread thread;
};

}  // namespace casus::test
