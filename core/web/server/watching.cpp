// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/watching.hpp"

#include "core/web/server/head.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace casus::web {
namespace {

constexpr std::string_view kHealth = "/health";
constexpr std::string_view kAlive = "/health/live";
/// So long after it last answered the store counts as there: one long command is no reason to take the server out.
constexpr std::chrono::seconds kReadyFor{30};

}  // namespace

Watching::Watching(RequestLog::Sink log, const std::vector<std::string>& teams) {
  if (log) log_.emplace(std::move(log));
  for (const auto& team : teams) pulses_.push_back({team});
}

void Watching::answered(const Answered& it) {
  metrics_.answered(it);
  if (log_) log_->answered(it, std::chrono::system_clock::now());
}

void Watching::told(std::size_t part, const std::optional<SiteFigures>& figures) {
  auto& pulse = pulses_.at(part);
  pulse.answers = figures.has_value();
  if (!figures) return;
  pulse.figures = *figures;
  pulse.at = std::chrono::steady_clock::now();
}

bool Watching::is_ready(const Pulse& pulse) const {
  return pulse.answers && !stopping_ && std::chrono::steady_clock::now() - pulse.at < kReadyFor;
}

bool Watching::is_ready() const {
  return std::ranges::any_of(pulses_, [&](const Pulse& one) { return has_store(one) && is_ready(one); });
}

std::string Watching::teams_json() const {
  std::string all;
  for (const auto& pulse : pulses_)
    if (!pulse.team.empty()) all += fmt::format("{}\"{}\":{}", all.empty() ? "" : ",", pulse.team, is_ready(pulse));
  return all;
}

bool Watching::is_health(const std::string& path) { return path == kHealth || path == kAlive; }

std::optional<Response> Watching::health(const std::string& path) const {
  if (!is_health(path)) return std::nullopt;
  const bool ready = is_ready(), alive = path == kAlive;
  const auto failing =
      std::ranges::count_if(pulses_, [&](const Pulse& one) { return !one.team.empty() && !is_ready(one); });
  auto body = fmt::format("{{\"live\":true,\"ready\":{}", ready);
  if (pulses_.size() > 1) body += fmt::format(",\"failing\":{}", failing);
  auto response = plain(alive || ready ? 200 : 503, alive ? "{\"live\":true}\n" : body + "}\n");
  response.type = "application/json";
  return response;
}

Response Watching::page(const std::string& path, Metrics::Now now) const {
  if (auto answer = health(path)) {
    // Which teams there are is no business of whoever asks at the door of the pages.
    const auto teams = teams_json();
    if (path == kHealth && !teams.empty())
      answer->body = fmt::format("{{\"live\":true,\"ready\":{},\"teams\":{{{}}}}}\n", is_ready(), teams);
    return std::move(*answer);
  }
  if (path != "/metrics") return plain(404, {});
  now.lost_lines = log_ ? log_->lost() : 0;
  for (std::size_t i = 0; i < std::min(now.teams.size(), pulses_.size()); ++i) {
    auto& team = now.teams[i];
    const auto& pulse = pulses_[i];
    team.has_store = has_store(pulse);
    team.ready = is_ready(pulse);
    team.events = pulse.figures.events;
    team.reconnects = pulse.figures.reconnects;
  }
  auto response = plain(200, metrics_.text(now));
  response.type = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

}  // namespace casus::web
