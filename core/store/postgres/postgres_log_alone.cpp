// SPDX-License-Identifier: EUPL-1.2
// That one server shows a team, over all machines. Each server has a file of keys and lists of who is signed in of its
// own: what one begins no other could read, and who is put out at one is in at the other.
#include "core/store/postgres/postgres_log.hpp"

#include "core/text/said_fault.hpp"

#include <chrono>
#include <cstdint>
#include <limits>
#include <random>
#include <thread>

namespace casus::store {

namespace {

/// Before the number of a team, so that it is no lock of another program.
constexpr std::int64_t kServing = 0x63617375;
/// A server that stops is gone within that; one that was refused a moment ago does not wait again.
constexpr int kTries = 15;
constexpr std::chrono::milliseconds kBetween{200};

/// Of a machine that fell out the database hears nothing: it then notices within two minutes, and not after hours.
constexpr const char* kNotices =
    "SELECT set_config('tcp_keepalives_idle', '60', false), set_config('tcp_keepalives_interval', '15', false), "
    "set_config('tcp_keepalives_count', '4', false)";

/// Before a number that each server makes for itself, by which it knows a connection of its own again.
constexpr std::int64_t kServer = 0x63617376;

/// Both, or nothing. The second is shared: the connection of before may have it still.
constexpr const char* kTake =
    "SELECT (CASE WHEN pg_try_advisory_lock($1) THEN 1 + pg_try_advisory_lock_shared($2)::integer ELSE 0 END)::bigint";

/// Of those that come as the same role: another role has no business with this team, and keeps nobody out of it. By a
/// lock and not by what the database calls a connection: a pool gives the same one to another server.
constexpr const char* kWho =
    "SELECT a.pid::bigint, coalesce(host(a.client_addr), '') "
    "FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid "
    "WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.classid::bigint = $1 AND l.objid::bigint = "
    "$2 "
    "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
    "AND a.usename = session_user AND NOT EXISTS (SELECT 1 FROM pg_locks AS o WHERE o.pid = l.pid AND o.locktype = "
    "'advisory' AND o.granted AND o.objsubid = 1 AND o.classid::bigint = $3 AND o.objid::bigint = $4 "
    "AND o.database = l.database)";

std::int64_t new_number() {
  std::random_device from;
  return std::uniform_int_distribution<std::int64_t>(1, std::numeric_limits<std::int32_t>::max())(from);
}

}  // namespace

/// Not the connection that this server had itself before it was lost, and of which the database does not know yet.
std::optional<PostgresLog::OtherServer> PostgresLog::other_server() {
  const auto found = connection_->ask(kWho, {kServing, team_, kServer, serving_as_});
  if (found.rows() == 0) return std::nullopt;
  return OtherServer{found.integer(0, 0), std::string(found.bytes(0, 1))};
}

void PostgresLog::serve_alone() {
  wants_alone_ = true;
  if (open_ || (alone_ && connection_->connected())) return;
  if (serving_as_ == 0) serving_as_ = new_number();
  connected([&] {
    for (int again = kept_out_ ? 0 : kTries;; --again) {
      const auto taken = connection_->ask(kTake, {kServing << 32 | team_, kServer << 32 | serving_as_});
      if (taken.integer(0, 0) > 0) break;
      const auto other = other_server();
      if (!other) return;  // the next time it is tried again
      kept_out_ = again == 0;
      if (kept_out_)
        throw text::SaidFault(Fault::Kind::store,
                              other->host.empty()
                                  ? text::msg("fault.served_here", "database"_is = path(), "number"_is = other->number)
                                  : text::msg("fault.served_elsewhere", "database"_is = path(), "host"_is = other->host,
                                              "number"_is = other->number));
      std::this_thread::sleep_for(kBetween);
    }
    connection_->ask(kNotices);
    alone_ = true;
    kept_out_ = false;
  });
}

}  // namespace casus::store
