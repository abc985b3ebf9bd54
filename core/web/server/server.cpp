// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/server.hpp"

#include "core/base/text.hpp"
#include "core/web/server/addresses.hpp"
#include "core/web/server/connection.hpp"
#include "core/web/server/door.hpp"
#include "core/web/server/line.hpp"
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

namespace casus::web {
namespace {

using std::chrono::steady_clock;

/// A request on its way, with the turn that it takes until it is answered.
struct Asking {
  std::shared_ptr<Connection> connection;
  Line& line;
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

std::vector<std::string> names_in(const std::vector<Part>& parts) {
  std::vector<std::string> names;
  for (const auto& part : parts) names.push_back(part.name);
  return names;
}

}  // namespace

struct Server::Inside final : Around {
  Inside(Listening listening, std::vector<Part> parts)
      : how(std::move(listening)),
        door(io, [this](Socket socket) { accepted(std::move(socket)); }),
        watch(io, [this](const Request& request) { return told_to_watch(request); }),
        watching(how.log, names_in(parts)),
        pings(io),
        last(io),
        signals(io),
        errands(how.bounds.errands_waiting) {
    for (auto& part : parts) lines.push_back(std::make_unique<Line>(io, std::move(part), how.bounds));
  }
  ~Inside() override { stop_work(); }

  const Bounds& bounds() const override { return how.bounds; }
  bool stopping() const override { return winding_up; }
  void ask(std::shared_ptr<Connection> connection, Request request) override;
  bool takes_file(const std::string& path) const override { return line_of(path).site.takes_file(path); }
  std::optional<Refused> begin_file(Connection& from, const std::string& path) override;
  void end_file(Connection& from) override;
  Response refusal(const Request& request, Refused why) override;
  Response no_path(const Request& request) override { return line_of({}).site.no_path(request); }
  std::string_view route(const std::string& path) const override;
  std::string_view team(const std::string& path) const override { return line_of(path).name; }
  void answered(const Answered& it) override { watching.answered(it); }
  void listens(const std::shared_ptr<Connection>& connection) override { connection->line->listens(connection); }
  void gone(const std::shared_ptr<Connection>& connection) override;

  /// Whose work a path is.
  Line& line_of(const std::string& path) const;
  void stop_work();
  void bind();
  void bind_port();
  void bind_file();
  void accepted(Socket socket);
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
  asio::io_context io{1};
  Door door;
  WatchDoor watch;
  Watching watching;
  asio::steady_timer pings, last;
  asio::signal_set signals;
  std::optional<asio::ssl::context> tls;
  std::set<std::shared_ptr<Connection>> connections;
  Shares of_one;                   ///< connections, by address
  std::size_t files = 0;           ///< on their way, to all lines together
  std::atomic<bool> over = false;  ///< nobody waits for an errand any more
  bool winding_up = false;
  Worker errands;  ///< last, these two: what they do uses the others
  std::vector<std::unique_ptr<Line>> lines;
};

Line& Server::Inside::line_of(const std::string& path) const {
  const auto end = std::min(path.find('/', 1), path.size());
  const auto first = std::string_view(path).substr(std::min<std::size_t>(1, end), end == 0 ? 0 : end - 1);
  const auto called = [&](std::string_view name) {
    return std::ranges::find_if(lines, [&](const auto& line) { return line->name == name; });
  };
  const auto found = first.empty() ? lines.end() : called(first);
  return found == lines.end() ? **called({}) : **found;
}

void Server::Inside::stop_work() {
  errands.stop();
  for (const auto& line : lines) line->worker.stop();
}

void Server::Inside::bind() {
  if (how.socket_file.empty()) bind_port();
  else bind_file();
  if (how.metrics) watch.open(*how.metrics);
}

void Server::Inside::bind_file() {
  how.proxy = kSocketProxy;
  how.address.clear();
  how.tls.reset();
  if (how.names.empty()) cannot_listen("unix:" + how.socket_file, text::msg("listen.needs_name"));
  door.open(how.socket_file);
}

void Server::Inside::bind_port() {
  const Endpoint at{how.address, how.port};
  Error error;
  const auto address = asio::ip::make_address(how.address, error);
  if (error) cannot_listen(in_words(at), text::msg("listen.no_address"));
  if (!address.is_loopback() && !how.tls && how.proxy.empty())
    cannot_listen(in_words(at), text::msg("listen.needs_tls"));
  if (how.tls) {
    tls.emplace(asio::ssl::context::tls_server);
    SSL_CTX_set_min_proto_version(tls->native_handle(), TLS1_2_VERSION);
    tls->use_certificate_chain(asio::buffer(how.tls->certificate), error);
    if (!error) tls->use_private_key(asio::buffer(how.tls->key), asio::ssl::context::pem, error);
    if (error) cannot_listen(in_words(at), text::msg("listen.certificate", "error"_is = error.message()));
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
  if (connections.size() >= how.bounds.connections ||
      !of_one.take(network_of(peer), may_have(peer, how.bounds.connections_of_one)))
    return watching.refused(Refused::connections, {});
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
  of_one.give_back(network_of(connection->peer));
  if (connection->line != nullptr) connection->line->gone(connection);
  if (winding_up && connections.empty()) io.stop();
}

std::optional<Refused> Server::Inside::begin_file(Connection& from, const std::string& path) {
  auto& line = line_of(path);
  if (line.files.all() >= how.bounds.files_at_once || files >= how.bounds.files_of_all) return Refused::files;
  if (!line.files.take(from.peer, may_have(from.peer, how.bounds.files_of_one))) return Refused::address;
  ++files;
  from.file_for = &line;
  return std::nullopt;
}

void Server::Inside::end_file(Connection& from) {
  from.file_for->files.give_back(from.peer);
  from.file_for = nullptr;
  --files;
}

Response Server::Inside::refusal(const Request& request, Refused why) {
  const auto& line = line_of(request.path);
  watching.refused(why, line.name);
  auto response = line.site.refusal(request, why);
  response.status = status_of(why);
  if (response.status != 413) response.headers.push_back({"Retry-After", "2"});
  return response;
}

std::string_view Server::Inside::route(const std::string& path) const {
  return Watching::is_health(path) ? "/health" : line_of(path).site.route(path);
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
  auto& line = line_of(request.path);
  connection->line = &line;
  if (auto at_once = line.site.at_once(request)) return connection->answer(std::move(*at_once));
  Turn turn{std::string(request.header("cookie")), network_of(request.peer)};
  if (const auto why = line.turns.begin(turn, may_have_all(request.peer)))
    return connection->answer(refusal(request, *why));
  work({std::move(connection), line, std::move(turn)},
       [&line, request = std::move(request)] { return line.site.answer(request); });
}

void Server::Inside::reply(Asking asking, Response response) {
  asio::post(io, [this, asking = std::move(asking), response = std::move(response)]() mutable {
    asking.line.turns.end(asking.turn);
    if (response.status == 429) watching.refused(Refused::guesses, asking.line.name);
    asking.connection->answer(std::move(response));
  });
}

void Server::Inside::work(Asking asking, std::function<Response()> answering) {
  const auto asked = steady_clock::now();
  const bool taken = asking.line.worker.ask([this, asking, asked, answering = std::move(answering)] {
    const auto waited = std::chrono::duration_cast<std::chrono::microseconds>(steady_clock::now() - asked);
    asio::post(io, [this, waited, &line = asking.line] { watching.waited(waited, line.name); });
    Response response;
    try {
      response = answering();
    } catch (...) {
      response = plain(500, {});
      response.fault = "unforeseen";
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

Response Server::Inside::told_to_watch(const Request& request) const {
  Metrics::Now now{.connections = connections.size()};
  now.teams.clear();
  for (const auto& line : lines) now.teams.push_back({line->name, line->listeners(), line->turns.all()});
  return watching.page(request.path, now);
}

void Server::Inside::keep_pinging() {
  pings.expires_after(how.bounds.ping);
  pings.async_wait([this](Error error) {
    if (error || winding_up) return;
    const auto ping = std::make_shared<const std::string>(": ping\n\n");
    for (const auto& line : lines)
      for (const auto& one : line->listening()) one->event(ping);
    keep_pinging();
  });
}

void Server::Inside::wind_up() {
  if (winding_up) return;
  winding_up = true;
  watching.stop();
  for (const auto& line : lines) line->wind_up();
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

Response Site::no_path(const Request&) const { return plain(400, {}); }

Server::Server(Listening listening, Site& site) : Server(std::move(listening), std::vector<Part>{{{}, &site}}) {}

Server::Server(Listening listening, std::vector<Part> parts)
    : inside_(std::make_unique<Inside>(std::move(listening), std::move(parts))) {
  inside_->bind();
}

Server::~Server() = default;

unsigned short Server::port() const { return inside_->door.port(); }

unsigned short Server::metrics_port() const { return inside_->watch.port(); }

std::string Server::origin() const { return origin_of(inside_->how, inside_->door.port()); }

Streams& Server::streams(std::size_t part) { return *inside_->lines.at(part); }

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
  for (std::size_t i = 0; i < in.lines.size(); ++i)
    in.lines[i]->begin([&in, i](const std::optional<SiteFigures>& figures) { in.watching.told(i, figures); });
  in.keep_pinging();
  in.io.run();
  in.over = true;
  in.stop_work();
}

void Server::stop() {
  asio::post(inside_->io, [&in = *inside_] { in.wind_up(); });
}

}  // namespace casus::web
