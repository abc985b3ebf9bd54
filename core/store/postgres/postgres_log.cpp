// SPDX-License-Identifier: EUPL-1.2
#include "core/store/postgres/postgres_log.hpp"

#include "core/store/database_fault.hpp"
#include "core/store/postgres/schema.hpp"
#include "core/text/said_fault.hpp"

#include <fmt/format.h>

#include <limits>
#include <utility>

namespace casus::store {

namespace {

/// So many rows are fetched at once.
constexpr int kRowsAtOnce = 1000;

StreamRow stream_from(const Answer& answer, int row) {
  return {answer.integer(row, 0),
          std::string(answer.bytes(row, 1)),
          answer.integer(row, 2),
          std::string(answer.bytes(row, 3)),
          std::string(answer.bytes(row, 4)),
          answer.integer(row, 5)};
}

constexpr const char* kOwnTeam =
    "SELECT position, streams, (SELECT version FROM casus.format) FROM casus.teams WHERE team = $1 FOR UPDATE";
constexpr const char* kStreamByName =
    "SELECT id, name, head, digest, mark, erasures FROM casus.streams WHERE team = $1 AND name = $2";

std::optional<StreamRow> stream_in(const Answer& answer) {
  if (answer.rows() == 0) return std::nullopt;
  return stream_from(answer, 0);
}

/// Of columns from `first` on: version, type, type_version, at, sealed, digest.
EventRow event_from(const Answer& answer, int row, int first) {
  return {
      answer.integer(row, first),     answer.bytes(row, first + 1), static_cast<int>(answer.integer(row, first + 2)),
      answer.integer(row, first + 3), answer.bytes(row, first + 4), answer.bytes(row, first + 5)};
}

}  // namespace

PostgresLog::PostgresLog(std::unique_ptr<Connection> connection, std::int64_t team, std::string store_id,
                         Purpose purpose)
    : connection_(std::move(connection)), team_(team), store_id_(std::move(store_id)), purpose_(purpose) {}

// ---- transactions

void PostgresLog::begin_with(std::string_view stream) {
  try {
    const auto [team, found] = connected([&] {
      if (wants_alone_ && !alone_) serve_alone();
      connection_->post("BEGIN");
      connection_->post(kEnterTeam, {connection_->address().team});
      if (stream.empty()) return std::pair(connection_->ask(kOwnTeam, {team_}), Answer());
      // In a statement of its own: as the stream is once the row of the team is ours.
      return connection_->ask_both(kOwnTeam, {team_}, kStreamByName, {team_, stream});
    });
    if (team.rows() != 1)
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.team_row_gone", "database"_is = path()));
    require_format(path(), team.maybe(0, 2).value_or(0));  // it may have been migrated since this program opened it
    position_ = team.integer(0, 0);
    streams_ = team.integer(0, 1);
    ahead_ = stream.empty() ? std::nullopt : std::optional(Ahead{std::string(stream), stream_in(found)});
  } catch (const Fault&) {
    rollback();
    throw;
  }
  counted_ = false;
  trace_.reset();
  open_ = true;
}

void PostgresLog::commit() {
  try {
    if (counted_)
      connection_->post("UPDATE casus.teams SET position = $2, streams = $3 WHERE team = $1",
                        {team_, position_, streams_});
    if (connection_->ask("COMMIT").did() != "COMMIT")
      throw text::SaidFault(Fault::Kind::store, text::msg("fault.nothing_kept", "database"_is = path()));
    open_ = false;
  } catch (const DatabaseFault& fault) {
    if (connection_->connected()) throw;
    open_ = false;
    if (was_kept()) return;
    throw DatabaseFault(DatabaseFault::Why::lost, path(), fault.what());
  }
}

/// After a connection that was lost while it had to be kept. The server may still be at it: the row of the team is held
/// until it has done or dropped it, and so we wait for that.
bool PostgresLog::was_kept() {
  const auto trace = std::exchange(trace_, std::nullopt);
  try {
    begin();
    const bool kept = trace && connection_->ask(trace->sql, trace->parameters).rows() == 1;
    rollback();
    return kept;
  } catch (const Fault& fault) {
    rollback();
    throw DatabaseFault(DatabaseFault::Why::unsure, path(),
                        fmt::format("{}; whether the last command was kept is not known", fault.what()));
  }
}

void PostgresLog::rollback() noexcept {
  open_ = false;
  ahead_.reset();  // how it was then is nobody's answer later
  try {
    if (!connection_->connected()) return;
    try {
      connection_->settle();
    } catch (const Fault&) {
      // What was posted failed, and is undone here.
    }
    if (connection_->connected()) connection_->ask("ROLLBACK");
  } catch (const std::exception&) {
    connection_->disconnect();  // the server undoes what it had
  }
}

void PostgresLog::look(const std::function<void()>& work) {
  if (open_) return work();
  connected([&] {
    connection_->post("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    return connection_->ask(kEnterTeam, {connection_->address().team});
  });
  open_ = true;
  try {
    work();
  } catch (...) {
    rollback();
    throw;
  }
  rollback();
}

/// Outside a transaction it is one of its own, and is done again when the connection turns out to be gone: nothing is
/// asked in this way that could count twice.
Answer PostgresLog::ask(const std::string& sql, const Parameters& parameters) {
  if (open_) return connection_->ask(sql, parameters);
  return connected([&] {
    connection_->post(kEnterTeam, {connection_->address().team});
    return connection_->ask(sql, parameters);
  });
}

// ---- streams

std::optional<StreamRow> PostgresLog::stream(std::string_view name) {
  const auto ahead = std::exchange(ahead_, std::nullopt);
  if (open_ && ahead && ahead->name == name) return ahead->row;
  return stream_in(ask(kStreamByName, {team_, name}));
}

std::int64_t PostgresLog::add_stream(std::string_view name, const StreamEnd& end) {
  connection_->post("INSERT INTO casus.streams(team, id, name, head, digest, mark) VALUES($1, $2, $3, $4, $5, $6)",
                    {team_, ++streams_, name, end.head, Bytes{view(end.digest)}, Bytes{end.mark}});
  counted_ = true;
  return streams_;
}

bool PostgresLog::move_end(std::int64_t stream, std::int64_t from, const StreamEnd& end) {
  return ask("UPDATE casus.streams SET head = $4, digest = $5, mark = $6 WHERE team = $1 AND id = $2 AND head = $3",
             {team_, stream, from, end.head, Bytes{view(end.digest)}, Bytes{end.mark}})
             .changed() == 1;
}

std::int64_t PostgresLog::count_erasure(std::int64_t stream) {
  const auto count =
      ask("UPDATE casus.streams SET erasures = erasures + 1 WHERE team = $1 AND id = $2 RETURNING erasures",
          {team_, stream});
  return count.rows() == 1 ? count.integer(0, 0) : 0;
}

std::vector<std::string> PostgresLog::names(std::string_view prefix) {
  std::vector<std::string> names;
  const auto found = ask(
      "SELECT name FROM casus.streams WHERE team = $1 AND name >= $2 AND starts_with(name, $2) AND head > 0 ORDER BY "
      "name",
      {team_, prefix});
  for (int row = 0; row < found.rows(); ++row) names.emplace_back(found.bytes(row, 0));
  return names;
}

std::vector<StreamRow> PostgresLog::streams() {
  std::vector<StreamRow> streams;
  const auto found =
      ask("SELECT id, name, head, digest, mark, erasures FROM casus.streams WHERE team = $1 ORDER BY name", {team_});
  for (int row = 0; row < found.rows(); ++row) streams.push_back(stream_from(found, row));
  return streams;
}

std::optional<StreamRow> PostgresLog::newest_stream() {
  const auto found =
      ask("SELECT id, name, head, digest, mark, erasures FROM casus.streams WHERE team = $1 AND head > 0 ORDER BY id "
          "DESC LIMIT 1",
          {team_});
  if (found.rows() == 0) return std::nullopt;
  return stream_from(found, 0);
}

// ---- events

void PostgresLog::add_event(std::int64_t stream, const EventRow& event) {
  connection_->post(
      "INSERT INTO casus.events(team, position, stream, version, type, type_version, at, sealed, digest) "
      "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {team_, ++position_, stream, event.number, event.type, event.type_version, event.at, Bytes{event.sealed},
       Bytes{event.digest}});
  counted_ = true;
  trace_ = Trace{"SELECT 1 FROM casus.events WHERE team = $1 AND position = $2 AND digest = $3",
                 {team_, position_, Bytes{event.digest}}};
}

void PostgresLog::events(std::int64_t stream, std::int64_t after, const std::function<bool(const EventRow&)>& visit) {
  for (bool more = true; more;) {
    const auto found = ask(
        "SELECT version, type, type_version, at, sealed, digest FROM casus.events WHERE team = $1 AND stream = $2 AND "
        "version > $3 ORDER BY version LIMIT $4",
        {team_, stream, after, kRowsAtOnce});
    for (int row = 0; row < found.rows(); ++row) {
      const auto event = event_from(found, row, 0);
      after = event.number;
      if (!visit(event)) return;
    }
    more = found.rows() == kRowsAtOnce;
  }
}

void PostgresLog::all_events(std::int64_t after, const std::function<bool(const PlacedEvent&)>& visit) {
  for (bool more = true; more;) {
    const auto found = ask(
        "SELECT position, stream, version, type, type_version, at, sealed, digest FROM casus.events WHERE team = $1 "
        "AND position > $2 ORDER BY position LIMIT $3",
        {team_, after, kRowsAtOnce});
    for (int row = 0; row < found.rows(); ++row) {
      after = found.integer(row, 0);
      if (!visit({after, found.integer(row, 1), event_from(found, row, 2)})) return;
    }
    more = found.rows() == kRowsAtOnce;
  }
}

std::int64_t PostgresLog::position() {
  return ask("SELECT coalesce(max(position), 0) FROM casus.events WHERE team = $1", {team_}).integer(0, 0);
}

std::vector<NamedEnd> PostgresLog::ends(std::int64_t position, std::int64_t since) {
  std::vector<NamedEnd> ends;
  const auto found = ask(
      "SELECT s.name, e.version, e.digest FROM (SELECT DISTINCT ON (stream) stream, version, digest FROM casus.events "
      "WHERE team = $1 AND position > $3 AND position <= $2 ORDER BY stream, version DESC) AS e "
      "JOIN casus.streams AS s ON s.team = $1 AND s.id = e.stream ORDER BY s.name",
      {team_, position, since});
  for (int row = 0; row < found.rows(); ++row)
    ends.push_back(
        {std::string(found.bytes(row, 0)), found.integer(row, 1), digest_from(found.bytes(row, 2)).value_or(Digest{})});
  return ends;
}

// ---- commands

bool PostgresLog::add_command(std::int64_t stream, const CommandRow& command) {
  const bool is_new =
      ask("INSERT INTO casus.commands(team, mark, stream, first, last, content) VALUES($1, $2, $3, $4, $5, $6) ON "
          "CONFLICT DO NOTHING",
          {team_, command.mark, stream, command.first, command.last, command.content})
          .changed() == 1;
  if (is_new) trace_ = Trace{"SELECT 1 FROM casus.commands WHERE team = $1 AND mark = $2", {team_, command.mark}};
  return is_new;
}

std::optional<std::pair<std::string, CommandRow>> PostgresLog::command(std::int64_t mark) {
  const auto found = ask(
      "SELECT s.name, c.first, c.last, c.content FROM casus.commands AS c JOIN casus.streams AS s ON s.team = c.team "
      "AND s.id = c.stream WHERE c.team = $1 AND c.mark = $2",
      {team_, mark});
  if (found.rows() == 0) return std::nullopt;
  return std::pair(std::string(found.bytes(0, 0)),
                   CommandRow{mark, found.integer(0, 1), found.integer(0, 2), found.integer(0, 3)});
}

void PostgresLog::commands(const std::function<void(std::int64_t stream, const CommandRow&)>& visit) {
  std::int64_t after = 0;
  for (bool more = true, first = true; more; first = false) {
    const auto found =
        ask(fmt::format("SELECT stream, mark, first, last, content FROM casus.commands WHERE team = $1 AND mark {} $2 "
                        "ORDER BY mark LIMIT $3",
                        first ? ">=" : ">"),
            {team_, first ? std::numeric_limits<std::int64_t>::min() : after, kRowsAtOnce});
    for (int row = 0; row < found.rows(); ++row) {
      after = found.integer(row, 1);
      visit(found.integer(row, 0), {after, found.integer(row, 2), found.integer(row, 3), found.integer(row, 4)});
    }
    more = found.rows() == kRowsAtOnce;
  }
}

}  // namespace casus::store
