// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/server.hpp"

#include "core/base/fault.hpp"
#include "core/base/text.hpp"
#include "core/web/server/connection.hpp"
#include "core/web/server/worker.hpp"

#include <fmt/format.h>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>

#include <algorithm>
#include <atomic>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>

namespace casus::web {
namespace {

constexpr std::chrono::seconds kTick{1};
constexpr std::chrono::milliseconds kAfterAcceptError{50};

}  // namespace

struct Server::Inside final : Streams, Around {
  Inside(Listening listening, Site& the_site)
      : how(std::move(listening)),
        site(the_site),
        acceptor(io),
        pause(io),
        ticks(io),
        pings(io),
        last(io),
        signals(io),
        errands(how.bounds.errands_waiting),
        worker(how.bounds.work_waiting) {}
  ~Inside() override {
    errands.stop();
    worker.stop();
  }

  void tell(std::string topic, std::string event) override {
    asio::post(io, [this, topic = std::move(topic), event = std::make_shared<const std::string>(std::move(event))] {
      const auto found = streams.find(topic);
      if (found == streams.end()) return;
      const std::vector<std::shared_ptr<Connection>> all(found->second.begin(), found->second.end());
      for (const auto& one : all) one->event(event);  // may close, and so leave the set
    });
  }
  void end(std::string owner) override {
    asio::post(io, [this, owner = std::move(owner)] {
      for (const auto& one : listening_where([&](const Connection& each) { return each.owner == owner; })) one->close();
    });
  }
  std::size_t listeners() const override { return listener_count; }

  const Bounds& bounds() const override { return how.bounds; }
  bool stopping() const override { return winding_up; }
  void ask(std::shared_ptr<Connection> connection, Request request) override;
  bool takes_file(const std::string& path) const override { return site.takes_file(path); }
  bool begin_file(const std::string& peer) override;
  void end_file(const std::string& peer) override;
  void listens(const std::shared_ptr<Connection>& connection) override;
  void gone(const std::shared_ptr<Connection>& connection) override;

  template <class Which>
  std::vector<std::shared_ptr<Connection>> listening_where(Which which) const {
    std::vector<std::shared_ptr<Connection>> found;
    for (const auto& [topic, all] : streams)
      for (const auto& one : all)
        if (which(*one)) found.push_back(one);
    return found;
  }

  void bind();
  void accept();
  void accepted(tcp::socket socket);
  void keep_ticking();
  void keep_pinging();
  void wind_up();
  /// Any thread.
  void reply(std::shared_ptr<Connection> connection, Response response);
  void work(std::shared_ptr<Connection> connection, std::function<Response()> answering);
  void fetch(std::shared_ptr<Connection> connection, std::shared_ptr<const Errand> errand);
  std::optional<Response> not_for_us(const Request& request) const;
  bool is_known_host(std::string_view host) const;

  Listening how;
  Site& site;
  asio::io_context io{1};
  tcp::acceptor acceptor;
  asio::steady_timer pause, ticks, pings, last;
  asio::signal_set signals;
  std::optional<asio::ssl::context> tls;
  unsigned short port = 0;
  std::set<std::shared_ptr<Connection>> connections;
  std::map<std::string, std::size_t> of_one;
  std::map<std::string, std::size_t> files;  ///< on their way, by address
  std::unordered_map<std::string, std::set<std::shared_ptr<Connection>>> streams;
  std::atomic<std::size_t> listener_count = 0;
  std::atomic<bool> tick_waits = false;
  std::atomic<bool> over = false;  ///< nobody waits for an errand any more
  bool winding_up = false;
  Worker errands;  ///< last, these two: what they do uses the others
  Worker worker;
};

namespace {

[[noreturn]] void cannot_listen(const Listening& how, const std::string& why) {
  throw Fault(Fault::Kind::store, fmt::format("cannot listen on {}:{}: {}", how.address, how.port, why));
}

}  // namespace

void Server::Inside::bind() {
  Error error;
  const auto address = asio::ip::make_address(how.address, error);
  if (error) cannot_listen(how, error.message());
  if (!address.is_loopback() && !how.tls && how.proxy.empty())
    cannot_listen(how, "beyond this machine only with TLS or behind a proxy");
  if (how.tls) {
    tls.emplace(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(tls->native_handle(), TLS1_2_VERSION);
    tls->use_certificate_chain(asio::buffer(how.tls->certificate), error);
    if (!error) tls->use_private_key(asio::buffer(how.tls->key), asio::ssl::context::pem, error);
    if (error) cannot_listen(how, "certificate or key: " + error.message());
  }
  const tcp::endpoint endpoint(address, how.port);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) cannot_listen(how, error.message());
  port = acceptor.local_endpoint().port();
}

void Server::Inside::accept() {
  acceptor.async_accept([this](Error error, tcp::socket socket) {
    if (winding_up) return;
    if (!error) {
      accepted(std::move(socket));
      return accept();
    }
    // No more files for now, most likely: not in a circle.
    pause.expires_after(kAfterAcceptError);
    pause.async_wait([this](Error) {
      if (!winding_up) accept();
    });
  });
}

void Server::Inside::accepted(tcp::socket socket) {
  Error error;
  const auto from = socket.remote_endpoint(error);
  if (error || connections.size() >= how.bounds.connections) return;
  const auto peer = from.address().to_string();
  if (!from.address().is_loopback() && peer != how.proxy && of_one[peer] >= how.bounds.connections_of_one) return;
  socket.set_option(tcp::no_delay(true), error);
  std::shared_ptr<Connection> connection;
  if (tls) connection = std::make_shared<Talk<beast::ssl_stream<beast::tcp_stream>>>(*this, std::move(socket), *tls);
  else connection = std::make_shared<Talk<beast::tcp_stream>>(*this, std::move(socket));
  connection->peer = peer;
  ++of_one[peer];
  connections.insert(connection);
  connection->begin();
}

void Server::Inside::gone(const std::shared_ptr<Connection>& connection) {
  if (connections.erase(connection) == 0) return;
  if (--of_one[connection->peer] == 0) of_one.erase(connection->peer);
  if (const auto at = streams.find(connection->topic); at != streams.end() && at->second.erase(connection) > 0) {
    --listener_count;
    if (at->second.empty()) streams.erase(at);
  }
  if (winding_up && connections.empty()) io.stop();
}

bool Server::Inside::begin_file(const std::string& peer) {
  std::size_t all = 0;
  for (const auto& [address, count] : files) all += count;
  if (all >= how.bounds.files_at_once) return false;
  if (!is_loopback(peer) && peer != how.proxy && files[peer] >= how.bounds.files_of_one) return false;
  ++files[peer];
  return true;
}

void Server::Inside::end_file(const std::string& peer) {
  if (--files[peer] == 0) files.erase(peer);
}

void Server::Inside::listens(const std::shared_ptr<Connection>& connection) {
  streams[connection->topic].insert(connection);
  ++listener_count;
}

bool Server::Inside::is_known_host(std::string_view host) const {
  const auto known = [&](std::string_view name) {
    const bool bracketed = name.find(':') != std::string_view::npos;
    const auto bare = bracketed ? fmt::format("[{}]", name) : std::string(name);
    return host == bare || host == fmt::format("{}:{}", bare, port);
  };
  if (known(how.address) || std::ranges::any_of(how.names, known)) return true;
  return is_loopback(how.address) && (known("localhost") || known("127.0.0.1") || known("::1"));
}

std::optional<Response> Server::Inside::not_for_us(const Request& request) const {
  if (!how.proxy.empty() && request.peer != how.proxy) return plain(403, {});
  if (!is_known_host(request.header("host"))) return plain(421, {});
  return std::nullopt;
}

void Server::Inside::ask(std::shared_ptr<Connection> connection, Request request) {
  if (auto refused = not_for_us(request)) return connection->answer(std::move(*refused));
  if (!how.proxy.empty()) {
    const auto forwarded = request.header("x-forwarded-for");
    const auto comma = forwarded.rfind(',');
    request.peer = trimmed(comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1));
    request.secure = request.header("x-forwarded-proto") == "https";
  }
  if (auto at_once = site.at_once(request)) return connection->answer(std::move(*at_once));
  work(std::move(connection), [this, request = std::move(request)] { return site.answer(request); });
}

void Server::Inside::reply(std::shared_ptr<Connection> connection, Response response) {
  asio::post(io, [connection = std::move(connection), response = std::move(response)]() mutable {
    connection->answer(std::move(response));
  });
}

void Server::Inside::work(std::shared_ptr<Connection> connection, std::function<Response()> answering) {
  const bool taken = worker.ask([this, connection, answering = std::move(answering)] {
    Response response;
    try {
      response = answering();
    } catch (...) {
      response = plain(500, {});
    }
    if (response.errand) fetch(connection, std::move(response.errand));
    else reply(connection, std::move(response));
  });
  if (!taken) reply(std::move(connection), plain(503, {}));
}

void Server::Inside::fetch(std::shared_ptr<Connection> connection, std::shared_ptr<const Errand> errand) {
  const bool taken = errands.ask([this, connection, errand = std::move(errand)] {
    if (over) return;
    try {
      errand->away();
    } catch (...) {
      return reply(connection, plain(500, {}));
    }
    work(connection, errand->then);
  });
  if (!taken) reply(std::move(connection), plain(503, {}));
}

void Server::Inside::keep_ticking() {
  ticks.expires_after(kTick);
  ticks.async_wait([this](Error error) {
    if (error || winding_up) return;
    // When the work is behind, the next tick does for this one.
    if (!tick_waits.exchange(true) && !worker.ask([this] {
          try {
            site.tick(*this);
          } catch (...) {
            // What is wrong with the store is told to whoever asks next.
          }
          tick_waits = false;
        }))
      tick_waits = false;
    keep_ticking();
  });
}

void Server::Inside::keep_pinging() {
  pings.expires_after(how.bounds.ping);
  pings.async_wait([this](Error error) {
    if (error || winding_up) return;
    const auto ping = std::make_shared<const std::string>(": ping\n\n");
    for (const auto& one : listening_where([](const Connection&) { return true; })) one->event(ping);
    keep_pinging();
  });
}

void Server::Inside::wind_up() {
  if (winding_up) return;
  winding_up = true;
  Error ignored;
  acceptor.close(ignored);
  signals.cancel(ignored);
  const auto all = connections;
  for (const auto& one : all) one->wind_up();
  if (connections.empty()) return io.stop();
  last.expires_after(how.bounds.last_work);
  last.async_wait([this](Error) { io.stop(); });
}

Server::Server(Listening listening, Site& site) : inside_(std::make_unique<Inside>(std::move(listening), site)) {
  inside_->bind();
}

Server::~Server() = default;

unsigned short Server::port() const { return inside_->port; }

std::string Server::origin() const {
  const auto& how = inside_->how;
  if (!how.proxy.empty() && !how.names.empty()) return "https://" + how.names.front();
  auto host = how.names.empty() ? how.address : how.names.front();
  if (host.find(':') != std::string::npos) host = fmt::format("[{}]", host);
  return fmt::format("{}://{}:{}", how.tls ? "https" : "http", host, inside_->port);
}

Streams& Server::streams() { return *inside_; }

void Server::run() {
  auto& in = *inside_;
  if (in.how.stop_on_signals) {
    in.signals.add(SIGINT);
    in.signals.add(SIGTERM);
    in.signals.async_wait([&in](Error error, int) {
      if (!error) in.wind_up();
    });
  }
  in.accept();
  in.keep_ticking();
  in.keep_pinging();
  in.io.run();
  in.over = true;
  in.errands.stop();
  in.worker.stop();
}

void Server::stop() {
  asio::post(inside_->io, [&in = *inside_] { in.wind_up(); });
}

bool is_loopback(const std::string& address) {
  Error error;
  const auto parsed = asio::ip::make_address(address, error);
  return !error && parsed.is_loopback();
}

}  // namespace casus::web
