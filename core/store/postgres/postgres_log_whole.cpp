// SPDX-License-Identifier: EUPL-1.2
// The rest of PostgresLog: the index, what was erased, checkpoints, and the team as a whole.
#include "core/store/files/copy.hpp"
#include "core/store/index_days.hpp"
#include "core/store/postgres/postgres_log.hpp"
#include "core/store/postgres/schema.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace casus::store {

namespace {

IndexLine line_from(const Answer& answer, int at) {
  IndexLine line;
  IndexRow& row = line.row;
  row.stream = answer.bytes(at, 0);
  row.stage = {static_cast<Life>(answer.integer(at, 1)), static_cast<Phase>(answer.integer(at, 2)),
               static_cast<Safety>(answer.integer(at, 3)), static_cast<int>(answer.integer(at, 4))};
  row.round = static_cast<int>(answer.integer(at, 5));
  row.step = answer.bytes(at, 6);
  row.workflow = answer.bytes(at, 7);
  row.method = answer.bytes(at, 8);
  row.neighbourhood = answer.bytes(at, 9);
  row.review_on = date_from_number(answer.maybe(at, 10));
  row.action_due = date_from_number(answer.maybe(at, 11));
  row.opened_on = date_from_number(answer.maybe(at, 12)).value_or(Date{});
  row.changed_at = Time(std::chrono::seconds(answer.integer(at, 13)));
  row.summary = answer.bytes(at, 14);
  line.erasures = answer.integer(at, 15);
  return line;
}

Digest digest_in(const Answer& answer, int row, int column) {
  return digest_from(answer.bytes(row, column)).value_or(Digest{});
}

}  // namespace

// ---- the index

void PostgresLog::put_line(std::int64_t stream, const IndexRow& row, const std::optional<std::string>& sealed_summary) {
  const auto summary = sealed_summary ? std::optional(Bytes{*sealed_summary}) : std::nullopt;
  connection_->post(
      "INSERT INTO casus.case_index(team, stream, life, phase, safety, meldcode_step, round, step, workflow, method, "
      "neighbourhood, review_on, action_due, due, opened_on, changed_at, summary) "
      "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) "
      "ON CONFLICT(team, stream) DO UPDATE SET life = $3, phase = $4, safety = $5, meldcode_step = $6, round = $7, "
      "step = $8, workflow = $9, method = $10, neighbourhood = $11, review_on = $12, action_due = $13, due = $14, "
      "opened_on = $15, changed_at = $16, summary = $17",
      {team_, stream, static_cast<int>(row.stage.life), static_cast<int>(row.stage.phase),
       static_cast<int>(row.stage.safety), row.stage.meldcode_step, row.round, row.step, row.workflow, row.method,
       row.neighbourhood, number_of(row.review_on), number_of(row.action_due), due_of(row), opened_of(row),
       row.changed_at.time_since_epoch().count(), summary});
}

void PostgresLog::erase_summary(std::int64_t stream) {
  connection_->post("UPDATE casus.case_index SET summary = NULL WHERE team = $1 AND stream = $2", {team_, stream});
}

void PostgresLog::clear_lines() { connection_->post("SELECT casus.clear_index()"); }

std::vector<IndexLine> PostgresLog::lines(const IndexQuery& query) {
  Parameters parameters{team_, std::max(query.limit, 0), std::max(query.offset, 0)};
  std::string where = "c.team = $1";
  const auto add = [&](std::string_view condition, std::int64_t value) {
    parameters.emplace_back(value);
    where += fmt::format(" AND {} ${}", condition, parameters.size());
  };
  if (query.life) add("c.life =", static_cast<int>(*query.life));
  if (query.safety && *query.safety != Safety::clear) where += " AND c.safety > 0";
  if (query.safety) add("c.safety =", static_cast<int>(*query.safety));
  if (query.due_by) add("c.due <=", number_of(*query.due_by));
  const auto found = ask(
      fmt::format("SELECT s.name, c.life, c.phase, c.safety, c.meldcode_step, c.round, c.step, c.workflow, c.method, "
                  "c.neighbourhood, c.review_on, c.action_due, c.opened_on, c.changed_at, c.summary, s.erasures "
                  "FROM casus.case_index AS c JOIN casus.streams AS s ON s.team = c.team AND s.id = c.stream "
                  "WHERE {} ORDER BY {} LIMIT $2 OFFSET $3",
                  where, query.by_due ? "c.due, c.stream" : "c.changed_at DESC, c.stream DESC"),
      parameters);
  std::vector<IndexLine> lines;
  for (int row = 0; row < found.rows(); ++row) lines.push_back(line_from(found, row));
  return lines;
}

std::optional<std::string> PostgresLog::summary(std::int64_t stream) {
  const auto found = ask("SELECT summary FROM casus.case_index WHERE team = $1 AND stream = $2", {team_, stream});
  if (found.rows() == 0 || found.is_null(0, 0)) return std::nullopt;
  return std::string(found.bytes(0, 0));
}

// ---- what was erased, and checkpoints

void PostgresLog::add_erased(const ErasedRow& row) {
  connection_->post("INSERT INTO casus.erased(team, id, stream, person, number, mark) VALUES($1, $2, $3, $4, $5, $6)",
                    {team_, row.id, row.what.stream, row.what.person, row.what.number, Bytes{view(row.mark)}});
  trace_ = Trace{"SELECT 1 FROM casus.erased WHERE team = $1 AND id = $2 AND mark = $3",
                 {team_, row.id, Bytes{view(row.mark)}}};
}

std::vector<ErasedRow> PostgresLog::erased(std::int64_t after) {
  std::vector<ErasedRow> all;
  const auto found =
      ask("SELECT id, stream, person, number, mark FROM casus.erased WHERE team = $1 AND id > $2 ORDER BY id",
          {team_, after});
  for (int row = 0; row < found.rows(); ++row)
    all.push_back({found.integer(row, 0),
                   {std::string(found.bytes(row, 1)), std::string(found.bytes(row, 2)), found.integer(row, 3)},
                   digest_in(found, row, 4)});
  return all;
}

std::vector<Erased> PostgresLog::erased_in(std::string_view stream) {
  std::vector<Erased> all;
  const auto found =
      ask("SELECT person, number FROM casus.erased WHERE team = $1 AND stream = $2 ORDER BY id", {team_, stream});
  for (int row = 0; row < found.rows(); ++row)
    all.push_back({std::string(stream), std::string(found.bytes(row, 0)), found.integer(row, 1)});
  return all;
}

Wiped PostgresLog::last_erased() {
  const auto found = ask("SELECT id, mark FROM casus.erased WHERE team = $1 ORDER BY id DESC LIMIT 1", {team_});
  if (found.rows() == 0) return {};
  return {found.integer(0, 0), digest_in(found, 0, 1)};
}

void PostgresLog::add_checkpoint(const Checkpoint& it) {
  connection_->post(
      "INSERT INTO casus.checkpoints(team, id, at, position, streams, erased, erased_mark, root, mark) "
      "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {team_, it.id, it.at.time_since_epoch().count(), it.position, it.streams, it.erased, Bytes{view(it.erased_mark)},
       Bytes{view(it.root)}, Bytes{view(it.mark)}});
  trace_ = Trace{"SELECT 1 FROM casus.checkpoints WHERE team = $1 AND id = $2 AND mark = $3",
                 {team_, it.id, Bytes{view(it.mark)}}};
}

std::vector<Checkpoint> PostgresLog::selected(std::string_view order) {
  std::vector<Checkpoint> list;
  const auto found = ask(fmt::format("SELECT id, at, position, streams, erased, erased_mark, root, mark FROM "
                                     "casus.checkpoints WHERE team = $1 ORDER BY {}",
                                     order),
                         {team_});
  for (int row = 0; row < found.rows(); ++row)
    list.push_back({found.integer(row, 0), Time(std::chrono::seconds(found.integer(row, 1))), found.integer(row, 2),
                    found.integer(row, 3), found.integer(row, 4), digest_in(found, row, 5), digest_in(found, row, 6),
                    digest_in(found, row, 7)});
  return list;
}

std::vector<Checkpoint> PostgresLog::checkpoints() { return selected("id"); }

std::optional<Checkpoint> PostgresLog::last_checkpoint() {
  auto list = selected("id DESC LIMIT 1");
  if (list.empty()) return std::nullopt;
  return list.front();
}

bool PostgresLog::is_older() { return ask("SELECT 1 FROM casus.teams WHERE team = $1 AND older", {team_}).rows() == 1; }

void PostgresLog::set_older(bool older) {
  ask("UPDATE casus.teams SET older = ($2 = 1) WHERE team = $1", {team_, older ? 1 : 0});
}

// ---- the whole

std::vector<text::Message> PostgresLog::strange() {
  if (open_) return strange_in_database(*connection_);
  return connected([&] { return strange_in_database(*connection_); });
}

std::vector<Finding> PostgresLog::check() {
  std::vector<Finding> findings;
  for (auto& strange : strange()) findings.push_back({"", 0, std::move(strange)});
  const auto places =
      ask("SELECT t.position, t.streams, (SELECT count(*) FROM casus.events WHERE team = $1), "
          "(SELECT coalesce(max(position), 0) FROM casus.events WHERE team = $1), "
          "(SELECT coalesce(max(id), 0) FROM casus.streams WHERE team = $1) FROM casus.teams AS t WHERE team = $1",
          {team_});
  if (places.rows() != 1) findings.push_back({"", 0, text::msg("finding.team_row_gone")});
  else if (places.integer(0, 0) != places.integer(0, 3) || places.integer(0, 2) != places.integer(0, 3))
    findings.push_back({"", 0,
                        text::msg("finding.team_count", "events"_is = places.integer(0, 2),
                                  "position"_is = places.integer(0, 3), "counted"_is = places.integer(0, 0))});
  else if (places.integer(0, 1) < places.integer(0, 4)) findings.push_back({"", 0, text::msg("finding.team_streams")});
  const auto lost =
      ask("SELECT stream, min(version), count(*) FROM casus.events AS e WHERE team = $1 AND NOT EXISTS (SELECT 1 FROM "
          "casus.streams AS s WHERE s.team = $1 AND s.id = e.stream) GROUP BY stream",
          {team_});
  for (int row = 0; row < lost.rows(); ++row)
    findings.push_back({fmt::format("#{}", lost.integer(row, 0)), lost.integer(row, 1),
                        text::msg("finding.events_of_no_stream", "number"_is = lost.integer(row, 2))});
  const auto commands =
      ask("SELECT coalesce(s.name, '#' || c.stream), c.last FROM casus.commands AS c LEFT JOIN casus.streams AS s ON "
          "s.team = c.team AND s.id = c.stream WHERE c.team = $1 AND (s.id IS NULL OR c.last > s.head)",
          {team_});
  for (int row = 0; row < commands.rows(); ++row)
    findings.push_back(
        {std::string(commands.bytes(row, 0)), commands.integer(row, 1), text::msg("finding.answer_without_events")});
  const auto lines = ask(
      "SELECT coalesce(s.name, '#' || c.stream), CASE WHEN s.id IS NULL THEN 0 ELSE 1 END FROM casus.case_index AS c "
      "LEFT JOIN casus.streams AS s ON s.team = c.team AND s.id = c.stream WHERE c.team = $1 AND (s.id IS NULL OR "
      "c.due <> least(coalesce(c.review_on, $2), coalesce(c.action_due, $2)))",
      {team_, kNever});
  for (int row = 0; row < lines.rows(); ++row)
    findings.push_back(
        {std::string(lines.bytes(row, 0)), 0,
         lines.integer(row, 1) == 0 ? text::msg("finding.line_of_nothing") : text::msg("finding.line_due"), true});
  return findings;
}

Info PostgresLog::info() {
  Info info{.path = path()};
  const auto counts =
      ask("SELECT (SELECT count(*) FROM casus.streams WHERE team = $1 AND head > 0), "
          "(SELECT count(*) FROM casus.events WHERE team = $1), (SELECT count(*) FROM casus.commands WHERE team = $1), "
          "(SELECT coalesce(sum(pg_column_size(e)), 0)::bigint FROM casus.events AS e WHERE team = $1)",
          {team_});
  info.streams = counts.integer(0, 0);
  info.events = counts.integer(0, 1);
  info.commands = counts.integer(0, 2);
  info.bytes = counts.integer(0, 3);
  info.schema = kDatabaseFormat;
  return info;
}

void PostgresLog::copy_to(const std::string& file) { copy_to_file(*this, file, store_id_, purpose_); }

}  // namespace casus::store
