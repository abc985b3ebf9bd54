// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sqlite/sqlite_log.hpp"

#include "core/base/fault.hpp"

#include <fmt/format.h>

namespace casus::store {

SqliteLog::SqliteLog(Database db)
    : db_(std::move(db)),
      types_(db_),
      index_(db_),
      begin_(db_, "BEGIN IMMEDIATE"),
      commit_(db_, "COMMIT"),
      select_stream_(db_, "SELECT id, head, digest, mark, erasures FROM streams WHERE name = ?1"),
      insert_stream_(db_, "INSERT INTO streams(name, head, digest, mark) VALUES(?1, ?2, ?3, ?4) RETURNING id"),
      update_stream_(db_, "UPDATE streams SET head = ?3, digest = ?4, mark = ?5 WHERE id = ?1 AND head = ?2"),
      count_erasure_(db_, "UPDATE streams SET erasures = erasures + 1 WHERE id = ?1 RETURNING erasures"),
      insert_event_(db_,
                    "INSERT INTO events(stream, version, type, type_version, at, sealed, digest) "
                    "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)"),
      select_events_(db_,
                     "SELECT version, type, type_version, at, sealed, digest FROM events WHERE stream = ?1 AND version "
                     "> ?2 ORDER BY version"),
      insert_command_(db_,
                      "INSERT INTO commands(mark, stream, first, last, content) VALUES(?1, ?2, ?3, ?4, ?5) "
                      "ON CONFLICT(mark) DO NOTHING"),
      select_command_(db_, "SELECT stream, first, last, content FROM commands WHERE mark = ?1"),
      select_name_(db_, "SELECT name FROM streams WHERE id = ?1") {}

void SqliteLog::begin() { begin_.run(); }

void SqliteLog::commit() { commit_.run(); }

void SqliteLog::rollback() noexcept {
  try {
    if (db_.in_transaction()) db_.run("ROLLBACK");
  } catch (const Fault&) {
    // SQLite undoes what is left when the file is opened again.
  }
  types_.forget();
}

void SqliteLog::look(const std::function<void()>& work) {
  types_.forget();
  if (db_.in_transaction()) return work();
  db_.transaction(work, "BEGIN");
}

// ---- streams

std::optional<StreamRow> SqliteLog::stream(std::string_view name) {
  Rows rows = select_stream_.rows(name);
  if (!rows.next()) return std::nullopt;
  return StreamRow{
      rows.integer(0), std::string(name), rows.integer(1), std::string(rows.bytes(2)), std::string(rows.bytes(3)),
      rows.integer(4)};
}

std::int64_t SqliteLog::add_stream(std::string_view name, const StreamEnd& end) {
  Rows rows = insert_stream_.rows(name, end.head, Blob{view(end.digest)}, Blob{end.mark});
  rows.next();
  const auto id = rows.integer(0);
  while (rows.next()) {
  }
  return id;
}

bool SqliteLog::move_end(std::int64_t stream, std::int64_t from, const StreamEnd& end) {
  update_stream_.run(stream, from, end.head, Blob{view(end.digest)}, Blob{end.mark});
  return db_.changed_rows() == 1;
}

std::int64_t SqliteLog::count_erasure(std::int64_t stream) {
  Rows rows = count_erasure_.rows(stream);
  const auto count = rows.next() ? rows.integer(0) : 0;
  while (rows.next()) {
  }
  return count;
}

std::vector<std::string> SqliteLog::names(std::string_view prefix) {
  // 0xff is in no UTF-8 text, so it comes after every name that begins with the prefix.
  const std::string end = std::string(prefix) + '\xff';
  std::vector<std::string> names;
  Statement select(db_, "SELECT name FROM streams WHERE name >= ?1 AND name < ?2 AND head > 0 ORDER BY name");
  Rows rows = select.rows(prefix, std::string_view(end));
  while (rows.next()) names.emplace_back(rows.bytes(0));
  return names;
}

std::vector<StreamRow> SqliteLog::streams() {
  std::vector<StreamRow> streams;
  Statement select(db_, "SELECT id, name, head, digest, mark, erasures FROM streams ORDER BY name");
  for (Rows rows = select.rows(); rows.next();)
    streams.push_back({rows.integer(0), std::string(rows.bytes(1)), rows.integer(2), std::string(rows.bytes(3)),
                       std::string(rows.bytes(4)), rows.integer(5)});
  return streams;
}

std::optional<StreamRow> SqliteLog::newest_stream() {
  Statement select(db_, "SELECT name FROM streams WHERE head > 0 ORDER BY id DESC LIMIT 1");
  std::string name;
  {
    Rows rows = select.rows();
    if (!rows.next()) return std::nullopt;
    name = rows.bytes(0);
  }
  return stream(name);
}

// ---- events

void SqliteLog::add_event(std::int64_t stream, const EventRow& event) {
  insert_event_.run(stream, event.number, types_.number_of(event.type), event.type_version, event.at,
                    Blob{event.sealed}, Blob{event.digest});
}

void SqliteLog::events(std::int64_t stream, std::int64_t after, const std::function<bool(const EventRow&)>& visit) {
  Rows rows = select_events_.rows(stream, after);
  while (rows.next()) {
    const std::string* const type = types_.name_of(rows.integer(1));
    if (!visit({rows.integer(0), type ? std::string_view(*type) : std::string_view(), static_cast<int>(rows.integer(2)),
                rows.integer(3), rows.bytes(4), rows.bytes(5)}))
      return;
  }
}

void SqliteLog::all_events(std::int64_t after, const std::function<bool(const PlacedEvent&)>& visit) {
  Statement select(db_,
                   "SELECT id, stream, version, type, type_version, at, sealed, digest FROM events WHERE id > ?1 ORDER "
                   "BY id");
  for (Rows rows = select.rows(after); rows.next();) {
    const std::string* const type = types_.name_of(rows.integer(3));
    if (!visit({rows.integer(0),
                rows.integer(1),
                {rows.integer(2), type ? std::string_view(*type) : std::string_view(),
                 static_cast<int>(rows.integer(4)), rows.integer(5), rows.bytes(6), rows.bytes(7)}}))
      return;
  }
}

std::int64_t SqliteLog::position() { return db_.number("SELECT max(id) FROM events"); }

std::vector<NamedEnd> SqliteLog::ends(std::int64_t position, std::int64_t since) {
  std::vector<NamedEnd> ends;
  // The last event of a stream has its highest number; in a group with max() SQLite gives the other columns of that
  // row.
  Statement select(db_,
                   "SELECT s.name, e.last, e.digest FROM (SELECT stream, max(version) AS last, digest FROM events "
                   "WHERE id > ?2 AND id <= ?1 GROUP BY stream) AS e JOIN streams AS s ON s.id = e.stream ORDER BY "
                   "s.name");
  for (Rows rows = select.rows(position, since); rows.next();)
    ends.push_back({std::string(rows.bytes(0)), rows.integer(1), digest_from(rows.bytes(2)).value_or(Digest{})});
  return ends;
}

// ---- commands

bool SqliteLog::add_command(std::int64_t stream, const CommandRow& command) {
  insert_command_.run(command.mark, stream, command.first, command.last, command.content);
  return db_.changed_rows() == 1;
}

std::optional<std::pair<std::string, CommandRow>> SqliteLog::command(std::int64_t mark) {
  // Mostly there is none, so its stream is not looked for with it.
  Rows rows = select_command_.rows(mark);
  if (!rows.next()) return std::nullopt;
  Rows names = select_name_.rows(rows.integer(0));
  if (!names.next()) return std::nullopt;
  return std::pair(std::string(names.bytes(0)), CommandRow{mark, rows.integer(1), rows.integer(2), rows.integer(3)});
}

void SqliteLog::commands(const std::function<void(std::int64_t stream, const CommandRow&)>& visit) {
  Statement select(db_, "SELECT stream, mark, first, last, content FROM commands");
  for (Rows rows = select.rows(); rows.next();)
    visit(rows.integer(0), {rows.integer(1), rows.integer(2), rows.integer(3), rows.integer(4)});
}

// ---- the index

void SqliteLog::put_line(std::int64_t stream, const IndexRow& row, const std::optional<std::string>& sealed_summary) {
  index_.put(stream, row, sealed_summary);
}

void SqliteLog::erase_summary(std::int64_t stream) { index_.erase_summary(stream); }

void SqliteLog::clear_lines() { index_.clear(); }

std::vector<IndexLine> SqliteLog::lines(const IndexQuery& query) { return index_.list(query); }

std::optional<std::string> SqliteLog::summary(std::int64_t stream) { return index_.summary(stream); }

}  // namespace casus::store
