// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "core/web/server/metrics.hpp"
#include "core/web/server/worker.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace casus::web {

/// A line of JSON for each request, for who looks after the server: when, which kind of page, status, milliseconds and
/// bytes. Not who asked, from where, for which case or by which link.
class RequestLog {
 public:
  /// Takes one line with its end, on a thread of the log: who reads slowly keeps nobody waiting.
  using Sink = std::function<void(const std::string& line)>;

  explicit RequestLog(Sink sink);

  void answered(const Answered& it, std::chrono::system_clock::time_point at);
  /// Lines that were dropped because too many waited.
  std::int64_t lost() const { return lost_; }

 private:
  Sink sink_;
  std::int64_t lost_ = 0;
  Worker worker_;  ///< last: it uses the sink
};

}  // namespace casus::web
