// SPDX-License-Identifier: EUPL-1.2
#include "core/store/sqlite/index_table.hpp"

#include "core/store/index_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace casus::store {

namespace {

IndexLine line_from(const Rows& rows) {
  IndexLine line;
  IndexRow& row = line.row;
  row.stream = rows.bytes(0);
  row.stage = {static_cast<Life>(rows.integer(1)), static_cast<Phase>(rows.integer(2)),
               static_cast<Safety>(rows.integer(3)), static_cast<int>(rows.integer(4))};
  row.round = static_cast<int>(rows.integer(5));
  row.step = rows.bytes(6);
  row.workflow = rows.bytes(7);
  row.method = rows.bytes(8);
  row.neighbourhood = rows.bytes(9);
  row.review_on = date_from_number(rows.maybe(10));
  row.action_due = date_from_number(rows.maybe(11));
  row.opened_on = date_from_number(rows.maybe(12)).value_or(Date{});
  row.changed_at = Time(std::chrono::seconds(rows.integer(13)));
  row.summary = rows.bytes(14);
  line.erasures = rows.integer(15);
  return line;
}

/// The SQL of a page. The index is named, not left to the planner: without statistics it may prefer to read a million
/// lines and sort them. Only the inner query counts lines; the outer one fetches the hundred that are shown.
std::string page_sql(const IndexQuery& query) {
  // Days to look back on are few, so a filter on due uses the due index even when the order is another.
  const bool through_due = query.by_due || query.due_by;
  const bool unsafe = query.safety && *query.safety != Safety::clear;
  const std::string_view column = through_due ? "due" : "change";
  const std::string index = unsafe       ? fmt::format("case_by_safety_{}", column)
                            : query.life ? fmt::format("case_by_life_{}", column)
                                         : fmt::format("case_by_{}", column);
  std::string where = "true";
  if (query.life) where += " AND life = ?1";
  // Said in the words of the partial index, or SQLite does not see that it holds all that is asked for.
  if (unsafe) where += " AND safety > 0";
  if (query.safety) where += fmt::format(" AND safety = {}", static_cast<int>(*query.safety));
  if (query.due_by) where += " AND due <= ?2";
  const std::string_view order = query.by_due ? "due, stream" : "changed_at DESC, stream DESC";
  return fmt::format(
      "SELECT s.name, c.life, c.phase, c.safety, c.meldcode_step, c.round, c.step, c.workflow, c.method, "
      "c.neighbourhood, c.review_on, c.action_due, c.opened_on, c.changed_at, c.summary, s.erasures "
      "FROM (SELECT stream FROM case_index INDEXED BY {} WHERE {} ORDER BY {} LIMIT ?3 OFFSET ?4) AS page "
      "CROSS JOIN case_index AS c ON c.stream = page.stream CROSS JOIN streams AS s ON s.id = c.stream "
      "ORDER BY {}",
      index, where, order, query.by_due ? "c.due, c.stream" : "c.changed_at DESC, c.stream DESC");
}

}  // namespace

std::string lines_with_wrong_due() {
  return fmt::format(
      "SELECT coalesce(s.name, '#' || c.stream), s.id IS NOT NULL FROM case_index AS c LEFT JOIN streams AS s ON s.id "
      "= c.stream WHERE s.id IS NULL OR c.due <> min(coalesce(c.review_on, {0}), coalesce(c.action_due, {0}))",
      kNever);
}

IndexTable::IndexTable(Database& db)
    : db_(db),
      put_(db,
           "INSERT INTO case_index(stream, life, phase, safety, meldcode_step, round, step, workflow, method, "
           "neighbourhood, review_on, action_due, due, opened_on, changed_at, summary) "
           "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) "
           "ON CONFLICT(stream) DO UPDATE SET life = ?2, phase = ?3, safety = ?4, meldcode_step = ?5, round = ?6, "
           "step = ?7, workflow = ?8, method = ?9, neighbourhood = ?10, review_on = ?11, action_due = ?12, due = ?13, "
           "opened_on = ?14, changed_at = ?15, summary = ?16"),
      go_on_(db,
             "UPDATE case_index SET phase = ?3, meldcode_step = ?5, round = ?6, step = ?7, workflow = ?8, method = ?9, "
             "neighbourhood = ?10, review_on = ?11, action_due = ?12, opened_on = ?14, changed_at = ?15, summary = ?16 "
             "WHERE stream = ?1 AND life = ?2 AND safety = ?4 AND due = ?13"),
      erase_summary_(db, "UPDATE case_index SET summary = NULL WHERE stream = ?1") {}

void IndexTable::put(std::int64_t stream, const IndexRow& row, const std::optional<std::string>& sealed_summary) {
  const auto review = number_of(row.review_on);
  const auto action = number_of(row.action_due);
  const auto due = due_of(row);
  const auto summary = sealed_summary ? std::optional<Blob>(Blob{*sealed_summary}) : std::nullopt;
  const auto run = [&](Statement& statement) {
    statement.run(stream, static_cast<int>(row.stage.life), static_cast<int>(row.stage.phase),
                  static_cast<int>(row.stage.safety), row.stage.meldcode_step, row.round, std::string_view(row.step),
                  std::string_view(row.workflow), std::string_view(row.method), std::string_view(row.neighbourhood),
                  review, action, due, opened_of(row), row.changed_at.time_since_epoch().count(), summary);
  };
  run(go_on_);
  if (db_.changed_rows() == 0) run(put_);
}

void IndexTable::erase_summary(std::int64_t stream) { erase_summary_.run(stream); }

std::optional<std::string> IndexTable::summary(std::int64_t stream) {
  Rows rows = page_of("SELECT summary FROM case_index WHERE stream = ?1").rows(stream);
  if (!rows.next() || rows.is_null(0)) return std::nullopt;
  return std::string(rows.bytes(0));
}

void IndexTable::clear() { db_.run("DELETE FROM case_index"); }

Statement& IndexTable::page_of(const std::string& sql) {
  const auto at = pages_.find(sql);
  return at != pages_.end() ? at->second : pages_.emplace(sql, Statement(db_, sql)).first->second;
}

std::vector<IndexLine> IndexTable::list(const IndexQuery& query) {
  std::vector<IndexLine> lines;
  const int life = query.life ? static_cast<int>(*query.life) : 0;  // bound, but not in the text when not asked for
  Rows rows =
      page_of(page_sql(query)).rows(life, number_of(query.due_by), std::max(query.limit, 0), std::max(query.offset, 0));
  while (rows.next()) lines.push_back(line_from(rows));
  return lines;
}

}  // namespace casus::store
