// SPDX-License-Identifier: EUPL-1.2
#include "core/web/server/metrics.hpp"

#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <utility>

namespace casus::web {
namespace {

constexpr std::array<std::pair<Refused, std::string_view>, 7> kReasons{{{Refused::size, "size"},
                                                                        {Refused::device, "device"},
                                                                        {Refused::address, "address"},
                                                                        {Refused::files, "files"},
                                                                        {Refused::queue, "queue"},
                                                                        {Refused::connections, "connections"},
                                                                        {Refused::guesses, "guesses"}}};

std::string metric_head(std::string_view name, std::string_view type, std::string_view about) {
  return fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, about);
}

template <class Number>
std::string metric(std::string_view name, std::string_view type, std::string_view about, Number value) {
  return metric_head(name, type, about) + fmt::format("{} {}\n", name, value);
}

/// "team=\"noord\","; nothing where there is one.
std::string team_label(std::string_view team) { return team.empty() ? "" : fmt::format("team=\"{}\",", team); }

/// A line for each team.
template <class Of>
std::string of_teams(std::string_view name, std::string_view type, std::string_view about,
                     const std::vector<Metrics::Team>& teams, Of of) {
  auto out = metric_head(name, type, about);
  for (const auto& team : teams) {
    const std::optional<std::int64_t> value = of(team);
    const auto own = team.name.empty() ? std::string() : fmt::format("{{team=\"{}\"}}", team.name);
    if (value) out += fmt::format("{}{} {}\n", name, own, *value);
  }
  return out;
}

/// Nothing where the system does not tell.
std::string resident_memory() {
  std::ifstream file("/proc/self/statm");
  std::int64_t all = 0, resident = 0;
  if (!(file >> all >> resident)) return {};
  return metric("process_resident_memory_bytes", "gauge", "Resident memory size in bytes.",
                resident * static_cast<std::int64_t>(::sysconf(_SC_PAGESIZE)));
}

}  // namespace

void Metrics::Histogram::add(std::chrono::microseconds took) {
  const double seconds = std::chrono::duration<double>(took).count();
  ++counts_[static_cast<std::size_t>(std::ranges::lower_bound(kBounds, seconds) - kBounds.begin())];
  sum_ += seconds;
}

std::string Metrics::Histogram::lines(std::string_view name, const std::string& labels) const {
  std::string out;
  std::int64_t up_to = 0;
  for (std::size_t i = 0; i < kBounds.size(); ++i) {
    up_to += counts_[i];
    out += fmt::format("{}_bucket{{{}le=\"{}\"}} {}\n", name, labels, kBounds[i], up_to);
  }
  up_to += counts_.back();
  const auto own = labels.empty() ? labels : '{' + labels.substr(0, labels.size() - 1) + '}';
  return out + fmt::format("{0}_bucket{{{1}le=\"+Inf\"}} {3}\n{0}_sum{2} {4}\n{0}_count{2} {3}\n", name, labels, own,
                           up_to, sum_);
}

void Metrics::answered(const Answered& it) {
  ++requests_[{it.team, it.route, it.method, it.status / 100}];
  took_[it.route].add(it.took);
}

void Metrics::waited(std::chrono::microseconds wait, std::string_view team) { waits_[team].add(wait); }

void Metrics::refused(Refused why, std::string_view team) { ++refused_[{team, why}]; }

std::string Metrics::text(const Now& now) const {
  auto out = metric_head("casus_http_requests_total", "counter",
                         "Requests that were answered, by kind of page, method and class of status.");
  for (const auto& [of, count] : requests_)
    out += fmt::format("casus_http_requests_total{{{}route=\"{}\",method=\"{}\",status=\"{}xx\"}} {}\n",
                       team_label(std::get<0>(of)), std::get<1>(of), std::get<2>(of), std::get<3>(of), count);
  out += metric_head("casus_http_request_duration_seconds", "histogram",
                     "From a request that was there until its answer was gone.");
  for (const auto& [route, took] : took_)
    out += took.lines("casus_http_request_duration_seconds", fmt::format("route=\"{}\",", route));
  out += metric_head("casus_work_wait_seconds", "histogram", "How long a request waited for its turn at the desk.");
  for (const auto& team : now.teams) {
    const auto waits = waits_.find(team.name);
    out +=
        (waits == waits_.end() ? Histogram() : waits->second).lines("casus_work_wait_seconds", team_label(team.name));
  }
  const auto number = [](auto value) { return std::optional(static_cast<std::int64_t>(value)); };
  out += of_teams("casus_work_queue", "gauge",
                  "Requests that wait for their turn at the desk, and the one that is done now.", now.teams,
                  [&](const Team& team) { return number(team.at_desk); });
  out += of_teams("casus_live_pages", "gauge", "Pages that listen for news now.", now.teams,
                  [&](const Team& team) { return number(team.listeners); });
  out += metric("casus_connections", "gauge", "Connections of browsers now.", now.connections);
  out += metric_head("casus_refused_total", "counter", "Requests and connections that were refused, by why.");
  for (const auto& team : now.teams)
    for (const auto& [why, word] : kReasons) {
      const auto found = refused_.find({team.name, why});
      out += fmt::format("casus_refused_total{{{}why=\"{}\"}} {}\n", team_label(team.name), word,
                         found == refused_.end() ? 0 : found->second);
    }
  const auto of_store = [&](const Team& team, auto value) { return team.has_store ? number(value) : std::nullopt; };
  out += of_teams("casus_ready", "gauge", "Whether the store answers.", now.teams,
                  [&](const Team& team) { return of_store(team, team.ready ? 1 : 0); });
  out += of_teams("casus_store_events_total", "counter", "Events that were ever kept in the store, by every program.",
                  now.teams, [&](const Team& team) { return of_store(team, team.events); });
  out += of_teams("casus_database_reconnects_total", "counter",
                  "Connections to the database that were lost and made again.", now.teams,
                  [&](const Team& team) { return of_store(team, team.reconnects); });
  out += metric("casus_log_lines_lost_total", "counter", "Lines of the log that nobody read in time.", now.lost_lines);
  out += metric("process_start_time_seconds", "gauge", "Start time of the process since unix epoch in seconds.",
                std::chrono::duration_cast<std::chrono::seconds>(begun_.time_since_epoch()).count());
  return out + resident_memory();
}

}  // namespace casus::web
