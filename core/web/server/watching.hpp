// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/metrics.hpp"
#include "core/web/server/request_log.hpp"
#include "core/web/server/server.hpp"

#include <chrono>
#include <optional>
#include <string>

namespace casus::web {

/// What who watches over the server is told: whether it is there and its store answers, and what was counted. Nothing
/// of anybody. On the network's thread.
class Watching {
 public:
  /// A line for each request goes to `log`, unless that is empty.
  explicit Watching(RequestLog::Sink log);

  void answered(const Answered& it);
  void waited(std::chrono::microseconds wait) { metrics_.waited(wait); }
  void refused(Refused why) { metrics_.refused(why); }
  /// What the site said at its last tick; nothing: its store did not answer.
  void told(const std::optional<SiteFigures>& figures);

  bool store_answers() const { return store_answers_; }
  /// Not while it stops, nor when the store has been silent for long.
  void stop() { stopping_ = true; }
  bool is_ready() const;

  /// "/health": 200 when somebody can work here, else 503; "/health/live": that the program is there. Nothing for any
  /// other path.
  std::optional<Response> health(const std::string& path) const;
  static bool is_health(const std::string& path);
  /// The same and "/metrics". `now` has what the server knows itself; the rest is filled in.
  Response page(const std::string& path, Metrics::Now now) const;

 private:
  Metrics metrics_;
  SiteFigures figures_;
  bool store_answers_ = true;
  bool stopping_ = false;
  std::chrono::steady_clock::time_point answered_at_ = std::chrono::steady_clock::now();  ///< the store, the last time
  std::optional<RequestLog> log_;
};

}  // namespace casus::web
