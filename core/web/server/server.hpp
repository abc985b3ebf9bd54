// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/message.hpp"
#include "core/web/server/secrets.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// HTTP/1.1 with events that the server sends. One thread for the network, one for the work of each part, one for what
/// is fetched elsewhere; what somebody sends slowly or without end costs nobody else anything. Boost.Beast stays in
/// server.cpp.
namespace casus::web {

/// What a stranger can make the server hold.
struct Bounds {
  std::size_t header_bytes = 16 * 1024;
  std::size_t body_bytes = 256 * 1024;
  std::size_t file_bytes = 10'200'000;  ///< of a body where a file may come
  std::size_t files_at_once = 8;        ///< that are on their way to one part
  std::size_t files_of_all = 64;        ///< to all parts together: they are in memory
  std::size_t files_of_one = 2;         ///< from one address; loopback and a proxy may have all of them
  std::size_t connections = 4000;
  std::size_t connections_of_one = 400;  ///< from one address; loopback and a proxy may have all of them
  std::size_t work_waiting = 512;        ///< requests of a part, with the one that is being done; so the next two
  std::size_t work_of_one = 256;         ///< of these, from one address; loopback may have all of them
  std::size_t work_of_device = 16;       ///< and from one device, which is who sends the same cookies
  std::size_t errands_waiting = 16;
  std::size_t events_waiting = 64;                ///< of one stream; who is that far behind comes back and catches up
  std::chrono::milliseconds header_time{10'000};  ///< from the first byte, or from the answer before, to the last one
  std::chrono::milliseconds body_time{20'000};
  std::chrono::milliseconds file_time{120'000};  ///< the same for a body with a file in it: a phone has a slow line
  std::chrono::milliseconds write_time{20'000};
  std::chrono::milliseconds ping{15'000};
  std::chrono::milliseconds last_work{5'000};  ///< that a stop waits for answers that are on their way
};

struct Endpoint {
  std::string address = "127.0.0.1";
  unsigned short port = 0;  ///< 0: one that is free
};

struct Listening {
  std::string address = "127.0.0.1";
  unsigned short port = 8080;  ///< 0: one that is free
  /// Names under which the page may be asked for ("casus.example.nl"), beside the address itself; another name in the
  /// Host header is refused, so that a stranger's name that points here reads nothing.
  std::vector<std::string> names;
  std::optional<Certificate> tls;
  std::string proxy;  ///< address of the proxy in front: others are refused, and its word on who asks is taken
  /// Not empty: a file in the place of address and port, for a proxy on this machine; there is no TLS over it. Whoever
  /// connects as root, as the user of this program or as one of `socket_users` is the proxy in front.
  std::string socket_file;
  std::vector<unsigned> socket_users = {};
  bool stop_on_signals = false;  ///< SIGINT and SIGTERM end `run`
  /// Where figures of the server are told to whoever asks, without TLS: there is nothing of anybody in them.
  std::optional<Endpoint> metrics;
  /// Takes a line of JSON for each request (request_log.hpp), on a thread of its own. Empty: nobody keeps a log.
  std::function<void(const std::string& line)> log;
  Bounds bounds = {};
};

/// Hands events to the streams. Any thread.
class Streams {
 public:
  virtual ~Streams() = default;
  /// To all that listen to this topic.
  virtual void tell(std::string topic, std::string event) = 0;
  /// Ends the streams of one owner.
  virtual void end(std::string owner) = 0;
  /// How many listen, of all topics: about now.
  virtual std::size_t listeners() const = 0;
};

/// What a site knows of its store, for who watches over the server.
struct SiteFigures {
  std::int64_t events = 0;      ///< that were ever kept in it, by every program
  std::int64_t reconnects = 0;  ///< connections to a database that were lost and made again
};

enum class Refused;

/// What is served.
class Site {
 public:
  virtual ~Site() = default;
  /// Whether a file may be posted to this path. On the network's thread, before the body is read.
  virtual bool takes_file(const std::string& path) const {
    (void)path;
    return false;
  }
  /// What needs no work: done on the network's thread, so without waiting for anything.
  virtual std::optional<Response> at_once(const Request& request) = 0;
  /// On the thread of the work, one at a time; an errand of it on a thread for errands, one at a time too. What they
  /// throw is answered with 500, in no detail.
  virtual Response answer(const Request& request) = 0;
  /// Which kind of page a path is, for figures and the log: a text of our own that lives as long as the program, with
  /// nothing of the path that could be somebody's. On the network's thread.
  virtual std::string_view route(const std::string& path) const;
  /// What who is refused for now gets to read. On the network's thread.
  virtual Response refusal(const Request& request, Refused why) const;
  /// What who asked for something that is no path ("//x") gets to read, with status 400. On the network's thread.
  virtual Response no_path(const Request& request) const;
  /// Ten times a second while anybody listens, else once, on the thread of the work. Throws when the store does not
  /// answer.
  virtual SiteFigures tick(Streams& streams) = 0;
};

/// A site, and where it begins on the server.
struct Part {
  std::string
      name;  ///< "noord": "/noord" and all below is asked of it; empty: whatever no other takes, as one of them is
  Site* site = nullptr;
};

class Server {
 public:
  /// Binds. Throws Fault(store) when the address or the file cannot be had, and when the address is not this machine's
  /// own while there is neither TLS nor a proxy.
  Server(Listening listening, Site& site);
  /// Each part has a thread, a queue and bounds of its own; they share the address and the number of connections.
  Server(Listening listening, std::vector<Part> parts);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  unsigned short port() const;
  /// Of the figures; 0 when they are told nowhere.
  unsigned short metrics_port() const;
  /// "https://casus.example.nl:8443"; of a socket file the first name, over TLS.
  std::string origin() const;
  /// Of each part its own: a topic is nobody's in another.
  Streams& streams(std::size_t part = 0);
  /// Serves until `stop`; then answers what was asked, ends the streams and returns.
  void run();
  /// From any thread.
  void stop();

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

}  // namespace casus::web
