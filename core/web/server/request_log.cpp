// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/request_log.hpp"

#include "core/base/time.hpp"

#include <fmt/format.h>

#include <utility>

namespace casus::web {
namespace {

constexpr std::size_t kLinesWaiting = 4096;

/// "2026-03-02T09:00:00.123Z"
std::string log_time(std::chrono::system_clock::time_point at) {
  const auto second = std::chrono::floor<std::chrono::seconds>(at);
  auto text = to_string(Time(second));
  text.pop_back();  // its Z
  return text + fmt::format(".{:03}Z", std::chrono::floor<std::chrono::milliseconds>(at - second).count());
}

}  // namespace

RequestLog::RequestLog(Sink sink) : sink_(std::move(sink)), worker_(kLinesWaiting) {}

void RequestLog::answered(const Answered& it, std::chrono::system_clock::time_point at) {
  auto line = fmt::format(
      "{{\"time\":\"{}\",{}\"route\":\"{}\",\"method\":\"{}\",\"status\":{},\"ms\":{:.1f},\"bytes\":{}{}}}\n",
      log_time(at), it.team.empty() ? "" : fmt::format("\"team\":\"{}\",", it.team), it.route, it.method, it.status,
      static_cast<double>(it.took.count()) / 1000, it.bytes,
      it.fault.empty() ? "" : fmt::format(",\"fault\":\"{}\"", it.fault));
  if (!worker_.ask([this, line = std::move(line)] { sink_(line); })) ++lost_;
}

}  // namespace casus::web
