// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/watching.hpp"

#include "core/web/server/head.hpp"

#include <fmt/format.h>

#include <string_view>
#include <utility>

namespace casus::web {
namespace {

constexpr std::string_view kHealth = "/health";
constexpr std::string_view kAlive = "/health/live";
/// So long after it last answered the store counts as there: one long command is no reason to take the server out.
constexpr std::chrono::seconds kReadyFor{30};

}  // namespace

Watching::Watching(RequestLog::Sink log) {
  if (log) log_.emplace(std::move(log));
}

void Watching::answered(const Answered& it) {
  metrics_.answered(it);
  if (log_) log_->answered(it, std::chrono::system_clock::now());
}

void Watching::told(const std::optional<SiteFigures>& figures) {
  store_answers_ = figures.has_value();
  if (!figures) return;
  figures_ = *figures;
  answered_at_ = std::chrono::steady_clock::now();
}

bool Watching::is_ready() const {
  return store_answers_ && !stopping_ && std::chrono::steady_clock::now() - answered_at_ < kReadyFor;
}

bool Watching::is_health(const std::string& path) { return path == kHealth || path == kAlive; }

std::optional<Response> Watching::health(const std::string& path) const {
  if (!is_health(path)) return std::nullopt;
  const bool ready = is_ready(), alive = path == kAlive;
  auto response = plain(alive || ready ? 200 : 503,
                        alive ? "{\"live\":true}\n" : fmt::format("{{\"live\":true,\"ready\":{}}}\n", ready));
  response.type = "application/json";
  return response;
}

Response Watching::page(const std::string& path, Metrics::Now now) const {
  if (auto answer = health(path)) return std::move(*answer);
  if (path != "/metrics") return plain(404, {});
  now.ready = is_ready();
  now.lost_lines = log_ ? log_->lost() : 0;
  now.events = figures_.events;
  now.reconnects = figures_.reconnects;
  auto response = plain(200, metrics_.text(now));
  response.type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

}  // namespace casus::web
