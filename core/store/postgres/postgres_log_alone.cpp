// SPDX-License-Identifier: EUPL-1.2
// That one server shows a team, over all machines. Each server has a file of keys and lists of who is signed in of its
// own: what one begins no other could read, and who is put out at one is in at the other.
#include "core/store/postgres/postgres_log.hpp"

#include "core/store/keys/seal.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace casus::store {

namespace {

/// Before the number of a team, so that it is no lock of another program.
constexpr std::int64_t kServingTeam = 0x63617375;
/// A server that stops is gone within that; one that was refused a moment ago does not wait again.
constexpr int kTries = 15;
constexpr std::chrono::milliseconds kBetween{200};

/// Of a machine that fell out the database hears nothing: it then notices within two minutes, and not after hours.
constexpr const char* kNotices =
    "SELECT set_config('tcp_keepalives_idle', '60', false), set_config('tcp_keepalives_interval', '15', false), "
    "set_config('tcp_keepalives_count', '4', false)";

constexpr const char* kTakeTeam = "SELECT pg_try_advisory_lock($1)::integer::bigint";
/// Shared: the connection of before may have it still.
constexpr const char* kTakeProof = "SELECT pg_try_advisory_lock_shared($1)::integer::bigint";

/// By its locks and not by what the database calls a connection: a pool gives the same one to another server.
constexpr const char* kLocksOfOthers =
    "SELECT a.pid::bigint, coalesce(a.usename::text, ''), coalesce(host(a.client_addr), ''), "
    "(a.usename IS NOT DISTINCT FROM session_user)::integer::bigint, l.classid::bigint, l.objid::bigint "
    "FROM pg_locks AS l JOIN pg_stat_activity AS a ON a.pid = l.pid "
    "WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.pid <> pg_backend_pid() "
    "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY 1";

std::int64_t new_server_number() {
  std::random_device from;
  return std::uniform_int_distribution<std::int64_t>(1, std::numeric_limits<std::int32_t>::max())(from);
}

/// What goes behind the number of a server. Only who works in the team reads the id of its store, so no other can make
/// one for a role of their own; one that they see and take over is of another role.
std::int64_t serving_proof(std::string_view role, const std::string& store_id, std::int64_t team, std::int64_t server) {
  const auto digest = hash_of(fmt::format("serving {} {} {} {}", store_id, team, server, role));
  std::int64_t proof = 0;
  for (std::size_t i = 0; i < 4; ++i) proof = proof << 8 | static_cast<unsigned char>(view(digest)[i]);
  return proof;
}

}  // namespace

/// Any role can take a lock. So one on the team counts when it is of our own role, and of another when that connection
/// proves that it works in this team. Ours is also the connection that this server had before it was lost, and of which
/// the database does not know yet.
PostgresLog::Serving PostgresLog::who_serves() {
  struct Connected {
    OtherServer server;
    bool same_role = false, serves = false, ours = false;
  };
  const auto found = connection_->ask(kLocksOfOthers);
  std::vector<Connected> all;
  for (int row = 0; row < found.rows(); ++row) {
    if (all.empty() || all.back().server.number != found.integer(row, 0))
      all.push_back({{found.integer(row, 0), std::string(found.bytes(row, 2)), std::string(found.bytes(row, 1))},
                     found.integer(row, 3) == 1});
    auto& one = all.back();
    const auto first = found.integer(row, 4), second = found.integer(row, 5);
    const bool proves = second == serving_proof(one.server.role, store_id_, team_, first);
    one.serves = one.serves || proves || (one.same_role && first == kServingTeam && second == team_);
    one.ours = one.ours || (proves && one.same_role && first == serving_as_);
  }
  Serving serving;
  for (auto& one : all) {
    serving.ours = serving.ours || one.ours;
    if (!one.serves || one.ours || serving.other) continue;
    if (one.same_role) one.server.role.clear();
    serving.other = std::move(one.server);
  }
  return serving;
}

/// Both locks, or none.
std::optional<PostgresLog::OtherServer> PostgresLog::try_alone() {
  const bool first = connection_->ask(kTakeTeam, {kServingTeam << 32 | team_}).integer(0, 0) == 1;
  if (!first) {
    auto serving = who_serves();
    if (serving.other || serving.ours) return serving.other;  // of ours it is tried again the next time
  }
  // Whoever has the other lock has no business here: a server of this team knows us by this one.
  const auto role = connection_->ask("SELECT session_user::text");
  const auto proof = serving_proof(role.bytes(0, 0), store_id_, team_, serving_as_);
  connection_->ask(kTakeProof, {serving_as_ << 32 | proof});
  auto other = who_serves().other;
  if (other) {
    connection_->ask("SELECT pg_advisory_unlock_all()");
    return other;
  }
  connection_->ask(kNotices);
  alone_ = true;
  kept_out_ = false;
  return std::nullopt;
}

text::SaidFault PostgresLog::served_already(const OtherServer& other) const {
  if (!other.role.empty())  // of another role the database does not tell where it comes from
    return {Fault::Kind::store, text::msg("fault.served_by_role", "database"_is = path(), "role"_is = other.role,
                                          "number"_is = other.number)};
  if (other.host.empty())
    return {Fault::Kind::store, text::msg("fault.served_here", "database"_is = path(), "number"_is = other.number)};
  return {Fault::Kind::store, text::msg("fault.served_elsewhere", "database"_is = path(), "host"_is = other.host,
                                        "number"_is = other.number)};
}

void PostgresLog::serve_alone() {
  wants_alone_ = true;
  if (open_ || (alone_ && connection_->connected())) return;
  if (serving_as_ == 0) serving_as_ = new_server_number();
  connected([&] {
    for (int again = kept_out_ ? 0 : kTries;; --again) {
      const auto other = try_alone();
      if (!other) return;
      kept_out_ = again == 0;
      if (kept_out_) throw served_already(*other);
      std::this_thread::sleep_for(kBetween);
    }
  });
}

}  // namespace casus::store
