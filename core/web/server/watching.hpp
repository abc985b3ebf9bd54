// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/metrics.hpp"
#include "core/web/server/request_log.hpp"
#include "core/web/server/server.hpp"

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace casus::web {

/// What who watches over the server is told: whether it is there and its store answers, and what was counted. Nothing
/// of anybody. On the network's thread.
class Watching {
 public:
  /// A line for each request goes to `log`, unless that is empty. `teams`: what the parts of the server are called.
  Watching(RequestLog::Sink log, const std::vector<std::string>& teams);

  void answered(const Answered& it);
  void waited(std::chrono::microseconds wait, std::string_view team) { metrics_.waited(wait, team); }
  void refused(Refused why, std::string_view team) { metrics_.refused(why, team); }
  /// What the site of this part said at its last tick; nothing: its store did not answer.
  void told(std::size_t part, const std::optional<SiteFigures>& figures);
  void stop() { stopping_ = true; }

  /// "/health": 200 when somebody can work here, else 503, and with several teams how many cannot; "/health/live": that
  /// the program is there. Nothing for any other path.
  std::optional<Response> health(const std::string& path) const;
  static bool is_health(const std::string& path);
  /// The same, with which team it is, and "/metrics". `now` has what the server knows itself, of each part in their
  /// order; the rest is filled in.
  Response page(const std::string& path, Metrics::Now now) const;

 private:
  struct Pulse {
    std::string team;
    SiteFigures figures = {};
    bool answers = true;
    std::chrono::steady_clock::time_point at = std::chrono::steady_clock::now();  ///< when it answered, the last time
  };
  /// Not while it stops, nor when its store has been silent for long.
  bool is_ready(const Pulse& pulse) const;
  /// With a store: all but the pages around those of the teams.
  bool has_store(const Pulse& pulse) const { return pulses_.size() == 1 || !pulse.team.empty(); }
  bool is_ready() const;
  std::string teams_json() const;

  Metrics metrics_;
  std::vector<Pulse> pulses_;
  bool stopping_ = false;
  std::optional<RequestLog> log_;
};

}  // namespace casus::web
