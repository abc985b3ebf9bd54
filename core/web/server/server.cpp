// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/server.hpp"

#include "core/base/fault.hpp"
#include "core/base/text.hpp"
#include "core/web/server/addresses.hpp"
#include "core/web/server/connection.hpp"
#include "core/web/server/door.hpp"
#include "core/web/server/shares.hpp"
#include "core/web/server/watching.hpp"
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
#include <limits>
#include <set>
#include <unordered_map>

namespace casus::web {
namespace {

using std::chrono::steady_clock;

constexpr std::chrono::seconds kTick{1};
constexpr std::chrono::milliseconds kTickForListeners{100};
constexpr std::chrono::seconds kTickWhenAway{5};  ///< of a database that is away somebody else wants to hear too

/// A request on its way, with the turn that it takes until it is answered.
struct Asking {
  std::shared_ptr<Connection> connection;
  Turn turn;
};

int status_of(Refused why) {
  switch (why) {
    case Refused::size: return 413;
    case Refused::files:
    case Refused::queue: return 503;
    default: return 429;
  }
}

}  // namespace

struct Server::Inside final : Streams, Around {
  Inside(Listening listening, Site& the_site)
      : how(std::move(listening)),
        site(the_site),
        door(io, [this](Socket socket) { accepted(std::move(socket)); }),
        watch(io, [this](const Request& request) { return told_to_watch(request); }),
        watching(how.log),
        ticks(io),
        pings(io),
        last(io),
        signals(io),
        turns(how.bounds),
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
  std::optional<Refused> begin_file(const std::string& peer) override;
  void end_file(const std::string& peer) override { files.give_back(peer); }
  Response refusal(const Request& request, Refused why) override;
  std::string_view route(const std::string& path) const override;
  void answered(const Answered& it) override { watching.answered(it); }
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
  void bind_port();
  void bind_file();
  void accepted(Socket socket);
  void keep_ticking();
  void keep_pinging();
  void wind_up();
  /// Any thread.
  void reply(Asking asking, Response response);
  void work(Asking asking, std::function<Response()> answering);
  void fetch(Asking asking, std::shared_ptr<const Errand> errand);
  std::optional<Response> not_for_us(const Request& request) const;
  bool may_have_all(const std::string& peer) const { return is_loopback(peer) || peer == how.proxy; }
  std::size_t may_have(const std::string& peer, std::size_t most) const;
  Response told_to_watch(const Request& request) const;

  Listening how;
  Site& site;
  asio::io_context io{1};
  Door door;
  WatchDoor watch;
  Watching watching;
  asio::steady_timer ticks, pings, last;
  asio::signal_set signals;
  std::optional<asio::ssl::context> tls;
  std::set<std::shared_ptr<Connection>> connections;
  Shares of_one;  ///< connections, by address
  Shares files;   ///< on their way, by address
  Turns turns;
  std::unordered_map<std::string, std::set<std::shared_ptr<Connection>>> streams;
  std::atomic<std::size_t> listener_count = 0;
  bool tick_waits = false;
  std::atomic<bool> over = false;  ///< nobody waits for an errand any more
  bool winding_up = false;
  Worker errands;  ///< last, these two: what they do uses the others
  Worker worker;
};

void Server::Inside::bind() {
  if (how.socket_file.empty()) bind_port();
  else bind_file();
  if (how.metrics) watch.open(*how.metrics);
}

void Server::Inside::bind_file() {
  how.proxy = kSocketProxy;
  how.address.clear();
  how.tls.reset();
  if (how.names.empty())
    throw Fault(Fault::Kind::store,
                fmt::format("cannot listen on unix:{}: without a name of the page", how.socket_file));
  door.open(how.socket_file);
}

void Server::Inside::bind_port() {
  const Endpoint at{how.address, how.port};
  Error error;
  const auto address = asio::ip::make_address(how.address, error);
  if (error) cannot_listen(at, error.message());
  if (!address.is_loopback() && !how.tls && how.proxy.empty())
    cannot_listen(at, "beyond this machine only with TLS or behind a proxy");
  if (how.tls) {
    tls.emplace(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(tls->native_handle(), TLS1_2_VERSION);
    tls->use_certificate_chain(asio::buffer(how.tls->certificate), error);
    if (!error) tls->use_private_key(asio::buffer(how.tls->key), asio::ssl::context::pem, error);
    if (error) cannot_listen(at, "certificate or key: " + error.message());
  }
  door.open(at);
}

/// Who comes from this machine may have all that there is.
std::size_t Server::Inside::may_have(const std::string& peer, std::size_t most) const {
  return may_have_all(peer) ? std::numeric_limits<std::size_t>::max() : most;
}

void Server::Inside::accepted(Socket socket) {
  const auto peer = door.peer_of(socket, how.socket_users);
  if (peer.empty()) return;
  if (connections.size() >= how.bounds.connections || !of_one.take(peer, may_have(peer, how.bounds.connections_of_one)))
    return watching.refused(Refused::connections);
  Error ignored;
  if (how.socket_file.empty()) socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  std::shared_ptr<Connection> connection;
  if (tls) connection = std::make_shared<Talk<SecureLine>>(*this, std::move(socket), *tls);
  else connection = std::make_shared<Talk<PlainLine>>(*this, std::move(socket));
  connection->peer = peer;
  connections.insert(connection);
  connection->begin();
}

void Server::Inside::gone(const std::shared_ptr<Connection>& connection) {
  if (connections.erase(connection) == 0) return;
  of_one.give_back(connection->peer);
  if (const auto at = streams.find(connection->topic); at != streams.end() && at->second.erase(connection) > 0) {
    --listener_count;
    if (at->second.empty()) streams.erase(at);
  }
  if (winding_up && connections.empty()) io.stop();
}

std::optional<Refused> Server::Inside::begin_file(const std::string& peer) {
  if (files.all() >= how.bounds.files_at_once) return Refused::files;
  if (!files.take(peer, may_have(peer, how.bounds.files_of_one))) return Refused::address;
  return std::nullopt;
}

Response Server::Inside::refusal(const Request& request, Refused why) {
  watching.refused(why);
  auto response = site.refusal(request, why);
  response.status = status_of(why);
  if (response.status != 413) response.headers.push_back({"Retry-After", "2"});
  return response;
}

std::string_view Server::Inside::route(const std::string& path) const {
  return Watching::is_health(path) ? "/health" : site.route(path);
}

void Server::Inside::listens(const std::shared_ptr<Connection>& connection) {
  streams[connection->topic].insert(connection);
  ++listener_count;
}

std::optional<Response> Server::Inside::not_for_us(const Request& request) const {
  if (!how.proxy.empty() && request.peer != how.proxy) return plain(403, {});
  if (!is_known_host(how, door.port(), request.header("host"))) return plain(421, {});
  return std::nullopt;
}

void Server::Inside::ask(std::shared_ptr<Connection> connection, Request request) {
  // Whoever spreads the work over servers asks it by any name, and it says nothing of anybody.
  if (auto health = watching.health(request.path)) return connection->answer(std::move(*health));
  if (auto refused = not_for_us(request)) return connection->answer(std::move(*refused));
  if (!how.proxy.empty()) {
    const auto forwarded = request.header("x-forwarded-for");
    const auto comma = forwarded.rfind(',');
    request.peer = trimmed(comma == std::string_view::npos ? forwarded : forwarded.substr(comma + 1));
    request.secure = request.header("x-forwarded-proto") == "https";
    request.over_socket = !how.socket_file.empty();
  }
  if (auto at_once = site.at_once(request)) return connection->answer(std::move(*at_once));
  Turn turn{std::string(request.header("cookie")), request.peer};
  if (const auto why = turns.begin(turn, may_have_all(turn.address))) return connection->answer(refusal(request, *why));
  work({std::move(connection), std::move(turn)}, [this, request = std::move(request)] { return site.answer(request); });
}

void Server::Inside::reply(Asking asking, Response response) {
  asio::post(io, [this, asking = std::move(asking), response = std::move(response)]() mutable {
    turns.end(asking.turn);
    if (response.status == 429) watching.refused(Refused::guesses);
    asking.connection->answer(std::move(response));
  });
}

void Server::Inside::work(Asking asking, std::function<Response()> answering) {
  const auto asked = steady_clock::now();
  const bool taken = worker.ask([this, asking, asked, answering = std::move(answering)] {
    const auto waited = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - asked);
    asio::post(io, [this, waited] { watching.waited(waited); });
    Response response;
    try {
      response = answering();
    } catch (...) {
      response = plain(500, {});
    }
    if (response.errand) fetch(asking, std::move(response.errand));
    else reply(asking, std::move(response));
  });
  if (!taken) reply(std::move(asking), plain(503, {}));
}

void Server::Inside::fetch(Asking asking, std::shared_ptr<const Errand> errand) {
  const bool taken = errands.ask([this, asking, errand = std::move(errand)] {
    if (over) return;
    try {
      errand->away();
    } catch (...) {
      return reply(asking, plain(500, {}));
    }
    work(asking, errand->then);
  });
  if (!taken) reply(std::move(asking), plain(503, {}));
}

void Server::Inside::keep_ticking() {
  if (!watching.store_answers()) ticks.expires_after(kTickWhenAway);
  else if (listener_count > 0) ticks.expires_after(kTickForListeners);
  else ticks.expires_after(kTick);
  ticks.async_wait([this](Error error) {
    if (error || winding_up) return;
    // When the work is behind, the next tick does for this one.
    if (!tick_waits)
      tick_waits = worker.ask([this] {
        std::optional<SiteFigures> told;
        try {
          told = site.tick(*this);
        } catch (...) {
          // What is wrong with the store is told to whoever asks next.
        }
        asio::post(io, [this, told] {
          tick_waits = false;
          watching.told(told);
        });
      });
    keep_ticking();
  });
}

Response Server::Inside::told_to_watch(const Request& request) const {
  Metrics::Now now;
  now.connections = connections.size();
  now.listeners = listener_count;
  now.at_desk = turns.all();
  return watching.page(request.path, now);
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
  watching.stop();
  Error ignored;
  door.close();
  watch.wind_up();
  signals.cancel(ignored);
  const auto all = connections;
  for (const auto& one : all) one->wind_up();
  if (connections.empty()) return io.stop();
  last.expires_after(how.bounds.last_work);
  last.async_wait([this](Error) { io.stop(); });
}

std::string_view Site::route(const std::string&) const { return kNoRoute; }

Response Site::refusal(const Request&, Refused why) const { return plain(status_of(why), {}); }

Server::Server(Listening listening, Site& site) : inside_(std::make_unique<Inside>(std::move(listening), site)) {
  inside_->bind();
}

Server::~Server() = default;

unsigned short Server::port() const { return inside_->door.port(); }

unsigned short Server::metrics_port() const { return inside_->watch.port(); }

std::string Server::origin() const { return origin_of(inside_->how, inside_->door.port()); }

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
  in.door.begin();
  if (in.how.metrics) in.watch.begin();
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

}  // namespace casus::web
