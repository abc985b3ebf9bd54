// SPDX-License-Identifier: EUPL-1.2
// The rest of SqliteLog: what was erased, checkpoints, and the file as a whole.
#include "core/store/files/files.hpp"
#include "core/store/files/output_file.hpp"
#include "core/store/sqlite/checkpoint_table.hpp"
#include "core/store/sqlite/schema.hpp"
#include "core/store/sqlite/sqlite_log.hpp"

#include <fmt/format.h>

namespace casus::store {

void SqliteLog::add_erased(const ErasedRow& row) {
  Statement(db_, "INSERT INTO erased(id, stream, person, number, mark) VALUES(?1, ?2, ?3, ?4, ?5)")
      .run(row.id, std::string_view(row.what.stream), std::string_view(row.what.person), row.what.number,
           Blob{view(row.mark)});
}

std::vector<ErasedRow> SqliteLog::erased(std::int64_t after) {
  std::vector<ErasedRow> all;
  Statement select(db_, "SELECT id, stream, person, number, mark FROM erased WHERE id > ?1 ORDER BY id");
  for (Rows rows = select.rows(after); rows.next();)
    all.push_back({rows.integer(0),
                   {std::string(rows.bytes(1)), std::string(rows.bytes(2)), rows.integer(3)},
                   digest_from(rows.bytes(4)).value_or(Digest{})});
  return all;
}

std::vector<Erased> SqliteLog::erased_in(std::string_view stream) {
  std::vector<Erased> all;
  Statement select(db_, "SELECT person, number FROM erased WHERE stream = ?1 ORDER BY id");
  for (Rows rows = select.rows(stream); rows.next();)
    all.push_back({std::string(stream), std::string(rows.bytes(0)), rows.integer(1)});
  return all;
}

Wiped SqliteLog::last_erased() {
  Statement select(db_, "SELECT id, mark FROM erased ORDER BY id DESC LIMIT 1");
  Rows rows = select.rows();
  if (!rows.next()) return {};
  return {rows.integer(0), digest_from(rows.bytes(1)).value_or(Digest{})};
}

void SqliteLog::add_checkpoint(const Checkpoint& checkpoint) { insert_checkpoint(db_, checkpoint); }

std::vector<Checkpoint> SqliteLog::checkpoints() { return checkpoints_in(db_); }

std::optional<Checkpoint> SqliteLog::last_checkpoint() { return last_checkpoint_in(db_); }

bool SqliteLog::is_older() { return !meta_of(db_, kOlder).empty(); }

void SqliteLog::set_older(bool older) {
  if (older) put_meta(db_, kOlder, "1");
  else drop_meta(db_, kOlder);
}

std::vector<text::Message> SqliteLog::strange() { return added_to_store(db_); }

std::vector<Finding> SqliteLog::check() {
  std::vector<Finding> findings;
  Statement integrity(db_, "PRAGMA integrity_check");
  for (Rows rows = integrity.rows(); rows.next();)
    if (rows.bytes(0) != "ok")
      findings.push_back({"", 0, text::msg("finding.database_says", "said"_is = rows.bytes(0))});
  for (auto& strange : strange_in_store(db_)) findings.push_back({"", 0, std::move(strange)});
  Statement types(db_, "SELECT name FROM types WHERE id NOT IN (SELECT DISTINCT type FROM events) ORDER BY id");
  for (Rows rows = types.rows(); rows.next();)
    findings.push_back({"", 0, text::msg("finding.type_unused", "type"_is = rows.bytes(0))});
  Statement lost(db_,
                 "SELECT stream, version, count(*) FROM events WHERE stream NOT IN (SELECT id FROM streams) "
                 "GROUP BY stream");
  for (Rows rows = lost.rows(); rows.next();)
    findings.push_back({fmt::format("#{}", rows.integer(0)), rows.integer(1),
                        text::msg("finding.events_of_no_stream", "number"_is = rows.integer(2))});
  Statement commands(db_,
                     "SELECT coalesce(s.name, '#' || c.stream), c.last FROM commands AS c "
                     "LEFT JOIN streams AS s ON s.id = c.stream WHERE s.id IS NULL OR c.last > s.head");
  for (Rows rows = commands.rows(); rows.next();)
    findings.push_back({std::string(rows.bytes(0)), rows.integer(1), text::msg("finding.answer_without_events")});
  Statement lines(db_, lines_with_wrong_due());
  for (Rows rows = lines.rows(); rows.next();)
    findings.push_back({std::string(rows.bytes(0)), 0,
                        rows.integer(1) == 0 ? text::msg("finding.line_of_nothing") : text::msg("finding.line_due"),
                        true});
  return findings;
}

Info SqliteLog::info() {
  Info info{.path = db_.path(),
            .streams = db_.number("SELECT count(*) FROM streams WHERE head > 0"),
            .events = db_.number("SELECT count(*) FROM events"),
            .commands = db_.number("SELECT count(*) FROM commands")};
  info.bytes = size_of(info.path) + size_of(info.path + "-wal");
  info.schema = static_cast<int>(db_.number("PRAGMA user_version"));
  return info;
}

void SqliteLog::copy_to(const std::string& file) {
  check_output({file, true});  // whether something may go was asked before; a store never may
  require_nothing_left_of(file);
  const Unfinished beside(file);
  db_.copy_to(beside.path(), file);
  put_in_place(beside.path(), file, true);
}

}  // namespace casus::store
